package org.commonground.accession;

import static org.commonground.foundation.Words.maybe;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;
import org.commonground.vision.Ability;

/**
 * What a partner says of somebody who would join.
 *
 * @param reason  needed where it does not consent
 * @param ability whether it can meet what the newcomer expects of the others
 * @param words   needed where it can only in part, or not
 */
public record Consent(OrganisationId newcomer, boolean consents, String reason, Ability ability, String words) {

    public Consent {
        reason = maybe(reason);
        words = maybe(words);
        Refusal.unless(consents || reason != null, "Please say why you do not consent: the others and the organisation itself read it.");
    }
}
