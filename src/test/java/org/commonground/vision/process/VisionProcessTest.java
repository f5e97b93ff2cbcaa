package org.commonground.vision.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.foundation.Role.EXPERT;
import static org.commonground.foundation.Role.IMPLEMENTER;
import static org.commonground.foundation.Role.RESOURCE_PROVIDER;
import static org.commonground.stage.Stage.with;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.commonground.candidate.CandidateService;
import org.commonground.candidate.SampleProfiles;
import org.commonground.candidate.Search;
import org.commonground.foundation.Days;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.negotiation.SampleTerms;
import org.commonground.partnership.Member;
import org.commonground.partnership.NumberedObjective;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;
import org.commonground.selection.Nominee;
import org.commonground.selection.SearchPurpose;
import org.commonground.selection.SelectionService;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.Ladder;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.commonground.stage.StatementCount;
import org.commonground.story.Answers;
import org.commonground.vision.VisionService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Looking for a shared vision as people play it. Fao proposed; Goi pays and Ngo carries out. */
@ProcessTest
class VisionProcessTest {

    private static final String SHARE = "Share vision";
    private static final String ANSWER = "Answer expectations";
    private static final String DRAFT = "Draft shared vision";
    private static final String ENDORSE = "Endorse vision";

    @Autowired
    private Ladder ladder;
    @Autowired
    private Stage stage;
    @Autowired
    private StatementCount statements;
    @Autowired
    private VisionService visions;
    @Autowired
    private SelectionService selections;
    @Autowired
    private CandidateService candidates;
    @Autowired
    private PartnershipService partnerships;

    private Cast cast;
    private Actor coordinator;
    private Actor fao;
    private Actor goi;
    private Actor ngo;
    private List<Actor> all;
    private PartnershipId partnership;
    private String key;

    @BeforeEach
    void three_partners_are_chosen() {
        cast = stage.cast().three();
        coordinator = cast.coordinator();
        fao = cast.actor("Fao", EXPERT);
        goi = cast.actor("Goi", RESOURCE_PROVIDER);
        ngo = cast.actor("Ngo", IMPLEMENTER);
        all = List.of(fao, goi, ngo);
        chosen(cast.seats("Fao", "Goi", "Ngo"));
    }

    private void chosen(Map<OrganisationId, Role> partners) {
        partnership = ladder.chosen(partners);
        key = partnership.value();
    }

    @Test
    void three_partners_share_a_vision_and_endorse_it() {
        expectsOfOthers();
        begin();
        assertThat(partnerships.card(partnership).phase()).isEqualTo(Phase.NEGOTIATING);
        assertThat(fao.opens(SHARE, key).get("partners").toString()).contains("Government of India", "Resource provider, local");
        all.forEach(one -> one.completes(SHARE, key, Answers.vision(one.user())));
        assertThat(fao.sees(key)).containsExactly(ANSWER);
        Map<String, Object> expectations = fao.opens(ANSWER, key);
        assertThat(expectations.get("expectations").toString()).contains("Clear plans before the season", cast.code("Goi"))
                .doesNotContain(cast.code("Fao"));
        assertThat(fao.isRefused(ANSWER, key, with("expectations", List.of(
                with("organisation", cast.code("Goi"), "answer", "partly", "words", ""),
                with("organisation", cast.code("Ngo"), "answer", "can")))))
                .isEqualTo("Where you can meet an expectation only in part, or not, please say what is possible.");
        fao.completes(ANSWER, key, with("expectations", List.of(
                with("organisation", cast.code("Goi"), "answer", "partly", "words", "Only from the second season on"),
                with("organisation", cast.code("Ngo"), "answer", "can"))));
        Stream.of(goi, ngo).forEach(this::answersExpectations);

        Map<String, Object> drafting = coordinator.opens(DRAFT, key);
        assertThat(drafting.get("visions").toString()).contains(fao.user() + " sees schools");
        assertThat(drafting.get("expectationsMissing")).isNull();
        assertThat(drafting.get("met").toString()).contains("Only from the second season on", "Clear plans before the season");
        coordinator.completes(DRAFT, key, Answers.sharedVision(cast.code("Ngo")));
        assertThat(goi.opens(ENDORSE, key).get("agenda").toString()).contains("Facilitating NGO",
                Days.brief(SampleTerms.START.plusMonths(3)));
        all.forEach(this::endorses);
        stage.assertThat(key).hasPassed("Vision endorsed");
        assertThat(visions.isEndorsed(partnership)).isTrue();
        assertThat(variable("visionEndorsed")).isEqualTo(true);
    }

    @Test
    void the_partners_mend_the_aims_with_their_vision() {
        begin();
        assertThat(fao.opens(SHARE, key)).containsKeys("participationMode", "common");
        Map<String, Object> wishing = Answers.vision("FAO");
        wishing.put("aimsWish", "Count the women who lead.");
        fao.completes(SHARE, key, wishing);
        Stream.of(goi, ngo).forEach(one -> one.completes(SHARE, key, Answers.vision(one.user())));
        stage.fires("Time to share over", key);

        Map<String, Object> drafting = coordinator.opens(DRAFT, key);
        assertThat(drafting.get("aimsWishes").toString()).contains("Count the women who lead.").doesNotContain("null");
        String purpose = partnerships.card(partnership).purpose();
        assertThat(drafting).containsEntry("purpose", purpose);
        Map<String, Object> mending = Answers.sharedVision(cast.code("Fao"));
        mending.put("mendsAims", true);
        mending.put("purpose", "Women and men farm without poison");
        mending.put("objectives", List.of(with("wording", "Women lead schools", "indicator", "Women who lead", "baseline", "3",
                "target", "40")));
        mending.put("targetParticipants", "Women and men who farm");
        mending.put("participationMode", "They choose the plots");
        Map<String, Object> empty = new HashMap<>(mending);
        empty.put("objectives", List.of());
        assertThat(coordinator.isRefused(DRAFT, key, empty)).isEqualTo("Please keep at least one objective: what shall be reached?");
        coordinator.completes(DRAFT, key, mending);
        Map<String, Object> endorsing = ngo.opens(ENDORSE, key);
        assertThat(endorsing).containsEntry("purpose", "Women and men farm without poison");
        assertThat(endorsing.get("mended").toString()).contains("Purpose", purpose, "Objectives", "Women lead schools");
        assertThat(partnerships.card(partnership).purpose()).as("not before all endorse it").isEqualTo(purpose);
        all.forEach(this::endorses);
        stage.assertThat(key).hasPassed("Vision endorsed");
        assertThat(partnerships.card(partnership)).satisfies(card -> {
            assertThat(card.purpose()).isEqualTo("Women and men farm without poison");
            assertThat(card.objectives()).extracting(NumberedObjective::wording).containsExactly("Women lead schools");
            assertThat(card.participationMode()).isEqualTo("They choose the plots");
        });
    }

    @Test
    void a_vision_comes_back_until_all_endorse_it_and_who_is_silent_twice_is_gone_on_without() {
        expectsOfOthers();
        begin();
        fao.completes(SHARE, key, Answers.vision("FAO"));
        stage.fires("Time to share over", key);
        assertThat(fao.sees(key)).isEmpty();
        assertThat(goi.sees(key)).isEmpty();
        Map<String, Object> drafting = coordinator.opens(DRAFT, key);
        assertThat((String) drafting.get("visionsMissing")).contains("Government of India", "Facilitating NGO");
        assertThat((String) drafting.get("expectationsMissing")).contains("FAO", "Government of India", "Facilitating NGO");
        coordinator.completes(DRAFT, key, Answers.sharedVision(cast.code("Fao")));
        endorses(fao);
        goi.completes(ENDORSE, key, Answers.wishForChange(goi.opens(ENDORSE, key), "Name the women farmers"));
        stage.fires("Time to endorse over", key);
        assertThat(ngo.sees(key)).isEmpty();

        Map<String, Object> again = coordinator.opens(DRAFT, key);
        assertThat(again.get("wishes").toString()).contains("Name the women farmers");
        assertThat((String) again.get("silent")).contains("Facilitating NGO").doesNotContain("Government");
        assertThat(again.get("someSilentTwice")).isEqualTo(false);
        Map<String, Object> redrafted = Answers.sharedVision(cast.code("Fao"));
        redrafted.put("vision", "Healthy fields, because women and men who farm teach each other.");
        coordinator.completes(DRAFT, key, redrafted);
        Map<String, Object> stale = Answers.endorsement(fao.opens(ENDORSE, key));
        stale.put("seen", 1);
        assertThat(fao.isRefused(ENDORSE, key, stale))
                .isEqualTo("“Draft number” has changed since you opened this page: please reload it and look again.");
        Stream.of(fao, goi).forEach(this::endorses);
        stage.fires("Time to endorse over", key);

        assertThat(coordinator.opens(DRAFT, key).get("silentTwice").toString()).contains(cast.code("Ngo"));
        redrafted.put("without", List.of(cast.code("Ngo")));
        redrafted.put("withoutReason", "Two letters, no answer");
        coordinator.completes(DRAFT, key, redrafted);
        assertThat(partnerships.members(partnership)).extracting(Member::organisation).doesNotContain(cast.id("Ngo"));
        stage.assertThat(key).hasPassed("Vision endorsed");
        assertThat(fao.sees(key)).as("had endorsed these words").isEmpty();
    }

    @Test
    void the_coordinator_finds_no_common_ground_in_the_visions_and_proposes_the_end() {
        begin();
        visionsShared();
        coordinator.completes(DRAFT, key, with("outcome", "none", "endReason", "One wants schools, one wants a factory"));
        assertThat(partnerships.card(partnership).phase()).isEqualTo(Phase.NEGOTIATING);
        assertThat((String) coordinator.opens(DRAFT, key).get("proposed")).contains("One wants schools, one wants a factory");
        coordinator.completes(DRAFT, key, Answers.sharedVision(cast.code("Fao")));
        assertThat(fao.sees(key)).as("it goes on while they vote").containsExactly("Endorse vision");
    }

    @Test
    void when_too_few_endorse_and_the_others_leave_it_ends() {
        begin();
        visionsShared();
        coordinator.completes(DRAFT, key, Answers.sharedVision(cast.code("Fao")));
        for (Actor leaver : List.of(goi, ngo)) {
            leaver.completes(ENDORSE, key, with("seen", 1, "answer", "leave", "leaveReason", "This is not our work"));
        }
        endorses(fao);
        assertThat(partnerships.card(partnership).outcome()).startsWith("Fewer than two partners are left.")
                .contains("This is not our work");
        stage.assertThat(key).hasPassed("No common ground found");
    }

    @Test
    void when_too_few_are_left_to_draft_for_it_ends_with_the_draft() {
        begin();
        visionsShared();
        Stream.of("Goi", "Ngo").forEach(this::leaves);
        coordinator.completes(DRAFT, key, Answers.sharedVision(cast.code("Fao")));
        assertThat(partnerships.card(partnership).phase()).isEqualTo(Phase.ENDED);
        stage.assertThat(key).hasPassed("No common ground found");
    }

    // Leaving and joining

    @Test
    void who_leaves_while_it_is_asked_for_its_vision_is_not_waited_for() {
        begin();
        fao.completes(SHARE, key, Answers.vision("FAO"));
        leaves("Ngo");
        assertThat(ngo.sees(key)).as("its step is gone").isEmpty();
        assertThat(goi.sees(key)).containsExactly(SHARE);
        leaves("Fao");
        assertThat(fao.sees(key)).as("also where it shared its vision already").isEmpty();
        assertThat(coordinator.sees(key)).doesNotContain(DRAFT);
        leaves("Goi");
        assertThat(coordinator.sees(key)).as("the last one who was awaited").containsExactly(DRAFT);
    }

    @Test
    void who_joins_while_the_visions_are_collected_is_asked_for_its_own() {
        begin();
        Stream.of(fao, goi).forEach(this::sharesAndAnswers);
        Actor una = joins("Una");
        assertThat(una.sees(key)).as("the others are asked at the moment").isEmpty();
        sharesAndAnswers(ngo);
        assertThat(una.sees(key)).containsExactly(SHARE);
        assertThat(fao.sees(key)).as("has answered").isEmpty();
        sharesAndAnswers(una);
        assertThat(coordinator.opens(DRAFT, key).get("visions").toString()).contains(una.user() + " sees schools");
    }

    @Test
    void when_the_time_is_over_nobody_waits_for_the_silent_nor_for_who_joined() {
        begin();
        sharesAndAnswers(fao);
        joins("Una");
        stage.fires("Time to share over", key);
        assertThat(goi.sees(key)).isEmpty();
        assertThat((String) coordinator.opens(DRAFT, key).get("visionsMissing")).contains("Government of India", "Facilitating NGO",
                "Partner Una");
    }

    @Test
    void who_shares_its_vision_on_the_last_day_has_time_to_answer_the_others() {
        begin();
        stage.passes(Duration.ofDays(13));
        fao.completes(SHARE, key, Answers.vision("FAO"));
        Date due = stage.engine().getTaskService().createTaskQuery().taskId(fao.task(ANSWER, key).getId()).singleResult().getDueDate();
        Date over = stage.engine().getManagementService().createJobQuery().processInstanceId(fao.task(ANSWER, key).getProcessInstanceId())
                .timers().singleResult().getDuedate();
        assertThat(over).isAfterOrEqualTo(due);
    }

    @Test
    void who_leaves_while_it_is_asked_to_endorse_is_not_waited_for() {
        begin();
        visionsShared();
        coordinator.completes(DRAFT, key, Answers.sharedVision(cast.code("Fao")));
        leaves("Ngo");
        assertThat(ngo.sees(key)).isEmpty();
        assertThat(goi.sees(key)).containsExactly(ENDORSE);
        Stream.of(fao, goi).forEach(this::endorses);
        stage.assertThat(key).hasPassed("Vision endorsed");
    }

    @Test
    void when_the_last_one_who_is_awaited_leaves_it_goes_on() {
        begin();
        visionsShared();
        coordinator.completes(DRAFT, key, Answers.sharedVision(cast.code("Fao")));
        Stream.of(fao, goi).forEach(this::endorses);
        leaves("Ngo");
        stage.assertThat(key).hasPassed("Vision endorsed");
    }

    @Test
    void who_joins_while_the_others_endorse_is_asked_too() {
        begin();
        visionsShared();
        coordinator.completes(DRAFT, key, Answers.sharedVision(cast.code("Fao")));
        Stream.of(fao, goi).forEach(this::endorses);
        Actor una = joins("Una");
        assertThat(una.sees(key)).as("the others are asked at the moment").isEmpty();
        endorses(ngo);
        assertThat(una.sees(key)).containsExactly(ENDORSE);
        assertThat(ngo.sees(key)).isEmpty();
        endorses(una);
        stage.assertThat(key).hasPassed("Vision endorsed");
        assertThat(visions.vision(partnership).orElseThrow().endorsedBy()).hasSize(4);
    }

    // Many

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 12, 50})
    void so_many_partners_answer_at_one_moment_and_nothing_is_lost(int parties) {
        Map<OrganisationId, Role> partners = new LinkedHashMap<>();
        all = new ArrayList<>();
        IntStream.range(0, parties).mapToObj(nr -> "Many" + (char) ('a' + nr / 26) + (char) ('a' + nr % 26)).forEach(code -> {
            cast.organisation(code, "Partner " + code, Level.LOCAL, "Guntur", IMPLEMENTER);
            partners.put(cast.id(code), IMPLEMENTER);
            all.add(cast.actor(code, IMPLEMENTER));
        });
        chosen(partners);
        begin();
        together(SHARE, one -> Answers.vision(one.user()));
        together(ANSWER, one -> Answers.expectations(one.opens(ANSWER, key)));
        coordinator.completes(DRAFT, key, Answers.sharedVision(cast.code("Manyaa")));
        together(ENDORSE, one -> Answers.endorsement(one.opens(ENDORSE, key)));
        stage.assertThat(key).hasPassed("Vision endorsed");
        assertThat(visions.vision(partnership).orElseThrow().endorsedBy()).hasSize(parties);
    }

    @Test
    void what_a_partner_submits_costs_few_statements() {
        expectsOfOthers();
        begin();
        assertCheap(fao, SHARE, Answers.vision("FAO"));
        assertCheap(fao, ANSWER, Answers.expectations(fao.opens(ANSWER, key)));
        for (Actor one : List.of(goi, ngo)) {
            one.completes(SHARE, key, Answers.vision(one.user()));
            answersExpectations(one);
        }
        coordinator.completes(DRAFT, key, Answers.sharedVision(cast.code("Ngo")));
        assertCheap(fao, ENDORSE, Answers.endorsement(fao.opens(ENDORSE, key)));
    }

    // Helpers

    private void assertCheap(Actor actor, String label, Map<String, Object> answers) {
        List<String> cost = statements.during(actor.submission(label, key, answers));
        stage.machineWorks();
        assertThat(cost).as(label).hasSizeLessThanOrEqualTo(44);
    }

    /** All three stated a profile when they were chosen. */
    private void expectsOfOthers() {
        Search founding = Search.founding(partnership);
        selections.openSearch(founding, SearchPurpose.FOUNDING);
        selections.nominate(founding, List.of(Nominee.of(cast.id("Fao"), List.of("expert"), null),
                Nominee.of(cast.id("Goi"), List.of("resourceProvider"), null),
                Nominee.of(cast.id("Ngo"), List.of("implementer"), null)), coordinator.user());
        for (String code : List.of("Goi", "Ngo")) {
            candidates.answerInvitation(founding, cast.id(code), true, null, "somebody");
        }
        for (String code : List.of("Ngo", "Fao", "Goi")) {
            candidates.recordProfile(founding, cast.id(code), SampleProfiles.of(code), "somebody");
        }
    }

    private void begin() {
        stage.engine().getRuntimeService().startProcessInstanceByKey("vision", key);
        stage.machineWorks();
    }

    private void visionsShared() {
        all.forEach(one -> one.completes(SHARE, key, Answers.vision(one.user())));
        all.forEach(this::answersExpectations);
    }

    private void sharesAndAnswers(Actor one) {
        one.completes(SHARE, key, Answers.vision(one.user()));
        answersExpectations(one);
    }

    private void answersExpectations(Actor one) {
        one.completes(ANSWER, key, Answers.expectations(one.opens(ANSWER, key)));
    }

    private void endorses(Actor one) {
        one.completes(ENDORSE, key, Answers.endorsement(one.opens(ENDORSE, key)));
    }

    private void leaves(String code) {
        partnerships.leave(partnership, cast.id(code), "No staff this year", "somebody");
        stage.machineWorks();
    }

    private Actor joins(String code) {
        cast.organisation(code, "Partner " + code, Level.LOCAL, "Guntur", IMPLEMENTER);
        partnerships.admit(partnership, cast.id(code), Standing.PARTNER, List.of(new SeatIn(IMPLEMENTER, Level.LOCAL, null, null)));
        return cast.actor(code, IMPLEMENTER);
    }

    /** All press the button at one moment. */
    private void together(String label, Function<Actor, Map<String, Object>> answers) {
        assertThat(stage.atOneMoment(all.stream().map(one -> one.submission(label, key, answers.apply(one))).toList())).isEmpty();
    }

    private Object variable(String name) {
        return stage.engine().getHistoryService().createHistoricVariableInstanceQuery().variableName(name)
                .processInstanceId(stage.engine().getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(key)
                        .singleResult().getId()).singleResult().getValue();
    }
}
