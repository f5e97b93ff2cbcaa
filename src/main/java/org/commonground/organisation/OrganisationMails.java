package org.commonground.organisation;

import java.util.HashMap;
import java.util.Map;

import org.commonground.foundation.OrganisationId;
import org.commonground.notice.Audience;
import org.commonground.notice.Outbox;
import org.commonground.notice.RoomMails;
import org.commonground.notice.Template;
import org.commonground.notice.Templates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What people hear of the registry. */
@Component
class OrganisationMails extends RoomMails {

    /** So many days before, the task "Renew registration" opens, which is a mail of its own. */
    private static final int RENEWAL_OPENS = 90;

    private final Template registrationVerified = mail("registration-verified");
    private final Template registrationMoreNeeded = mail("registration-more-needed");
    private final Template registrationRefused = mail("registration-refused");
    private final Template registrationRenewed = mail("registration-renewed");
    private final Template registrationExpiring = mail("registration-expiring");
    private final Template registrationExpired = mail("registration-expired");
    private final Template mandateGiven = mail("mandate-given");
    private final Template mandateEnded = mail("mandate-ended");
    private final Template personLeft = mail("person-left");
    private final Template caseLeftToOthers = mail("case-left-to-others");
    private final Template flagRaised = mail("flag-raised");
    private final Template flagEscalated = mail("flag-escalated");
    private final Template flagResolved = mail("flag-resolved");

    OrganisationMails(Templates templates, Outbox outbox) {
        super(templates, outbox);
    }

    @EventListener
    void on(OrganisationVerified fact) {
        tell(Audience.focalPoints(fact.organisation()), fact, registrationVerified, Map.of("caseTitle", fact.name()));
    }

    @EventListener
    void on(CaseLeftToOthers fact) {
        tell(fact.confidential() ? Audience.organisations(fact.told()) : Audience.everybody(fact.told()), fact, caseLeftToOthers,
                Map.of("concerned", fact.concerned(), "manager", fact.manager()));
    }

    // Before the organisation is verified its people have no accounts.

    @EventListener
    void on(MoreNeeded fact) {
        tell(Audience.address(fact.focalPoint().email()), fact, registrationMoreNeeded,
                Map.of("caseTitle", fact.name(), "name", fact.focalPoint().name(), "what", fact.what()));
    }

    @EventListener
    void on(RegistrationRefused fact) {
        tell(Audience.address(fact.focalPoint().email()), fact, registrationRefused,
                Map.of("caseTitle", fact.name(), "name", fact.focalPoint().name(), "reason", fact.reason()));
    }

    @EventListener
    void on(RegistrationRenewed fact) {
        tell(Audience.coordinator(), fact, registrationRenewed, Map.of("caseTitle", fact.name()));
    }

    @EventListener
    void on(RegistrationExpiring fact) {
        if (fact.daysBefore() >= RENEWAL_OPENS) {
            return;
        }
        tell(Audience.focalPoints(fact.organisation()), fact, registrationExpiring,
                Map.of("caseTitle", fact.name(), "until", fact.expiresOn()));
    }

    @EventListener
    void on(RegistrationExpired fact) {
        tell(Audience.focalPoints(fact.organisation()).and(Audience.coordinator()), fact, registrationExpired,
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
        tell(Audience.person(fact.person().user()), fact, mandateGiven, days);
    }

    @EventListener
    void on(MandateEnded fact) {
        tell(Audience.person(fact.person().user()), fact, mandateEnded, Map.of());
    }

    @EventListener
    void on(PersonLeft fact) {
        tell(Audience.address(fact.person().email()), fact, personLeft, Map.of("name", fact.person().name()));
    }

    @EventListener
    void on(FlagRaised fact) {
        tell(concerned(fact.organisation(), fact.level()).and(Audience.coordinator()), fact, flagRaised,
                Map.of("flag", fact.level().label(), "reason", fact.reason(), "red", fact.level() == FlagLevel.RED));
    }

    @EventListener
    void on(FlagEscalated fact) {
        tell(Audience.manager(), fact, flagEscalated, Map.of("flag", fact.level().label(), "question", fact.question()));
    }

    @EventListener
    void on(FlagResolved fact) {
        tell(concerned(fact.organisation(), fact.level()).and(Audience.coordinator()), fact, flagResolved,
                Map.of("flag", fact.level().label(), "resolution", fact.resolution()));
    }

    /** An observation stays among those who serve the partners. */
    private static Audience concerned(OrganisationId organisation, FlagLevel level) {
        return level == FlagLevel.OBSERVATION ? Audience.nobody() : Audience.focalPoints(organisation);
    }
}
