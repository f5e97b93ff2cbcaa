package org.commonground.organisation;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** When the registry looks for registrations that end. Tests switch it off and look themselves. */
@Component
@ConditionalOnProperty(name = "commonground.scheduled", matchIfMissing = true)
class ExpirySchedule {

    private final OrganisationService organisations;

    ExpirySchedule(OrganisationService organisations) {
        this.organisations = organisations;
    }

    @Scheduled(fixedDelayString = "${commonground.sweep:PT5M}")
    void remind() {
        try {
            organisations.remindOfExpiry();
        } catch (DuplicateKeyException toldAlready) {
            // Another node was looking at the same moment; what it has not told comes next time.
        }
    }
}
