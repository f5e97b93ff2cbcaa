package org.commonground.orientation.process;

import org.commonground.engine.CaseTasks;
import org.commonground.engine.Machine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The box of an orientation that nobody does by hand. */
@Configuration(proxyBeanMethods = false)
class OrientationMachine {

    /** What the coordinators are asked already is in the secretariat's queue as well. */
    @Bean
    Machine shareOpenStepsDelegate(CaseTasks tasks) {
        return context -> tasks.recalculate(context.partnership());
    }
}
