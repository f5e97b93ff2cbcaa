package org.commonground.organisation.process;

import org.commonground.engine.Machine;
import org.commonground.foundation.OrganisationId;
import org.commonground.organisation.OrganisationService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The boxes of the registry that nobody does by hand. */
@Configuration(proxyBeanMethods = false)
class OrganisationMachine {

    private final OrganisationService organisations;

    OrganisationMachine(OrganisationService organisations) {
        this.organisations = organisations;
    }

    @Bean
    Machine openAccountsDelegate() {
        return context -> organisations.openAccounts(new OrganisationId(context.businessKey()));
    }
}
