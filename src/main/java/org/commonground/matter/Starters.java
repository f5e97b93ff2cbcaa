package org.commonground.matter;

import org.commonground.organisation.AccountRemoved;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.PersonLeft;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who starts to raise a matter and is gone before saying what it is: the diagram hears of it, in whichever way the person went. */
@Component
class Starters {

    private final OrganisationService organisations;
    private final ApplicationEventPublisher facts;

    Starters(OrganisationService organisations, ApplicationEventPublisher facts) {
        this.organisations = organisations;
        this.facts = facts;
    }

    @EventListener
    void left(PersonLeft fact) {
        facts.publishEvent(new StarterLeft(fact.organisation(), fact.person().user()));
    }

    /** Staff belong to no organisation, and raise nothing. */
    @EventListener
    void removed(AccountRemoved fact) {
        organisations.belongsTo(fact.user()).ifPresent(organisation -> facts.publishEvent(new StarterLeft(organisation, fact.user())));
    }
}
