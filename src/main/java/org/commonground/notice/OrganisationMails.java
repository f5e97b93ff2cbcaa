package org.commonground.notice;

import java.util.HashMap;
import java.util.Map;

import org.commonground.foundation.OrganisationId;
import org.commonground.organisation.FlagEscalated;
import org.commonground.organisation.FlagLevel;
import org.commonground.organisation.FlagRaised;
import org.commonground.organisation.FlagResolved;
import org.commonground.organisation.MandateEnded;
import org.commonground.organisation.MandateGiven;
import org.commonground.organisation.MoreNeeded;
import org.commonground.organisation.OrganisationVerified;
import org.commonground.organisation.Person;
import org.commonground.organisation.PersonLeft;
import org.commonground.organisation.RegistrationExpired;
import org.commonground.organisation.RegistrationExpiring;
import org.commonground.organisation.RegistrationRefused;
import org.commonground.organisation.RegistrationRenewed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What people hear of the registry. */
@Component
class OrganisationMails {

    /** So many days before, the task "Renew registration" opens, which is a mail of its own. */
    private static final int RENEWAL_OPENS = 90;

    private final FactMail mail;

    OrganisationMails(FactMail mail) {
        this.mail = mail;
    }

    @EventListener
    void on(OrganisationVerified fact) {
        mail.tell(Audience.focalPoints(fact.organisation()), fact, "registration-verified", Map.of("caseTitle", fact.name()));
    }

    // Before the organisation is verified its people have no accounts.

    @EventListener
    void on(MoreNeeded fact) {
        mail.tell(Audience.address(fact.focalPoint().email()), fact, "registration-more-needed",
                Map.of("caseTitle", fact.name(), "name", fact.focalPoint().name(), "what", fact.what()));
    }

    @EventListener
    void on(RegistrationRefused fact) {
        mail.tell(Audience.address(fact.focalPoint().email()), fact, "registration-refused",
                Map.of("caseTitle", fact.name(), "name", fact.focalPoint().name(), "reason", fact.reason()));
    }

    @EventListener
    void on(RegistrationRenewed fact) {
        mail.tell(Audience.coordinator(), fact, "registration-renewed", Map.of("caseTitle", fact.name()));
    }

    @EventListener
    void on(RegistrationExpiring fact) {
        if (fact.daysBefore() >= RENEWAL_OPENS) {
            return;
        }
        mail.tell(Audience.focalPoints(fact.organisation()), fact, "registration-expiring",
                Map.of("caseTitle", fact.name(), "until", fact.expiresOn()));
    }

    @EventListener
    void on(RegistrationExpired fact) {
        mail.tell(Audience.focalPoints(fact.organisation()).and(Audience.coordinator()), fact, "registration-expired",
                Map.of("caseTitle", fact.name(), "since", fact.expiresOn()));
    }

    @EventListener
    void on(MandateGiven fact) {
        Map<String, Object> days = new HashMap<>();
        Person.Mandate mandate = fact.person().mandate();
        if (mandate != null) {
            days.put("from", mandate.from());
            days.put("to", mandate.to());
        }
        mail.tell(Audience.person(fact.person().user()), fact, "mandate-given", days);
    }

    @EventListener
    void on(MandateEnded fact) {
        mail.tell(Audience.person(fact.person().user()), fact, "mandate-ended", Map.of());
    }

    @EventListener
    void on(PersonLeft fact) {
        mail.tell(Audience.address(fact.person().email()), fact, "person-left", Map.of("name", fact.person().name()));
    }

    @EventListener
    void on(FlagRaised fact) {
        mail.tell(concerned(fact.organisation(), fact.level()).and(Audience.coordinator()), fact, "flag-raised",
                Map.of("flag", fact.level().label(), "reason", fact.reason(), "red", fact.level() == FlagLevel.RED));
    }

    @EventListener
    void on(FlagEscalated fact) {
        mail.tell(Audience.manager(), fact, "flag-escalated", Map.of("flag", fact.level().label(), "question", fact.question()));
    }

    @EventListener
    void on(FlagResolved fact) {
        mail.tell(concerned(fact.organisation(), fact.level()).and(Audience.coordinator()), fact, "flag-resolved",
                Map.of("flag", fact.level().label(), "resolution", fact.resolution()));
    }

    /** An observation stays among those who serve the partners. */
    private static Audience concerned(OrganisationId organisation, FlagLevel level) {
        return level == FlagLevel.OBSERVATION ? Audience.nobody() : Audience.focalPoints(organisation);
    }
}
