package org.commonground.vision;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.partnership.MendedAims;

/** What the parties see together, how they get there, and what they want to reach. */
public record SharedVision(String words, List<AgendaItem> agenda, MendedAims aims, List<OrganisationId> endorsedBy) {

    boolean says(String otherWords, List<AgendaItem> otherAgenda, MendedAims otherAims) {
        return words.equals(otherWords) && agenda.equals(otherAgenda) && aims.equals(otherAims);
    }
}
