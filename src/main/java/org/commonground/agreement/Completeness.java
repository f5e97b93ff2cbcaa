package org.commonground.agreement;

import static java.util.stream.Collectors.joining;

import java.util.List;

import org.commonground.foundation.Refusal;

/**
 * How much of what an agreement must say is there.
 *
 * @param percent 100 exactly when nothing is missing
 * @param missing in the order of the questions who, why, what, how, what if
 */
public record Completeness(int percent, List<Missing> missing) {

    public boolean isComplete() {
        return missing.isEmpty();
    }

    void expectComplete() {
        Refusal.unless(isComplete(), "The agreement is not complete yet. %s".formatted(missing.stream().map(Missing::sentence)
                .collect(joining(" "))));
    }

    /** The question that an obligatory item answers. */
    public enum Question {
        WHO("Who"),
        WHY("Why"),
        WHAT("What"),
        HOW("How"),
        WHAT_IF("What if");

        private final String label;

        Question(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @param sentence what is missing, and who can mend it */
    public record Missing(Question question, String sentence) {
    }
}
