package org.commonground.talks;

import static org.commonground.foundation.Words.said;

import java.time.LocalDate;

import org.commonground.foundation.Days;
import org.commonground.foundation.Refusal;

/**
 * A talk about a dispute.
 *
 * @param present who was there, in words
 * @param came    what came of it
 */
public record Encounter(LocalDate metOn, String present, String came) {

    public Encounter {
        Refusal.unless(metOn != null, "Please say on which day you met.");
        present = said(present, "Please say who was there.");
        came = said(came, "Please say what came of it.");
    }

    /**
     * @param proposed the day on which the partnership was proposed
     * @param today    the day that it is already somewhere
     */
    void expectHeldBetween(LocalDate proposed, LocalDate today) {
        Refusal.unless(!metOn.isBefore(proposed), "The partnership was proposed on %s: a talk about it cannot have been before.".formatted(
                Days.inWords(proposed)));
        Refusal.unless(!metOn.isAfter(today), "This talk lies ahead. Please write it down once it was held.");
    }
}
