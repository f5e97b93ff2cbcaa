package org.commonground.partnership.process;

import org.commonground.engine.Machine;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The boxes of the corridor that nobody does by hand. */
@Configuration(proxyBeanMethods = false)
class PartnershipMachine {

    private final PartnershipService partnerships;

    PartnershipMachine(PartnershipService partnerships) {
        this.partnerships = partnerships;
    }

    @Bean
    Machine bringIntoForceDelegate() {
        return context -> partnerships.enter(context.partnership(), Phase.IN_FORCE);
    }
}
