package org.commonground.partnership;

import static org.commonground.foundation.Words.said;

import java.time.LocalDate;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;

/**
 * Something that one partner shall do until a day, and that another one looks at then.
 *
 * @param about    what it mends, in words
 * @param owner    who does it
 * @param verifier who says that it is done: never its owner
 */
public record AgreedAction(String about, String what, OrganisationId owner, LocalDate due, OrganisationId verifier) {

    public AgreedAction {
        about = said(about, "Please say what each action is about.");
        what = said(what, "Please say what shall be done about “%s”.".formatted(about));
        Refusal.unless(owner != null, "Please say who does it: “%s”.".formatted(what));
        Refusal.unless(due != null, "Please say by when it is done: “%s”.".formatted(what));
        Refusal.unless(verifier != null, "Please say who looks whether it is done: “%s”.".formatted(what));
        Refusal.unless(!verifier.equals(owner), "Who does “%s” cannot be the one to say that it is done. Please choose another organisation that looks."
                .formatted(what));
    }
}
