package org.commonground.agreement;

import org.commonground.foundation.OrganisationId;
import org.commonground.negotiation.Topic;

/** A party does not sign: which topic has to be talked about again, and why. */
record Decline(OrganisationId organisation, Topic topic, String reason, String person) {
}
