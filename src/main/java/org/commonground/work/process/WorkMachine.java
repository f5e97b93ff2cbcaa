package org.commonground.work.process;

import org.commonground.engine.Machine;
import org.commonground.work.WorkService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The box of the work in force that nobody does by hand. */
@Configuration(proxyBeanMethods = false)
class WorkMachine {

    private final WorkService work;

    WorkMachine(WorkService work) {
        this.work = work;
    }

    @Bean
    Machine bringIntoForceDelegate() {
        return context -> work.bringIntoForce(context.partnership());
    }
}
