package org.commonground.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.foundation.Role.EXPERT;
import static org.commonground.foundation.Role.IMPLEMENTER;
import static org.commonground.stage.Refusals.refused;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.organisation.OrganisationCard;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.Registrations;
import org.commonground.partnership.FirstProposal;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.SampleAims;
import org.commonground.stage.DomainTest;
import org.commonground.stage.Ladder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;

@DomainTest
class LeadServiceTest {

    private static final OrganisationId FAO = new OrganisationId("Fao");
    private static final OrganisationId GOI = new OrganisationId("Goi");
    private static final OrganisationId NGO = new OrganisationId("Ngo");
    private static final OrganisationId CICR = new OrganisationId("Cicr");
    private static final String COORDINATOR = "coordinator";

    @Autowired
    Ladder ladder;
    @Autowired
    LeadService service;
    @Autowired
    PartnershipService partnerships;
    @Autowired
    OrganisationService organisations;
    @Autowired
    ApplicationEvents events;

    @BeforeEach
    void four_organisations() {
        ladder.verified(List.of(FAO, GOI, NGO, CICR));
    }

    @Test
    void who_declines_tells_the_proposer_why_and_is_not_named_again() {
        PartnershipId id = clarified();
        service.answer(id, false, " No staff this year ", "goiFocal");
        assertThat(events.stream(LeadDeclined.class)).containsExactly(new LeadDeclined(id, GOI, FAO, "No staff this year"));
        assertThat(choices(id, "faoFocal")).containsExactly(CICR, FAO, NGO);
        refused("Organisation Goi has declined to lead this partnership. Please name another organisation.",
                () -> service.name(id, GOI, "faoFocal"));

        service.name(id, NGO, "faoFocal");
        assertThat(partnerships.presentLead(id)).as("it is asked").isEmpty();
        service.answer(id, true, "", "ngoFocal");
        assertThat(partnerships.presentLead(id)).contains(NGO);
        assertThat(events.stream(LeadAccepted.class)).containsExactly(new LeadAccepted(id, NGO, FAO, List.of()));
        refused("Somebody leads this partnership already.", () -> service.name(id, CICR, COORDINATOR));
    }

    @Test
    void who_names_the_own_organisation_leads_at_once_even_where_it_had_declined() {
        PartnershipId id = clarified();
        service.answer(id, false, "No staff this year", "goiFocal");
        service.name(id, FAO, COORDINATOR);
        service.answer(id, false, "We would rather follow", "faoFocal");
        assertThat(choices(id, COORDINATOR)).containsExactly(CICR, NGO);
        assertThat(choices(id, "faoFocal")).containsExactly(CICR, FAO, NGO);

        service.name(id, FAO, "faoFocal");
        assertThat(partnerships.presentLead(id)).as("nobody needs to be asked").contains(FAO);
        assertThat(events.stream(LeadAccepted.class)).containsExactly(new LeadAccepted(id, FAO, FAO, List.of()));
    }

    @Test
    void only_a_verified_organisation_is_named() {
        organisations.register(Registrations.of("Mill"), COORDINATOR);
        PartnershipId id = clarified();
        service.answer(id, false, "No staff this year", "goiFocal");
        refused("Organisation Mill is not verified, so it cannot lead. Please choose another organisation.",
                () -> service.name(id, new OrganisationId("Mill"), COORDINATOR));
    }

    @Test
    void once_partners_are_chosen_one_of_them_leads() {
        PartnershipId id = withoutLead();
        assertThat(choices(id, COORDINATOR)).containsExactly(GOI, NGO);
        refused("Organisation Cicr is no full partner of this partnership. Please name one of its partners.",
                () -> service.name(id, CICR, COORDINATOR));
        service.name(id, GOI, COORDINATOR);
        service.answer(id, true, null, "goiFocal");
        assertThat(events.stream(LeadAccepted.class)).containsExactly(new LeadAccepted(id, GOI, FAO, List.of(GOI, NGO)));
    }

    @Test
    void where_all_partners_have_declined_all_can_be_asked_again() {
        PartnershipId id = withoutLead();
        service.name(id, GOI, COORDINATOR);
        service.answer(id, false, "No staff this year", "goiFocal");
        assertThat(choices(id, COORDINATOR)).containsExactly(NGO);
        service.name(id, NGO, COORDINATOR);
        service.answer(id, false, "We are too small", "ngoFocal");
        assertThat(choices(id, COORDINATOR)).containsExactly(GOI, NGO);
        service.name(id, GOI, COORDINATOR);
        service.answer(id, true, null, "goiFocal");
        assertThat(partnerships.presentLead(id)).contains(GOI);
    }

    /** FAO proposed it and named the government as its lead. */
    private PartnershipId clarified() {
        PartnershipId id = partnerships.propose(new FirstProposal("Cotton IPM", "Farmer Field Schools", "One district only"), FAO,
                "faoFocal");
        partnerships.clarifyAims(id, SampleAims.of("Goi"), "faoFocal");
        return id;
    }

    /** FAO led three partners and has left. */
    private PartnershipId withoutLead() {
        Map<OrganisationId, Role> partners = new LinkedHashMap<>();
        partners.put(FAO, EXPERT);
        partners.put(GOI, EXPERT);
        partners.put(NGO, IMPLEMENTER);
        PartnershipId id = ladder.chosen(partners);
        partnerships.leave(id, FAO, "No staff left", "faoFocal");
        return id;
    }

    private List<OrganisationId> choices(PartnershipId id, String person) {
        return service.search(id, person).choices().stream().map(OrganisationCard::id).toList();
    }
}
