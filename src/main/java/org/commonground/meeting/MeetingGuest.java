package org.commonground.meeting;

/**
 * Somebody of no member at a meeting.
 *
 * @param nr      within the meeting
 * @param address null where there is none
 * @param why     why it was invited; null where it came besides
 * @param came    null before the minutes
 */
public record MeetingGuest(int nr, String name, String from, String address, String why, Boolean came) {

    /** {@code Asha Rao (Ministry of Water)}. */
    public String inWords() {
        return "%s (%s)".formatted(name, from);
    }

    boolean hasCome() {
        return Boolean.TRUE.equals(came);
    }
}
