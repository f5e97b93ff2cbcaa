package org.commonground.organisation.process;

import java.util.Optional;

import org.commonground.engine.Heading;
import org.commonground.foundation.OrganisationId;
import org.commonground.organisation.OrganisationService;
import org.springframework.stereotype.Component;

/** The top of every form of an organisation: its name, its code and where its registration stands. */
@Component
class OrganisationHeading implements Heading {

    private final OrganisationService organisations;

    OrganisationHeading(OrganisationService organisations) {
        this.organisations = organisations;
    }

    @Override
    public Optional<Line> of(String businessKey) {
        return OrganisationId.isCode(businessKey) ? organisations.find(new OrganisationId(businessKey))
                .map(card -> new Line(card.name(), card.id().code(), card.standing().label())) : Optional.empty();
    }
}
