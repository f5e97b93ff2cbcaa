package org.commonground.home;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * A question about a partnership was answered.
 *
 * @param organisation who answered; null for the coordinator
 * @param readers      who is told: whose question it was, all members where all were asked, all candidates where one of them asked
 * @param coordinator  whether the coordinator is told too
 */
public record QuestionAnswered(PartnershipId partnership, OrganisationId organisation, List<OrganisationId> readers, boolean coordinator,
        String question, String answer) implements PartnershipFact {
}
