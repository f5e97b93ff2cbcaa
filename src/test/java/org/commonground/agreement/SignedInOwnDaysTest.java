package org.commonground.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.stage.Refusals.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import org.commonground.engine.MovableClock;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.commonground.negotiation.NegotiationId;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.PeopleService;
import org.commonground.organisation.Registrations;
import org.commonground.stage.DomainTest;
import org.commonground.stage.Ladder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may sign until a day signs until it is over where the organisation is, and no longer. */
@DomainTest
class SignedInOwnDaysTest {

    private static final OrganisationId COOP = new OrganisationId("Coop");
    private static final OrganisationId NEPA = new OrganisationId("Nepa");
    private static final String COORDINATOR = "coordinator";
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 10);

    @Autowired
    private Ladder ladder;
    @Autowired
    private OrganisationService organisations;
    @Autowired
    private PeopleService people;
    @Autowired
    private DraftingService drafting;
    @Autowired
    private SigningService signing;
    @Autowired
    private AgreementService agreements;
    @Autowired
    private MovableClock clock;

    private NegotiationId negotiation;
    private String hash;

    @BeforeEach
    void signing_is_open() {
        clock.setTo(Instant.parse("2026-12-08T12:00:00Z"));
        registered("NI", COOP);
        registered("NP", NEPA);
        Map<OrganisationId, Role> partners = new LinkedHashMap<>();
        partners.put(COOP, Role.IMPLEMENTER);
        partners.put(NEPA, Role.EXPERT);
        negotiation = ladder.agreed(ladder.chosen(partners));
        drafting.chooseForm(negotiation, AgreementForm.MEMORANDUM, "The partners need no contract.");
        drafting.release(negotiation, drafting.draft(negotiation), COORDINATOR);
        signing.openSigning(negotiation);
        hash = agreements.current(negotiation).sha256();
    }

    @Test
    void in_the_evening_of_the_last_day_it_is_signed_though_the_server_is_at_the_next_day() {
        // Seven in the evening in Managua.
        clock.setTo(Instant.parse("2026-12-11T01:00:00Z"));
        assertThat(signing.toSign(negotiation, COOP).maySign()).containsExactly("Focal of Coop");
        signing.sign(negotiation, COOP, hash, "coopFocal");
        assertThat(signing.awaited(negotiation)).containsExactly("Nepa");
        assertThat(signing.toSign(negotiation, NEPA).signatures())
                .containsExactly(new ToSign.Given(COOP, "Focal of Coop", LAST_DAY));
    }

    @Test
    void after_midnight_there_it_is_refused() {
        clock.setTo(Instant.parse("2026-12-11T06:00:00Z"));
        refused("Nobody of your organisation has a mandate to sign today. Your focal point can give one in “Update people”.",
                () -> signing.sign(negotiation, COOP, hash, "coopFocal"));
    }

    @Test
    void the_next_morning_it_is_refused_though_the_server_is_at_the_last_day() {
        // A quarter to six in the morning in Kathmandu.
        clock.setTo(Instant.parse("2026-12-10T23:59:59Z"));
        assertThat(signing.toSign(negotiation, NEPA).maySign()).isEmpty();
        refused("Nobody of your organisation has a mandate to sign today. Your focal point can give one in “Update people”.",
                () -> signing.sign(negotiation, NEPA, hash, "nepaFocal"));
        clock.setTo(Instant.parse("2026-12-10T18:14:00Z"));
        signing.sign(negotiation, NEPA, hash, "nepaFocal");
        assertThat(signing.awaited(negotiation)).containsExactly("Coop");
    }

    private void registered(String country, OrganisationId id) {
        String focal = id.code().toLowerCase() + "Focal";
        organisations.register(Registrations.in(country, id.code()), COORDINATOR);
        organisations.verify(id, null);
        people.giveMandate(id, focal, LocalDate.of(2026, 12, 8), LAST_DAY, focal);
    }
}
