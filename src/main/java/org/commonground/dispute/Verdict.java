package org.commonground.dispute;

import org.commonground.foundation.OrganisationId;

/** How a partner without a side decides, and why. */
record Verdict(OrganisationId organisation, String name, DisputeEnding ending, String words) {
}
