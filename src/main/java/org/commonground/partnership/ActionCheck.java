package org.commonground.partnership;

import static org.commonground.foundation.Words.said;

/**
 * Somebody looked whether an action is done, and says what there is to see.
 *
 * @param nr the number of the action
 */
public record ActionCheck(int nr, boolean done, String words) {

    public ActionCheck {
        words = said(words, "Please say in a sentence what you saw, also where it is done.");
    }
}
