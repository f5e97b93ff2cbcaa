package org.commonground.negotiation;

import org.commonground.foundation.Keyed;

/**
 * How the partners decide together. All rules count out of all full partners, whether they spoke or not: silence is no consent, and no
 * veto.
 * <ul>
 * <li>Consensus: nobody is against, and more than half of all partners are in favour.
 * <li>Two thirds: at least two thirds of all partners are in favour.
 * <li>Majority: more than half of all partners are in favour.
 * </ul>
 */
public enum DecisionRule implements Keyed {
    CONSENSUS("consensus", "By consensus"),
    TWO_THIRDS("twoThirds", "By two thirds of the partners"),
    MAJORITY("majority", "By the majority of the partners");

    private final String key;
    private final String label;

    DecisionRule(String key, String label) {
        this.key = key;
        this.label = label;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    /**
     * Whether so many voices carry it.
     *
     * @param partners all full partners
     */
    public boolean carries(int inFavour, int against, int partners) {
        return inFavour >= needed(partners) && (this != CONSENSUS || against == 0);
    }

    /** How many of all full partners have to be in favour. */
    public int needed(int partners) {
        return this == TWO_THIRDS ? (2 * partners + 2) / 3 : partners / 2 + 1;
    }

    public static DecisionRule of(String key) {
        return Keyed.of(DecisionRule.class, key);
    }
}
