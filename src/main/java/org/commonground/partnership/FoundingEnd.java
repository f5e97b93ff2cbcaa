package org.commonground.partnership;

import java.util.Optional;

import org.commonground.foundation.PartnershipId;

/**
 * Proposes that a partnership ends before anything is signed. Whoever serves the partners can propose that and not do it: they vote. The
 * rooms before the agreement ask; the one in which it is decided answers.
 */
public interface FoundingEnd {

    /** The line by which it is chosen. */
    String CHOICE = "There is no common ground: propose to the partners that it ends here. They vote, and until then you go on";

    /** Puts it to the partners, who vote while everything goes on. Refused without a reason, and while they are voting on it already. */
    void propose(PartnershipId partnership, String why, String person);

    /** Who proposed it and when, as a sentence, while the partners are voting on it; empty while nothing of it is open. */
    Optional<String> open(PartnershipId partnership);
}
