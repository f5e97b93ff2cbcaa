package org.commonground.closure;

import static org.commonground.foundation.Words.said;

import java.time.LocalDate;

import org.commonground.foundation.Days;
import org.commonground.foundation.Refusal;

/** What goes to whom, and when. */
public record Transfer(TransferKind kind, String what, String receiver, LocalDate on) {

    public Transfer {
        Refusal.unless(kind != null, "Please say of each line whether it is an asset, data, or a task.");
        what = said(what, "Please say what is handed over.");
        receiver = said(receiver, "Please say to whom “%s” goes.".formatted(what));
        Refusal.unless(on != null, "Please say on which day “%s” is handed over.".formatted(what));
    }

    /** @param proposed the day on which the partnership was proposed */
    void expectFrom(LocalDate proposed) {
        Refusal.unless(!on.isBefore(proposed), ("“%s”: the partnership was proposed on %s, and nothing of it was handed over"
                + " before.").formatted(what, Days.inWords(proposed)));
    }
}
