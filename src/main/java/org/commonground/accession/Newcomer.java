package org.commonground.accession;

import java.util.List;

import org.commonground.foundation.OrganisationId;

/**
 * Who would join, as the partners look at it before they consent.
 *
 * @param as      as what, in words
 * @param seats   in words
 * @param why     it was proposed, in the coordinator's words
 * @param expects what it expects of the others
 */
public record Newcomer(OrganisationId organisation, String name, String as, List<String> seats, String why, String expects) {
}
