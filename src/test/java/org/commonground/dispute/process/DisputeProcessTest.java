package org.commonground.dispute.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.dispute.process.DisputeStage.DECIDE;
import static org.commonground.dispute.process.DisputeStage.DESCRIBE;
import static org.commonground.dispute.process.DisputeStage.SAY;
import static org.commonground.dispute.process.DisputeStage.TAKE_ON;
import static org.commonground.dispute.process.DisputeStage.WRITE;
import static org.commonground.dispute.process.DisputeStage.described;
import static org.commonground.dispute.process.DisputeStage.inDialogue;
import static org.commonground.dispute.process.DisputeStage.naming;
import static org.commonground.dispute.process.DisputeStage.raises;
import static org.commonground.dispute.process.DisputeStage.says;
import static org.commonground.foundation.Role.ALLY;
import static org.commonground.foundation.Role.EXPERT;
import static org.commonground.foundation.Role.IMPLEMENTER;
import static org.commonground.stage.Stage.with;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.matter.MatterCard;
import org.commonground.matter.MatterService;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.Action;
import org.commonground.partnership.Actions;
import org.commonground.partnership.CourseOfWork;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.Ladder;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.commonground.stage.StatementCount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two of four members quarrel; one partner and one ally are no side. */
@ProcessTest
class DisputeProcessTest {

    private static final String WORDS = "The seed came too late";
    private static final int MOST = 44;
    private static final String NOBODY_OF_A_SIDE =
            "Nobody helps or decides in a case of their own: please name somebody who belongs to no side.";

    @Autowired
    private Stage stage;
    @Autowired
    private Ladder ladder;
    @Autowired
    private PartnershipService partnerships;
    @Autowired
    private CourseOfWork work;
    @Autowired
    private Actions actions;
    @Autowired
    private MatterService matters;
    @Autowired
    private OrganisationService organisations;
    @Autowired
    private StatementCount statements;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Clock clock;

    private final Map<String, List<String>> costs = new LinkedHashMap<>();
    private Cast cast;
    private Actor coordinator;
    private Actor fao;
    private Actor ngo;
    private Actor goi;
    private Actor shop;
    private PartnershipId id;
    private String key;

    @BeforeEach
    void four_work_together() {
        stage.engine().getRepositoryService().createDeployment().name("in-force").enableDuplicateFiltering(false)
                .addClasspathResource("matter/in-force.bpmn").deploy();
        cast = stage.cast().organisation("Fao", "FAO", Level.NATIONAL, "India", EXPERT)
                .organisation("Goi", "Government of India", Level.NATIONAL, "India", EXPERT)
                .organisation("Ngo", "Facilitating NGO", Level.LOCAL, "Guntur", IMPLEMENTER)
                .organisation("Shop", "Retail chain", Level.NATIONAL, "India", ALLY);
        coordinator = cast.coordinator();
        fao = cast.actor("Fao");
        goi = cast.actor("Goi");
        ngo = cast.actor("Ngo");
        shop = cast.actor("Shop");
        theyWorkTogether();
    }

    private void theyWorkTogether() {
        Map<OrganisationId, Role> partners = new LinkedHashMap<>();
        partners.put(cast.id("Fao"), EXPERT);
        partners.put(cast.id("Goi"), EXPERT);
        partners.put(cast.id("Ngo"), IMPLEMENTER);
        id = ladder.inForce(partners);
        key = id.value();
        partnerships.admit(id, cast.id("Shop"), Standing.ALLY, List.of(new SeatIn(ALLY, Level.NATIONAL, null, null)));
        stage.engine().getRuntimeService().startProcessInstanceByKey("inForce", key);
    }

    @Test
    void a_dispute_is_settled_in_the_dialogue_with_something_to_do() {
        raises(shop, key, cast, WORDS, "Ngo");
        assertThat(ngo.sees(key)).containsExactly(SAY);
        assertThat(goi.sees(key)).isEmpty();
        assertThat(ngo.opens(SAY, key)).containsEntry("about", WORDS).containsEntry("speaker", null);
        assertThat(told("dispute/dispute-climbed")).doesNotContain(WORDS).contains("rung 1 of 4, dialogue");
        Map<String, Object> todo = with("what", "Order in March", "owner", cast.code("Shop"), "due",
                LocalDate.now(clock).plusDays(30).toString(), "verifier", cast.code("Ngo"));
        shop.completes(SAY, key, inDialogue("talkOn", null, WORDS));
        assertThat(shop.sees(key)).as("the other side speaks now").isEmpty();
        ngo.completes(SAY, key, inDialogue("settled", "settled", WORDS, todo));
        assertThat(shop.opens(SAY, key)).as("who spoke before speaks again").containsEntry("speaker", WORDS)
                .hasEntrySatisfying("todos", todos -> assertThat(todos.toString()).contains("Order in March"));
        assertThat(ngo.sees(key)).isEmpty();
        shop.completes(SAY, key, inDialogue("settled", "settled", WORDS));
        assertThat(actions.open(id)).extracting(Action::what).containsExactly("Order in March");
        assertThat(outcomes()).containsExactly("It ended on rung 1 of 4, dialogue.");
        assertThat(told("dispute/dispute-ended")).doesNotContain(WORDS);
        Stream.of(fao, goi, ngo, shop).forEach(one -> assertThat(one.sees(key)).isEmpty());
    }

    @Test
    void it_climbs_to_a_decision_of_the_partner_without_a_side() {
        raises(fao, key, cast, WORDS, "Ngo");
        fao.completes(SAY, key, inDialogue("moveOn", null, WORDS));
        ngo.completes(SAY, key, inDialogue("moveOn", null, WORDS));
        assertThat(coordinator.sees(key)).contains(TAKE_ON);
        assertThat(coordinator.opens(TAKE_ON, key).values().toString()).doesNotContain(WORDS).contains("rung 2 of 4, facilitation");
        coordinator.completes(TAKE_ON, key, with());
        coordinator.completes(WRITE, key, with("outcome", "nobody", "words", WORDS, "again", "yes"));
        coordinator.completes(WRITE, key, with("outcome", "held", "metOn", today(), "present", WORDS, "came", WORDS, "words", WORDS,
                "again", "no"));
        assertThat(coordinator.sees(key)).doesNotContain(WRITE);
        assertThat(fao.opens(SAY, key).get("held").toString()).contains("facilitation");
        stage.fires("Time of rung over", key);
        stage.fires("Time of rung over", key);
        assertThat(Stream.of(fao, ngo, shop).flatMap(one -> one.sees(key).stream())).isEmpty();
        assertThat(goi.opens(DECIDE, key).get("spoken").toString()).contains(WORDS);
        goi.completes(DECIDE, key, with("ending", "suspension", "words", WORDS));
        assertThat(work.of(id).suspended()).isTrue();
        assertThat(outcomes()).containsExactlyInAnyOrder("It ended on rung 4 of 4, decision of the other partners.",
                "Decided in dispute 1.");
    }

    @Test
    void a_mediator_belongs_to_no_side_and_both_accept_the_same() {
        raises(fao, key, cast, WORDS, "Ngo");
        both(inDialogue("moveOn", null, WORDS));
        coordinator.completes(TAKE_ON, key, with());
        both(says("moveOn", null, WORDS));
        assertThat(ngo.opens(SAY, key).get("mediator")).isEqualTo("The university's law clinic");
        assertThat(ngo.opens(SAY, key).get("named")).isEqualTo("No side has named anybody yet.");
        assertThat(fao.isRefused(SAY, key, naming("Somebody of " + cast.name("Ngo"), "talkOn", null, WORDS))).isEqualTo(NOBODY_OF_A_SIDE);
        assertThat(fao.isRefused(SAY, key, naming(personOf("Fao"), "talkOn", null, WORDS))).isEqualTo(NOBODY_OF_A_SIDE);
        fao.completes(SAY, key, naming("The university's law clinic", "talkOn", null, WORDS));
        ngo.completes(SAY, key, naming("Judge Rao", "talkOn", null, WORDS));
        assertThat(coordinator.isRefused(WRITE, key, held())).startsWith("The sides have not all named the same person yet");
        fao.completes(SAY, key, naming("judge  RAO", "talkOn", null, WORDS));
        assertThat(ngo.opens(SAY, key).get("named")).isEqualTo("All sides accept Judge Rao.");
        coordinator.completes(WRITE, key, held());
        ngo.completes(SAY, key, naming("Judge Rao", "settled", "settled", WORDS));
        fao.completes(SAY, key, naming("Judge Rao", "settled", "amendment", WORDS));
        assertThat(outcomes()).as("not in the same way").containsExactly((String) null);
        ngo.completes(SAY, key, naming("Judge Rao", "settled", "amendment", WORDS));
        assertThat(outcomes()).containsExactlyInAnyOrder("It ended on rung 3 of 4, mediation.", null);
        assertThat(fao.sees(key)).containsExactly("Propose changes");
        assertThat(matters.open(id)).singleElement().satisfies(one -> assertThat(one.why()).isEqualTo(
                "It follows from dispute 1 between members."));
    }

    @Test
    void a_side_leaves_as_both_settled_it() {
        raises(fao, key, cast, WORDS, "Ngo");
        both(inDialogue("moveOn", null, WORDS));
        both(says("settled", "leaving:" + cast.code("Ngo"), WORDS));
        assertThat(ngo.sees(key)).containsExactly("Give notice");
        assertThat(outcomes()).contains("It ended on rung 2 of 4, facilitation.");
    }

    @Test
    void who_leaves_as_the_others_decided_is_in_its_notice_time_and_nobody_votes_again() {
        raises(fao, key, cast, WORDS, "Ngo");
        climbs("Time of rung over", 3);
        goi.completes(DECIDE, key, with("ending", "leaving:" + cast.code("Ngo"), "words", WORDS));
        assertThat(partnerships.leaving(id)).containsOnlyKeys(cast.id("Ngo"));
        assertThat(ngo.sees(key)).containsExactlyInAnyOrder("Offer what is held", "Share parting words");
        assertThat(Stream.of(fao, goi).flatMap(one -> one.sees(key).stream())).isEmpty();
        assertThat(told("withdrawal/leaving-decided")).contains("It follows from dispute 1 between members.");
        raises(fao, key, cast, "The other one", "Ngo");
        climbs("Time of rung over", 3);
        assertThat(goi.isRefused(DECIDE, key, with("ending", "leaving:" + cast.code("Ngo"), "words", WORDS))).isNotEmpty();
        stage.fires("Last day come", key);
        assertThat(outcomes()).anyMatch(one -> one != null && one.contains("Facilitating NGO") && one.contains("was released on"));
        assertThat(fao.sees(key)).as("the other dispute has one side left").isEmpty();
    }

    @Test
    void what_nobody_of_the_others_carries_somebody_from_outside_decides() {
        raises(fao, key, cast, WORDS, "Ngo");
        climbs("Time of rung over", 3);
        stage.fires("Time to decide over", key);
        assertThat(goi.sees(key)).isEmpty();
        coordinator.completes(TAKE_ON, key, with());
        fao.completes(SAY, key, naming("Judge Rao", "talkOn", null, WORDS));
        ngo.completes(SAY, key, naming("Judge Rao", "talkOn", null, WORDS));
        coordinator.completes(WRITE, key, with("outcome", "decided", "metOn", today(), "present", WORDS, "came", WORDS, "ending",
                "closing", "words", WORDS));
        assertThat(work.of(id).endAgreed()).as("it cannot bind the others").isFalse();
        assertThat(Stream.of(fao, goi, ngo).flatMap(one -> one.sees(key).stream())).containsOnly("Decide on proposal");
        assertThat(outcomes()).contains("It ended on rung 4 of 4, outside decision.");
    }

    @Test
    void with_two_partners_a_decider_whom_both_name_decides_or_one_leaves() {
        PartnershipId two = ladder.inForce(new LinkedHashMap<>(Map.of(cast.id("Ngo"), IMPLEMENTER, cast.id("Fao"), EXPERT)));
        id = two;
        key = two.value();
        stage.engine().getRuntimeService().startProcessInstanceByKey("inForce", key);
        raises(fao, key, cast, WORDS, "Ngo");
        both(inDialogue("moveOn", null, WORDS));
        coordinator.completes(TAKE_ON, key, with());
        climbs("Time of rung over", 2);
        assertThat(fao.opens(SAY, key).get("ways").toString()).contains("leave", "close").doesNotContain("moveOn");
        assertThat(coordinator.isRefused(WRITE, key, with("outcome", "decided", "metOn", today(), "present", WORDS, "came", WORDS,
                "ending", "closing", "words", WORDS))).startsWith("The sides have not all named the same person yet");
        both(naming("Judge Rao", "talkOn", null, WORDS));
        coordinator.completes(WRITE, key, with("outcome", "decided", "metOn", today(), "present", WORDS, "came", WORDS, "ending",
                "closing", "words", WORDS));
        assertThat(work.of(two).endAgreed()).as("both are all").isTrue();
        assertThat(fao.sees(key)).isEmpty();
        assertThat(outcomes()).contains("It ended on rung 4 of 4, outside decision.");
    }

    @Test
    void one_of_two_leaves_rather_than_have_somebody_decide() {
        PartnershipId two = ladder.inForce(new LinkedHashMap<>(Map.of(cast.id("Ngo"), IMPLEMENTER, cast.id("Fao"), EXPERT)));
        id = two;
        key = two.value();
        stage.engine().getRuntimeService().startProcessInstanceByKey("inForce", key);
        raises(fao, key, cast, WORDS, "Ngo");
        climbs("Time of rung over", 3);
        assertThat(fao.isRefused(SAY, key, naming("", "moveOn", null, WORDS))).isNotEmpty();
        ngo.completes(SAY, key, naming("", "leave", null, WORDS));
        assertThat(ngo.sees(key)).containsExactly("Give notice");
        assertThat(coordinator.sees(key)).doesNotContain(TAKE_ON);
    }

    @Test
    void when_only_one_side_is_left_it_ends_with_words() {
        raises(fao, key, cast, WORDS, "Ngo", "Shop");
        assertThat(shop.sees(key)).containsExactly(SAY);
        leaves("Shop");
        assertThat(fao.sees(key)).as("one of the other side is still there").containsExactly(SAY);
        leaves("Ngo");
        assertThat(fao.sees(key)).isEmpty();
        assertThat(outcomes()).containsExactly("It ended on rung 1 of 4, dialogue: only one of its sides is still in the partnership.");
    }

    @Test
    void what_is_not_described_ends_by_itself_and_nobody_else_ever_heard_of_it() {
        fao.starts("matter", with());
        fao.completes("Describe matter", null, with("kind", "dispute", "partnership", key, "why", WORDS));
        goi.starts("matter", with());
        assertThat(goi.opens("Describe matter", null).get("standings").toString()).contains("A dispute").doesNotContain("rung");
        stage.fires("Time to describe over", key);
        fao.starts("matter", with());
        fao.completes("Describe matter", null, with("kind", "dispute", "partnership", key, "why", WORDS));
        leaves("Fao");
        assertThat(outcomes()).containsExactly("It was not described in time.", "It was not described in time.");
        assertThat(jdbc.sql("select count(*) from outbox where template like 'dispute/%' and content like ? and audience like '%GROUP org"
                + cast.code("Goi") + "%'").param("%" + key + "%").query(Integer.class).single()).isZero();
    }

    @Test
    void who_decides_is_who_is_there_and_without_a_side() {
        raises(shop, key, cast, WORDS, "Ngo");
        climbs("Time of rung over", 3);
        assertThat(fao.sees(key)).containsExactly(DECIDE);
        leaves("Goi");
        cast.organisation("Una", "University", Level.NATIONAL, "India", EXPERT);
        partnerships.admit(id, cast.id("Una"), Standing.PARTNER, List.of(new SeatIn(EXPERT, Level.NATIONAL, null, null)));
        fao.completes(DECIDE, key, with("ending", "settled", "words", WORDS));
        Actor una = cast.actor("Una");
        assertThat(una.sees(key)).containsExactly(DECIDE);
        una.completes(DECIDE, key, with("ending", "settled", "words", WORDS));
        assertThat(outcomes()).containsExactly("It ended on rung 4 of 4, decision of the other partners.");
    }

    @Test
    void two_who_speak_at_one_moment_are_both_heard_and_who_spoke_first_is_asked_again() {
        raises(fao, key, cast, WORDS, "Ngo");
        assertThat(stage.atOneMoment(List.of(fao.submission(SAY, key, inDialogue("talkOn", null, WORDS)),
                ngo.submission(SAY, key, inDialogue("talkOn", null, WORDS))))).isEmpty();
        assertThat(Stream.of(fao, ngo).flatMap(one -> one.sees(key).stream())).containsExactly(SAY);
        assertThat(jdbc.sql("select count(*) from dispute_word").query(Integer.class).single()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_rung_that_ends_at_the_moment_of_a_click_has_one_winner() {
        raises(fao, key, cast, WORDS, "Ngo");
        String timer = stage.engine().getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(key).list().stream()
                .flatMap(one -> stage.engine().getManagementService().createJobQuery().processInstanceId(one.getId()).timers().list()
                        .stream()).findFirst().orElseThrow().getId();
        List<String> told = stage.atOneMoment(List.of(fao.submission(SAY, key, inDialogue("talkOn", null, WORDS)), () -> fires(timer)));
        if (told.isEmpty()) {
            assertThat(said()).isEqualTo(1);
        } else {
            assertThat(told).singleElement().asString().matches(Stage.TOO_LATE);
            assertThat(said()).isZero();
        }
        if (jdbc.sql("select rung from dispute where partnership = ?").param(key).query(String.class).single().equals("DIALOGUE")) {
            stage.fires("Time of rung over", key);
        }
        assertThat(Stream.of(fao, ngo).flatMap(one -> one.sees(key).stream())).containsExactly(SAY, SAY);
        assertThat(fao.opens(SAY, key).get("stands").toString()).contains("facilitation");
        assertThat(told("dispute/dispute-climbed")).contains("rung 2 of 4, facilitation");
    }

    /** Whoever comes second is tried again by the machine. */
    private void fires(String timer) {
        try {
            stage.engine().getManagementService().executeJob(timer);
        } catch (RuntimeException second) {
            assertThat(second).isNotInstanceOf(NullPointerException.class);
        }
    }

    private int said() {
        return jdbc.sql("select count(*) from dispute_word w join dispute d on d.matter = w.matter where d.partnership = ?").param(key)
                .query(Integer.class).single();
    }

    @Test
    void what_people_submit_costs_few_statements() {
        allSpeakOnce();
        // Forms are read from the deployment once: what counts is the second time.
        theyWorkTogether();
        allSpeakOnce();
        assertThat(costs.entrySet().stream().filter(one -> one.getValue().size() > MOST).map(one -> one.getKey() + ": " + one.getValue()
                .size() + "\n" + String.join("\n", one.getValue().stream().map(line -> line.replaceAll("\\s+", " ")).map(line ->
                        line.substring(0, Math.min(100, line.length()))).toList()))).isEmpty();
    }

    private void allSpeakOnce() {
        fao.starts("matter", with());
        fao.completes("Describe matter", null, with("kind", "dispute", "partnership", key, "why", WORDS));
        costs(DESCRIBE, fao.submission(DESCRIBE, key, described(cast, WORDS, "Ngo")));
        fao.completes(SAY, key, inDialogue("moveOn", null, WORDS));
        costs(SAY, ngo.submission(SAY, key, inDialogue("moveOn", null, WORDS)));
        costs(TAKE_ON, coordinator.submission(TAKE_ON, key, with()));
        costs(WRITE, coordinator.submission(WRITE, key, with("outcome", "nobody", "words", WORDS, "again", "no")));
        costs(SAY + ", settled", fao.submission(SAY, key, says("settled", "amendment", WORDS)));
        climbs("Time of rung over", 2);
        costs(DECIDE, goi.submission(DECIDE, key, with("ending", "settled", "words", WORDS)));
    }

    private void costs(String what, Runnable submission) {
        costs.put(what, statements.during(submission));
        stage.machineWorks();
    }

    @Test
    void two_disputes_of_one_kind_by_one_partner_run_side_by_side() {
        raises(fao, key, cast, WORDS, "Ngo");
        raises(fao, key, cast, "The other one", "Goi");
        assertThat(fao.sees(key)).containsExactly(SAY, SAY);
        goi.completes(SAY, key, inDialogue("settled", "settled", WORDS));
        assertThat(goi.sees(key)).isEmpty();
        assertThat(ngo.opens(SAY, key).get("spoken").toString()).isEqualTo("[]");
        fao.starts("matter", with());
        assertThat(fao.opens("Describe matter", null).get("standings").toString()).contains(
                "Dispute 1 (rung 1 of 4, dialogue, until ").doesNotContain("Facilitating");
    }

    @Test
    void what_makes_no_sense_is_refused_and_changes_nothing() {
        fao.starts("matter", with());
        fao.completes("Describe matter", null, with("kind", "dispute", "partnership", key, "why", WORDS));
        assertThat(fao.isRefused(DESCRIBE, key, described(cast, WORDS, "Fao"))).contains("With whom is the dispute?");
        assertThat(fao.isRefused(DESCRIBE, key, described(cast, WORDS))).isNotEmpty();
        fao.completes(DESCRIBE, key, described(cast, WORDS, "Ngo"));
        assertThat(fao.isRefused(SAY, key, with("speaker", "X", "met", "yes", "metOn", LocalDate.now(clock).plusDays(9).toString(),
                "present", WORDS, "came", WORDS, "stand", "talkOn", "words", WORDS))).startsWith("This talk lies ahead.");
        assertThat(jdbc.sql("select count(*) from dispute_word w join dispute d on d.matter = w.matter where d.partnership = ?").param(key)
                .query(Integer.class).single()).isZero();
    }

    private void both(Map<String, Object> answer) {
        fao.completes(SAY, key, answer);
        ngo.completes(SAY, key, answer);
    }

    private void climbs(String timer, int rungs) {
        for (int rung = 0; rung < rungs; rung++) {
            stage.fires(timer, key);
        }
    }

    private void leaves(String code) {
        partnerships.leave(id, cast.id(code), "No time", "x");
        stage.machineWorks();
    }

    private Map<String, Object> held() {
        return with("outcome", "held", "metOn", today(), "present", WORDS, "came", WORDS, "words", WORDS, "again", "yes");
    }

    private String personOf(String code) {
        return organisations.peopleIn(cast.id(code)).get(0).name();
    }

    private List<String> outcomes() {
        return matters.all(id).stream().map(MatterCard::outcome).toList();
    }

    private String today() {
        return LocalDate.now(clock).toString();
    }

    /** All mails of this kind in this case, as they leave. */
    private String told(String template) {
        return String.join("\n", jdbc.sql("select content from outbox where template = ? and content like ?").params(template,
                "%" + key + "%").query(String.class).list());
    }
}
