package org.commonground.dispute;

import java.util.List;

/**
 * All that was said of a dispute, for those who may read it.
 *
 * @param sides   who stands against whom, in words
 * @param stands  on which rung and until when, or how it ended
 * @param counted how the voices of the others were counted; null where they were not
 */
public record DisputeRecord(int nr, String sides, String stands, String why, String about, String wish, List<Spoken> spoken,
        List<Held> held, List<Todo> todos, List<Reasoned> verdicts, String counted) {

    /** @param said such as {@code Not settled yet: we go on talking} */
    public record Spoken(String day, String rung, String who, String said, String words) {
    }

    /** @param present who was there */
    public record Held(String day, String rung, String present, String came) {
    }

    /** @param became whether it was agreed */
    public record Todo(String what, String owner, String due, String verifier, String became) {
    }

    public record Reasoned(String who, String way, String words) {
    }
}
