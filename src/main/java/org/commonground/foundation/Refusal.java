package org.commonground.foundation;

/**
 * The domain says no. The message is a whole sentence for the person who asked: what is wrong and what to do instead.
 * Whoever throws it has changed nothing yet; the transaction around it is rolled back.
 */
public class Refusal extends RuntimeException {

    public Refusal(String sentence) {
        super(sentence);
    }

    /** The sentence the person reads. */
    public String sentence() {
        return getMessage();
    }

    /** Refuses with the sentence unless the condition holds. */
    public static void unless(boolean condition, String sentence) {
        if (!condition) {
            throw new Refusal(sentence);
        }
    }
}
