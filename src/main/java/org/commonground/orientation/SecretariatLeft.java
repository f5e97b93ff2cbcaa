package org.commonground.orientation;

import java.util.Set;

import org.commonground.foundation.PartnershipId;

/** Some do not work in the secretariat of the partnership any more. */
public record SecretariatLeft(PartnershipId partnership, Set<String> users) {
}
