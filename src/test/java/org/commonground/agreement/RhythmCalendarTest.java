package org.commonground.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

import org.commonground.foundation.Pace;
import org.junit.jupiter.api.Test;

/** When reviews and learning cycles are due, counted from the sealing. */
class RhythmCalendarTest {

    @Test
    void each_date_is_counted_from_the_sealing_so_that_the_end_of_a_month_does_not_drift() {
        assertThat(dates("2027-08-31", 3, 4)).containsExactly("2027-11-30", "2028-02-29", "2028-05-31", "2028-08-31");
        assertThat(dates("2027-01-31", 1, 3)).containsExactly("2027-02-28", "2027-03-31", "2027-04-30");
    }

    @Test
    void an_agreement_sealed_on_a_leap_day_comes_back_to_it() {
        assertThat(dates("2028-02-29", 12, 4)).containsExactly("2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29");
    }

    @Test
    void a_review_begins_at_the_same_hour_before_and_after_the_clocks_change() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        RhythmCalendar calendar = reviews(Instant.parse("2027-01-27T22:30:00Z"), 3, berlin);

        assertThat(IntStream.rangeClosed(1, 4).mapToObj(nr -> calendar.due(nr).atZone(berlin).toLocalTime()))
                .containsOnly(LocalTime.of(9, 0));
        assertThat(calendar.due(1)).as("summer").isEqualTo("2027-04-27T07:00:00Z");
        assertThat(calendar.due(3)).as("the last Wednesday before the change").isEqualTo("2027-10-27T07:00:00Z");
        assertThat(calendar.due(4)).as("winter").isEqualTo("2028-01-27T08:00:00Z");
    }

    @Test
    void what_was_sealed_late_in_the_evening_was_sealed_that_day_where_the_server_stands() {
        Instant evening = Instant.parse("2027-03-31T22:30:00Z");

        assertThat(reviews(evening, 12, ZoneOffset.UTC).due(1)).isEqualTo("2028-03-31T09:00:00Z");
        assertThat(reviews(evening, 12, ZoneId.of("Asia/Kolkata")).due(1)).isEqualTo("2028-04-01T03:30:00Z");
    }

    @Test
    void after_a_long_stop_all_dates_that_passed_are_known() {
        RhythmCalendar calendar = calendar("2027-01-31", 6);

        assertThat(calendar.passed(Instant.parse("2027-07-31T08:59:59Z"))).isZero();
        assertThat(calendar.passed(Instant.parse("2027-07-31T09:00:00Z"))).isEqualTo(1);
        assertThat(calendar.passed(Instant.parse("2032-01-31T10:00:00Z"))).isEqualTo(10);
    }

    @Test
    void a_review_that_begins_more_than_a_day_after_its_date_is_late() {
        RhythmCalendar calendar = calendar("2027-01-31", 6);

        assertThat(calendar.isLate(1, Instant.parse("2027-08-01T09:00:00Z"))).isFalse();
        assertThat(calendar.isLate(1, Instant.parse("2027-08-01T09:00:01Z"))).isTrue();
    }

    // Another interval

    @Test
    void a_shorter_interval_calls_for_no_review_in_the_past() {
        RhythmCalendar calendar = changed("2027-01-31", 12, "2029-12-01", 3);
        assertThat(dates(calendar, 5)).containsExactly("2028-01-31", "2029-01-31", "2030-01-31", "2030-04-30", "2030-07-31");
        assertThat(calendar.passed(Instant.parse("2029-12-02T00:00:00Z"))).isEqualTo(2);
    }

    @Test
    void a_longer_interval_moves_the_next_date_to_its_own_anniversary() {
        assertThat(dates(changed("2027-01-31", 6, "2029-02-10", 24), 6))
                .containsExactly("2027-07-31", "2028-01-31", "2028-07-31", "2029-01-31", "2031-01-31", "2033-01-31");
    }

    @Test
    void a_date_that_was_missed_before_another_interval_was_agreed_stays_missed() {
        RhythmCalendar calendar = changed("2027-01-31", 12, "2028-03-01", 5);
        assertThat(calendar.come(0, false, Instant.parse("2028-04-01T10:00:00Z"))).extracting(PlannedDate::due, PlannedDate::late)
                .containsExactly(tuple(Instant.parse("2028-01-31T09:00:00Z"), true));
        assertThat(calendar.due(2)).isEqualTo("2028-04-30T09:00:00Z");
    }

    @Test
    void twice_changed_and_on_a_leap_day_all_dates_are_counted_from_the_sealing() {
        RhythmCalendar calendar = new RhythmCalendar(agreement(LocalDate.parse("2028-02-29").atTime(15, 0).toInstant(ZoneOffset.UTC),
                ZoneOffset.UTC), 0, List.of(rhythm("2028-02-29T15:00:00Z", 12), rhythm("2030-01-01T00:00:00Z", 6),
                rhythm("2030-06-01T00:00:00Z", 24)));
        assertThat(dates(calendar, 4)).containsExactly("2029-02-28", "2030-02-28", "2032-02-29", "2034-02-28");
    }

    @Test
    void learning_begins_a_month_after_the_sealing_and_comes_again_each_interval() {
        Instant sealed = Instant.parse("2027-01-31T15:00:00Z");
        RhythmCalendar calendar = new RhythmCalendar(agreement(sealed, ZoneOffset.UTC), 1, List.of(new RhythmCalendar.Rhythm(sealed, 6)));
        assertThat(dates(calendar, 3)).containsExactly("2027-02-28", "2027-08-31", "2028-02-29");
        assertThat(calendar.passed(Instant.parse("2027-08-31T09:00:00Z"))).isEqualTo(2);
    }

    private static RhythmCalendar changed(String sealed, int months, String changed, int monthsThen) {
        return new RhythmCalendar(agreement(LocalDate.parse(sealed).atTime(15, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC), 0,
                List.of(rhythm(sealed + "T15:00:00Z", months), rhythm(changed + "T12:00:00Z", monthsThen)));
    }

    private static RhythmCalendar.Rhythm rhythm(String since, int months) {
        return new RhythmCalendar.Rhythm(Instant.parse(since), months);
    }

    private static AgreementCalendar agreement(Instant sealed, ZoneId zone) {
        return new AgreementCalendar(sealed, zone, Pace.IN_EARNEST);
    }

    private static List<String> dates(String sealed, int months, int count) {
        return dates(calendar(sealed, months), count);
    }

    private static List<String> dates(RhythmCalendar calendar, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(nr -> calendar.due(nr).atZone(ZoneOffset.UTC).toLocalDate().toString()).toList();
    }

    private static RhythmCalendar calendar(String sealed, int months) {
        return reviews(LocalDate.parse(sealed).atTime(15, 0).toInstant(ZoneOffset.UTC), months, ZoneOffset.UTC);
    }

    private static RhythmCalendar reviews(Instant sealed, int months, ZoneId zone) {
        return new RhythmCalendar(agreement(sealed, zone), 0, List.of(new RhythmCalendar.Rhythm(sealed, months)));
    }
}
