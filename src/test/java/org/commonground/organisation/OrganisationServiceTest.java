package org.commonground.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.commonground.foundation.Role.EXPERT;
import static org.commonground.foundation.Role.IMPLEMENTER;
import static org.commonground.stage.Refusals.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.commonground.engine.MovableClock;
import org.commonground.foundation.Fact;
import org.commonground.foundation.Level;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Seat;
import org.commonground.stage.DomainTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;

@DomainTest
class OrganisationServiceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final OrganisationId FAO = new OrganisationId("Fao");
    private static final OrganisationId CICR = new OrganisationId("Cicr");

    @Autowired
    OrganisationService service;
    @Autowired
    Neutrality neutrality;
    @Autowired
    PeopleService people;
    @Autowired
    FlagService flags;
    @Autowired
    Areas areas;
    @Autowired
    RememberedAccounts accounts;
    @Autowired
    MovableClock clock;
    @Autowired
    ApplicationEvents events;

    @BeforeEach
    void it_is_march() {
        setClockTo(TODAY);
    }

    // Registration

    @Test
    void a_registered_organisation_is_on_file_but_not_verified() {
        service.register(Registrations.of("Fao"), "coordinator");

        OrganisationCard card = service.card(FAO);
        assertThat(card).isEqualTo(new OrganisationCard(FAO, "Organisation Fao", "NGO", "India",
                Registrations.of("Fao").roles(), Registrations.of("Fao").levels(), List.of("Guntur"), RegistrationState.REGISTERED, null));
        assertThat(service.verified()).isEmpty();
        assertThat(service.file(FAO).registration()).isEqualTo(Registrations.of("Fao"));
        assertThat(service.organisationOf("faoFocal")).isEqualTo(FAO);
        assertThat(accounts.users).isEmpty();
    }

    @Test
    void a_code_that_is_taken_is_refused_naming_who_has_it() {
        service.register(Registrations.of("Fao"), "coordinator");
        refused("The code Fao belongs to “Organisation Fao”. Choose another code, or look whether it is the same organisation.",
                () -> service.register(Registrations.of("Fao", "Farmers of Orissa", TODAY.plusYears(1)), "coordinator"));
    }

    @Test
    void a_name_in_other_capitals_and_blanks_is_the_same_name() {
        service.register(Registrations.of("Fao"), "coordinator");
        refused("“Organisation Fao” is registered already, with the code Fao.",
                () -> service.register(Registrations.of("Foa", "  ORGANISATION   fao ", TODAY.plusYears(1)), "coordinator"));
    }

    @Test
    void an_expired_document_is_refused() {
        refused("The registration document has expired. Ask the organisation for a valid one.",
                () -> service.register(Registrations.of("Fao", "FAO", TODAY.minusDays(1)), "coordinator"));
    }

    @Test
    void verifying_tells_the_organisation_and_opens_its_groups_and_account() {
        verified("Fao");

        assertThat(service.verified()).extracting(OrganisationCard::id).containsExactly(FAO);
        assertThat(told(OrganisationVerified.class)).isEqualTo(new OrganisationVerified(FAO, "Organisation Fao"));
        assertThat(accounts.groups).contains("orgFao", "orgFaoExpert", "orgFaoAlly").hasSize(7);
        assertThat(accounts.memberships).containsExactly("faoFocal in orgFao");
        assertThat(accounts.mailed).containsExactly("faoFocal@example.org");
    }

    @Test
    void opening_accounts_again_mails_nobody_again() {
        verified("Fao");
        service.openAccounts(FAO);
        assertThat(accounts.mailed).hasSize(1);
    }

    @Test
    void nobody_gets_an_account_before_the_organisation_is_verified() {
        service.register(Registrations.of("Fao"), "coordinator");
        refused("Organisation Fao is not verified yet, so its people get no accounts.", () -> service.openAccounts(FAO));
    }

    @Test
    void what_is_missing_is_told_and_can_be_completed() {
        service.register(Registrations.of("Fao"), "coordinator");
        service.askForMore(FAO, "The certificate is not legible.");

        assertThat(told(MoreNeeded.class).what()).isEqualTo("The certificate is not legible.");
        assertThat(told(MoreNeeded.class).focalPoint().email()).isEqualTo("faoFocal@example.org");
        assertThat(service.file(FAO).remark()).isEqualTo("The certificate is not legible.");
        refused("Organisation Fao does not wait to be verified.", () -> service.verify(FAO, null));

        service.complete(FAO, Registrations.of("Fao", "Food and Agriculture Organization", TODAY.plusYears(2)));
        service.verify(FAO, null);
        assertThat(service.card(FAO).name()).isEqualTo("Food and Agriculture Organization");
    }

    @Test
    void a_refused_organisation_hears_why_and_may_be_registered_again() {
        service.register(Registrations.of("Fao"), "coordinator");
        service.refuse(FAO, "Nobody answers at the address given.");

        assertThat(told(RegistrationRefused.class).reason()).isEqualTo("Nobody answers at the address given.");
        refused("You belong to no organisation here. Ask the focal point of yours to invite you.",
                () -> service.organisationOf("faoFocal"));
        refused("“Organisation Fao” was registered before, with the code Fao. Use that code again.",
                () -> service.register(Registrations.of("Foa", "Organisation Fao", TODAY.plusYears(1)), "coordinator"));

        verified("Fao");
        assertThat(service.card(FAO).verified()).isTrue();
    }

    @Test
    void only_its_own_people_renew_a_registration_and_only_for_longer() {
        verified("Fao");
        verified("Cicr");
        Registration.Document renewed = new Registration.Document("Certificate", "4712", LocalDate.of(2043, 1, 1));

        refused("Only people of the organisation can renew its registration.", () -> service.renew(FAO, renewed, null, "cicrFocal"));
        refused("The registration on file is valid until 2040-12-31. Give the later date of the renewed one.",
                () -> service.renew(FAO, new Registration.Document("Certificate", "1", LocalDate.of(2040, 12, 31)), null, "faoFocal"));

        service.renew(FAO, renewed, null, "faoFocal");
        assertThat(service.file(FAO).registration().document()).isEqualTo(renewed);
        assertThat(told(RegistrationRenewed.class).by()).isEqualTo("faoFocal");
    }

    @Test
    void each_reminder_of_an_expiry_is_told_once() {
        service.register(Registrations.of("Fao", "FAO", TODAY.plusDays(100)), "coordinator");
        service.verify(FAO, null);

        service.remindOfExpiry();
        assertThat(events.stream(RegistrationExpiring.class)).isEmpty();
        for (int day = 5; day <= 105; day += 5) {
            setClockTo(TODAY.plusDays(day));
            service.remindOfExpiry();
            service.remindOfExpiry();
        }
        assertThat(events.stream(RegistrationExpiring.class)).extracting(RegistrationExpiring::daysBefore).containsExactly(90, 60, 30);
        assertThat(events.stream(RegistrationExpired.class)).hasSize(1);
    }

    @Test
    void a_document_that_was_short_from_the_start_is_reminded_of_once() {
        service.register(Registrations.of("Fao", "FAO", TODAY.plusDays(20)), "coordinator");
        service.verify(FAO, null);
        service.remindOfExpiry();
        assertThat(events.stream(RegistrationExpiring.class)).extracting(RegistrationExpiring::daysBefore).containsExactly(30);
    }

    @Test
    void one_place_is_one_area_however_it_is_written() {
        String code = areas.named("Andhra Pradesh", Level.STATE, "India");
        assertThat(areas.named(" andhra  PRADESH", Level.LOCAL)).isEqualTo(code);
        assertThat(areas.area(code)).isEqualTo(new Area("andhra-pradesh", "Andhra Pradesh", Level.STATE, "india"));
        assertThat(areas.named("आंध्र प्रदेश", Level.STATE)).isNotEqualTo(code);
        refused("The name of an area needs letters or digits.", () -> areas.named("—", Level.LOCAL));
    }

    // People

    @Test
    void the_focal_point_invites_seats_and_mandates_people() {
        verified("Fao");
        people.invite(FAO, "asha", "Asha Iyer", "asha@example.org", "faoFocal");
        people.seat("asha", new Seat(FAO, EXPERT), "faoFocal");
        people.giveMandate(FAO, "asha", TODAY.plusDays(1), TODAY.plusDays(10), "faoFocal");

        Person asha = service.peopleIn(FAO).get(0);
        assertThat(asha).isEqualTo(new Person("asha", FAO, "Asha Iyer", "asha@example.org", false, Set.of(EXPERT),
                TODAY, null, new Person.Mandate(TODAY.plusDays(1), TODAY.plusDays(10))));
        assertThat(service.organisationOf("asha")).isEqualTo(FAO);
        assertThat(accounts.memberships).contains("asha in orgFao", "asha in orgFaoExpert");
        assertThat(told(MandateGiven.class).person()).isEqualTo(asha);
    }

    @Test
    void nobody_but_a_focal_point_changes_people() {
        verified("Fao");
        verified("Cicr");
        people.invite(FAO, "asha", "Asha Iyer", "asha@example.org", "faoFocal");

        refused("Only a focal point may change who does what in the organisation. Ask Focal of Fao.",
                () -> people.giveMandate(FAO, "asha", TODAY, null, "asha"));
        refused("Only a focal point may change who does what in the organisation. Ask Focal of Fao.",
                () -> people.leave(FAO, "asha", "cicrFocal"));
        refused("Nobody in the organisation has the user id asha.", () -> people.seat("asha", new Seat(CICR, EXPERT), "cicrFocal"));
    }

    @Test
    void a_mandate_counts_from_its_first_to_its_last_day() {
        verified("Fao");
        people.giveMandate(FAO, "faoFocal", TODAY.plusDays(1), TODAY.plusDays(3), "faoFocal");

        assertThat(service.maySign("faoFocal", FAO, TODAY)).isFalse();
        assertThat(service.maySign("faoFocal", FAO, TODAY.plusDays(1))).isTrue();
        assertThat(service.maySign("faoFocal", FAO, TODAY.plusDays(3))).isTrue();
        assertThat(service.maySign("faoFocal", FAO, TODAY.plusDays(4))).isFalse();
        assertThat(service.maySign("faoFocal", CICR, TODAY.plusDays(2))).isFalse();
    }

    @Test
    void a_mandate_is_never_given_for_the_past_nor_twice_for_one_day() {
        verified("Fao");
        refused("A right to sign begins today or later, not on 2026-02-27.",
                () -> people.giveMandate(FAO, "faoFocal", TODAY.minusDays(2), null, "faoFocal"));
        refused("The last day of a right to sign cannot be before its first.",
                () -> people.giveMandate(FAO, "faoFocal", TODAY.plusDays(2), TODAY.plusDays(1), "faoFocal"));
        people.giveMandate(FAO, "faoFocal", TODAY.plusDays(5), null, "faoFocal");
        refused("Focal of Fao may already sign in these days. End that right first.",
                () -> people.giveMandate(FAO, "faoFocal", TODAY, TODAY.plusDays(5), "faoFocal"));
        people.giveMandate(FAO, "faoFocal", TODAY, TODAY.plusDays(4), "faoFocal");
    }

    @Test
    void a_mandate_that_is_ended_counts_no_longer_on_that_day() {
        verified("Fao");
        people.giveMandate(FAO, "faoFocal", TODAY, null, "faoFocal");
        setClockTo(TODAY.plusDays(2));
        people.endMandate(FAO, "faoFocal", "faoFocal");

        assertThat(service.maySign("faoFocal", FAO, TODAY.plusDays(1))).isTrue();
        assertThat(service.maySign("faoFocal", FAO, TODAY.plusDays(2))).isFalse();
        refused("Focal of Fao has no right to sign that could be ended.", () -> people.endMandate(FAO, "faoFocal", "faoFocal"));
    }

    @Test
    void a_step_goes_to_the_seat_and_to_everybody_while_nobody_sits_there() {
        verified("Fao");
        Seat expert = new Seat(FAO, EXPERT);
        assertThat(service.groupFor(expert)).isEqualTo("orgFao");
        people.seat("faoFocal", expert, "faoFocal");
        assertThat(service.groupFor(expert)).isEqualTo("orgFaoExpert");
        assertThat(service.groupFor(new Seat(FAO, IMPLEMENTER))).isEqualTo("orgFao");

        people.unseat("faoFocal", expert, "faoFocal");
        assertThat(service.groupFor(expert)).isEqualTo("orgFao");
        assertThat(told(SeatVacated.class)).isEqualTo(new SeatVacated(expert));
    }

    @Test
    void the_only_focal_point_cannot_leave() {
        verified("Fao");
        people.invite(FAO, "asha", "Asha Iyer", "asha@example.org", "faoFocal");
        refused("Focal of Fao is the only focal point. Make somebody else focal point first.",
                () -> people.leave(FAO, "faoFocal", "faoFocal"));

        people.makeFocalPoint(FAO, "asha", "faoFocal");
        people.leave(FAO, "faoFocal", "faoFocal");
        assertThat(service.peopleIn(FAO)).extracting(Person::user).containsExactly("asha");
    }

    @Test
    void who_leaves_loses_seats_mandate_and_groups() {
        verified("Fao");
        people.invite(FAO, "asha", "Asha Iyer", "asha@example.org", "faoFocal");
        people.seat("asha", new Seat(FAO, EXPERT), "faoFocal");
        people.giveMandate(FAO, "asha", TODAY, null, "faoFocal");

        people.leave(FAO, "asha", "faoFocal");

        assertThat(service.maySign("asha", FAO, TODAY)).isFalse();
        assertThat(accounts.memberships).containsExactly("faoFocal in orgFao");
        assertThat(service.groupFor(new Seat(FAO, EXPERT))).isEqualTo("orgFao");
        assertThat(told(PersonLeft.class).person().user()).isEqualTo("asha");
        refused("You belong to no organisation here. Ask the focal point of yours to invite you.", () -> service.organisationOf("asha"));
    }

    @Test
    void a_person_belongs_to_one_organisation_at_a_time() {
        verified("Fao");
        verified("Cicr");
        people.invite(FAO, "asha", "Asha Iyer", "asha@example.org", "faoFocal");
        refused("The user id asha is taken. Choose another one.",
                () -> people.invite(CICR, "asha", "Asha Iyer", "asha@example.org", "cicrFocal"));
        refused("The user id ASHA is taken. Choose another one.",
                () -> people.invite(CICR, "ASHA", "Asha Iyer", "asha@example.org", "cicrFocal"));

        people.leave(FAO, "asha", "faoFocal");
        refused("The user id asha is taken. Choose another one.",
                () -> people.invite(CICR, "asha", "A thief", "thief@example.org", "cicrFocal"));
        people.invite(CICR, "asha", "Asha Iyer", "asha@example.org", "cicrFocal");
        assertThat(service.organisationOf("asha")).isEqualTo(CICR);
    }

    @Test
    void nobody_invites_an_account_that_is_not_theirs() {
        verified("Fao");
        accounts.users.add("admin");
        refused("The user id admin is taken. Choose another one.", () -> people.invite(FAO, "admin", "Me", "me@example.org", "faoFocal"));
        refused("The user id Admin is taken. Choose another one.", () -> people.invite(FAO, "Admin", "Me", "me@example.org", "faoFocal"));
    }

    @Test
    void user_ids_have_letters_and_digits_only() {
        verified("Fao");
        for (String bad : new String[] {"a", "asha iyer", "asha.iyer", "1asha", "aşha", "${asha}"}) {
            refused("A user id begins with a letter and has 2 to 60 letters or digits, such as raviKumar. “…” does not.",
                    () -> people.invite(FAO, bad, "Asha", "asha@example.org", "faoFocal"));
        }
        refused("“asha at example” is not an e-mail address.", () -> people.invite(FAO, "asha", "Asha", "asha at example", "faoFocal"));
    }

    // Flags

    @Test
    void the_worst_open_flag_is_on_the_card_and_only_red_blocks_signing() {
        verified("Fao");
        flags.raise(FAO, FlagLevel.YELLOW, "Reports late.", "coordinator", new PartnershipId("P-2026-0001"));
        assertThat(service.card(FAO).flag()).isEqualTo(FlagLevel.YELLOW);
        assertThat(service.signingBlocked(FAO)).isFalse();

        UUID red = flags.raise(FAO, FlagLevel.RED, "Funds cannot be traced.", "coordinator", null);
        flags.raise(FAO, FlagLevel.OBSERVATION, "New director.", "coordinator", null);
        assertThat(service.card(FAO).flag()).isEqualTo(FlagLevel.RED);
        assertThat(service.signingBlocked(FAO)).isTrue();

        flags.resolve(red, "The audit found every rupee.", "coordinator");
        assertThat(service.card(FAO).flag()).isEqualTo(FlagLevel.YELLOW);
        assertThat(service.signingBlocked(FAO)).isFalse();
        assertThat(told(FlagResolved.class).matter()).isEqualTo(red.toString());
        refused("This flag was resolved on 2026-03-01.", () -> flags.resolve(red, "Again.", "coordinator"));
    }

    @Test
    void nobody_serves_in_a_case_of_their_own_and_where_every_coordinator_would_the_manager_does() {
        verified("Fao");
        verified("Cicr");
        accounts.coordinators.add("faoFocal");
        assertThat(neutrality.serving(List.of(FAO))).as("another one is there").containsExactly("coordinator");
        accounts.coordinators.remove("coordinator");
        assertThat(neutrality.serving(List.of(CICR, FAO))).containsExactly("manager");
        assertThat(neutrality.serving(List.of(CICR))).containsExactly("coordinator");
        refused("You belong to Organisation Fao, whom this is about. Nobody decides in a case of their own: please leave it to somebody "
                + "else.", () -> neutrality.expect("faoFocal", List.of(CICR, FAO)));
        neutrality.expect("faoFocal", List.of(CICR));

        PartnershipId cotton = new PartnershipId("P-2026-0001");
        neutrality.tell(cotton, List.of(CICR), List.of(CICR), false);
        assertThat(events.stream(CaseLeftToOthers.class)).as("no coordinator belongs to it").isEmpty();
        neutrality.tell(cotton, List.of(CICR, FAO), List.of(CICR), false);
        accounts.coordinators.add("coordinator");
        neutrality.tell(cotton, List.of(FAO), List.of(FAO), true);
        assertThat(events.stream(CaseLeftToOthers.class)).containsExactly(
                new CaseLeftToOthers(cotton, "Organisation Fao", true, List.of(CICR), false),
                new CaseLeftToOthers(cotton, "Organisation Fao", false, List.of(FAO), true));
    }

    @Test
    void the_manager_is_asked_about_a_flag_once() {
        verified("Fao");
        UUID flag = flags.raise(FAO, FlagLevel.RED, "Funds cannot be traced.", "coordinator", null);
        refused("Nobody asked for a decision about this flag.", () -> flags.keep(flag, "It stands.", "manager"));
        flags.escalate(flag, "Do we go on with them?", "coordinator");
        flags.keep(flag, "Not before the audit.", "manager");

        assertThat(flags.flag(flag).decision()).isEqualTo("Not before the audit.");
        assertThat(service.signingBlocked(FAO)).isTrue();
        refused("The manager was asked about this flag already. Decide with what was answered.",
                () -> flags.escalate(flag, "And now?", "coordinator"));
        flags.resolve(flag, "The audit is done.", "coordinator");
    }

    @Test
    void nobody_resolves_a_flag_on_their_own_organisation() {
        verified("Fao");
        UUID flag = flags.raise(FAO, FlagLevel.RED, "Funds cannot be traced.", "coordinator", null);
        refused("This flag is about your own organisation. Ask the manager, or leave it to another coordinator.",
                () -> flags.resolve(flag, "All is well.", "faoFocal"));
    }

    @Test
    void an_unknown_organisation_is_not_found() {
        assertThatThrownBy(() -> service.card(FAO)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> flags.raise(FAO, FlagLevel.RED, "Who?", "coordinator", null)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> flags.flag(UUID.randomUUID())).isInstanceOf(NotFound.class);
    }

    private void verified(String code) {
        OrganisationId id = service.register(Registrations.of(code), "coordinator");
        service.verify(id, null);
        service.openAccounts(id);
    }

    private <F extends Fact> F told(Class<F> fact) {
        return events.stream(fact).reduce((earlier, later) -> later).orElseThrow();
    }

    private void setClockTo(LocalDate day) {
        clock.setTo(Instant.parse(day + "T09:00:00Z"));
    }
}
