package org.commonground.negotiation;

import java.util.Map;

/**
 * A change of what was agreed, as it comes to the table.
 *
 * @param words       the topics that change, each with the wording that is proposed
 * @param terms       what these topics shall yield; of others it says nothing
 * @param wordsBefore the wordings that hold today; what is new, such as an annex, has none
 * @param termsBefore all that holds today
 */
public record ProposedChange(Map<Topic, String> words, Terms terms, Map<Topic, String> wordsBefore, Terms termsBefore) {

    public ProposedChange {
        words = Map.copyOf(words);
        wordsBefore = Map.copyOf(wordsBefore);
    }
}
