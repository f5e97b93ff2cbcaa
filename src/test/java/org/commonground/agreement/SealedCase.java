package org.commonground.agreement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.negotiation.NegotiatedCase;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.PeopleService;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.springframework.stereotype.Component;

/** Partnerships to test with whose agreement is sealed today and in force, by the verbs of the rooms alone. */
@Component
public class SealedCase {

    private final PartnershipService partnerships;
    private final NegotiationService negotiations;
    private final AgreementService agreements;
    private final OrganisationService organisations;
    private final PeopleService people;
    private final Clock clock;

    SealedCase(PartnershipService partnerships, NegotiationService negotiations, AgreementService agreements,
            OrganisationService organisations, PeopleService people, Clock clock) {
        this.partnerships = partnerships;
        this.negotiations = negotiations;
        this.agreements = agreements;
        this.organisations = organisations;
        this.people = people;
        this.clock = clock;
    }

    /** @param partners each with one seat, which its person of the cast holds; the first one leads */
    public PartnershipId of(Map<OrganisationId, Role> partners) {
        PartnershipId id = NegotiatedCase.chosen(partnerships, partners);
        NegotiationId negotiation = NegotiatedCase.agreed(negotiations, id);
        agreements.chooseForm(negotiation, AgreementForm.values()[0], "By the table");
        LocalDate today = LocalDate.now(clock);
        partners.forEach((organisation, role) -> {
            String focal = focal(organisation, role);
            if (!organisations.maySign(focal, organisation, today)) {
                people.giveMandate(organisation, focal, today, null, focal);
            }
        });
        agreements.release(negotiation, agreements.draft(negotiation), "coordinator");
        agreements.openSigning(negotiation);
        partners.forEach((organisation, role) -> agreements.sign(negotiation, organisation, agreements.current(negotiation).sha256(),
                focal(organisation, role)));
        agreements.seal(negotiation);
        partnerships.enter(id, Phase.IN_FORCE);
        return id;
    }

    private static String focal(OrganisationId organisation, Role role) {
        return organisation.code().toLowerCase() + role.suffix();
    }
}
