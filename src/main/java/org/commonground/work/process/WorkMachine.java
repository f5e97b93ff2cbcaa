package org.commonground.work.process;

import java.util.UUID;

import org.commonground.engine.Machine;
import org.commonground.work.MeetingRhythm;
import org.commonground.work.RenewalService;
import org.commonground.work.WorkService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The boxes of the work in force that nobody does by hand. */
@Configuration(proxyBeanMethods = false)
class WorkMachine {

    private final WorkService work;
    private final RenewalService renewals;
    private final MeetingRhythm meetings;

    WorkMachine(WorkService work, RenewalService renewals, MeetingRhythm meetings) {
        this.work = work;
        this.renewals = renewals;
        this.meetings = meetings;
    }

    @Bean
    Machine bringIntoForceDelegate() {
        return context -> work.bringIntoForce(context.partnership());
    }

    @Bean
    Machine openMeetingDelegate() {
        return context -> context.set(WorkVariables.MEETING, meetings.open(context.partnership()).map(UUID::toString).orElse(null));
    }

    @Bean
    Machine proposeRenewalDelegate() {
        return context -> renewals.propose(context.partnership());
    }

    @Bean
    Machine endWorkDelegate() {
        return context -> work.end(context.partnership());
    }
}
