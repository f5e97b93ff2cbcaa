package org.commonground.vision;

import static org.commonground.foundation.Words.said;

import java.time.LocalDate;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;

/**
 * One step of the way to the vision.
 *
 * @param with what is needed for it
 */
public record AgendaItem(String what, OrganisationId who, LocalDate byWhen, String with) {

    public AgendaItem {
        what = said(what, "Please say of each step of the agenda what is done.");
        Refusal.unless(who != null, "“%s”: please say who does it.".formatted(what));
        Refusal.unless(byWhen != null, "“%s”: please say by when.".formatted(what));
        with = said(with, "“%s”: please say with what; “own means” is an answer.".formatted(what));
    }
}
