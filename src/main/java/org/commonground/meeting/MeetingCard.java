package org.commonground.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.commonground.foundation.Days;
import org.commonground.foundation.PartnershipId;

/**
 * All that is known of a meeting but its guests and decisions; what is not known yet is null.
 *
 * @param nr         its number among all meetings of the partnership
 * @param kindNr     the how manyth of its kind
 * @param dueOn      the date of the rhythm that it stands for; null where a meeting agreed on it
 * @param missed     how many dates before that had passed without a meeting
 * @param agreedIn   the meeting that agreed on it
 * @param whom       whom to invite besides, as agreed there
 * @param askedAt    since when somebody is asked to invite
 * @param pauses     how many pauses of the work had ended by then
 * @param on         the day: of the rhythm, later the one to which people are invited
 * @param policy     that is hoped for from its guests
 * @param invitedBy  null where nobody invited in time
 * @param heldAs     what was said, as a meeting
 * @param nobodyCame what kept people away
 * @param policyCame whether the policy came; null while nobody knows
 */
public record MeetingCard(UUID id, PartnershipId partnership, int nr, MeetingKind kind, int kindNr, LocalDate dueOn, int missed,
        UUID agreedIn, String subject, String whom, Instant askedAt, int pauses, LocalDate on, String hour, String place, String agenda,
        String policy, String invitedBy, Instant sentAt, MeetingOutcome outcome, UUID heldAs, String nobodyCame, Boolean policyCame,
        String policyWords, UUID policyToldIn) {

    /** {@code Steering meeting 3}. */
    public String title() {
        return kind.label() + " " + kindNr;
    }

    /** {@code Workshop 1: seeds}. */
    public String titleWithSubject() {
        return subject == null ? title() : title() + ": " + subject;
    }

    /** {@code Steering meeting 3 of 4 May 2027}. */
    public String dated() {
        return "%s of %s".formatted(title(), Days.inWords(on));
    }

    public boolean isOver() {
        return outcome != null;
    }

    boolean isAsked() {
        return askedAt != null;
    }

    boolean isSent() {
        return sentAt != null;
    }

    /** Whether it waits for what became of the policy that was hoped for. */
    boolean isPolicyOpen() {
        return outcome == MeetingOutcome.HELD && policy != null && policyCame == null;
    }

    /** Whether the work paused since somebody was asked, so that nobody is asked any more. */
    boolean hasStopped(int pausesEnded) {
        return isAsked() && !isOver() && pauses < pausesEnded;
    }
}
