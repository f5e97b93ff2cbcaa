package org.commonground.work.process;

import org.commonground.engine.Machine;
import org.commonground.work.RenewalService;
import org.commonground.work.WorkService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The boxes of the work in force that nobody does by hand. */
@Configuration(proxyBeanMethods = false)
class WorkMachine {

    private final WorkService work;
    private final RenewalService renewals;

    WorkMachine(WorkService work, RenewalService renewals) {
        this.work = work;
        this.renewals = renewals;
    }

    @Bean
    Machine bringIntoForceDelegate() {
        return context -> work.bringIntoForce(context.partnership());
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
