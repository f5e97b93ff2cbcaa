package org.commonground.delivery.process;

import org.commonground.delivery.CommitmentService;
import org.commonground.delivery.InstalmentService;
import org.commonground.delivery.PeriodService;
import org.commonground.engine.Machine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The boxes of the delivery that nobody does by hand. */
@Configuration(proxyBeanMethods = false)
class DeliveryMachine {

    private final CommitmentService commitments;
    private final InstalmentService instalments;
    private final PeriodService periods;

    DeliveryMachine(CommitmentService commitments, InstalmentService instalments, PeriodService periods) {
        this.commitments = commitments;
        this.instalments = instalments;
        this.periods = periods;
    }

    @Bean
    Machine alertSilentSeatsDelegate() {
        return context -> commitments.alertSilentSeats(context.partnership());
    }

    @Bean
    Machine openPeriodDelegate() {
        return context -> periods.open(context.partnership());
    }

    @Bean
    Machine comparePlansDelegate() {
        return context -> periods.comparePlans(context.partnership());
    }

    @Bean
    Machine closePeriodDelegate() {
        return context -> periods.close(context.partnership());
    }

    @Bean
    Machine alertLateMoneyDelegate() {
        return context -> instalments.alertUnconfirmed(context.partnership(), DeliveryVariables.instalment(context));
    }
}
