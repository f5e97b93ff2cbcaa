package org.commonground.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.work.FiveAtWork.GOI;
import static org.commonground.work.FiveAtWork.SEALED;
import static org.commonground.work.FiveAtWork.SHOP;
import static org.commonground.stage.Refusals.refused;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.commonground.work.FiveAtWork;
import org.commonground.engine.MovableClock;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.stage.DomainTest;
import org.commonground.stage.Ladder;
import org.commonground.stage.SampleAgreement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;

/** What the work in force promises about its beginning. */
@DomainTest
class OrientationServiceTest {

    private static final String COORDINATOR = "coordinator";

    @Autowired
    OrientationService orientations;
    @Autowired
    Ladder ladder;
    @Autowired
    SampleAgreement agreed;
    @Autowired
    MovableClock clock;
    @Autowired
    ApplicationEvents events;

    private PartnershipId id;

    @BeforeEach
    void the_agreement_is_sealed() {
        today(SEALED);
        id = FiveAtWork.in(ladder, agreed);
    }

    @Test
    void an_orientation_is_written_down_once_after_it_was_held() {
        refused("Please write the orientation down once it was held.", () -> orient(SEALED.plusDays(1), GOI));
        refused("Please tick who was there.", () -> orient(SEALED));
        refused("The members have changed. Please open the form again.", () -> orient(SEALED, new OrganisationId("Nobody")));
        orient(SEALED, GOI, SHOP);
        assertThat(orientations.isOriented(id)).isTrue();
        assertThat(events.stream(PartnersOriented.class)).singleElement().satisfies(fact -> assertThat(fact.members()).hasSize(5));
        refused("The orientation was written down already.", () -> orient(SEALED, GOI));
    }

    @Test
    void where_nobody_can_come_all_read_what_would_have_been_said() {
        refused("Please say on which day the partners met.", () -> orient(null, GOI));
        refused("Please write down what was said: those who were not there read it.", () -> orientations.orient(id,
                Orientation.inWriting(" "), COORDINATOR));
        assertThat(orientations.isOriented(id)).isFalse();
        orientations.orient(id, Orientation.inWriting("Begin with the schools."), COORDINATOR);
        assertThat(orientations.isOriented(id)).isTrue();
        assertThat(events.stream(PartnersOriented.class)).singleElement().satisfies(fact -> {
            assertThat(fact.present()).isEmpty();
            assertThat(fact.orientation().wasHeld()).isFalse();
        });
    }

    @Test
    void what_supports_the_partnership_is_chosen_once() {
        assertThat(orientations.secretariatMissing(id)).isFalse();
        orientations.chooseSupport(id, SupportMechanism.SECRETARIAT, "Many partners.");
        orientations.chooseSupport(id, SupportMechanism.LEAD, "Few partners.");
        assertThat(orientations.supportReason(id)).isEqualTo("Many partners.");
        assertThat(orientations.secretariatMissing(id)).isTrue();
        orientations.setUpSecretariat(id, secretariat(GOI), COORDINATOR);
        assertThat(orientations.secretariatMissing(id)).isFalse();
        assertThat(events.stream(SecretariatSetUp.class)).singleElement().satisfies(fact -> assertThat(fact.members()).hasSize(5));
        refused("The secretariat was set up already.", () -> orientations.setUpSecretariat(id, secretariat(GOI), COORDINATOR));
    }

    @Test
    void a_secretariat_has_people_and_whoever_names_a_cost_names_who_pays() {
        refused("A secretariat has at least one person. Please add somebody.",
                () -> new Secretariat(GOI, "Minutes", List.of(), null, null, null));
        refused("What a secretariat costs has an amount, a currency and somebody who pays. Please fill in all three, or none.",
                () -> new Secretariat(GOI, "Minutes", people(GOI), new BigDecimal("10"), "EUR", null));
        refused("“Cost a year”: 10.5 JPY cannot be paid. JPY has no digits after the point.",
                () -> new Secretariat(GOI, "Minutes", people(GOI), new BigDecimal("10.5"), "JPY", GOI));
        refused("The members have changed. Please open the form again.", () -> {
            orientations.chooseSupport(id, SupportMechanism.SECRETARIAT, "Many partners.");
            orientations.setUpSecretariat(id, secretariat(new OrganisationId("Nobody")), COORDINATOR);
        });
    }

    private void orient(LocalDate day, OrganisationId... present) {
        orientations.orient(id, new Orientation(day, List.of(present), "All know what to do"), COORDINATOR);
    }

    private static Secretariat secretariat(OrganisationId host) {
        return new Secretariat(host, "Minutes", people(host), null, null, null);
    }

    private static List<Secretariat.Person> people(OrganisationId from) {
        return List.of(new Secretariat.Person(from, from.code().toLowerCase() + "Focal", "Lata Iyer", "Reports"));
    }

    private void today(LocalDate day) {
        clock.setTo(day.atTime(9, 0).toInstant(ZoneOffset.UTC));
    }
}
