package org.commonground.meeting;

import static org.commonground.foundation.Words.said;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.commonground.foundation.OrganisationId;
import org.commonground.partnership.AgreedAction;

/**
 * What there is to say of a meeting once its day is over.
 *
 * @param nobodyCame what kept people away; null where it was held, and then the others are said
 * @param guests     the numbers of the invited guests who came
 * @param besides    others who came, of no member
 */
public record Minutes(String nobodyCame, LocalDate heldOn, Set<OrganisationId> present, Set<Integer> guests, List<Besides> besides,
        String words, List<String> decisions, List<AgreedAction> actions, List<PolicyAnswer> policies, List<FurtherMeeting> further) {

    public Minutes {
        present = Set.copyOf(present);
        guests = Set.copyOf(guests);
        besides = List.copyOf(besides);
        decisions = decisions.stream().map(one -> said(one, "Please write down each decision, or take its row away.")).toList();
        actions = List.copyOf(actions);
        policies = List.copyOf(policies);
        further = List.copyOf(further);
    }

    /** It was not held. */
    public static Minutes nobodyCame(String why) {
        return new Minutes(said(why, "Please say what kept people away: all who were invited read it."), null, Set.of(), Set.of(),
                List.of(), null, List.of(), List.of(), List.of(), List.of());
    }

    boolean isHeld() {
        return nobodyCame == null;
    }

    /**
     * Somebody who came without an invitation.
     *
     * @param from its organisation, in words
     */
    public record Besides(String name, String from) {

        public Besides {
            name = said(name, "Please say the name of each guest.");
            from = said(from, "Please say where %s comes from.".formatted(name));
        }
    }
}
