package org.commonground.reading;

import static org.commonground.foundation.Words.said;

import org.commonground.foundation.Refusal;
import org.commonground.foundation.Seat;

/** A report that somebody sends back, with a question. */
public record SentBack(Seat seat, String question) {

    public SentBack {
        Refusal.unless(seat != null, "Please choose whose report your question is about.");
        question = said(question, "Please write your question.");
    }
}
