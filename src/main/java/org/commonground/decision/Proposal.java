package org.commonground.decision;

import org.commonground.matter.MatterCard;

/**
 * What is to be decided.
 *
 * @param proposer name of the organisation that proposes it
 * @param rule     how it is decided, in words
 */
public record Proposal(MatterCard matter, String proposer, String rule) {
}
