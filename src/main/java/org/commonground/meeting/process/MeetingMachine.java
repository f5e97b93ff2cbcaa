package org.commonground.meeting.process;

import static org.commonground.meeting.process.MeetingVariables.meeting;

import org.commonground.engine.CaseTimers;
import org.commonground.engine.Machine;
import org.commonground.meeting.InvitationService;
import org.commonground.meeting.MinutesService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What nobody does by hand for a meeting. */
@Configuration(proxyBeanMethods = false)
class MeetingMachine {

    private final InvitationService invitations;
    private final MinutesService minutes;

    MeetingMachine(InvitationService invitations, MinutesService minutes) {
        this.invitations = invitations;
        this.minutes = minutes;
    }

    @Bean
    Machine sendInvitationDelegate() {
        return context -> invitations.send(meeting(context));
    }

    /** A workshop on which a meeting agreed may come before all others. */
    @Bean
    Machine shareMinutesDelegate(CaseTimers timers) {
        return context -> {
            minutes.share(meeting(context));
            timers.recalculate(context.partnership());
        };
    }

    @Bean
    Machine recordMissingMinutesDelegate() {
        return context -> minutes.recordMissing(meeting(context));
    }
}
