package org.commonground.organisation.process;

import java.util.Date;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.engine.OpenToModels;
import org.commonground.foundation.OrganisationId;
import org.commonground.organisation.OrganisationService;
import org.springframework.stereotype.Component;

/** What all diagrams may ask about organisations. */
@Component
@OpenToModels
public class Organisations {

    private static final int RENEWAL_TAKES_DAYS = 90;

    private final OrganisationService organisations;

    Organisations(OrganisationService organisations) {
        this.organisations = organisations;
    }

    /**
     * The group of the organisation's people: {@code ${organisations.group(party)}}.
     *
     * @param party an organisation's code
     */
    public String group(String party) {
        return new OrganisationId(party).groupId();
    }

    /** When this organisation should begin to renew its registration: 90 days before it ends. */
    public Date renewalDue(DelegateExecution execution) {
        OrganisationId organisation = new OrganisationId(execution.getProcessBusinessKey());
        return Date.from(organisations.file(organisation).registration().document().expiresOn().minusDays(RENEWAL_TAKES_DAYS)
                .atStartOfDay(organisations.zoneOf(organisation)).toInstant());
    }
}
