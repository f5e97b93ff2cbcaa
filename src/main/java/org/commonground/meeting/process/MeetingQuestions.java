package org.commonground.meeting.process;

import java.time.Instant;
import java.util.Date;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.engine.DueDates;
import org.commonground.engine.MayMove;
import org.commonground.engine.OpenToModels;
import org.commonground.foundation.PartnershipId;
import org.commonground.meeting.InvitationService;
import org.commonground.meeting.MeetingService;
import org.springframework.stereotype.Component;

/** What diagrams ask about meetings: {@code ${meetings.nextDate(execution)}}. */
@Component("meetings")
@OpenToModels
public class MeetingQuestions {

    private final MeetingService meetings;
    private final InvitationService invitations;
    private final DueDates deadlines;

    MeetingQuestions(MeetingService meetings, InvitationService invitations, DueDates deadlines) {
        this.meetings = meetings;
        this.invitations = invitations;
        this.deadlines = deadlines;
    }

    /** When somebody is asked to invite to the next meeting of the case; after the end of the term where there is no other. */
    @MayMove
    public Date nextDate(DelegateExecution execution) {
        return Date.from(meetings.nextDate(new PartnershipId(execution.getProcessBusinessKey())));
    }

    /** Whether somebody has to invite to this one. */
    public boolean invitationOpen(DelegateExecution execution) {
        return id(execution) != null && meetings.isInvitationOpen(id(execution));
    }

    /** Whether people are invited to this one, and nobody has written down what was said. */
    public boolean awaited(DelegateExecution execution) {
        return id(execution) != null && meetings.isAwaited(id(execution));
    }

    /** Until when somebody can invite: as the table of deadlines says, and half of the time before the meeting at most. */
    public Date inviteUntil(DelegateExecution execution) {
        Instant halfway = invitations.halfwayTo(id(execution));
        return Date.from(deadlines.dueFor("invite-to-meeting").filter(halfway::isAfter).orElse(halfway));
    }

    /** The morning after the day to which people are invited. */
    public Date dayOver(DelegateExecution execution) {
        return Date.from(meetings.dayOver(id(execution)));
    }

    private static UUID id(DelegateExecution execution) {
        String meeting = (String) execution.getVariable(MeetingVariables.MEETING.name());
        return meeting == null ? null : UUID.fromString(meeting);
    }
}
