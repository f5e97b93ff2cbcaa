package org.commonground.agreement;

import org.commonground.foundation.OrganisationId;
import org.commonground.negotiation.Topic;

/**
 * A party does not sign, and why.
 *
 * @param topic that has to be talked about again; null where nothing was talked about
 */
record Decline(OrganisationId organisation, Topic topic, String reason, String person) {
}
