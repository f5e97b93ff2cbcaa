package org.commonground.negotiation;

import static org.commonground.foundation.Words.said;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.commonground.foundation.Days;
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

    /**
     * @param proposed the day on which the partnership was proposed
     * @param today    the day that it is already somewhere
     */
    void expectHeldBetween(LocalDate proposed, LocalDate today) {
        Refusal.unless(!heldOn.isBefore(proposed), "The partnership was proposed on %s: a talk about it cannot have been before.".formatted(
                Days.inWords(proposed)));
        Refusal.unless(!heldOn.isAfter(today), "This talk lies ahead. Please write it down once it was held.");
    }

    /** @param parties with their names */
    void expectNobodysOwnCase(Map<OrganisationId, String> parties) {
        Refusal.unless(parties.entrySet().stream().noneMatch(party -> isLedBy(party.getKey(), party.getValue())),
                "Nobody mediates in their own case: please ask somebody who is no partner in this negotiation.");
    }

    /** Whether this party is named as the one who mediated: by its name, or by its code as people write it, in capitals. */
    private boolean isLedBy(OrganisationId party, String name) {
        return says(name, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE) || says(party.code().toUpperCase(Locale.ROOT), 0);
    }

    /** As words of their own: Carefield is not Care. */
    private boolean says(String words, int flags) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(words) + "(?![\\p{L}\\p{N}])", flags).matcher(mediator).find();
    }
}
