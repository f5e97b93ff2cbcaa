package org.commonground.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.commonground.decision.Voice.ABSTAIN;
import static org.commonground.decision.Voice.AGAINST;
import static org.commonground.decision.Voice.FOR;
import static org.commonground.negotiation.DecisionRule.CONSENSUS;
import static org.commonground.negotiation.DecisionRule.MAJORITY;
import static org.commonground.negotiation.DecisionRule.TWO_THIRDS;
import static org.commonground.stage.Refusals.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.commonground.engine.MovableClock;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.matter.MatterService;
import org.commonground.matter.MatterState;
import org.commonground.negotiation.DecisionRule;
import org.commonground.partnership.ClosureAgreed;
import org.commonground.partnership.CourseOfWork;
import org.commonground.partnership.PartnershipResumed;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.PartnershipSuspended;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;
import org.commonground.stage.DomainTest;
import org.commonground.stage.Ladder;
import org.commonground.stage.SampleAgreement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;

/** How partners decide. Fao, Goi and Ngo are full partners, the shop is an ally; Ngo proposes. */
@DomainTest
class DecisionServiceTest {

    private static final OrganisationId FAO = new OrganisationId("Fao");
    private static final OrganisationId GOI = new OrganisationId("Goi");
    private static final OrganisationId NGO = new OrganisationId("Ngo");
    private static final OrganisationId SHOP = new OrganisationId("Shop");

    @Autowired
    Ladder ladder;
    @Autowired
    DecisionService service;
    @Autowired
    MatterService matters;
    @Autowired
    CourseOfWork work;
    @Autowired
    PartnershipService partnerships;
    @Autowired
    SampleAgreement rules;
    @Autowired
    ApplicationEvents events;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    MovableClock clock;

    private PartnershipId id;

    @BeforeEach
    void in_force() {
        ladder.verified(List.of(FAO, GOI, NGO, SHOP));
        id = ladder.inForceUnwritten(Role.IMPLEMENTER, FAO, GOI, NGO);
        partnerships.admit(id, SHOP, Standing.ALLY, List.of(new SeatIn(Role.ALLY, Level.NATIONAL, null, null)));
    }

    // The rule

    static Stream<Arguments> voices() {
        return Stream.of(
                Arguments.of(CONSENSUS, 5, 5, 0, 0, true),
                Arguments.of(CONSENSUS, 5, 3, 0, 2, true),
                Arguments.of(CONSENSUS, 5, 4, 1, 0, false),
                Arguments.of(CONSENSUS, 5, 2, 0, 0, false),
                Arguments.of(CONSENSUS, 2, 1, 0, 1, false),
                Arguments.of(CONSENSUS, 50, 26, 0, 0, true),
                Arguments.of(TWO_THIRDS, 3, 2, 1, 0, true),
                Arguments.of(TWO_THIRDS, 5, 3, 0, 2, false),
                Arguments.of(TWO_THIRDS, 5, 4, 1, 0, true),
                Arguments.of(TWO_THIRDS, 2, 1, 0, 0, false),
                Arguments.of(TWO_THIRDS, 50, 33, 0, 0, false),
                Arguments.of(TWO_THIRDS, 50, 34, 16, 0, true),
                Arguments.of(MAJORITY, 5, 3, 2, 0, true),
                Arguments.of(MAJORITY, 4, 2, 0, 0, false),
                Arguments.of(MAJORITY, 2, 1, 0, 1, false),
                Arguments.of(MAJORITY, 2, 2, 0, 0, true),
                Arguments.of(MAJORITY, 5, 0, 0, 0, false));
    }

    @ParameterizedTest
    @MethodSource("voices")
    void silence_is_not_consent_and_all_partners_count(DecisionRule rule, int partners, int inFavour, int against, int abstained,
            boolean accepted) {
        Count count = new Count(rule, partners, inFavour, against, abstained);
        assertThat(count.accepted()).isEqualTo(accepted);
        int silent = partners - inFavour - against - abstained;
        assertThat(count.inWords()).startsWith("%d of %d partners for it".formatted(inFavour, partners))
                .matches(words -> words.contains(", %d silent.".formatted(silent)) == silent > 0, "names the silent, where there are any")
                .endsWith(accepted ? "is accepted." : "is not accepted.");
    }

    // Deciding

    @Test
    void all_full_partners_decide_and_nobody_else() {
        UUID matter = proposed("suspension");
        assertThat(service.awaited(matter)).containsExactlyInAnyOrder(FAO, GOI, NGO);
        assertThat(service.proposal(matter).proposer()).isEqualTo("Organisation Ngo");
        assertThat(service.proposal(matter).rule())
                .contains("nobody is against and more than half of all 3 partners", "Silence is not consent");
        refused("Only full partners decide on proposals.", () -> service.decide(matter, SHOP, FOR, null, "shopFocal"));
    }

    @Test
    void whoever_is_against_says_why() {
        UUID matter = proposed("suspension");
        refused("Please say why you are against it: the others should understand.",
                () -> service.decide(matter, FAO, AGAINST, " ", "faoFocal"));
        service.decide(matter, FAO, AGAINST, "The season has begun", "faoFocal");
    }

    @Test
    void a_partner_decides_once() {
        UUID matter = proposed("suspension");
        service.decide(matter, FAO, FOR, null, "faoFocal");
        refused("Your organisation has decided already.", () -> service.decide(matter, FAO, AGAINST, "No", "faoFocal"));
        assertThatThrownBy(() -> jdbc.sql("insert into vote select * from vote where matter = ?").param(matter).update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void after_counting_nobody_decides_any_more_and_counting_again_says_the_same() {
        UUID matter = proposed("suspension");
        service.decide(matter, FAO, FOR, null, "faoFocal");
        Count count = service.tally(matter);
        refused("The time to decide is over, and the voices are counted.", () -> service.decide(matter, GOI, FOR, null, "goiFocal"));
        assertThat(service.tally(matter)).isEqualTo(count);
        assertThat(events.stream(ProposalDecided.class)).hasSize(1);
    }

    @Test
    void all_members_hear_the_counts_and_the_words() {
        UUID matter = proposed("suspension");
        service.decide(matter, FAO, AGAINST, "The season has begun", "faoFocal");
        service.decide(matter, NGO, FOR, null, "ngoFocal");
        service.tally(matter);
        assertThat(events.stream(ProposalDecided.class)).singleElement().satisfies(fact -> {
            assertThat(fact.members()).containsExactlyInAnyOrder(FAO, GOI, NGO, SHOP);
            assertThat(fact.votes()).extracting(Vote::inWords)
                    .containsExactly("Organisation Fao: against – “The season has begun”", "Organisation Ngo: for");
            assertThat(fact.count().inWords()).isEqualTo("1 of 3 partners for it, 1 against, 1 silent."
                    + " By consensus it is not accepted.");
        });
        assertThat(matters.card(matter).outcome()).contains("not accepted");
        assertThat(work.of(id).suspended()).isFalse();
    }

    // Carrying out

    @Test
    void an_accepted_suspension_pauses_the_work_and_an_accepted_resumption_takes_it_up_again() {
        UUID suspension = accepted("suspension");
        assertThat(matters.card(suspension).state()).isEqualTo(MatterState.OPEN);
        service.carryOut(suspension);
        assertThat(work.of(id).suspended()).isTrue();
        assertThat(matters.card(suspension).outcome()).endsWith("it is accepted.");
        service.carryOut(accepted("resumption"));
        assertThat(work.of(id).suspended()).isFalse();
        assertThat(events.stream(PartnershipSuspended.class)).containsExactly(new PartnershipSuspended(id));
        assertThat(events.stream(PartnershipResumed.class)).containsExactly(new PartnershipResumed(id));
    }

    @Test
    void an_accepted_closing_lets_nothing_new_begin() {
        service.carryOut(accepted("closure"));
        assertThat(work.of(id).endAgreed()).isTrue();
        assertThat(events.stream(ClosureAgreed.class)).containsExactly(new ClosureAgreed(id));
        refused("The partners have agreed to close …, so nothing new can be raised in it.", () -> proposed("suspension"));
    }

    @Test
    void what_time_has_overtaken_is_not_done_and_the_matter_says_so() {
        UUID matter = accepted("suspension");
        rules.endsOn(LocalDate.now(clock));
        service.carryOut(matter);
        assertThat(work.of(id).suspended()).isFalse();
        assertThat(matters.card(matter).outcome()).contains("is accepted. Nothing was done: The term of");
        assertThat(events.stream(PartnershipSuspended.class)).isEmpty();
        assertThat(events.stream(ProposalOvertaken.class)).as("they had been told otherwise").singleElement().satisfies(fact -> {
            assertThat(fact.objection()).startsWith("The term of");
            assertThat(fact.members()).containsExactlyInAnyOrder(FAO, GOI, NGO, SHOP);
        });
    }

    @Test
    void what_time_has_overtaken_when_it_is_counted_is_told_with_the_count_and_not_again() {
        UUID matter = proposed("suspension");
        Stream.of(FAO, NGO).forEach(partner -> service.decide(matter, partner, FOR, null, "focal"));
        rules.endsOn(LocalDate.now(clock));
        assertThat(service.tally(matter).accepted()).isTrue();
        assertThat(events.stream(ProposalDecided.class)).singleElement()
                .satisfies(fact -> assertThat(fact.objection()).startsWith("The term of"));
        service.carryOut(matter);
        assertThat(work.of(id).suspended()).isFalse();
        assertThat(matters.card(matter).outcome()).contains("is accepted. Nothing was done: The term of");
        assertThat(events.stream(ProposalOvertaken.class)).isEmpty();
    }

    private UUID proposed(String kind) {
        UUID matter = matters.raise(id, kind, "The money is late", "ngoFocal");
        matters.send(matter);
        return matter;
    }

    private UUID accepted(String kind) {
        UUID matter = proposed(kind);
        service.decide(matter, FAO, FOR, "Let us pause", "faoFocal");
        service.decide(matter, GOI, ABSTAIN, null, "goiFocal");
        service.decide(matter, NGO, FOR, null, "ngoFocal");
        assertThat(service.tally(matter).accepted()).isTrue();
        return matter;
    }
}
