package org.commonground.talks;

import java.time.LocalDate;
import java.util.UUID;

import org.commonground.dispute.DisputeEnding;
import org.commonground.dispute.Rung;
import org.commonground.foundation.OrganisationId;

/**
 * A word as it was kept: of a side, or of who helps them.
 *
 * @param organisation null where who helps wrote down a talk
 * @param stand        the same
 */
record SpokenWord(UUID id, int nr, Rung rung, OrganisationId organisation, String name, Stand stand, DisputeEnding ending, String words,
        String speaker, String named, LocalDate metOn, String present, String came, LocalDate day) {
}
