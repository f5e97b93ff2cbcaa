package org.commonground.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.commonground.stage.Refusals.refused;
import static org.commonground.work.FiveAtWork.FFS;
import static org.commonground.work.FiveAtWork.GOI;
import static org.commonground.work.FiveAtWork.NGO;
import static org.commonground.work.FiveAtWork.SEALED;
import static org.commonground.work.FiveAtWork.SHOP;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.assertj.core.groups.Tuple;
import org.commonground.engine.MovableClock;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.Action;
import org.commonground.partnership.Actions;
import org.commonground.partnership.AgreedAction;
import org.commonground.partnership.CourseOfWork;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.stage.DomainTest;
import org.commonground.stage.Ladder;
import org.commonground.stage.SampleAgreement;
import org.commonground.work.Alert;
import org.commonground.work.AlertKind;
import org.commonground.work.Alerts;
import org.commonground.work.FiveAtWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;

/** When meetings come, and what is kept of them. The agreement was sealed on 31 August for a year: they meet four times, consult twice. */
@DomainTest
class MeetingServiceTest {

    private static final String COORDINATOR = "coordinator";
    private static final LocalDate NOVEMBER = LocalDate.of(2027, 11, 30);
    private static final LocalDate FEBRUARY = LocalDate.of(2028, 2, 29);
    private static final LocalDate MAY = LocalDate.of(2028, 5, 31);

    @Autowired
    MeetingService meetings;
    @Autowired
    InvitationService invitations;
    @Autowired
    MinutesService minutes;
    @Autowired
    MeetingRecords records;
    @Autowired
    MeetingPapers papers;
    @Autowired
    Actions actions;
    @Autowired
    Alerts alerts;
    @Autowired
    CourseOfWork work;
    @Autowired
    PartnershipService partnerships;
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
    void five_work_together() {
        today(SEALED);
        id = FiveAtWork.in(ladder, agreed);
        partnerships.enter(id, Phase.IN_FORCE);
    }

    // The rhythm

    @Test
    void each_meeting_is_asked_for_two_weeks_before_its_date_which_is_counted_from_the_day_of_sealing() {
        assertThat(course(6)).containsExactly(
                tuple(MeetingKind.STEERING, NOVEMBER, NOVEMBER.minusDays(14)),
                tuple(MeetingKind.STEERING, FEBRUARY, FEBRUARY.minusDays(14)),
                tuple(MeetingKind.CONSULTATION, FEBRUARY, FEBRUARY.minusDays(14)),
                tuple(MeetingKind.STEERING, MAY, MAY.minusDays(14)));
        assertThat(meetings.nextDate(id)).as("a longer term may be agreed").isEqualTo(morning(LocalDate.of(2028, 9, 1)));
        agreed.durationMonths = 24;
        assertThat(meetings.nextDate(id)).isEqualTo(morning(LocalDate.of(2028, 8, 31).minusDays(14)));
    }

    @Test
    void who_meets_every_week_is_asked_three_days_before_and_as_often_as_agreed() {
        agreed.meetingsPerYear = 52;
        agreed.consultationMonths = 24;
        List<LocalDate> dates = course(60).stream().map(one -> (LocalDate) one.toList().get(1)).toList();
        assertThat(dates).as("the last one is over a week before the end").hasSize(51).doesNotHaveDuplicates()
                .startsWith(SEALED.plusDays(7), SEALED.plusDays(14)).allMatch(day -> !day.isAfter(LocalDate.of(2028, 8, 23)));
        agreed.meetingsPerYear = 7;
        assertThat(IntStream.rangeClosed(1, 14).mapToObj(nr -> MeetingInterval.timesAYear(7).date(SEALED, nr)))
                .as("seven a year are seven in each").contains(SEALED.plusYears(1), SEALED.plusYears(2));
    }

    @Test
    void dates_that_passed_while_everything_stood_still_share_one_meeting_for_which_there_is_time() {
        LocalDate later = MAY.minusDays(2);
        today(later);
        MeetingCard steering = open();
        assertThat(steering.dueOn()).isEqualTo(MAY);
        assertThat(steering.missed()).isEqualTo(2);
        assertThat(steering.on()).as("people need two weeks").isEqualTo(later.plusDays(14));
        assertThat(open().kind()).isEqualTo(MeetingKind.CONSULTATION);
        assertThat(meetings.nextDate(id)).isAfter(clock.instant());
        assertThat(meetings.counts(id)).extracting(MeetingCount::inWords).containsExactly("0 of 3 held", "0 of 1 held");
        assertThat(invitations.reason(steering)).isEqualTo("You agreed to meet 4 times a year.");
    }

    @Test
    void another_rhythm_holds_from_its_own_sealing_on() {
        today(NOVEMBER.minusDays(14));
        assertThat(open().dueOn()).isEqualTo(NOVEMBER);
        today(LocalDate.of(2028, 1, 10));
        agreed.amend(id, () -> agreed.meetingsPerYear = 12);
        assertThat(meetings.nextDate(id)).as("no meeting in the past").isEqualTo(morning(LocalDate.of(2028, 1, 31).minusDays(14)));
        agreed.amend(id, () -> agreed.reviewMonths = 6);
        assertThat(meetings.nextDate(id)).isEqualTo(morning(LocalDate.of(2028, 1, 31).minusDays(14)));
        agreed.amend(id, () -> agreed.meetingsPerYear = 2);
        assertThat(meetings.nextDate(id)).isEqualTo(morning(FEBRUARY.minusDays(14)));
    }

    @Test
    void what_stopped_with_the_work_is_taken_up_again_at_once_and_once() {
        today(NOVEMBER.minusDays(14));
        MeetingCard first = open();
        assertThat(meetings.nextDate(id)).as("it runs").isEqualTo(morning(FEBRUARY.minusDays(14)));
        work.suspend(id, "Nobody has money.");
        today(LocalDate.of(2028, 1, 10));
        work.resume(id);
        assertThat(meetings.nextDate(id)).isBefore(clock.instant());
        MeetingCard again = open();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.on()).as("its day has passed").isEqualTo(LocalDate.of(2028, 1, 24));
        assertThat(meetings.nextDate(id)).isEqualTo(morning(FEBRUARY.minusDays(14)));
    }

    @Test
    void with_the_work_meetings_end() {
        today(NOVEMBER.minusDays(14));
        MeetingCard first = open();
        invitations.send(first.id());
        today(FEBRUARY.minusDays(14));
        MeetingCard second = open();
        meetings.breakOff(id);
        assertThat(meetings.card(first.id()).outcome()).isEqualTo(MeetingOutcome.NO_MINUTES);
        assertThat(meetings.card(second.id()).outcome()).isEqualTo(MeetingOutcome.FELL_AWAY);
        today(LocalDate.of(2030, 1, 1));
        assertThat(meetings.open(id)).as("the term is over").isEmpty();
        assertThat(meetings.nextDate(id)).as("nothing goes in a circle").isAfter(clock.instant());
    }

    // Invitations

    @Test
    void an_invitation_names_a_day_within_the_term_and_guests_by_name() {
        UUID meeting = asked();
        refused("Please choose a day that lies ahead, so that people can come.",
                () -> invitations.invite(meeting, to(NOVEMBER.minusDays(14)), COORDINATOR));
        refused("The agreement ends on 30 August 2028. Please choose a day until 23 August 2028, so that the minutes are written"
                + " while you still work together.",
                () -> invitations.invite(meeting, to(LocalDate.of(2028, 8, 24)), COORDINATOR));
        refused("Please say the name of each guest.", () -> new InvitedGuest(" ", "Ministry", null, "Wells"));
        refused("Please say where Asha Rao comes from.", () -> new InvitedGuest("Asha Rao", "", null, "Wells"));
        refused("Please say why Asha Rao is invited: it reads that.", () -> new InvitedGuest("Asha Rao", "Ministry", null, null));
        refused("“asha” is not an e-mail address.", () -> new InvitedGuest("Asha Rao", "Ministry", "asha", "Wells"));
        InvitedGuest asha = new InvitedGuest("Asha Rao", "Ministry", null, "Wells");
        refused("Asha Rao is named twice.", () -> new MeetingInvitation(NOVEMBER, "10", "Here", "All", List.of(asha, asha), null));
        refused("Please name the guests who could bring this policy about.",
                () -> new MeetingInvitation(NOVEMBER, "10", "Here", "All", List.of(), "Safe water"));
        refused("Please say at what time you meet.", () -> new MeetingInvitation(NOVEMBER, "", "Here", "All", List.of(), null));
        refused("Please say where you meet, or how people take part from afar.",
                () -> new MeetingInvitation(NOVEMBER, "10", "", "All", List.of(), null));
        refused("Please say what it will be about.", () -> new MeetingInvitation(NOVEMBER, "10", "Here", "", List.of(), null));
        assertThat(meetings.card(meeting).invitedBy()).as("nothing of that is kept").isNull();

        invitations.invite(meeting, to(NOVEMBER.plusDays(1)), COORDINATOR);
        refused("The invitation to this meeting was written already.", () -> invitations.invite(meeting, to(NOVEMBER), COORDINATOR));
        invitations.send(meeting);
        invitations.send(meeting);
        assertThat(events.stream(MeetingInvited.class)).singleElement().satisfies(told -> {
            assertThat(told.on()).isEqualTo(NOVEMBER.plusDays(1));
            assertThat(told.invited()).as("a steering meeting is the full partners’").doesNotContain(SHOP).contains(NGO, GOI);
            assertThat(told.languages()).isEqualTo("English");
            assertThat(told.inTime()).isTrue();
        });
        assertThat(papers.onlyFor(id, 1)).hasValueSatisfying(circle -> {
            assertThat(circle.organisations()).doesNotContain(SHOP).contains(NGO);
            assertThat(circle.staff()).isTrue();
        });
    }

    @Test
    void where_nobody_invites_in_time_people_are_invited_to_what_was_agreed() {
        today(FEBRUARY.minusDays(14));
        open();
        MeetingCard consultation = open();
        assertThat(consultation.kind()).isEqualTo(MeetingKind.CONSULTATION);
        assertThat(invitations.halfwayTo(consultation.id())).as("half of the time is left to those who come")
                .isEqualTo(morning(FEBRUARY.minusDays(7)));
        invitations.send(consultation.id());
        assertThat(events.stream(MeetingInvited.class)).singleElement().satisfies(told -> {
            assertThat(told.on()).isEqualTo(FEBRUARY);
            assertThat(told.place()).as("the channel").isEqualTo("Mail");
            assertThat(told.hour()).isNull();
            assertThat(told.invited()).contains(SHOP);
            assertThat(told.inTime()).isFalse();
        });
        assertThat(invitations.reason(consultation)).isEqualTo("You agreed on a consultation every 6 months.");
        assertThat(papers.onlyFor(id, consultation.nr())).isEmpty();
    }

    // Minutes

    @Test
    void what_was_said_is_kept_once_and_what_follows_from_it_goes_on_its_way() {
        UUID meeting = invited();
        today(NOVEMBER.plusDays(1));
        AgreedAction seed = new AgreedAction("Steering meeting 1", "Buy seed", NGO, NOVEMBER.plusDays(40), FFS);
        Minutes said = held(NOVEMBER, Set.of(GOI, NGO), Set.of(), List.of("We begin in May."), List.of(seed), List.of(),
                List.of(new FurtherMeeting(MeetingKind.WORKSHOP, NOVEMBER.plusDays(60), "Seed", "Two breeders")));
        refused("Nobody is no member of this partnership. Please name members only; guests go into the minutes.",
                () -> minutes.write(meeting, held(NOVEMBER, Set.of(new OrganisationId("Nobody")), Set.of()), COORDINATOR));
        refused("This meeting lies ahead. Please write it down once it was held.",
                () -> minutes.write(meeting, held(NOVEMBER.plusDays(5), Set.of(NGO), Set.of()), COORDINATOR));
        refused("The agreement was sealed on 31 August 2027: this meeting cannot have been before.",
                () -> minutes.write(meeting, held(SEALED.minusDays(1), Set.of(NGO), Set.of()), COORDINATOR));
        refused("One of these guests was not invited. Please name it among those who came besides.",
                () -> minutes.write(meeting, held(NOVEMBER, Set.of(NGO), Set.of(7)), COORDINATOR));
        AgreedAction strange = new AgreedAction("Steering meeting 1", "Buy seed", new OrganisationId("Nobody"), NOVEMBER.plusDays(40), FFS);
        refused("Nobody is no member of this partnership. Please choose a member.",
                () -> minutes.write(meeting, held(NOVEMBER, Set.of(NGO), Set.of(), List.of(), 
                        List.of(strange), List.of(), List.of()), COORDINATOR));
        refused("The agreement ends on 30 August 2028. Please choose a day until 23 August 2028, so that the minutes are written"
                + " while you still work together.",
                () -> minutes.write(meeting, held(NOVEMBER, Set.of(NGO), Set.of(), List.of(), 
                        List.of(), List.of(), List.of(new FurtherMeeting(MeetingKind.SEMINAR, LocalDate.of(2029, 1, 1), "Late", null))),
                        COORDINATOR));
        refused("Steering meetings and consultations come by themselves, as often as you agreed. Please choose a workshop or a seminar.",
                () -> new FurtherMeeting(MeetingKind.STEERING, MAY, "Again", null));
        assertThat(meetings.card(meeting).isOver()).as("nothing of that is kept").isFalse();
        assertThat(actions.all(id)).isEmpty();

        minutes.write(meeting, said, COORDINATOR);
        refused("The minutes of this meeting were written already.", () -> minutes.write(meeting, said, COORDINATOR));
        minutes.share(meeting);
        assertThat(events.stream(MinutesShared.class)).singleElement().satisfies(told -> {
            assertThat(told.present()).contains(", ");
            assertThat(told.decisions()).containsExactly("We begin in May.");
            assertThat(told.actions()).singleElement().asString().contains("Buy seed, by 9 January 2028");
            assertThat(told.further()).singleElement().asString().contains("Workshop 1: Seed on 29 January 2028, with Two breeders");
        });
        assertThat(actions.open(id)).extracting(Action::source, Action::verifier).containsExactly(tuple("Steering meeting 1", FFS));
        assertThat(meetings.nextDate(id)).as("the workshop on which they agreed").isEqualTo(morning(NOVEMBER.plusDays(60 - 14)));
        today(NOVEMBER.plusDays(60 - 14));
        MeetingCard workshop = open();
        assertThat(workshop.on()).isEqualTo(NOVEMBER.plusDays(60));
        assertThat(invitations.agenda(workshop)).isEqualTo("Seed");
        assertThat(invitations.reason(workshop)).isEqualTo("You agreed on it in Steering meeting 1 of 30 November 2027.");
        assertThat(records.page(meetings.card(meeting))).contains("We begin in May.", "Buy seed", "Workshop 1: Seed");
    }

    @Test
    void later_minutes_tell_what_came_of_a_policy_that_guests_were_to_bring_about() {
        UUID first = asked();
        invitations.invite(first, new MeetingInvitation(NOVEMBER, "10:00", "The field", "Wells", List.of(
                new InvitedGuest("Asha Rao", "Ministry", "asha@example.org", "Wells"), new InvitedGuest("Bala", "State", null, "Pipes")),
                "Safe water"), COORDINATOR);
        invitations.send(first);
        assertThat(events.stream(MeetingInvited.class)).singleElement().satisfies(told -> {
            assertThat(told.guests()).containsExactly("Asha Rao (Ministry)", "Bala (State)");
            assertThat(told.addressed()).extracting(InvitedGuest::address).containsExactly("asha@example.org");
        });
        today(NOVEMBER.plusDays(1));
        minutes.write(first, new Minutes(null, NOVEMBER, Set.of(NGO), Set.of(1), List.of(new Minutes.Besides("Ravi", "A paper")),
                "They heard us.", List.of(), List.of(), List.of(), List.of()), COORDINATOR);
        assertThat(records.of(meetings.card(first)).present()).contains("Asha Rao (Ministry), Ravi (A paper)").doesNotContain("Bala");
        assertThat(records.of(meetings.card(first)).guests())
                .containsExactly("Asha Rao (Ministry): Wells. Came.", "Bala (State): Pipes. Did not come.");

        today(FEBRUARY.minusDays(14));
        MeetingCard second = open();
        invitations.send(second.id());
        assertThat(minutes.openPolicies(second)).extracting(MeetingCard::policy).containsExactly("Safe water");
        today(FEBRUARY.plusDays(1));
        refused("Please say in a sentence which policy came.", () -> new PolicyAnswer(1, true, " "));
        refused("Please say in a sentence why the policy did not come.", () -> new PolicyAnswer(1, false, null));
        refused("These policies have changed since you opened the page. Please open it again.",
                () -> minutes.write(second.id(), held(FEBRUARY, Set.of(NGO), Set.of(), 
                        List.of(), List.of(), List.of(new PolicyAnswer(99, true, "A law")), List.of()), COORDINATOR));
        minutes.write(second.id(), held(FEBRUARY, Set.of(NGO), Set.of(), List.of(), List.of(),
                List.of(new PolicyAnswer(1, true, "A law of wells.")), List.of()), COORDINATOR);
        assertThat(minutes.openPolicies(second)).isEmpty();
        assertThat(records.policies(id)).extracting(MeetingRecords.PolicyLine::words).containsExactly("A law of wells.");
        assertThat(papers.page(id, 1)).contains("Safe water – It came. A law of wells. (told in Steering meeting 2)");
        assertThat(papers.page(id, 2)).contains("Steering meeting 1 of 30 November 2027 hoped for “Safe water”: It came. A law of wells.");
    }

    @Test
    void nobody_came_is_an_answer_and_missing_minutes_raise_an_alert_until_the_next_ones() {
        UUID first = invited();
        today(NOVEMBER.plusDays(20));
        minutes.recordMissing(first);
        minutes.recordMissing(first);
        assertThat(alerts.of(id)).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(AlertKind.MINUTES_MISSING);
            assertThat(alert.words()).contains("Steering meeting 1 of 30 November 2027");
        });
        today(FEBRUARY.minusDays(14));
        UUID second = open().id();
        invitations.send(second);
        today(FEBRUARY.plusDays(1));
        refused("Please say what kept people away: all who were invited read it.", () -> Minutes.nobodyCame(" "));
        minutes.write(second, Minutes.nobodyCame("The road was flooded."), COORDINATOR);
        minutes.share(second);
        assertThat(alerts.of(id)).noneMatch(Alert::isOpen);
        assertThat(events.stream(MinutesShared.class)).singleElement()
                .satisfies(told -> assertThat(told.nobodyCame()).isEqualTo("The road was flooded."));
        assertThat(meetings.counts(id)).extracting(MeetingCount::inWords)
                .containsExactly("0 of 2 held; to 1 nobody came; 1 without minutes");
        assertThat(papers.of(id)).extracting(one -> one.title() + " – " + one.words()).containsExactly(
                "Steering meeting 1 – 30 November 2027. Without minutes", "Steering meeting 2 – 29 February 2028. Nobody came");
        assertThat(papers.page(id, 2)).contains("Nobody came. The road was flooded.");
    }

    // Props

    private UUID asked() {
        today(NOVEMBER.minusDays(14));
        return open().id();
    }

    private UUID invited() {
        UUID meeting = asked();
        invitations.invite(meeting, to(NOVEMBER), COORDINATOR);
        invitations.send(meeting);
        return meeting;
    }

    private MeetingCard open() {
        return meetings.card(meetings.open(id).orElseThrow());
    }

    /** The next ones, each on the day on which somebody is asked: kind, date, and that day. */
    private List<Tuple> course(int most) {
        List<Tuple> course = new ArrayList<>();
        while (course.size() < most && meetings.nextDate(id).isBefore(morning(LocalDate.of(2028, 8, 31)))) {
            clock.setTo(meetings.nextDate(id));
            MeetingCard card = open();
            assertThat(card.on()).isEqualTo(card.dueOn());
            course.add(tuple(card.kind(), card.dueOn(), LocalDate.now(clock)));
        }
        return course;
    }

    private static MeetingInvitation to(LocalDate day) {
        return new MeetingInvitation(day, "10:00", "The field", "The season", List.of(), null);
    }

    private static Minutes held(LocalDate day, Set<OrganisationId> present, Set<Integer> guests) {
        return held(day, present, guests, List.of(), List.of(), List.of(), List.of());
    }

    private static Minutes held(LocalDate day, Set<OrganisationId> present, Set<Integer> guests, List<String> decisions,
            List<AgreedAction> actions, List<PolicyAnswer> policies, List<FurtherMeeting> further) {
        return new Minutes(null, day, present, guests, List.of(), "We talked.", decisions, actions, policies, further);
    }

    private void today(LocalDate day) {
        clock.setTo(morning(day));
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(6, 0).toInstant(ZoneOffset.UTC);
    }
}
