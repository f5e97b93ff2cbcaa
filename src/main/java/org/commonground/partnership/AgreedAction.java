package org.commonground.partnership;

import static org.commonground.foundation.Words.said;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

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
        Refusal.unless(!verifier.equals(owner),
                "Who does “%s” cannot be the one to say that it is done. Please choose another organisation that looks."
                .formatted(what));
    }

    /** Refuses who is no member or leaves, a verifier who is not asked in reviews, and a day that is over. */
    void mayBeAgreed(List<OrganisationId> members, List<OrganisationId> partners, Map<OrganisationId, LocalDate> leaving, LocalDate today) {
        for (OrganisationId one : List.of(owner, verifier)) {
            Refusal.unless(members.contains(one), "%s is no member of this partnership. Please choose a member.".formatted(one));
            if (leaving.containsKey(one)) {
                throw new Refusal(Members.leaves(one, leaving.get(one)));
            }
        }
        Refusal.unless(partners.contains(verifier),
                "%s is an ally and is not asked in reviews. Please choose a full partner to look.".formatted(verifier));
        Refusal.unless(!due.isBefore(today), "The day for “%s” is over. Please choose one that lies ahead.".formatted(what));
    }
}
