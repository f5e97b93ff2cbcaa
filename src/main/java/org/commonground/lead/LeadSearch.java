package org.commonground.lead;

import java.util.List;

import org.commonground.organisation.OrganisationCard;
import org.commonground.partnership.LeadDecline;

/**
 * Where the search for a lead stands.
 *
 * @param amongPartners whether partners are chosen: then one of them leads
 * @param silent        the name of who was asked and did not answer, or null
 * @param choices       who can be named by the person who asks, by name
 */
public record LeadSearch(boolean amongPartners, String silent, List<LeadDecline> declines, List<OrganisationCard> choices) {
}
