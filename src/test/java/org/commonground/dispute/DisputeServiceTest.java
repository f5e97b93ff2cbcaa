package org.commonground.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.negotiation.DecisionRule.MAJORITY;
import static org.commonground.stage.Refusals.refused;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.commonground.engine.MovableClock;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.matter.MatterService;
import org.commonground.negotiation.DecisionRule;
import org.commonground.organisation.RememberedAccounts;
import org.commonground.partnership.CourseOfWork;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;
import org.commonground.stage.DomainTest;
import org.commonground.stage.Ladder;
import org.commonground.stage.SampleAgreement;
import org.commonground.talks.Encounter;
import org.commonground.talks.Stand;
import org.commonground.talks.TalksService;
import org.commonground.talks.Word;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;

/** Who may say what in a dispute, and how long it takes. Fao and Ngo quarrel; Goi and Eu have no side, the shop is an ally. */
@DomainTest
class DisputeServiceTest {

    private static final OrganisationId FAO = new OrganisationId("Fao");
    private static final OrganisationId GOI = new OrganisationId("Goi");
    private static final OrganisationId EU = new OrganisationId("Eu");
    private static final OrganisationId NGO = new OrganisationId("Ngo");
    private static final OrganisationId SHOP = new OrganisationId("Shop");
    private static final DisputeEnding SETTLED = DisputeEnding.of("settled");
    private static final DisputeEnding PAUSE = DisputeEnding.of("suspension");

    @Autowired
    Ladder ladder;
    @Autowired
    DisputeService service;
    @Autowired
    Steering steering;
    @Autowired
    TalksService talks;
    @Autowired
    MatterService matters;
    @Autowired
    PartnershipService partnerships;
    @Autowired
    CourseOfWork work;
    @Autowired
    SampleAgreement rules;
    @Autowired
    RememberedAccounts accounts;
    @Autowired
    ApplicationEvents events;
    @Autowired
    MovableClock clock;

    private PartnershipId id;

    @BeforeEach
    void in_force() {
        ladder.verified(List.of(FAO, GOI, EU, NGO, SHOP));
        id = ladder.inForceUnwritten(Role.IMPLEMENTER, FAO, GOI, EU, NGO);
        partnerships.admit(id, SHOP, Standing.ALLY, List.of(new SeatIn(Role.ALLY, Level.NATIONAL, null, null)));
    }

    // Raising

    @Test
    void any_member_raises_one_and_several_at_once_but_no_stranger() {
        matters.raise(id, "dispute", "Late seed", "faoFocal");
        matters.raise(id, "dispute", "Late money", "faoFocal");
        matters.raise(id, "dispute", "No label", "shopFocal");
        assertThat(matters.open(id)).hasSize(3);
        ladder.verified(List.of(new OrganisationId("Other")));
        refused("Only members of … can raise a matter in it.", () -> matters.raise(id, "dispute", "Late seed", "otherFocal"));
    }

    @Test
    void a_leaver_raises_one_until_the_day_before_its_last() {
        LocalDate leaves = LocalDate.now(clock).plusDays(2);
        partnerships.announceLeaving(id, FAO, leaves);
        matters.raise(id, "dispute", "Late seed", "faoFocal");
        clock.advance(Duration.ofDays(1));
        refused("Your organisation leaves on …, so a dispute would end before anybody could answer. Please talk with the others, or with "
                + "the coordinator.", () -> matters.raise(id, "dispute", "Late seed", "faoFocal"));
    }

    @Test
    void it_is_raised_during_a_pause_and_after_the_term_and_not_once_all_is_over() {
        work.suspend(id, "The floods");
        matters.raise(id, "dispute", "Late seed", "faoFocal");
        rules.endsOn(LocalDate.now(clock));
        refused("The term of … ended on …, so nothing new can be raised in it.", () -> matters.raise(id, "closure", "Seed", "faoFocal"));
        matters.raise(id, "dispute", "Late seed", "shopFocal");
        partnerships.enter(id, Phase.CLOSING);
        matters.raise(id, "dispute", "Late seed", "ngoFocal");
        partnerships.close(id, "It is done.");
        refused("… is not in force: it stands at “Ended”.", () -> matters.raise(id, "dispute", "Late seed", "faoFocal"));
    }

    @Test
    void it_is_with_other_members_and_described_once() {
        UUID matter = opened();
        refused("Please say with whom the dispute is.", () -> service.describe(matter, List.of(), "Seed", "Earlier"));
        refused("Your own organisation stands on one side already: a dispute is with others.",
                () -> service.describe(matter, List.of(NGO, FAO), "Seed", "Earlier"));
        refused("Other is no member of this partnership, so the dispute cannot be with it.",
                () -> service.describe(matter, List.of(new OrganisationId("Other")), "Seed", "Earlier"));
        refused("Please say what the dispute is about: the other side reads it.", () -> service.describe(matter, List.of(NGO), " ", "x"));
        assertThat(service.parties(matter)).containsExactly(FAO);
        service.describe(matter, List.of(NGO), "Seed", "Earlier");
        refused("Somebody of your organisation has described this dispute already.",
                () -> service.describe(matter, List.of(NGO), "Seed", "Earlier"));
    }

    // The ladder

    @Test
    void the_days_are_those_of_the_version_in_force_when_it_was_raised() {
        rules.ladderDays = List.of(1, 2, 3, 4);
        UUID matter = opened();
        rules.amend(id, () -> rules.ladderDays = List.of(100, 100, 100, 100));
        service.describe(matter, List.of(NGO), "Seed", "Earlier");
        // The prop says what is agreed now; the version before is read as it was.
        assertThat(rules.asOf(id, service.card(matter).base()).terms().ladderDays()).isEqualTo(List.of(1, 2, 3, 4));
        Instant now = clock.instant();
        service.climb(matter);
        assertThat(Duration.between(now, service.card(matter).rungEnds()).toDays()).isEqualTo(1);
        service.climb(matter);
        assertThat(service.card(matter).rung()).isEqualTo(Rung.FACILITATION);
        assertThat(Duration.between(now, service.card(matter).rungEnds()).toDays()).isEqualTo(2);
    }

    // Nobody in a case of their own

    @Test
    void who_belongs_to_a_side_does_not_help_then_somebody_else_does_else_the_manager() {
        UUID matter = onRung(2);
        accounts.coordinators.clear();
        accounts.coordinators.addAll(List.of("ngoFocal", "shopFocal"));
        assertThat(talks.secretariat(matter)).containsExactly("coordinator");
        refused("You belong to Organisation Ngo, whom this is about. Nobody decides in a case of their own: please leave it to somebody "
                + "else.", () -> talks.takeOn(matter, "ngoFocal"));
        accounts.coordinators.remove("shopFocal");
        assertThat(talks.secretariat(matter)).containsExactly("manager");
        talks.takeOn(matter, "shopFocal");
        refused("Somebody else has taken this on meanwhile.", () -> talks.takeOn(matter, "coordinator"));
        refused("Somebody else helps the sides of this dispute now.",
                () -> talks.writeDown(matter, null, "Nobody came", "coordinator"));
    }

    @Test
    void nobody_but_the_sides_says_whether_it_is_settled() {
        UUID matter = onRung(1);
        refused("Only the sides of a dispute say whether it is settled.", () -> talks.say(matter, GOI, said("talkOn"), "goiFocal"));
        refused("Please name the person who speaks for you in this dialogue.", () -> talks.say(matter, FAO,
                new Word(Stand.MOVE_ON, null, "No", null, null, null, List.of()), "faoFocal"));
        refused("Leaving and closing are raised for themselves as long as others can still help.", () -> talks.say(matter, FAO,
                new Word(Stand.LEAVE, null, "No", "Asha", null, null, List.of()), "faoFocal"));
        refused("Nobody has to be named on this rung.", () -> talks.say(matter, FAO,
                new Word(Stand.TALK_ON, null, "No", "Asha", "Judge Rao", null, List.of()), "faoFocal"));
        refused("Please say how the dispute ends.", () -> talks.say(matter, FAO,
                new Word(Stand.SETTLED, null, "Yes", "Asha", null, null, List.of()), "faoFocal"));
        refused("The partnership was proposed on …: a talk about it cannot have been before.", () -> talks.say(matter, FAO,
                new Word(Stand.TALK_ON, null, "No", "Asha", null, new Encounter(LocalDate.of(1999, 1, 1), "All", "Tea"), List.of()),
                "faoFocal"));
        assertThat(talks.isOver(matter)).isFalse();
    }

    @Test
    void settled_is_what_all_call_so_in_the_same_way_knowing_what_shall_be_done() {
        UUID matter = onRung(1);
        talks.say(matter, FAO, said("settled"), "faoFocal");
        assertThat(talks.isOver(matter)).isFalse();
        talks.say(matter, NGO, said("talkOn"), "ngoFocal");
        assertThat(talks.isBehind(matter, FAO)).isTrue();
        assertThat(talks.isBehind(matter, NGO)).isFalse();
        talks.say(matter, NGO, new Word(Stand.SETTLED, SETTLED, "Yes", "Lata", null, null,
                List.of(TalksService.action("Dig", FAO, LocalDate.now(clock).plusDays(9), NGO))), "ngoFocal");
        assertThat(talks.isOver(matter)).as("Fao has not seen the list").isFalse();
        talks.say(matter, FAO, said("settled"), "faoFocal");
        assertThat(talks.isOver(matter)).isTrue();
        talks.end(matter);
        service.close(matter);
        assertThat(matters.card(matter).outcome()).isEqualTo("It ended on rung 1 of 4, dialogue.");
        refused("This dispute has ended.", () -> talks.say(matter, FAO, said("talkOn"), "faoFocal"));
    }

    // The others decide

    @Test
    void partners_without_a_side_decide_by_the_agreed_rule_once_and_not_after_the_count() {
        rules.rule = MAJORITY;
        UUID matter = onRung(3);
        steering.ask(matter);
        assertThat(steering.awaited(matter)).containsExactlyInAnyOrder(GOI, EU);
        refused("Only full partners without a side decide on a dispute.", () -> steering.decide(matter, FAO, PAUSE, "No", "faoFocal"));
        refused("Only full partners without a side decide on a dispute.", () -> steering.decide(matter, SHOP, PAUSE, "No", "shopFocal"));
        refused("Please say why, and what exactly shall be done: the sides read it.",
                () -> steering.decide(matter, GOI, PAUSE, " ", "goiFocal"));
        steering.decide(matter, GOI, PAUSE, "A pause helps", "goiFocal");
        steering.tally(matter);
        assertThat(service.isOver(matter)).as("one of two is no majority").isFalse();
        refused("The time to decide is over, and the voices are counted.", () -> steering.decide(matter, EU, PAUSE, "Yes", "euFocal"));
    }

    @Test
    void consensus_needs_more_than_half_and_nobody_who_chose_something_else() {
        List<Verdict> divided = List.of(verdict(GOI, PAUSE), verdict(EU, PAUSE), verdict(SHOP, SETTLED));
        assertThat(Tally.of(DecisionRule.CONSENSUS, 3, divided).isCarried()).isFalse();
        assertThat(Tally.of(DecisionRule.MAJORITY, 3, divided).isCarried()).isTrue();
        assertThat(Tally.of(DecisionRule.CONSENSUS, 3, divided.subList(0, 2)).isCarried()).isTrue();
        assertThat(Tally.of(DecisionRule.CONSENSUS, 3, List.of()).isCarried()).isFalse();
        assertThat(Tally.of(DecisionRule.TWO_THIRDS, 3, divided).ending()).isEqualTo(PAUSE);
    }

    @Test
    void the_others_are_told_where_it_stands_and_not_between_whom() {
        onRung(1);
        assertThat(events.stream(DisputeClimbed.class)).singleElement().satisfies(fact -> {
            assertThat(fact.parties()).containsExactly(FAO, NGO);
            assertThat(fact.others()).containsExactlyInAnyOrder(GOI, EU, SHOP);
        });
        assertThat(matters.open(id)).singleElement().satisfies(card -> {
            assertThat(card.kind().standing(card)).startsWith("Dispute 1 (rung 1 of 4, dialogue, until ");
            assertThat(matters.raiser(card)).isEqualTo("a member");
            assertThat(card.kind().maySeeWhy(card, NGO)).isTrue();
            assertThat(card.kind().maySeeWhy(card, GOI)).isFalse();
        });
    }

    private UUID opened() {
        UUID matter = matters.raise(id, "dispute", "Late seed", "faoFocal");
        service.open(matter);
        return matter;
    }

    private UUID onRung(int rung) {
        UUID matter = opened();
        service.describe(matter, Set.of(NGO), "Seed", "Earlier");
        for (int nr = 0; nr < rung; nr++) {
            talks.begin(matter);
        }
        return matter;
    }

    private static Word said(String stand) {
        boolean settled = stand.equals("settled");
        return new Word(settled ? Stand.SETTLED : Stand.TALK_ON, settled ? SETTLED : null, "In words", "Somebody", null, null, List.of());
    }

    private static Verdict verdict(OrganisationId organisation, DisputeEnding ending) {
        return new Verdict(organisation, organisation.code(), ending, "Why");
    }
}
