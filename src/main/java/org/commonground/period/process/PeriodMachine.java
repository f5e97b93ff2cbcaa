package org.commonground.period.process;

import org.commonground.engine.Machine;
import org.commonground.period.PeriodService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The boxes of the periods that nobody does by hand. */
@Configuration(proxyBeanMethods = false)
class PeriodMachine {

    private final PeriodService periods;

    PeriodMachine(PeriodService periods) {
        this.periods = periods;
    }

    @Bean
    Machine openPeriodDelegate() {
        return context -> periods.open(context.partnership());
    }

    @Bean
    Machine comparePlansDelegate() {
        return context -> periods.comparePlans(context.partnership());
    }
}
