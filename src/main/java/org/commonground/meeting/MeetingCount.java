package org.commonground.meeting;

/**
 * How many meetings of a kind there were.
 *
 * @param agreed     how many came due, those too that passed while everything stood still
 * @param nobodyCame to how many nobody came
 * @param unknown    of how many nobody wrote down what was said
 */
public record MeetingCount(MeetingKind kind, int held, int agreed, int nobodyCame, int unknown) {

    /** {@code 3 of 4 held; to 1 nobody came}. */
    public String inWords() {
        return "%d of %d held%s%s".formatted(held, agreed, nobodyCame == 0 ? "" : "; to %d nobody came".formatted(nobodyCame),
                unknown == 0 ? "" : "; %d without minutes".formatted(unknown));
    }
}
