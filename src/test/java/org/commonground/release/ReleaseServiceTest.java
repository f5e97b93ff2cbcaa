package org.commonground.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.stage.Refusals.refused;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.commonground.commitment.CommitmentService;
import org.commonground.decision.DecisionService;
import org.commonground.decision.Voice;
import org.commonground.engine.MovableClock;
import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.matter.MatterService;
import org.commonground.partnership.PartnershipService;
import org.commonground.period.PeriodService;
import org.commonground.reporting.ReportService;
import org.commonground.stage.DomainTest;
import org.commonground.stage.Ladder;
import org.commonground.withdrawal.WithdrawalService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;

/** Whom partners may release, and when nobody can be called silent. FAO, Goi and the NGO work together; it is about the NGO. */
@DomainTest
class ReleaseServiceTest {

    private static final OrganisationId FAO = new OrganisationId("Fao");
    private static final OrganisationId GOI = new OrganisationId("Goi");
    private static final OrganisationId NGO = new OrganisationId("Ngo");

    @Autowired
    Ladder ladder;
    @Autowired
    ReleaseService service;
    @Autowired
    WithdrawalService withdrawals;
    @Autowired
    DecisionService decisions;
    @Autowired
    MatterService matters;
    @Autowired
    CommitmentService commitments;
    @Autowired
    PeriodService periods;
    @Autowired
    ReportService reports;
    @Autowired
    PartnershipService partnerships;
    @Autowired
    RememberedSigns signs;
    @Autowired
    MovableClock clock;
    @Autowired
    ApplicationEvents events;

    private PartnershipId partnership;

    @BeforeEach
    void three_work_together() {
        ladder.verified(List.of(FAO, GOI, NGO));
        partnership = ladder.inForceUnwritten(Role.IMPLEMENTER, FAO, GOI, NGO);
    }

    // Silence

    @Test
    void who_is_there_for_a_short_time_is_not_called_silent() {
        LocalDate today = today();
        clock.advance(Duration.ofDays(60));
        refused(("Organisation Ngo is at work here since %s. Only who has not answered for 90 days is called silent: please wait until %s.")
                .formatted(Days.inWords(today), Days.inWords(today.plusDays(90))), () -> name(raised(FAO), NGO, Ground.SILENCE));
    }

    @Test
    void what_it_answered_or_can_still_answer_in_time_is_told() {
        clock.advance(Duration.ofDays(120));
        refused("Organisation Ngo has left nothing unanswered since …, so it cannot be called silent.",
                () -> name(raised(FAO), NGO, Ground.SILENCE));
        signs.waits("Confirm instalment", clock.instant().minusSeconds(1));
        signs.waits("Report progress", clock.instant().plusSeconds(1000));
        refused("Organisation Ngo can still answer in time: its step “Report progress” is due on %s. Please wait until then.".formatted(
                Days.inWords(today())), () -> name(raised(FAO), NGO, Ground.SILENCE));
        signs.answered("Plan period", clock.instant().minus(Duration.ofDays(89)));
        refused("Organisation Ngo is not silent: on %s it answered “Plan period”.".formatted(Days.inWords(today().minusDays(89))),
                () -> name(raised(FAO), NGO, Ground.SILENCE));
    }

    @Test
    void who_raised_something_is_not_silent() {
        clock.advance(Duration.ofDays(120));
        signs.waits("Confirm instalment", clock.instant().minusSeconds(1));
        matters.raise(partnership, "suspension", "It rains.", focal(NGO));
        refused("Organisation Ngo is not silent: on %s it raised “A pause of the work”.".formatted(Days.inWords(today())),
                () -> name(raised(FAO), NGO, Ground.SILENCE));
    }

    @Test
    void two_periods_without_a_word_are_silence_though_nothing_waits_any_more() {
        twoPeriods();
        signs.answered("Commit activities", clock.instant().minus(Duration.ofDays(400)));
        UUID matter = raised(FAO);
        assertThat(service.others(matter)).filteredOn(one -> one.organisation().equals(NGO)).singleElement().satisfies(one -> {
            assertThat(one.missed()).hasSize(2).allSatisfy(line -> assertThat(line).startsWith("It said nothing of Period "));
            assertThat(one.notSilent()).isNull();
        });
        name(matter, NGO, Ground.SILENCE);
        assertThat(matters.card(matter).about()).isEqualTo("Ngo");
        assertThat(events.stream(LetterWritten.class)).singleElement().satisfies(fact -> {
            assertThat(fact.organisation()).isEqualTo(NGO);
            assertThat(fact.others()).containsExactlyInAnyOrder(FAO, GOI);
        });
    }

    @Test
    void who_has_not_said_what_it_brings_is_silent_though_nothing_waits_any_more() {
        clock.advance(Duration.ofDays(120));
        commitments.alertSilentSeats(partnership);
        UUID matter = raised(FAO);
        assertThat(service.others(matter)).filteredOn(one -> one.organisation().equals(NGO)).singleElement().satisfies(
                one -> assertThat(one.missed()).containsExactly("It has not said in time what it brings."));
        name(matter, NGO, Ground.SILENCE);
        assertThat(matters.card(matter).about()).isEqualTo("Ngo");
    }

    private void twoPeriods() {
        for (int nr = 0; nr < 2; nr++) {
            periods.open(partnership);
            clock.advance(Duration.ofDays(110));
            reports.close(partnership);
        }
    }

    // Naming

    @Test
    void one_names_another_full_partner_that_stays_and_is_not_asked_already() {
        UUID matter = raised(FAO);
        refused("To leave yourself, please raise “Leaving”.", () -> name(matter, FAO, Ground.OTHER));
        UUID leaving = matters.raise(partnership, "withdrawal", "Our programme ends.", focal(GOI));
        withdrawals.give(leaving, "Our programme ends.", today().plusMonths(3), "x");
        refused("Organisation Goi leaves on %s anyway.".formatted(Days.inWords(today().plusMonths(3))),
                () -> name(matter, GOI, Ground.OTHER));
        name(matter, NGO, Ground.OTHER);
        refused("Organisation Ngo has been asked already whether it stays. Please wait for what comes of that.",
                () -> name(raised(GOI), NGO, Ground.OTHER));
        partnerships.leave(partnership, GOI, "No time", "x");
        refused("Organisation Goi is no full partner now. Please choose another one.", () -> name(raised(FAO), GOI, Ground.OTHER));
    }

    @Test
    void with_two_partners_only_silence_counts() {
        partnerships.leave(partnership, GOI, "No time", "x");
        refused("With two partners nobody can release the other one but for silence: one alone would decide. You can leave yourself, or"
                + " propose to close the partnership.", () -> name(raised(FAO), NGO, Ground.OTHER));
    }

    // The letter and the decision

    @Test
    void it_answers_once_and_in_time_and_has_no_voice_itself() {
        UUID matter = raised(FAO);
        name(matter, NGO, Ground.OTHER);
        refused("Please say what you will do: the other partners read it.", () -> service.answer(matter, Reply.STAYS, " ", "x"));
        service.answer(matter, Reply.STAYS, "We mend the fence in May.", "x");
        refused("Your organisation has answered this letter already.", () -> service.answer(matter, Reply.STAYS, "Again", "x"));
        assertThat(service.goesToVote(matter)).isTrue();
        assertThat(decisions.awaited(matter)).containsExactlyInAnyOrder(FAO, GOI);
        assertThat(decisions.proposal(matter).matter().kind().consequence(matters.card(matter))).contains("“We mend the fence in May.”");
        refused("This is about your organisation itself, so the others decide.",
                () -> decisions.decide(matter, NGO, Voice.AGAINST, "No", "x"));
        UUID other = raised(GOI);
        name(other, FAO, Ground.OTHER);
        clock.advance(Duration.ofDays(30));
        refused("The time to answer is over: the other partners decide now.", () -> service.answer(other, Reply.STAYS, "Here", "x"));
    }

    @Test
    void what_was_decided_is_not_done_where_it_has_answered_since() {
        twoPeriods();
        UUID matter = raised(FAO);
        name(matter, NGO, Ground.SILENCE);
        service.closeLetter(matter);
        assertThat(service.goesToVote(matter)).isTrue();
        decisions.decide(matter, FAO, Voice.FOR, null, "x");
        decisions.decide(matter, GOI, Voice.FOR, null, "x");
        signs.answered("Report progress", clock.instant());
        assertThat(decisions.tally(matter).accepted()).isTrue();
        decisions.carryOut(matter);
        assertThat(withdrawals.isReleased(matter)).isFalse();
        service.close(matter);
        assertThat(matters.card(matter).outcome()).isEqualTo("Organisation Ngo is not silent: on %s it answered “Report progress”."
                .formatted(Days.inWords(today())));
        service.close(matter);
        assertThat(events.stream(PartnerKept.class)).as("told once").hasSize(1);
    }

    private UUID raised(OrganisationId raiser) {
        return matters.raise(partnership, "release", "It does not mend its fences.", focal(raiser));
    }

    private void name(UUID matter, OrganisationId organisation, Ground ground) {
        Instant until = clock.instant().plus(Duration.ofDays(21));
        service.name(matter, organisation, ground, until, "x");
    }

    private static String focal(OrganisationId organisation) {
        return organisation.code().toLowerCase() + "Focal";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
