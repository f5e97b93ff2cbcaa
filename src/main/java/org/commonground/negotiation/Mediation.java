package org.commonground.negotiation;

import static org.commonground.negotiation.Words.said;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;

/**
 * A talk that somebody led who is no party.
 *
 * @param settled whether the parties came to terms
 */
public record Mediation(String mediator, LocalDate heldOn, String minutes, String outcome, boolean settled) {

    public Mediation {
        mediator = said(mediator, "Please say who mediated.");
        Refusal.unless(heldOn != null, "Please say on which day you met.");
        minutes = said(minutes, "Please write down how the talk went.");
        outcome = said(outcome, "Please say what came of it.");
    }

    /** Whether this party is named as the one who mediated: by its name, or by its code as people write it, in capitals. */
    boolean isLedBy(OrganisationId party, String name) {
        return says(name, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE) || says(party.code().toUpperCase(Locale.ROOT), 0);
    }

    /** As words of their own: Carefield is not Care. */
    private boolean says(String words, int flags) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(words) + "(?![\\p{L}\\p{N}])", flags).matcher(mediator).find();
    }
}
