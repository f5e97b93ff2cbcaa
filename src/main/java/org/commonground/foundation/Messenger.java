package org.commonground.foundation;

/**
 * Brings a fact to the diagrams at once and tells whether one of them waited for it. Facts usually travel on their own and nobody
 * minds when they find nobody; this is for the few whose sender has to know, because a person waits for the answer.
 */
public interface Messenger {

    /**
     * Whether a diagram took the fact. It is taken in the transaction of the caller, so only a machine's box may ask: when two
     * arrive at one moment, one of the boxes is done again, and a person's click would be lost instead.
     */
    boolean reaches(Fact fact);
}
