package org.commonground.stage;

import java.util.Arrays;
import java.util.regex.Pattern;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.commonground.foundation.Refusal;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** That the domain says no, and in which words. */
public final class Refusals {

    private static final String VARIES = "…";

    private Refusals() {
    }

    /** @param sentence the whole of it, with {@code …} for what differs from day to day, such as a date or a number */
    public static void refused(String sentence, ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOf(Refusal.class).message().matches(pattern(sentence));
    }

    /** The same sentence for whoever has it already. */
    public static Pattern pattern(String sentence) {
        return Pattern.compile(Arrays.stream(sentence.split(VARIES, -1)).map(Pattern::quote).collect(joining(".+")), Pattern.DOTALL);
    }
}
