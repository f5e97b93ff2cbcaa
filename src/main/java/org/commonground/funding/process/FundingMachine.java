package org.commonground.funding.process;

import org.commonground.engine.Machine;
import org.commonground.funding.InstalmentService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The box of the funding that nobody does by hand. */
@Configuration(proxyBeanMethods = false)
class FundingMachine {

    private final InstalmentService instalments;

    FundingMachine(InstalmentService instalments) {
        this.instalments = instalments;
    }

    @Bean
    Machine alertLateMoneyDelegate() {
        return context -> instalments.alertUnconfirmed(context.partnership(), FundingVariables.instalment(context));
    }
}
