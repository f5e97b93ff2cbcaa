package org.commonground.period;

import java.util.List;

import org.commonground.foundation.OrganisationId;

/**
 * What an implementer will do in a period.
 *
 * @param name   of the organisation
 * @param remark what the others should know, or null
 */
public record Plan(OrganisationId organisation, String name, List<PlanItem> items, String remark) {
}
