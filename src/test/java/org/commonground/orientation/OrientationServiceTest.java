package org.commonground.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.work.FiveAtWork.FFS;
import static org.commonground.work.FiveAtWork.GOI;
import static org.commonground.work.FiveAtWork.NGO;
import static org.commonground.work.FiveAtWork.SEALED;
import static org.commonground.work.FiveAtWork.SHOP;
import static org.commonground.stage.Refusals.refused;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import org.commonground.work.FiveAtWork;
import org.commonground.engine.MovableClock;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.SecretariatGroup;
import org.commonground.organisation.RememberedAccounts;
import org.commonground.partnership.Holding;
import org.commonground.partnership.PartnershipService;
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
    SecretariatQueue queue;
    @Autowired
    HeldSecretariat held;
    @Autowired
    PartnershipService partnerships;
    @Autowired
    RememberedAccounts accounts;
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

    @Test
    void the_people_of_a_secretariat_are_a_group_of_their_partnership() {
        orientations.chooseSupport(id, SupportMechanism.SECRETARIAT, "Many partners.");
        Secretariat named = new Secretariat(GOI, "Minutes", List.of(orientations.colleague(id, "goiFocal", "Minutes"),
                orientations.colleague(id, "ngoFocal", "Travel")), null, null, null);
        refused("Somebody you named does not belong to a partner any more. Please open the form again.",
                () -> orientations.colleague(id, "nobody", "Minutes"));
        refused("Focal of Goi is named twice. Please name each person once, with all that person does.",
                () -> new Secretariat(GOI, "Minutes", List.of(named.members().get(0), named.members().get(0)), null, null, null));
        orientations.setUpSecretariat(id, named, COORDINATOR);
        assertThat(serving()).containsExactlyInAnyOrder("goiFocal in " + all(), "ngoFocal in " + all(), "goiFocal in " + all() + "Goi",
                "ngoFocal in " + all() + "Ngo");
        assertThat(queue.serving(id, Set.of())).containsExactly(all());
        assertThat(queue.serving(id, Set.of(SHOP))).as("none of theirs is concerned").containsExactly(all());
        assertThat(queue.serving(id, Set.of(GOI, SHOP))).containsExactly(all() + "Ngo");
        assertThat(queue.serving(id, Set.of(GOI, NGO))).isEmpty();
    }

    @Test
    void who_takes_a_place_over_works_in_it_in_person_and_whose_partner_leaves_does_not() {
        orientations.chooseSupport(id, SupportMechanism.SECRETARIAT, "Many partners.");
        orientations.setUpSecretariat(id, new Secretariat(GOI, "Minutes", List.of(orientations.colleague(id, "ngoFocal", "Travel")),
                null, null, null), COORDINATOR);
        Holding place = held.of(id, NGO).stream().filter(one -> one.words().startsWith("Secretariat: ")).findFirst().orElseThrow();
        assertThat(place.words()).endsWith("Travel. Whoever takes this over works in it in person.");
        held.handTo(id, place.ref(), NGO, FFS, "ffsFocal");
        held.handedOn(id);
        assertThat(serving()).containsExactlyInAnyOrder("ffsFocal in " + all(), "ffsFocal in " + all() + "Ffs");
        assertThat(events.stream(SecretariatLeft.class)).singleElement()
                .satisfies(fact -> assertThat(fact.users()).containsExactly("ngoFocal"));
        partnerships.leave(id, FFS, "No time.", COORDINATOR);
        assertThat(serving()).isEmpty();
        assertThat(queue.serving(id, Set.of())).isEmpty();
    }

    private List<String> serving() {
        return accounts.memberships.stream().filter(one -> one.contains(" in secretariat")).toList();
    }

    private String all() {
        return SecretariatGroup.of(id).id();
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
