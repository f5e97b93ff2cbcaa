package org.commonground.lead.process;

import org.commonground.engine.Machine;
import org.commonground.lead.LeadService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the machine does about the lead. */
@Configuration(proxyBeanMethods = false)
class LeadMachine {

    private final LeadService leads;

    LeadMachine(LeadService leads) {
        this.leads = leads;
    }

    @Bean
    Machine closeRequestDelegate() {
        return context -> leads.closeRequest(context.partnership(), LeadVariables.matter(context));
    }
}
