package org.commonground.selection;

import java.util.List;

import org.commonground.organisation.OrganisationCard;
import org.commonground.partnership.NeededRole;

/**
 * A needed role, and who could take it.
 *
 * @param suggested organisations of the registry with this role that are not asked for anything yet: those that declared
 *                  the level and the area too come first
 * @param nominated names of the candidates who are asked for it
 */
public record SoughtRole(NeededRole needed, List<OrganisationCard> suggested, List<String> nominated) {
}
