package org.commonground.agreement;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.commonground.foundation.Pace;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** When the dates of an agreement come, in earnest and in a demo in which a day lasts a minute. */
class AgreementCalendarTest {

    private static final Instant FIRST_START = Instant.parse("2027-06-01T12:00:00Z");
    private static final Pace DEMO = new Pace(Duration.ofMinutes(1), () -> FIRST_START);
    private static final LocalTime MORNING = LocalTime.of(6, 0);

    @Test
    void in_earnest_a_date_comes_on_its_day_where_the_partners_are() {
        AgreementCalendar kolkata = new AgreementCalendar(Instant.parse("2027-03-31T22:30:00Z"), ZoneId.of("Asia/Kolkata"),
                Pace.IN_EARNEST);

        assertThat(kolkata.sealedOn()).isEqualTo("2027-04-01");
        assertThat(kolkata.at(LocalDate.parse("2028-02-29"), MORNING)).isEqualTo("2028-02-29T00:30:00Z");
        assertThat(kolkata.dayAt(Instant.parse("2028-02-28T18:30:00Z"))).isEqualTo("2028-02-29");
    }

    @Test
    void at_the_demos_pace_a_date_comes_after_as_many_minutes_as_there_are_days_till_then() {
        AgreementCalendar calendar = sealed("2027-06-01T13:00:00Z");

        assertThat(calendar.at(LocalDate.parse("2027-08-30"), LocalTime.of(13, 0))).as("ninety days").isEqualTo("2027-06-01T14:30:00Z");
        assertThat(calendar.dayAt(Instant.parse("2027-06-01T14:30:00Z"))).isEqualTo("2027-08-30");
    }

    @Test
    void what_happened_before_the_demo_took_the_time_it_took() {
        AgreementCalendar calendar = sealed("2025-06-01T12:00:00Z");

        assertThat(calendar.at(LocalDate.parse("2026-06-01"), MORNING)).isEqualTo("2026-06-01T06:00:00Z");
        assertThat(calendar.dayAt(Instant.parse("2026-06-01T06:00:00Z"))).isEqualTo("2026-06-01");
    }

    @Test
    void what_began_before_the_demo_goes_on_at_its_pace() {
        AgreementCalendar calendar = sealed("2025-06-01T12:00:00Z");

        assertThat(calendar.at(LocalDate.parse("2027-06-11"), LocalTime.NOON)).as("ten days after the first start")
                .isEqualTo("2027-06-01T12:10:00Z");
        assertThat(calendar.dayAt(Instant.parse("2027-06-01T12:10:00Z"))).isEqualTo("2027-06-11");
    }

    @Test
    void a_reminder_before_a_date_lies_as_many_days_of_the_process_before_it() {
        Instant due = DEMO.after(FIRST_START, Duration.ofDays(5));

        assertThat(due).isEqualTo("2027-06-01T12:05:00Z");
        assertThat(DEMO.after(due, Duration.ofDays(-2))).isEqualTo("2027-06-01T12:03:00Z");
        assertThat(DEMO.after(due, Duration.ofDays(-7))).as("before the first start").isEqualTo("2027-05-30T12:00:00Z");
        assertThat(DEMO.between(due, FIRST_START)).isEqualTo(Duration.ofDays(-5));
    }

    private static AgreementCalendar sealed(String at) {
        return new AgreementCalendar(Instant.parse(at), ZoneOffset.UTC, DEMO);
    }
}
