package org.commonground.negotiation;

/**
 * A rule of the negotiation that all parties together did without: printed in the agreement.
 *
 * @param what in words, such as "Reading time waived by all in round 2"
 */
public record WaivedRule(int round, String what) {
}
