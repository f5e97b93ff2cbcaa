package org.commonground.partnership;

import static org.commonground.partnership.Words.said;

import java.util.UUID;

/** Somebody looked whether an action is done, and says what there is to see. */
public record ActionCheck(UUID action, boolean done, String words) {

    public ActionCheck {
        words = said(words, "Please say in a sentence what you saw, also where it is done.");
    }
}
