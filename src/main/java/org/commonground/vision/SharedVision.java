package org.commonground.vision;

import java.util.List;

import org.commonground.foundation.OrganisationId;

/** What the parties see together, and how they get there. */
public record SharedVision(String words, List<AgendaItem> agenda, List<OrganisationId> endorsedBy) {
}
