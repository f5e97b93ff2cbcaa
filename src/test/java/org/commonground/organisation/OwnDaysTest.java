package org.commonground.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.stage.Refusals.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.commonground.engine.MovableClock;
import org.commonground.foundation.OrganisationId;
import org.commonground.stage.DomainTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;

/** A day is over when it is over where the organisation is. */
@DomainTest
class OwnDaysTest {

    private static final OrganisationId COOP = new OrganisationId("Coop");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    /** On that day, at seven in the evening: in Nepal it is 6:45 of the next morning. */
    private static final Instant EVENING_IN_NICARAGUA = Instant.parse("2026-03-11T01:00:00Z");
    private static final Instant MORNING_IN_NEPAL = Instant.parse("2026-03-10T19:00:00Z");

    @Autowired
    OrganisationService service;
    @Autowired
    PeopleService people;
    @Autowired
    MovableClock clock;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    ApplicationEvents events;

    @BeforeEach
    void it_is_march() {
        clock.setTo(Instant.parse("2026-03-01T09:00:00Z"));
    }

    @Test
    void a_document_is_good_on_its_last_day() {
        clock.setTo(EVENING_IN_NICARAGUA);
        service.register(Registrations.of("Coop", "Coop", "NI", DAY), "coordinator");
        assertThat(service.file(COOP).registration().document().expiresOn()).isEqualTo(DAY);
        refused("The registration document has expired. Ask the organisation for a valid one.",
                () -> service.register(Registrations.of("Late", "Late", "NI", DAY.minusDays(1)), "coordinator"));
        clock.setTo(MORNING_IN_NEPAL);
        refused("The registration document has expired. Ask the organisation for a valid one.",
                () -> service.register(Registrations.of("Nepa", "Nepa", "NP", DAY), "coordinator"));
    }

    @Test
    void who_may_sign_until_a_day_may_until_it_is_over_there() {
        mandatedUntil(DAY, "NI", "Coop");
        mandatedUntil(DAY, "NP", "Nepa");
        OrganisationId nepa = new OrganisationId("Nepa");

        clock.setTo(MORNING_IN_NEPAL);
        assertThat(service.mandated("coopFocal", COOP)).contains("Focal of Coop");
        assertThat(service.mandated("nepaFocal", nepa)).isEmpty();
        assertThat(service.signatories(List.of(COOP, nepa))).containsOnlyKeys(COOP);
        assertThat(service.peopleIn(COOP)).extracting(Person::mandate).doesNotContainNull();
        assertThat(service.peopleIn(nepa)).extracting(Person::mandate).containsOnlyNulls();

        clock.setTo(EVENING_IN_NICARAGUA);
        assertThat(service.mandated("coopFocal", COOP)).contains("Focal of Coop");
        people.endMandate(COOP, "coopFocal", "coopFocal");
        assertThat(service.mandated("coopFocal", COOP)).isEmpty();
    }

    @Test
    void a_right_begins_when_the_day_begins_there() {
        verified("NP", "Nepa", null);
        OrganisationId nepa = new OrganisationId("Nepa");
        people.giveMandate(nepa, "nepaFocal", DAY.plusDays(1), null, "nepaFocal");
        clock.setTo(Instant.parse("2026-03-10T18:00:00Z"));
        assertThat(service.mandated("nepaFocal", nepa)).isEmpty();
        clock.setTo(MORNING_IN_NEPAL);
        assertThat(service.mandated("nepaFocal", nepa)).isPresent();
    }

    @Test
    void a_registration_has_expired_when_its_last_day_is_over_there() {
        service.register(Registrations.of("Coop", "Coop", "NI", DAY), "coordinator");
        service.verify(COOP, null);
        clock.setTo(EVENING_IN_NICARAGUA);
        service.remindOfExpiry();
        assertThat(events.stream(RegistrationExpired.class)).isEmpty();
        clock.setTo(Instant.parse("2026-03-11T06:00:00Z"));
        service.remindOfExpiry();
        assertThat(events.stream(RegistrationExpired.class)).hasSize(1);
    }

    @Test
    void a_reminder_waits_for_the_day_there() {
        service.register(Registrations.of("Coop", "Coop", "NI", DAY.plusDays(90)), "coordinator");
        service.verify(COOP, null);
        clock.setTo(Instant.parse("2026-03-10T05:00:00Z"));
        service.remindOfExpiry();
        assertThat(events.stream(RegistrationExpiring.class)).isEmpty();
        clock.setTo(Instant.parse("2026-03-10T06:00:00Z"));
        service.remindOfExpiry();
        assertThat(events.stream(RegistrationExpiring.class)).extracting(RegistrationExpiring::daysBefore).containsExactly(90);
    }

    @Test
    void the_zone_is_chosen_where_the_country_has_several() {
        service.register(Registrations.in("ID", "Coop"), "coordinator");
        assertThat(service.zonesToChoose(COOP)).containsEntry(ZoneId.of("Asia/Jayapura"), "Jayapura, where it is 18:00 now").hasSize(4);
        refused("Indonesia has several time zones. Choose the one where the organisation is: Jakarta, Jayapura, Makassar and Pontianak.",
                () -> service.verify(COOP, null));
        refused("“America/Manaus” is no time zone of Indonesia. Choose one of these: Jakarta, Jayapura, Makassar and Pontianak.",
                () -> service.verify(COOP, "America/Manaus"));
        refused("“Mars” is no time zone of Indonesia. Choose one of these: …", () -> service.verify(COOP, "Mars"));
        assertThat(service.card(COOP).verified()).isFalse();

        service.verify(COOP, "Asia/Jayapura");
        assertThat(service.zoneOf(COOP)).isEqualTo(ZoneId.of("Asia/Jayapura"));
    }

    @Test
    void two_organisations_of_one_country_have_their_own_days() {
        verified("BR", "Acre", "America/Rio_Branco");
        verified("BR", "Ilha", "America/Noronha");
        for (String code : List.of("Acre", "Ilha")) {
            people.giveMandate(new OrganisationId(code), code.toLowerCase() + "Focal", DAY, DAY, code.toLowerCase() + "Focal");
        }
        clock.setTo(Instant.parse("2026-03-11T03:00:00Z"));
        assertThat(service.signatories(List.of(new OrganisationId("Acre"), new OrganisationId("Ilha"))))
                .containsOnlyKeys(new OrganisationId("Acre"));
    }

    @Test
    void the_zone_is_preset_where_the_country_has_one() {
        verified("NP", "Nepa", null);
        assertThat(service.zonesToChoose(new OrganisationId("Nepa"))).isEmpty();
        assertThat(service.zoneOf(new OrganisationId("Nepa"))).isEqualTo(ZoneId.of("Asia/Kathmandu"));
        service.register(Registrations.in("NI", "Coop"), "coordinator");
        refused("“Asia/Kathmandu” is no time zone of Nicaragua. Choose one of these: Managua.",
                () -> service.verify(COOP, "Asia/Kathmandu"));
    }

    @Test
    void a_country_that_is_not_in_the_list_is_refused() {
        for (String none : List.of("XX", "India", "in", "")) {
            refused("“" + none + "” is not in the list of countries. Choose one from the list.",
                    () -> service.register(Registrations.in(none, "Coop"), "coordinator"));
        }
        assertThat(service.find(COOP)).isEmpty();
    }

    @Test
    void where_nobody_has_said_where_it_is_nothing_ends_too_early() {
        mandatedUntil(DAY, "NI", "Coop");
        written("BR");
        clock.setTo(Instant.parse("2026-03-11T04:59:00Z"));
        assertThat(service.mandated("coopFocal", COOP)).isPresent();
        clock.setTo(Instant.parse("2026-03-11T05:00:00Z"));
        assertThat(service.mandated("coopFocal", COOP)).isEmpty();

        written("Central America");
        clock.setTo(Instant.parse("2026-03-11T11:59:00Z"));
        assertThat(service.mandated("coopFocal", COOP)).isPresent();
        clock.setTo(Instant.parse("2026-03-11T12:00:00Z"));
        assertThat(service.mandated("coopFocal", COOP)).isEmpty();
        assertThat(service.card(COOP).country()).isEqualTo("Central America");
    }

    @Test
    void who_was_there_before_zones_were_chosen_chooses_with_the_next_renewal() {
        verified("NI", "Coop", null);
        written("BR");
        Registration.Document renewed = new Registration.Document("Charter", "2", LocalDate.of(2045, 1, 1));
        assertThat(service.zonesToChoose(COOP)).containsKey(ZoneId.of("America/Manaus"));
        refused("Brazil has several time zones. Choose the one where the organisation is: …",
                () -> service.renew(COOP, renewed, null, "coopFocal"));
        refused("“Asia/Jakarta” is no time zone of Brazil. Choose one of these: …",
                () -> service.renew(COOP, renewed, "Asia/Jakarta", "coopFocal"));

        service.renew(COOP, renewed, "America/Manaus", "coopFocal");
        assertThat(service.zoneOf(COOP)).isEqualTo(ZoneId.of("America/Manaus"));
        assertThat(service.zonesToChoose(COOP)).isEmpty();
        service.renew(COOP, new Registration.Document("Charter", "3", LocalDate.of(2046, 1, 1)), null, "coopFocal");
        assertThat(service.zoneOf(COOP)).isEqualTo(ZoneId.of("America/Manaus"));

        written("Central America");
        service.renew(COOP, new Registration.Document("Charter", "4", LocalDate.of(2047, 1, 1)), null, "coopFocal");
    }

    private void written(String country) {
        jdbc.sql("update organisation set country = ?, zone = null where code = 'Coop'").param(country).update();
    }

    private void mandatedUntil(LocalDate day, String country, String code) {
        verified(country, code, null);
        String focal = code.toLowerCase() + "Focal";
        people.giveMandate(new OrganisationId(code), focal, LocalDate.of(2026, 3, 5), day, focal);
    }

    private void verified(String country, String code, String zone) {
        OrganisationId id = service.register(Registrations.in(country, code), "coordinator");
        service.verify(id, zone);
    }
}
