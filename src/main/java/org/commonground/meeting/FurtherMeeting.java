package org.commonground.meeting;

import static org.commonground.foundation.Words.maybe;
import static org.commonground.foundation.Words.said;

import java.time.LocalDate;

import org.commonground.foundation.Refusal;

/**
 * A workshop or a seminar on which a meeting agrees.
 *
 * @param whom whom to invite besides the members; null where nobody
 */
public record FurtherMeeting(MeetingKind kind, LocalDate on, String subject, String whom) {

    public FurtherMeeting {
        subject = said(subject, "Please say what the workshop or seminar is about.");
        whom = maybe(whom);
        Refusal.unless(kind == MeetingKind.WORKSHOP || kind == MeetingKind.SEMINAR,
                "Steering meetings and consultations come by themselves, as often as you agreed. Please choose a workshop or a seminar.");
    }
}
