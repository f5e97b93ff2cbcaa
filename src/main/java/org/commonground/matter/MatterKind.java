package org.commonground.matter;

import java.util.Arrays;

import org.commonground.foundation.Refusal;

/** What can be raised. All but a review are proposals: the partners decide on them by the rule they agreed. */
public enum MatterKind {
    REVIEW("review", "An early review", "All partners rate the partnership now, before the next date."),
    SUSPENSION("suspension", "A pause of the work", "The work and its reviews rest until the partners decide to take them up again. The term goes on running."),
    RESUMPTION("resumption", "Taking up the work again", "The work and its reviews begin again from where they stood."),
    CLOSURE("closure", "Closing the partnership", "The work ends now, before the term. Nothing new can be raised, and the closing begins.");

    private final String key;
    private final String label;
    private final String consequence;

    MatterKind(String key, String label, String consequence) {
        this.key = key;
        this.label = label;
        this.consequence = consequence;
    }

    /** As written in forms. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    /** What happens when it is carried out, in a sentence or two. */
    public String consequence() {
        return consequence;
    }

    /** The label inside a sentence. */
    public String inWords() {
        return Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }

    public boolean isProposal() {
        return this != REVIEW;
    }

    public static MatterKind of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst()
                .orElseThrow(() -> new Refusal("There is no matter called “" + key + "”."));
    }
}
