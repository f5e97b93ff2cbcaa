package org.commonground.agreement;

/**
 * What kind of document it becomes, as the decision table said.
 *
 * @param reason why, in a sentence
 */
public record ChosenForm(AgreementForm form, String reason) {
}
