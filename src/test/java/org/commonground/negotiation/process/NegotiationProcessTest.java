package org.commonground.negotiation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.foundation.Role.EXPERT;
import static org.commonground.foundation.Role.IMPLEMENTER;
import static org.commonground.foundation.Role.RESOURCE_PROVIDER;
import static org.commonground.stage.Stage.with;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.commonground.agreement.AgreedTerms;
import org.commonground.agreement.DraftingService;
import org.commonground.foundation.Days;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.negotiation.SampleTerms;
import org.commonground.negotiation.AgreedTopic;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.Reservation;
import org.commonground.negotiation.ProposedChange;
import org.commonground.negotiation.Purpose;
import org.commonground.negotiation.RoundService;
import org.commonground.negotiation.SampleTerms;
import org.commonground.negotiation.Terms;
import org.commonground.negotiation.Topic;
import org.commonground.negotiation.WaivedRule;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.Ladder;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.commonground.stage.StatementCount;
import org.commonground.story.Answers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The negotiation as people play it. Fao proposed; Goi pays and Ngo carries out. */
@ProcessTest
class NegotiationProcessTest {

    @Autowired
    private Clock clock;
    @Autowired
    private Ladder ladder;
    @Autowired
    private Stage stage;
    @Autowired
    private StatementCount statements;
    @Autowired
    private NegotiationService negotiations;
    @Autowired
    private RoundService rounds;
    @Autowired
    private DraftingService drafting;
    @Autowired
    private AgreedTerms agreed;
    @Autowired
    private PartnershipService partnerships;
    @Autowired
    private JdbcClient jdbc;

    private Cast cast;
    private Actor coordinator;
    private Actor fao;
    private Actor goi;
    private Actor ngo;
    private List<Actor> all;
    private PartnershipId partnership;
    private String key;

    @BeforeEach
    void people() {
        cast = stage.cast().three();
        coordinator = cast.coordinator();
        fao = cast.actor("Fao", EXPERT);
        goi = cast.actor("Goi", RESOURCE_PROVIDER);
        ngo = cast.actor("Ngo", IMPLEMENTER);
    }

    @Test
    void three_partners_settle_all_topics_and_read_in_peace() {
        threePartners();
        begin();
        Map<String, Object> topics = coordinator.opens("Draft topics", key);
        assertThat(topics).containsEntry("decisionPowerWording", Topic.DECISION_POWER.suggestedWording())
                .containsEntry("durationWording", Topic.DURATION.suggestedWording());
        assertThat((List<?>) topics.get("contributions")).hasSize(3);
        assertThat(topics.get("contributions").toString()).as("the kind that the role suggests").contains("kind=funds", "kind=activities");
        coordinator.completes("Draft topics", key, Answers.topics(topics));

        assertThat(ngo.opens("State positions", key).get("positions").toString())
                .contains("The partners decide by consensus.", "Money for the schools (100,000 EUR), "
                        + Days.brief(SampleTerms.START, SampleTerms.END),
                        "Indicator: Partners tell each other bad news early");
        assertThat((List<?>) ngo.opens("State positions", key).get("positions")).as("no position is taken for anybody")
                .allSatisfy(row -> assertThat(((Map<?, ?>) row).keySet().contains("position")
                        || ((Map<?, ?>) row).keySet().contains("words")).isFalse());
        accepts(fao);
        accepts(goi);
        ngo.completes("State positions", key, Answers.positions(ngo.opens("State positions", key), "accept", 11, "standAside",
                "We measure otherwise"));

        Map<String, Object> reading = goi.opens("Read the positions", key);
        assertThat(reading.get("said").toString()).contains("Stands aside", "We measure otherwise");
        assertThat(reading.get("topics").toString()).contains("3 of 3");
        fao.completes("Read the positions", key, Answers.ready());
        goi.completes("Read the positions", key, Answers.wantsTime());
        ngo.completes("Read the positions", key, Answers.ready());
        stage.assertThat(key).isWaitingAt("Reflection time over");
        stage.fires("Reflection time over", key);
        stage.assertThat(key).isEnded();
        assertThat(rounds.allTopicsAgreed(id())).isTrue();
        assertThat(rounds.overrides(id())).isEmpty();
        assertThat(rounds.topics(id())).flatExtracting(AgreedTopic::reservations)
                .containsExactly(new Reservation(cast.id("Ngo"), "We measure otherwise"));
        assertThat(rounds.terms(id()).trustIndicators()).hasSize(2);
        assertThat(variable("topicsAgreed")).isEqualTo(true);
        assertThat(variable("negotiation")).isEqualTo(id().toString());
    }

    // Rounds

    @Test
    void what_one_objects_to_is_reworded_and_asked_again_and_after_three_rounds_somebody_helps() {
        threePartners();
        begin();
        topicsDrafted();
        objectsToDuration();
        assertThat(coordinator.sees(key)).as("no mediation yet").containsExactly("Reconcile positions");
        Map<String, Object> reconciling = coordinator.opens("Reconcile positions", key);
        assertThat(reconciling.get("said").toString()).contains("Too long for us", "Objects");
        assertThat(reconciling.get("contested")).isEqualTo(List.of("duration"));
        assertThat(reconciling).containsEntry("durationMonths", 36);
        coordinator.completes("Reconcile positions", key, durationOf(30));

        Map<String, Object> second = goi.opens("State positions", key);
        assertThat((List<?>) second.get("positions")).singleElement()
                .satisfies(row -> assertThat(row.toString()).contains("16.2", "It lasts 30 months.")
                        .as("what it took the place of, and why").contains("changed=true", "before=" + Topic.DURATION.suggestedWording(),
                                "It lasts 36 months.", "Too long for us"));
        assertThat(goi.isRefused("State positions", key, with("leave", false, "positions",
                List.of(with("wording", "16.1", "position", "accept")))))
                .isEqualTo("“The open topics”, row 1: “Wording” has changed since you opened this page: please reload it and look again.");
        objectsToDuration();
        coordinator.completes("Reconcile positions", key, durationOf(28));
        objectsToDuration();
        assertThat(coordinator.sees(key)).containsExactly("Hold mediation");
        assertThat(coordinator.isRefused("Hold mediation", key, Answers.mediation("Somebody from " + cast.name("Ngo"),
                LocalDate.now(clock))))
                .isEqualTo("Nobody mediates in their own case: please ask somebody who is no partner in this negotiation.");
        coordinator.completes("Hold mediation", key, Answers.mediation("Justice Rao", LocalDate.now(clock)));
        assertThat(coordinator.opens("Reconcile positions", key).get("talks").toString())
                .contains("Justice Rao", "Two years first", "settled=Yes");
        coordinator.completes("Reconcile positions", key, durationOf(24));
        all.forEach(this::accepts);
        all.forEach(one -> one.completes("Read the positions", key, Answers.ready()));

        stage.assertThat(key).isEnded();
        assertThat(rounds.terms(id()).durationMonths()).isEqualTo(24);
        assertThat(rounds.overrides(id())).extracting(WaivedRule::round).contains(4);
        assertThat(rounds.topics(id())).filteredOn(topic -> topic.topic() == Topic.DURATION).extracting(AgreedTopic::rounds)
                .containsExactly(4);
    }

    @Test
    void who_is_silent_in_two_rounds_is_gone_on_without() {
        threePartners();
        begin();
        topicsDrafted();
        accepts(fao);
        accepts(goi);
        stage.fires("Round over", key);
        assertThat((String) fao.opens("Read the positions", key).get("silent")).contains("Facilitating NGO");
        stage.fires("Time to read over", key);
        Map<String, Object> reconciling = coordinator.opens("Reconcile positions", key);
        assertThat(reconciling.get("contested")).isEqualTo(List.of());
        assertThat((String) reconciling.get("silent")).contains("Facilitating NGO");
        coordinator.completes("Reconcile positions", key, Answers.askedAgain());
        assertThat(fao.sees(key)).as("whose positions stand is not asked again").isEmpty();
        stage.fires("Round over", key);
        stage.fires("Time to read over", key);
        Map<String, Object> without = Answers.askedAgain();
        without.putAll(with("without", List.of(cast.code("Ngo")), "withoutReason", "Two rounds without an answer"));
        coordinator.completes("Reconcile positions", key, without);
        fao.completes("Read the positions", key, Answers.ready());
        goi.completes("Read the positions", key, Answers.ready());
        stage.assertThat(key).isEnded();
        assertThat(rounds.allTopicsAgreed(id())).isTrue();
        assertThat(negotiations.parties(id())).containsExactlyInAnyOrder(cast.id("Fao"), cast.id("Goi"));
    }

    @Test
    void second_thoughts_open_a_topic_for_all() {
        threePartners();
        begin();
        topicsDrafted();
        all.forEach(this::accepts);
        fao.completes("Read the positions", key, Answers.secondThoughts("The indicators are vague", "trust"));
        goi.completes("Read the positions", key, Answers.ready());
        ngo.completes("Read the positions", key, Answers.ready());
        assertThat(coordinator.opens("Reconcile positions", key).get("said").toString())
                .contains("Thinks again", "The indicators are vague");
        Map<String, Object> clearer = Answers.reconciled(11, "Trust is seen in what we tell each other");
        clearer.put("trustIndicators", "Bad news within a week");
        coordinator.completes("Reconcile positions", key, clearer);
        assertThat((List<?>) goi.opens("State positions", key).get("positions")).hasSize(1);
    }

    @Test
    void a_partner_leaves_while_reading_and_another_one_instead_of_answering() {
        threePartners();
        begin();
        topicsDrafted();
        assertThat(ngo.isRefused("State positions", key, Answers.leaving("")))
                .isEqualTo("“Why?” is missing: please fill it in.");
        ngo.completes("State positions", key, Answers.leaving("We have no staff for this"));
        accepts(fao);
        accepts(goi);
        fao.completes("Read the positions", key, Answers.ready());
        goi.completes("Read the positions", key, with("answer", "leave", "leaveReason", "Then neither can we"));
        assertThat(partnerships.card(partnership).outcome()).contains("Then neither can we");
        stage.assertThat(key).isEnded();
    }

    @Test
    void the_coordinator_proposes_the_end_of_what_cannot_be_reconciled() {
        threePartners();
        begin();
        topicsDrafted();
        objectsToDuration();
        assertThat(coordinator.isRefused("Reconcile positions", key, with("outcome", "none")))
                .isEqualTo("“Why is there no common ground?” is missing: please fill it in.");
        coordinator.completes("Reconcile positions", key, with("outcome", "none", "endReason", "Three years or nothing, says everybody"));
        assertThat(partnerships.card(partnership).phase()).isEqualTo(Phase.NEGOTIATING);
        assertThat((String) coordinator.opens("Reconcile positions", key).get("proposed")).contains("Three years or nothing");
        assertThat(all).as("nobody is asked in a round that does not begin").allSatisfy(one -> assertThat(one.sees(key)).isEmpty());
        coordinator.completes("Reconcile positions", key, durationOf(24));
        assertThat(all).anySatisfy(one -> assertThat(one.sees(key)).containsExactly("State positions"));
    }

    @Test
    void reopened_topics_come_to_the_coordinator_first_and_then_to_all() {
        threePartners();
        NegotiationId agreed = ladder.agreed(partnership);
        rounds.reopen(agreed, Set.of(Topic.DURATION), "We cannot sign for three years", cast.id("Ngo"), ngo.user());
        stage.engine().getRuntimeService().startProcessInstanceByKey("negotiation", key, Map.of("negotiation", agreed.toString()));
        stage.machineWorks();
        assertThat(coordinator.opens("Reconcile positions", key).get("said").toString()).contains("We cannot sign for three years");
        coordinator.completes("Reconcile positions", key, durationOf(24));
        all.forEach(this::accepts);
        all.forEach(one -> one.completes("Read the positions", key, Answers.ready()));
        assertThat(rounds.allTopicsAgreed(agreed)).isTrue();
        stage.assertThat(key).isEnded();
    }

    @Test
    void an_amendment_begins_with_a_round_among_those_it_concerns() {
        threePartners();
        NegotiationId amendment = negotiations.propose(partnership, Purpose.AMENDMENT, new ProposedChange(
                Map.of(Topic.MONITORING, "Twice a year"), SampleTerms.terms(List.of()), Map.of(), Terms.none()), "focal");
        negotiations.begin(amendment, List.of(cast.id("Fao"), cast.id("Goi")), null, "focal");
        stage.engine().getRuntimeService().startProcessInstanceByKey("negotiation", key, Map.of("negotiation", amendment.toString()));
        stage.machineWorks();
        assertThat(ngo.sees(key)).isEmpty();
        accepts(fao);
        accepts(goi);
        Stream.of(fao, goi).forEach(one -> one.completes("Read the positions", key, Answers.ready()));
        assertThat(rounds.allTopicsAgreed(amendment)).isTrue();
        stage.assertThat(key).isEnded();
    }

    // Leaving and joining

    @Test
    void who_leaves_while_it_is_asked_is_not_waited_for() {
        threePartners();
        begin();
        topicsDrafted();
        accepts(fao);
        leaves(ngo);
        assertThat(ngo.sees(key)).as("its step is gone").isEmpty();
        assertThat(goi.sees(key)).containsExactly("State positions");
        accepts(goi);
        goi.completes("Read the positions", key, Answers.ready());
        fao.completes("Read the positions", key, Answers.ready());
        stage.assertThat(key).isEnded();
        assertThat(rounds.allTopicsAgreed(id())).isTrue();
    }

    @Test
    void when_the_last_one_who_is_awaited_leaves_it_goes_on() {
        threePartners();
        begin();
        topicsDrafted();
        accepts(fao);
        accepts(goi);
        leaves(ngo);
        assertThat(fao.sees(key)).containsExactly("Read the positions");
        fao.completes("Read the positions", key, Answers.wantsTime());
        leaves(goi);
        assertThat(goi.sees(key)).isEmpty();
        stage.fires("Reflection time over", key);
        stage.assertThat(key).hasPassed("No common ground found");
        assertThat(partnerships.card(partnership).outcome()).startsWith("Fewer than two partners are left.");
    }

    @Test
    void who_joins_during_a_round_is_asked_in_it_and_has_nothing_to_read_for() {
        threePartners();
        begin();
        topicsDrafted();
        accepts(fao);
        accepts(ngo);
        Actor una = joins("Una");
        assertThat(una.sees(key)).as("the round is under way").isEmpty();
        accepts(goi);
        assertThat(una.sees(key)).containsExactly("State positions");
        assertThat(fao.sees(key)).as("has answered").isEmpty();
        accepts(una);
        Actor late = joins("Late");
        Stream.of(fao, goi, ngo, una).forEach(one -> one.completes("Read the positions", key, Answers.ready()));
        assertThat(late.sees(key)).isEmpty();
        stage.assertThat(key).isWaitingAt("Reflection time over");
        stage.fires("Reflection time over", key);
        assertThat(rounds.allTopicsAgreed(id())).as("somebody has said nothing").isFalse();
        coordinator.completes("Reconcile positions", key, Answers.askedAgain());
        assertThat(late.sees(key)).containsExactly("State positions");
        assertThat(una.sees(key)).isEmpty();
    }

    @Test
    void when_all_leave_while_the_topics_get_their_words_no_round_begins() {
        threePartners();
        begin();
        leaves(goi);
        leaves(ngo);
        coordinator.completes("Draft topics", key, Answers.topics(coordinator.opens("Draft topics", key)));
        assertThat(fao.sees(key)).isEmpty();
        stage.assertThat(key).hasPassed("No common ground found");
        assertThat(variable("topicsAgreed")).isEqualTo(false);
    }

    private void leaves(Actor one) {
        negotiations.leave(id(), codeOf(one), "No staff this year", one.user());
        stage.machineWorks();
    }

    private OrganisationId codeOf(Actor one) {
        return one == fao ? cast.id("Fao") : one == goi ? cast.id("Goi") : cast.id("Ngo");
    }

    /** As the room that lets somebody join will do it. */
    private Actor joins(String code) {
        cast.organisation(code, "Partner " + code, Level.LOCAL, "Guntur", IMPLEMENTER);
        partnerships.admit(partnership, cast.id(code), Standing.PARTNER, List.of(new SeatIn(IMPLEMENTER, Level.LOCAL, null, null)));
        jdbc.sql("insert into negotiating_party (negotiation, organisation) values (?, ?)").params(id().value(), cast.code(code)).update();
        return cast.actor(code, IMPLEMENTER);
    }

    // Many

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 12, 50})
    void so_many_partners_agree_and_all_answering_at_one_moment_loses_nothing(int parties) {
        Map<OrganisationId, Role> partners = new LinkedHashMap<>();
        all = new ArrayList<>();
        IntStream.range(0, parties).mapToObj(nr -> "Many" + (char) ('a' + nr / 26) + (char) ('a' + nr % 26)).forEach(code -> {
            cast.organisation(code, "Partner " + code, Level.LOCAL, "Guntur", IMPLEMENTER);
            partners.put(cast.id(code), IMPLEMENTER);
            all.add(cast.actor(code, IMPLEMENTER));
        });
        partnership = ladder.chosen(partners);
        key = partnership.value();
        begin();
        coordinator.completes("Draft topics", key, Answers.topics(coordinator.opens("Draft topics", key)));
        together("State positions", one -> Answers.positions(one.opens("State positions", key), "accept"));
        together("Read the positions", one -> Answers.ready());
        stage.assertThat(key).isEnded();
        assertThat(rounds.topics(id())).hasSize(16);
        assertThat(rounds.overrides(id())).containsExactly(new WaivedRule(1, "Reading time waived by all in round 1"));
        assertThat(rounds.terms(id()).contributions()).hasSize(parties);
    }

    @Test
    void what_a_partner_submits_costs_few_statements() {
        threePartners();
        begin();
        coordinator.completes("Draft topics", key, Answers.topics(coordinator.opens("Draft topics", key)));
        assertCheap(fao, "State positions", Answers.positions(fao.opens("State positions", key), "object"));
        accepts(goi);
        accepts(ngo);
        assertCheap(goi, "Read the positions", Answers.secondThoughts("Hm", "trust"));
    }

    // Helpers

    private void assertCheap(Actor actor, String label, Map<String, Object> answers) {
        List<String> cost = statements.during(actor.submission(label, key, answers));
        stage.machineWorks();
        assertThat(cost).as(label).hasSizeLessThanOrEqualTo(44);
    }

    private void threePartners() {
        partnership = ladder.chosen(cast.seats("Fao", "Goi", "Ngo"));
        key = partnership.value();
        all = List.of(fao, goi, ngo);
    }

    private void begin() {
        ladder.envisioned(partnership);
        stage.engine().getRuntimeService().startProcessInstanceByKey("negotiation", key);
        stage.machineWorks();
    }

    private void topicsDrafted() {
        coordinator.completes("Draft topics", key, Answers.topics(coordinator.opens("Draft topics", key)));
    }

    private void accepts(Actor one) {
        one.completes("State positions", key, Answers.positions(one.opens("State positions", key), "accept"));
    }

    /** A round in which Ngo objects to the duration and everybody reads on at once. */
    private void objectsToDuration() {
        accepts(fao);
        accepts(goi);
        ngo.completes("State positions", key, Answers.positions(ngo.opens("State positions", key), "accept", 16, "object",
                "Too long for us"));
        all.forEach(one -> one.completes("Read the positions", key, Answers.ready()));
    }

    private static Map<String, Object> durationOf(int months) {
        Map<String, Object> answers = Answers.reconciled(16, "The partnership lasts as long as stated here, then it is reviewed.");
        answers.putAll(with("durationMonths", months, "noticeMonths", 3, "consentToJoin", "all", "renewal", "none"));
        return answers;
    }

    /** All press the button at one moment. */
    private void together(String label, Function<Actor, Map<String, Object>> answers) {
        assertThat(stage.atOneMoment(all.stream().map(one -> one.submission(label, key, answers.apply(one))).toList())).isEmpty();
    }

    private NegotiationId id() {
        return negotiations.founding(partnership).orElseThrow();
    }

    private Object variable(String name) {
        return stage.engine().getHistoryService().createHistoricVariableInstanceQuery().variableName(name)
                .processInstanceId(stage.engine().getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(key)
                        .singleResult().getId()).singleResult().getValue();
    }
}
