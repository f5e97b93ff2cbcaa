package org.commonground.organisation;

import org.commonground.notice.Watch;
import org.springframework.stereotype.Component;

/** Looks for registrations that expire. */
@Component
class ExpiryWatch implements Watch {

    private final OrganisationService organisations;

    ExpiryWatch(OrganisationService organisations) {
        this.organisations = organisations;
    }

    @Override
    public void look() {
        organisations.remindOfExpiry();
    }
}
