package org.commonground.agreement;

/**
 * What the decision about the form of an agreement is asked with.
 *
 * @param formalContract whether the aims expect one
 * @param fundsPass      whether a partner brings money that others use
 * @param partners       how many sign
 * @param months         how long the agreement holds
 */
public record FormQuestion(boolean formalContract, boolean fundsPass, int partners, int months) {
}
