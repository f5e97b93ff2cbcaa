package org.commonground.organisation.process;

import java.util.Date;
import java.util.List;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.engine.OpenToModels;
import org.commonground.foundation.OrganisationId;
import org.commonground.organisation.Neutrality;
import org.commonground.organisation.OrganisationService;
import org.springframework.stereotype.Component;

/** What all diagrams may ask about organisations. */
@Component
@OpenToModels
public class Organisations {

    private static final int RENEWAL_TAKES_DAYS = 90;

    private final OrganisationService organisations;
    private final Neutrality neutrality;

    Organisations(OrganisationService organisations, Neutrality neutrality) {
        this.organisations = organisations;
        this.neutrality = neutrality;
    }

    /**
     * The group of the organisation's people: {@code ${organisations.group(party)}}.
     *
     * @param party an organisation's code
     */
    public String group(String party) {
        return new OrganisationId(party).groupId();
    }

    /** The group that looks whether this organisation is what it states: the coordinators, or the manager where all belong to it. */
    public List<String> neutralCoordinators(DelegateExecution execution) {
        return neutrality.serving(List.of(new OrganisationId(execution.getProcessBusinessKey())));
    }

    /** When this organisation should begin to renew its registration: 90 days before it ends. */
    public Date renewalDue(DelegateExecution execution) {
        OrganisationId organisation = new OrganisationId(execution.getProcessBusinessKey());
        return Date.from(organisations.file(organisation).registration().document().expiresOn().minusDays(RENEWAL_TAKES_DAYS)
                .atStartOfDay(organisations.zoneOf(organisation)).toInstant());
    }
}
