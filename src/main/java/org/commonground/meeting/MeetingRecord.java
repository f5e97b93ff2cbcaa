package org.commonground.meeting;

import java.time.LocalDate;
import java.util.List;

/**
 * What there is to read of a meeting, in words; what there is nothing of is null or empty.
 *
 * @param day      when it was held, or is to be
 * @param stands   what became of it
 * @param reason   why it came
 * @param late     for how many dates it stands besides its own
 * @param hoped    the policy that was hoped for, and what came of it
 * @param present  members and guests who were there
 * @param policies what it told of policies that earlier meetings hoped for
 * @param further  workshops and seminars on which it agreed
 */
public record MeetingRecord(String title, LocalDate day, String stands, String reason, String late, String when, String place,
        String agenda, List<String> guests, String hoped, String present, String words, List<String> decisions, List<ActionLine> actions,
        List<String> policies, List<String> further) {

    /** @param state whether somebody has seen it done */
    public record ActionLine(String what, String owner, String due, String verifier, String state) {

        String inWords() {
            return "%s: %s, by %s. %s looks whether it is done.".formatted(owner, what, due, verifier);
        }
    }
}
