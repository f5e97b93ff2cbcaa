package org.commonground.foundation;

/** What was asked for does not exist, or is not for the person who asked: both sound alike. */
public class NotFound extends Refusal {

    public NotFound(String sentence) {
        super(sentence);
    }
}
