package org.commonground.decision;

import java.util.List;

import org.commonground.negotiation.DecisionRule;

/**
 * How the voices are counted by the rule: only those who said yes count as in favour. Whoever abstains or is silent does not stop the
 * others, nor do they carry it.
 *
 * @param partners all full partners that have a voice, at the moment of counting
 */
public record Count(DecisionRule rule, int partners, int inFavour, int against, int abstained) {

    static Count of(DecisionRule rule, int partners, List<Voice> voices) {
        return new Count(rule, partners, said(voices, Voice.FOR), said(voices, Voice.AGAINST), said(voices, Voice.ABSTAIN));
    }

    private static int said(List<Voice> voices, Voice voice) {
        return (int) voices.stream().filter(voice::equals).count();
    }

    public int silent() {
        return partners - inFavour - against - abstained;
    }

    public boolean accepted() {
        return rule.carries(inFavour, against, partners);
    }

    /** The rule as those who decide read it beforehand. */
    static String inWords(DecisionRule rule, int partners) {
        if (partners == 1) {
            return "You decide alone: it is accepted when you are for it. Silence is not consent.";
        }
        String how = switch (rule) {
            case CONSENSUS -> "By consensus: it is accepted when nobody is against and more than half of all %d partners are for it.";
            case TWO_THIRDS -> "By two thirds: it is accepted when at least two thirds of all %d partners are for it.";
            case MAJORITY -> "By majority: it is accepted when more than half of all %d partners are for it.";
        };
        return how.formatted(partners) + " Silence is not consent: who does not answer is not counted as for it.";
    }

    /** The result in one sentence. */
    public String inWords() {
        String all = partners == 1 ? "partner" : "partners";
        return "%d of %d %s for it%s%s%s. %s it is %s.".formatted(inFavour, partners, all, said(against, "against"),
                said(abstained, "abstained"), said(silent(), "silent"), rule.label(), accepted() ? "accepted" : "not accepted");
    }

    private static String said(int many, String what) {
        return many == 0 ? "" : ", %d %s".formatted(many, what);
    }
}
