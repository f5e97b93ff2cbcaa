package org.commonground.meeting.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.foundation.Role.ALLY;
import static org.commonground.foundation.Role.IMPLEMENTER;
import static org.commonground.foundation.Role.RESOURCE_PROVIDER;
import static org.commonground.stage.Stage.with;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.commonground.engine.CaseTimers;
import org.commonground.foundation.Fact;
import org.commonground.foundation.Level;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Seat;
import org.commonground.meeting.MeetingService;
import org.commonground.negotiation.SampleTerms;
import org.commonground.negotiation.Topic;
import org.commonground.partnership.Action;
import org.commonground.partnership.Actions;
import org.commonground.partnership.CourseOfWork;
import org.commonground.partnership.PartnershipResumed;
import org.commonground.partnership.PartnershipSuspended;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.Ladder;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.commonground.story.Answers;
import org.commonground.work.Alert;
import org.commonground.work.AlertKind;
import org.commonground.work.Alerts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** Meetings as people play them: Eu pays, Ngo implements, Shop supports. They meet four times a year and consult twice, for a year. */
@ProcessTest
class MeetingProcessTest {

    private static final String INVITE = "Invite to meeting";
    private static final String WRITE = "Write minutes";

    @Autowired
    private Stage stage;
    @Autowired
    private Ladder ladder;
    @Autowired
    private MeetingService meetings;
    @Autowired
    private Actions actions;
    @Autowired
    private Alerts alerts;
    @Autowired
    private CourseOfWork work;
    @Autowired
    private CaseTimers timers;
    @Autowired
    private ApplicationEventPublisher facts;
    @Autowired
    private Clock clock;

    private Cast cast;
    private Actor coordinator;
    private LocalDate sealed;
    private PartnershipId id;
    private String key;

    @BeforeEach
    void two_partners_and_an_ally_are_at_work() {
        cast = stage.cast().organisation("Eu", "European Union", Level.NATIONAL, "India", RESOURCE_PROVIDER)
                .organisation("Ngo", "Facilitating NGO", Level.LOCAL, "Guntur", IMPLEMENTER)
                .organisation("Shop", "Retail chain", Level.NATIONAL, "India", ALLY);
        coordinator = cast.coordinator();
        sealed = LocalDate.now(clock);
        id = ladder.sealedForWork(List.of(new Seat(cast.id("Eu"), RESOURCE_PROVIDER), new Seat(cast.id("Ngo"), IMPLEMENTER),
                new Seat(cast.id("Shop"), ALLY)));
        key = id.value();
        stage.engine().getRuntimeService().startProcessInstanceByKey("work", key);
        stage.machineWorks();
    }

    @Test
    void members_and_guests_are_invited_in_time_and_what_was_said_is_shared() {
        stage.fires("Meeting due", key);
        Map<String, Object> shown = coordinator.opens(INVITE, key);
        assertThat(shown).containsEntry("meeting", "Steering meeting 1").containsEntry("why", "You agreed to meet 4 times a year.")
                .containsEntry("place", "Mail").containsEntry("languages", "English").containsEntry("nothingOpen", true);
        assertThat(cast.actor("Ngo", IMPLEMENTER).sees(key)).doesNotContain(INVITE);
        LocalDate day = sealed.plusMonths(3);
        assertThat(coordinator.isRefused(INVITE, key, Answers.invitation(sealed.plusYears(2))))
                .matches("The agreement ends on .* Please choose a day until .*");
        coordinator.completes(INVITE, key, Answers.invitation(day));
        assertThat(coordinator.sees(key)).doesNotContain(INVITE, WRITE);

        stage.fires("Meeting day over", key);
        Map<String, Object> writing = coordinator.opens(WRITE, key);
        assertThat(writing).containsEntry("agenda", "How the season goes").containsEntry("noPolicies", true);
        Map<String, Object> minutes = Answers.minutes(day, cast.code("Ngo"), cast.code("Eu"));
        minutes.put("guests", List.of("1"));
        coordinator.completes(WRITE, key, minutes);
        assertThat(actions.open(id)).extracting(Action::what).containsExactly("Ask three traders");
        stage.assertThat(key).hasPassed("Send invitation", "Share minutes").hasPassed("Meeting over").hasNoIncident();

        stage.fires("Meeting due", key);
        assertThat(coordinator.opens(INVITE, key).get("openActions").toString()).contains("Ask three traders");
        coordinator.completes(INVITE, key, Answers.invitation(sealed.plusMonths(6)));
        stage.fires("Meeting day over", key);
        Map<String, Object> second = Answers.minutes(sealed.plusMonths(6), cast.code("Ngo"), cast.code("Eu"));
        second.put("guests", List.of());
        assertThat(coordinator.opens(WRITE, key).get("policies").toString()).contains("Wells are tested every year");
        second.put("policies", List.of(Map.of("nr", 1, "came", "yes", "words", "A law.")));
        coordinator.completes(WRITE, key, second);
        assertThat(meetings.counts(id)).extracting("held").startsWith(2);
    }

    @Test
    void where_nobody_invites_the_machine_does_and_that_nobody_came_is_told() {
        stage.fires("Meeting due", key);
        stage.fires("Time to invite over", key);
        assertThat(coordinator.sees(key)).doesNotContain(INVITE);
        stage.fires("Meeting day over", key);
        assertThat(coordinator.opens(WRITE, key)).containsEntry("place", "Mail").containsEntry("noGuests", true);
        coordinator.completes(WRITE, key, with("held", "no", "nobodyCame", "The road was flooded."));
        assertThat(meetings.counts(id)).extracting("nobodyCame").containsExactly(1);
        stage.assertThat(key).hasPassed("Meeting over").hasNoIncident();
    }

    @Test
    void minutes_that_nobody_writes_raise_an_alert_until_the_next_ones_and_hold_nothing_up() {
        stage.fires("Meeting due", key);
        stage.fires("Time to invite over", key);
        stage.fires("Meeting day over", key);
        stage.fires("Minutes overdue", key);
        assertThat(coordinator.sees(key)).doesNotContain(WRITE);
        assertThat(missing()).hasSize(1);

        stage.fires("Meeting due", key);
        stage.fires("Time to invite over", key);
        stage.fires("Meeting day over", key);
        stage.fires("Meeting due", key);
        assertThat(coordinator.sees(key)).as("the consultation waits for no minutes").contains(INVITE, WRITE);
        coordinator.completes(WRITE, key, with("held", "no", "nobodyCame", "Harvest."));
        assertThat(missing()).isEmpty();
    }

    private List<Alert> missing() {
        return alerts.of(id).stream().filter(one -> one.isOpen() && one.kind() == AlertKind.MINUTES_MISSING).toList();
    }

    @Test
    void a_pause_breaks_meetings_off_and_they_are_taken_up_again_where_they_were() {
        stage.fires("Meeting due", key);
        pauses(Duration.ofDays(1));
        assertThat(coordinator.sees(key)).as("not before its time has come").doesNotContain(INVITE);
        stage.catchesUp(key);
        assertThat(coordinator.sees(key)).containsOnlyOnce(INVITE);
        coordinator.completes(INVITE, key, Answers.invitation(sealed.plusMonths(3)));
        pauses(Duration.ofDays(1));
        stage.catchesUp(key);
        assertThat(coordinator.sees(key)).as("people are invited").doesNotContain(INVITE, WRITE);
        stage.fires("Meeting day over", key);
        pauses(Duration.ofDays(2));
        stage.catchesUp(key);
        assertThat(coordinator.sees(key)).containsOnlyOnce(WRITE).doesNotContain(INVITE);
        coordinator.completes(WRITE, key, with("held", "no", "nobodyCame", "We paused."));
        stage.assertThat(key).hasNoIncident();

        pauses(Duration.ofDays(150));
        assertThat(stage.catchesUp(key)).as("a steering meeting and a consultation, not each that was missed")
                .filteredOn("Meeting due"::equals).hasSize(2);
        assertThat(Collections.frequency(coordinator.sees(key), INVITE)).isEqualTo(2);
    }

    private void pauses(Duration time) {
        work.suspend(id, "Nobody has money.");
        tells(new PartnershipSuspended(id));
        assertThat(coordinator.sees(key)).doesNotContain(INVITE, WRITE);
        stage.passes(time);
        work.resume(id);
        tells(new PartnershipResumed(id));
    }

    private void tells(Fact fact) {
        facts.publishEvent(fact);
        stage.machineWorks();
    }

    @Test
    void a_shorter_rhythm_calls_for_no_meetings_in_the_past() {
        stage.passes(Duration.between(clock.instant(), sealed.plusDays(70).atTime(9, 0).toInstant(ZoneOffset.UTC)));
        stage.catchesUp(key);
        assertThat(coordinator.sees(key)).doesNotContain(INVITE);
        ladder.amended(id, List.of(cast.id("Eu"), cast.id("Ngo")), Topic.GOVERNANCE_STRUCTURE, SampleTerms.meetingEvery(52));
        timers.recalculate(id);
        assertThat(stage.catchesUp(key)).filteredOn("Meeting due"::equals).hasSizeLessThanOrEqualTo(1);
        stage.fires("Meeting due", key);
        assertThat(meetings.nextDate(id)).isAfter(clock.instant());
        assertThat(coordinator.opens(INVITE, key)).containsEntry("why", "You agreed to meet 52 times a year.");
    }

    @Test
    void a_workshop_on_which_a_meeting_agreed_comes_on_its_day() {
        stage.fires("Meeting due", key);
        coordinator.completes(INVITE, key, Answers.invitation(sealed.plusMonths(3)));
        stage.fires("Meeting day over", key);
        LocalDate day = LocalDate.now(clock).plusDays(20);
        Map<String, Object> minutes = Answers.minutes(sealed.plusMonths(3), cast.code("Ngo"), cast.code("Eu"));
        minutes.put("guests", List.of());
        minutes.put("further", List.of(Map.of("kind", "workshop", "day", day.toString(), "subject", "Seed", "whom", "Two breeders")));
        coordinator.completes(WRITE, key, minutes);
        stage.fires("Meeting due", key);
        assertThat(LocalDate.now(clock)).as("two weeks before").isEqualTo(day.minusDays(14));
        assertThat(coordinator.opens(INVITE, key)).containsEntry("meeting", "Workshop 1: Seed").containsEntry("whom", "Two breeders")
                .containsEntry("on", day.toString()).containsEntry("agenda", "Seed");
    }

    @Test
    void with_the_term_the_work_ends_whatever_meeting_is_under_way() {
        stage.fires("Meeting due", key);
        stage.fires("Time to invite over", key);
        stage.fires("Meeting day over", key);
        stage.fires("Term ended", key);
        stage.assertThat(key).isEnded();
        assertThat(coordinator.sees(key)).isEmpty();
    }

    @Test
    void where_the_term_leaves_room_for_no_meeting_there_is_nothing_to_hold() {
        stage.engine().getRuntimeService().startProcessInstanceByKey("meeting", key);
        stage.machineWorks();
        stage.assertThat(key).hasPassed("Nothing to hold").hasNoIncident();
    }
}
