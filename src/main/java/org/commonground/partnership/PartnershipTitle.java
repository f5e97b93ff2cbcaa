package org.commonground.partnership;

/** What stands at the top of everything about a partnership. */
public record PartnershipTitle(String title, Phase phase) {
}
