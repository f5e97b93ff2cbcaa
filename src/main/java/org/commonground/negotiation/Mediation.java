package org.commonground.negotiation;

import static org.commonground.negotiation.Words.said;

import java.time.LocalDate;

import org.commonground.foundation.Refusal;

/**
 * A talk that somebody led who is no party.
 *
 * @param settled whether the parties found to each other
 */
public record Mediation(String mediator, LocalDate heldOn, String minutes, String outcome, boolean settled) {

    public Mediation {
        mediator = said(mediator, "Please say who mediated.");
        Refusal.unless(heldOn != null, "Please say on which day you met.");
        minutes = said(minutes, "Please write down how the talk went.");
        outcome = said(outcome, "Please say what came of it.");
    }
}
