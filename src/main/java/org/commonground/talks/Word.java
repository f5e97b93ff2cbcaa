package org.commonground.talks;

import static org.commonground.foundation.Words.maybe;
import static org.commonground.foundation.Words.said;

import java.util.List;

import org.commonground.dispute.DisputeEnding;
import org.commonground.dispute.Rung;
import org.commonground.foundation.Refusal;
import org.commonground.partnership.AgreedAction;

/**
 * What a side says on a rung.
 *
 * @param ending  how it ends, where it calls it settled; else null
 * @param speaker who speaks for it; needed in the dialogue
 * @param named   whom it accepts as mediator or as decider, or null
 * @param meeting of the sides alone, or null
 * @param actions what shall be done, where it calls it settled
 */
public record Word(Stand stand, DisputeEnding ending, String words, String speaker, String named, Encounter meeting,
        List<AgreedAction> actions) {

    public Word {
        Refusal.unless(stand != null, "Please say whether it is settled.");
        words = said(words, "Please say in your words how you see it: the other side reads it.");
        speaker = maybe(speaker);
        named = maybe(named);
        actions = List.copyOf(actions);
        Refusal.unless(stand == Stand.SETTLED || actions.isEmpty() && ending == null, "What shall be done is listed when it is settled.");
    }

    void expectFor(Rung rung) {
        Refusal.unless(rung != Rung.DIALOGUE || speaker != null, "Please name the person who speaks for you in this dialogue.");
        Refusal.unless(rung == Rung.OUTSIDE || stand != Stand.LEAVE && stand != Stand.CLOSE,
                "Leaving and closing are raised for themselves as long as others can still help.");
        Refusal.unless(rung != Rung.OUTSIDE || stand != Stand.MOVE_ON, "This is the last rung: there is no next one.");
        Refusal.unless(named == null || rung.namesSomebody(), "Nobody has to be named on this rung.");
    }
}
