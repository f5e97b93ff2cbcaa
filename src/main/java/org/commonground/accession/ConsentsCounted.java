package org.commonground.accession;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * It is known whether the partners consent to a newcomer. All members hear who said what; the newcomer hears the result, the reasons
 * against it, and what the others answered to its expectation.
 *
 * @param consented whether it may join
 * @param result    in a sentence
 * @param said      who said what, a line each
 * @param reasons   of those who do not consent, without their names
 * @param answers   what partners answered to what it expects, a line each
 * @param way       what happens next with it, as a sentence
 */
public record ConsentsCounted(PartnershipId partnership, OrganisationId organisation, boolean consented, String result, List<String> said,
        List<String> reasons, List<String> answers, String way, List<OrganisationId> members) implements PartnershipFact {
}
