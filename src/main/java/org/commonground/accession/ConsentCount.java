package org.commonground.accession;

import java.util.Locale;

import org.commonground.negotiation.ConsentRule;

/**
 * How the consents to one newcomer are counted, by the rule that held when it was proposed. Silence is no consent.
 *
 * @param asked the full partners that were asked and are there still
 */
public record ConsentCount(ConsentRule rule, int asked, int inFavour, int against) {

    public boolean consented() {
        return asked > 0 && inFavour >= needed(rule, asked);
    }

    private static int needed(ConsentRule rule, int asked) {
        return switch (rule) {
            case ALL -> asked;
            case TWO_THIRDS -> (2 * asked + 2) / 3;
            case MAJORITY -> asked / 2 + 1;
        };
    }

    int silent() {
        return asked - inFavour - against;
    }

    /** The rule as those who are asked read it beforehand. */
    static String inWords(ConsentRule rule, int asked) {
        String how = switch (rule) {
            case ALL -> "It takes the consent of all %d partners that are asked.";
            case TWO_THIRDS -> "It takes the consent of at least two thirds of the %d partners that are asked.";
            case MAJORITY -> "It takes the consent of more than half of the %d partners that are asked.";
        };
        return how.formatted(asked) + " Silence is no consent: who has not answered when the time is over is counted as if it had not"
                + " consented. Who leaves the partnership meanwhile is not counted.";
    }

    /** The result in one sentence. */
    public String inWords() {
        if (asked == 0) {
            return "Nobody is left who could consent.";
        }
        return "%d of %d partners consent%s%s. The rule: %s. So %s.".formatted(inFavour, asked, against == 0 ? "" : ", %d %s not".formatted(
                against, against == 1 ? "does" : "do"), silent() == 0 ? "" : ", %d silent".formatted(silent()),
                rule.label().toLowerCase(Locale.ENGLISH), consented() ? "it may join" : "it does not join");
    }
}
