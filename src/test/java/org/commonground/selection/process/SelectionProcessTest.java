package org.commonground.selection.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.foundation.Role.ALLY;
import static org.commonground.foundation.Role.DECISION_MAKER;
import static org.commonground.foundation.Role.EXPERT;
import static org.commonground.foundation.Role.IMPLEMENTER;
import static org.commonground.foundation.Role.PARTICIPANT;
import static org.commonground.foundation.Role.RESOURCE_PROVIDER;
import static org.commonground.stage.Refusals.refused;
import static org.commonground.stage.Stage.with;
import static org.commonground.stage.Refusals.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.camunda.bpm.engine.task.Task;
import org.commonground.candidate.CandidateService;
import org.commonground.candidate.CandidateState;
import org.commonground.candidate.Dimension;
import org.commonground.candidate.Search;
import org.commonground.engine.Anew;
import org.commonground.foundation.Level;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.home.AnswerTables;
import org.commonground.home.KeptAnswer;
import org.commonground.organisation.FlagLevel;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.FirstProposal;
import org.commonground.partnership.Leadership;
import org.commonground.partnership.Member;
import org.commonground.partnership.PartnerLeft;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.partnership.RoleRule;
import org.commonground.partnership.SampleAims;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.commonground.stage.StatementCount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The selection as people play it. Fao proposed and Goi leads; an expert for Warangal and an implementer are needed. */
@ProcessTest
class SelectionProcessTest {

    private static final String CLOSED = "The round has closed; your earlier answer stands.";

    @Autowired
    private Stage stage;
    @Autowired
    private StatementCount statements;
    @Autowired
    private CandidateService candidates;
    @Autowired
    private PartnershipService partnerships;
    @Autowired
    private Leadership leadership;
    @Autowired
    private OrganisationService organisations;

    @Autowired
    private Anew anew;
    @Autowired
    private AnswerTables answers;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transactions;
    @Autowired
    private ApplicationEventPublisher facts;

    private Cast cast;
    private Actor coordinator;
    private Actor fao;
    private Actor goi;
    private Actor cicr;
    private Actor ngo;
    private String key;
    private PartnershipId id;

    @BeforeEach
    void partners_are_looked_for() {
        cast = stage.cast().organisation("Fao", "FAO", Level.NATIONAL, "India", EXPERT)
                .organisation("Goi", "Government of India", Level.NATIONAL, "India", DECISION_MAKER)
                .organisation("Cicr", "Cotton institute", Level.LOCAL, "Warangal", EXPERT)
                .organisation("Ngo", "Facilitating NGO", Level.STATE, "Andhra Pradesh", IMPLEMENTER);
        coordinator = cast.coordinator();
        fao = cast.actor("Fao", EXPERT);
        goi = cast.actor("Goi", DECISION_MAKER);
        cicr = cast.actor("Cicr", EXPERT);
        ngo = cast.actor("Ngo", IMPLEMENTER);
        id = partnerships.propose(new FirstProposal("Cotton IPM", "Farmer Field Schools", "One district only"), cast.id("Fao"), fao.user());
        partnerships.clarifyAims(id, SampleAims.of(cast.code("Goi")), fao.user());
        leadership.answer(id, true, null, goi.user());
        partnerships.determineNeededRoles(id, List.of(new RoleRule("expert", "local", "each new area", null, "Somebody must adapt it."),
                new RoleRule("implementer", "state", "anywhere", null, "Somebody must do it.")));
        key = id.value();
        stage.engine().getRuntimeService().startProcessInstanceByKey("selection", key);
        stage.machineWorks();
    }

    @Test
    void partners_are_nominated_asked_assessed_chosen_seated_and_connected() {
        Map<String, Object> nominating = coordinator.opens("Nominate candidates", key);
        assertThat(nominating.get("candidates")).as("the conveners stand there already")
                .isEqualTo(List.of(Map.of("organisation", cast.code("Fao")), Map.of("organisation", cast.code("Goi"))));
        assertThat(nominating.get("needs").toString()).contains("Expert, local, Warangal", "Somebody must adapt it.", "Cotton institute");
        nominate("Cicr", "Ngo");
        assertThat(cicr.sees(key)).as("the conveners speak first").isEmpty();

        goi.completes("State own profile", key, profile("Goi"));
        assertThat(fao.opens("State own profile", key).get("conveners").toString()).contains("Government of India", "Interests of Goi");
        fao.completes("State own profile", key, judging(profile("Fao")));

        Map<String, Object> invitation = cicr.opens("Answer invitation", key);
        assertThat(invitation).containsEntry("challenge", "Whitefly")
                .containsEntry("growth", "Into areas where it was not done before; up to the state level of policy");
        assertThat(invitation.get("asked").toString()).contains("Expert, local, Warangal", "Somebody must adapt it.");
        assertThat(invitation.get("conveners").toString()).contains("Interests of Goi", "Interests of Fao");
        cicr.completes("Answer invitation", key, with("answer", "accept"));
        ngo.completes("Answer invitation", key, with("answer", "accept"));
        assertThat(ngo.opens("State profile", key).toString()).doesNotContain("Interests of Cicr");
        cicr.completes("State profile", key, judging(profile("Cicr")));
        ngo.completes("State profile", key, judging(profile("Ngo")));

        assertThat(opens("Assess candidate", "Cicr").get("interests").toString()).contains("Interests of Cicr");
        Stream.of("Fao", "Goi", "Cicr").forEach(code -> assess(code, rating(4)));
        Map<String, Object> doubtful = rating(4);
        doubtful.putAll(with("approachRating", 2, "flagLevel", "yellow", "flagReason", "Its accounts are late"));
        assess("Ngo", doubtful);
        assertThat(organisations.card(cast.id("Ngo")).flag()).isEqualTo(FlagLevel.YELLOW);
        Map<String, Object> judging = coordinator.opens("Judge partner fit", key);
        assertThat(judging).containsEntry("weak", "approach")
                .containsEntry("organisation", "Facilitating NGO " + cast.code("Ngo").substring(3));
        coordinator.completes("Judge partner fit", key, with("outcome", "include", "judgement", "It will learn on the way"));

        assertThat(coordinator.opens("Find common ground", key).get("candidates").toString())
                .contains("Interests of Ngo", "Approach of Cicr");
        coordinator.completes("Find common ground", key, ground());

        assertThat(coordinator.isRefused("Select partners", key, choose(decide("Ngo", "decline", "No mandate in that state"))))

                .isEqualTo("Still missing: Implementer, state. Choose a candidate for it, look for more candidates, or go on without it "
                        + "and say why.");
        assertThat(coordinator.isRefused("Select partners", key, choose(decide("Ngo", "strengthenFirst", ""))))
                .matches(pattern("The fit of Facilitating NGO … is “Include”. Please say why you decide otherwise."));
        coordinator.completes("Select partners", key, choose(decide("Ngo", "strengthenFirst", "Its accounts need a year")));
        assertThat(partnerships.members(id)).extracting(Member::organisation)
                .containsExactlyInAnyOrder(cast.id("Fao"), cast.id("Goi"), cast.id("Cicr"), cast.id("Ngo"));

        Map<String, Object> web = coordinator.opens("Draw partnership web", key);
        assertThat((String) web.get("picture")).startsWith("data:image/svg+xml;base64,");
        assertThat(web.get("web").toString()).contains("Cotton institute", "Warangal");
        coordinator.completes("Draw partnership web", key, with("links", List.of(Map.of("one", cast.code("Cicr"), "other", cast.code("Ngo"),
                "level", "state", "about", "Training the trainers"))));
        assertThat(partnerships.links(id)).hasSize(1);
        stage.assertThat(key).isEnded();
    }

    @Test
    void a_profile_is_changed_until_it_is_assessed_and_assessed_once() {
        nominate("Cicr", "Ngo");
        goi.completes("State own profile", key, profile("Goi"));
        anew.open(earlier(goi, "state-own-profile"));
        goi.completes("State own profile", key, profile("Goi again"));
        fao.completes("State own profile", key, profile("Fao"));
        cicr.completes("Answer invitation", key, with("answer", "accept"));
        cicr.completes("State profile", key, judging(profile("Cicr")));
        Anew.Earlier stated = earlier(cicr, "state-profile");
        anew.open(stated);
        Map<String, Object> shown = cicr.opens("State profile", key);
        assertThat(shown.get("interests")).as("what it said first").isEqualTo(judging(profile("Cicr")).get("interests"));
        cicr.completes("State profile", key, judging(profile("Cicr, thought over")));

        assertThat(coordinator.sees(key).stream().filter("Assess candidate"::equals)).as("Fao, Goi and Cicr, each once").hasSize(3);
        assertThat(opens("Assess candidate", "Goi").get("interests").toString()).contains("Interests of Goi again");
        assertThat(opens("Assess candidate", "Cicr").get("interests").toString()).contains("Interests of Cicr, thought over");
        assertThat(opens("Assess candidate", "Cicr").get("organisation").toString()).startsWith("Cotton institute")
                .contains(" · changed on ");
        anew.open(stated);
        stage.fires("Profile overdue", key);
        assertThat(coordinator.sees(key)).as("nobody is silent who has answered").doesNotContain("Decide on silence");
        anew.open(stated);
        Map<String, Object> doubtful = rating(4);
        doubtful.put("approachRating", 2);
        assess("Cicr", doubtful);
        assertThat(cicr.isRefused("State profile", key, judging(profile("Too late")))).isEqualTo(CLOSED);
        coordinator.completes("Judge partner fit", key, with("outcome", "include", "judgement", "It will learn on the way"));
        assertThat(cicr.sees(key)).as("what is rated is not waited for").isEmpty();
        ngo.completes("Answer invitation", key, with("answer", "decline", "reason", "No time"));
        Stream.of("Fao", "Goi").forEach(code -> assess(code, rating(4)));
        assertThat(coordinator.sees(key)).containsExactly("Find common ground");
        assertThat(cicr.sees(key)).isEmpty();
        refused(CLOSED, () -> anew.open(stated));
    }

    @Test
    void a_profile_that_was_assessed_is_not_opened_again_while_others_are_still_asked() {
        nominate("Cicr", "Ngo");
        goi.completes("State own profile", key, profile("Goi"));
        fao.completes("State own profile", key, profile("Fao"));
        cicr.completes("Answer invitation", key, with("answer", "accept"));
        cicr.completes("State profile", key, judging(profile("Cicr")));
        assess("Cicr", rating(4));
        refused(CLOSED, () -> anew.open(earlier(cicr, "state-profile")));
        assertThat(cicr.sees(key)).isEmpty();
    }

    private Anew.Earlier earlier(Actor one, String form) {
        KeptAnswer answer = answers.of(one.user(), 50).stream().filter(kept -> kept.form().equals(form) && key.equals(kept.caseNumber()))
                .findFirst().orElseThrow();
        return new Anew.Earlier(answer.id(), answer.form(), answer.box(), answer.instance(), answer.organisation());
    }

    @Test
    void who_is_silent_is_waited_for_or_left_out() {
        nominate("Cicr", "Ngo");
        goi.completes("State own profile", key, profile("Goi"));
        stage.fires("Own profile overdue", key);
        assertThat(fao.sees(key)).as("a late convener is asked with the others").containsExactly("State profile");

        stage.fires("Invitation unanswered", key);
        assertThat(cicr.sees(key)).isEmpty();
        assertThat(opens("Decide on silence", "Cicr")).containsEntry("missing", "an answer to the invitation");
        decideOnSilence("Cicr", with("decision", "wait"));
        decideOnSilence("Ngo", with("decision", "goOn", "reason", "Three calls, no answer"));
        assertThat(candidates.candidate(Search.founding(id), cast.id("Ngo")).state()).isEqualTo(CandidateState.SILENT);
        assertThat(ngo.sees(key)).isEmpty();

        cicr.completes("Answer invitation", key, with("answer", "accept"));
        stage.fires("Profile overdue", key);
        assertThat(opens("Decide on silence", "Fao")).containsEntry("missing", "its profile");
        decideOnSilence("Fao", with("decision", "wait"));
        decideOnSilence("Cicr", with("decision", "wait"));
        fao.completes("State profile", key, judging(profile("Fao")));
        cicr.completes("State profile", key, judging(profile("Cicr")));
        Stream.of("Fao", "Goi", "Cicr").forEach(code -> assess(code, rating(4)));
        assertThat((String) coordinator.opens("Find common ground", key).get("without")).contains("did not answer: Three calls, no answer");
    }

    @Test
    void a_convener_who_leaves_is_not_asked_any_more_and_one_who_comes_meanwhile_is() {
        nominate("Cicr", "Ngo");
        Actor late = joins("Eu", true);
        leaves("Fao");
        assertThat(fao.sees(key)).isEmpty();
        assertThat(goi.sees(key)).as("the others go on").containsExactly("State own profile");
        assertThat(late.sees(key)).as("not in the middle of a round").isEmpty();
        goi.completes("State own profile", key, profile("Goi"));
        assertThat(goi.sees(key)).as("nobody is asked twice").isEmpty();
        assertThat(late.sees(key)).containsExactly("State own profile");
        assertThat(cicr.sees(key)).as("the conveners speak first").isEmpty();
        leaves("Eu");
        assertThat(late.sees(key)).isEmpty();
        assertThat(cicr.sees(key)).as("nobody is missing").containsExactly("Answer invitation");
    }

    @Test
    void a_candidate_who_leaves_is_not_asked_any_more_and_one_who_comes_meanwhile_is() {
        nominate("Cicr", "Ngo");
        goi.completes("State own profile", key, profile("Goi"));
        fao.completes("State own profile", key, profile("Fao"));
        Actor late = joins("Eu", false);
        leaves("Cicr");
        assertThat(cicr.sees(key)).isEmpty();
        assertThat(ngo.sees(key)).as("the others go on").containsExactly("Answer invitation");
        Stream.of("Fao", "Goi").forEach(code -> assess(code, rating(4)));
        assertThat(late.sees(key)).as("not in the middle of a round").isEmpty();
        leaves("Ngo");
        assertThat(ngo.sees(key)).isEmpty();
        assertThat(coordinator.sees(key)).as("nobody is asked twice").containsExactly("Answer invitation");
        assertThat(late.sees(key)).containsExactly("Answer invitation");
        leaves("Eu");
        assertThat(coordinator.sees(key)).as("nobody is missing").containsExactly("Find common ground");
    }

    /** As it will be once who is asked can step back: it is no candidate any more, and the fact is told in the same transaction. */
    private void leaves(String code) {
        transactions.executeWithoutResult(status -> {
            jdbc.sql("delete from asked_seat where nomination in (select id from nomination where organisation = ?)")
                    .param(cast.code(code)).update();
            jdbc.sql("delete from nomination where organisation = ?").param(cast.code(code)).update();
            facts.publishEvent(new PartnerLeft(id, cast.id(code)));
        });
        stage.machineWorks();
    }

    /** As it will be once somebody can be nominated in the middle of a round. */
    private Actor joins(String code, boolean convener) {
        cast.organisation(code, "European Union", Level.NATIONAL, "Belgium", RESOURCE_PROVIDER);
        jdbc.sql("""
                insert into nomination (id, selection, organisation, convener, nominated_by, nominated_at)
                select ?, id, ?, ?, 'coordinator', opened_at from selection where open_in = ?""")
                .params(UUID.randomUUID(), cast.code(code), convener, key).update();
        return cast.actor(code, RESOURCE_PROVIDER);
    }

    @Test
    void when_more_candidates_are_looked_for_what_was_said_stands() {
        nominate("Cicr");
        goi.completes("State own profile", key, profile("Goi"));
        fao.completes("State own profile", key, profile("Fao"));
        cicr.completes("Answer invitation", key, with("answer", "decline", "reason", "No staff this year"));
        Stream.of("Fao", "Goi").forEach(code -> assess(code, rating(4)));
        coordinator.completes("Find common ground", key, ground());
        coordinator.completes("Select partners", key, with("outcome", "more"));

        assertThat(goi.sees(key)).isEmpty();
        assertThat(coordinator.sees(key)).containsExactly("Nominate candidates");
        assertThat(coordinator.opens("Nominate candidates", key).get("candidates")).as("the conveners are named already")
                .isEqualTo(List.of());
        coordinator.completes("Nominate candidates", key, with("candidates", List.of(nominee("Ngo", role("Implementer, state")))));
        assertThat(coordinator.sees(key)).as("whom everybody waits for, and nobody else").containsExactly("Answer invitation");
        ngo.completes("Answer invitation", key, with("answer", "accept"));
        ngo.completes("State profile", key, judging(profile("Ngo")));
        assess("Ngo", rating(4));
        assertThat(coordinator.opens("Find common ground", key)).containsEntry("shared", "Healthy cotton");
        coordinator.completes("Find common ground", key, ground());
        Map<String, Object> selecting = coordinator.opens("Select partners", key);
        assertThat((String) selecting.get("without")).contains("declined the invitation: No staff this year");
        assertThat(selecting.get("decisions").toString()).contains(cast.code("Ngo"), cast.code("Goi")).doesNotContain(cast.code("Cicr"));
    }

    @Test
    void without_common_ground_the_coordinator_proposes_the_end_and_goes_on_meanwhile() {
        nominate("Cicr");
        goi.completes("State own profile", key, profile("Goi"));
        fao.completes("State own profile", key, profile("Fao"));
        cicr.completes("Answer invitation", key, with("answer", "decline", "reason", "No staff this year"));
        Stream.of("Fao", "Goi").forEach(code -> assess(code, rating(4)));
        coordinator.completes("Find common ground", key, ground());
        coordinator.completes("Select partners", key, with("outcome", "none", "endReason", "Nobody may work in Warangal"));
        assertThat(partnerships.card(id).phase()).isEqualTo(Phase.SELECTING);
        assertThat((String) coordinator.opens("Select partners", key).get("proposed")).contains("Nobody may work in Warangal");
        assertThat(coordinator.isRefused("Select partners", key, with("outcome", "none", "endReason", "Again"))).isNotEmpty();
        coordinator.completes("Select partners", key, with("outcome", "more"));
        assertThat(coordinator.sees(key)).containsExactly("Nominate candidates");
    }

    @Test
    void a_role_that_nobody_takes_is_waived_with_a_reason() {
        everybodyIsRated("Cicr");
        Map<String, Object> waiving = choose(List.of());
        waiving.put("waivers", List.of(Map.of("role", role("Implementer, state"), "reason", "The institute does it in the first year")));
        coordinator.completes("Select partners", key, waiving);
        assertThat(partnerships.neededRoles(id)).filteredOn(role -> role.waiver() != null).extracting(role -> role.waiver())
                .containsExactly("The institute does it in the first year");
    }

    @Test
    void whom_the_registry_does_not_know_there_takes_the_role_only_with_a_word_how_it_belongs_there() {
        cast.organisation("Una", "University", Level.NATIONAL, "India", EXPERT);
        everybodyIsRated("Una", "Ngo");
        Map<String, Object> shown = coordinator.opens("Select partners", key);
        assertThat(shown.get("needs").toString()).contains("(not known there by the registry)");
        assertThat(shown.get("decisions").toString()).containsOnlyOnce(" · the registry does not know it as local in Warangal");
        assertThat(coordinator.isRefused("Select partners", key, choose(List.of())))
                .matches(pattern("Still missing: Expert, local, Warangal. The registry does not know University … as local in Warangal. Say"
                        + " how it belongs there, choose another candidate, look for more, or go on without it and say why."));
        assertThat(partnerships.members(id)).isEmpty();
        coordinator.completes("Select partners", key, with("outcome", "more"));
        assertThat(coordinator.opens("Nominate candidates", key).get("needs").toString()).as("seen where the role is given, too")
                .containsPattern("nominated=University \\d+ \\(not known there by the registry\\)")
                .containsPattern("nominated=Facilitating NGO \\d+\\W");
        coordinator.completes("Nominate candidates", key, with("candidates", List.of()));
        coordinator.completes("Find common ground", key, ground());
        coordinator.completes("Select partners", key, choose(List.of(Map.of("organisation", cast.code("Una"), "decision", "include",
                "reason", "", "belongs", "Its farm lies outside the town"))));
        assertThat(coordinator.opens("Draw partnership web", key).get("web").toString())
                .contains("Local: expert (Warangal); How it belongs there: Its farm lies outside the town").doesNotContain("Nobody yet");
        assertThat(jdbc.sql("select belongs from decision where belongs is not null").query(String.class).list())
                .contains("Its farm lies outside the town");
    }

    @Test
    void a_row_that_was_bent_is_refused() {
        everybodyIsRated("Cicr", "Ngo");
        Map<String, Object> bent = choose(List.of());
        List<Map<String, Object>> rows = new ArrayList<>();
        ((List<?>) bent.get("decisions")).forEach(row ->
                rows.add(Map.of("organisation", cast.code("Ngo"), "decision", "include", "reason", "")));
        bent.put("decisions", rows);
        assertThat(coordinator.isRefused("Select partners", key, bent))
                .matches(pattern("… has changed since you opened this page: please reload it and …."));
    }

    @Test
    void twelve_candidates_are_asked_side_by_side() {
        String[] ten = IntStream.rangeClosed(1, 10).mapToObj(nr -> "Org" + (char) ('a' + nr)).toArray(String[]::new);
        for (String code : ten) {
            cast.organisation(code, "Organisation " + code, Level.LOCAL, "Warangal", EXPERT, PARTICIPANT, ALLY);
        }
        everybodyIsRated(ten);
        assertThat((List<?>) coordinator.opens("Select partners", key).get("decisions")).hasSize(12);
        Map<String, Object> waiving = choose(List.of());
        waiving.put("waivers", List.of(Map.of("role", role("Implementer, state"), "reason", "The experts do it")));
        coordinator.completes("Select partners", key, waiving);
        assertThat(partnerships.members(id)).hasSize(12);
    }

    @Test
    void what_a_partner_submits_costs_few_statements() {
        nominate("Cicr");
        assertThat(costOf(goi, "State own profile", profile("Goi"))).hasSizeLessThanOrEqualTo(44);
        fao.completes("State own profile", key, profile("Fao"));
        assertThat(costOf(cicr, "Answer invitation", with("answer", "accept"))).hasSizeLessThanOrEqualTo(44);
        assertThat(costOf(cicr, "State profile", judging(profile("Cicr")))).hasSizeLessThanOrEqualTo(44);
    }

    /** The statements of the submission itself, without those by which the test finds the task. */
    private List<String> costOf(Actor actor, String label, Map<String, Object> answers) {
        List<String> toFind = statements.during(() -> actor.task(label, key));
        List<String> all = statements.during(() -> actor.submits(label, key, answers));
        stage.machineWorks();
        return all.subList(toFind.size() + 1, all.size());
    }

    // Helpers

    private void everybodyIsRated(String... others) {
        nominate(others);
        goi.completes("State own profile", key, profile("Goi"));
        fao.completes("State own profile", key, profile("Fao"));
        for (String code : others) {
            Role role = code.equals("Ngo") ? IMPLEMENTER : EXPERT;
            cast.actor(code, role).completes("Answer invitation", key, with("answer", "accept"));
            cast.actor(code, role).completes("State profile", key, judging(profile(code)));
        }
        Stream.concat(Stream.of("Fao", "Goi"), Arrays.stream(others)).forEach(code -> assess(code, rating(4)));
        coordinator.completes("Find common ground", key, ground());
    }

    /** The conveners in roles that nobody needs; the NGO as implementer, all others as experts. */
    private void nominate(String... others) {
        coordinator.completes("Nominate candidates", key, with("candidates", Stream.concat(
                Stream.of(nominee("Fao", "resourceProvider"), nominee("Goi", "decisionMaker")),
                Arrays.stream(others).map(code -> nominee(code,
                role(code.equals("Ngo") ? "Implementer, state" : "Expert, local, Warangal")))).toList()));
    }

    private Map<String, Object> nominee(String code, String role) {
        return Map.of("organisation", cast.code(code), "roles", List.of(role), "why", "");
    }

    private String role(String inWords) {
        return partnerships.neededRoles(id).stream().filter(role -> role.inWords().equals(inWords)).findFirst().orElseThrow().id()
                .toString();
    }

    private static Map<String, Object> profile(String who) {
        Map<String, Object> profile = with("expectsOfOthers", "Clear plans", "capacityWanted", "Reporting");
        for (Dimension dimension : Dimension.values()) {
            profile.put(dimension.key(), dimension.label() + " of " + who);
            profile.put(dimension.key() + "Rating", 4);
        }
        return profile;
    }

    private static Map<String, Object> judging(Map<String, Object> profile) {
        profile.putAll(with("convenersFit", 4, "convenersFitReason", "Our aims meet"));
        return profile;
    }

    private static Map<String, Object> rating(int rating) {
        Map<String, Object> ratings = with("flagLevel", "none");
        for (Dimension dimension : Dimension.values()) {
            ratings.put(dimension.key() + "Rating", rating);
        }
        return ratings;
    }

    private static Map<String, Object> ground() {
        return with("shared", "Healthy cotton", "clashes", "Pace", "bridges", "Start small");
    }

    private List<Map<String, Object>> decide(String code, String decision, String reason) {
        return List.of(Map.of("organisation", cast.code(code), "decision", decision, "reason", reason));
    }

    /** Everybody who is there is included, but for these. */
    private Map<String, Object> choose(List<Map<String, Object>> others) {
        List<Map<String, Object>> rows = new ArrayList<>();
        candidates.candidates(Search.founding(id)).stream().filter(candidate -> candidate.isThere()).forEach(candidate -> {
            String code = candidate.organisation().code();
            rows.add(others.stream().filter(row -> row.get("organisation").equals(code)).findFirst()
                    .orElse(Map.of("organisation", code, "decision", "include", "reason", "")));
        });
        return with("outcome", "choose", "decisions", rows, "waivers", List.of());
    }

    private void assess(String code, Map<String, Object> answers) {
        coordinator.completesFor(cast.code(code), "Assess candidate", key, answers);
    }

    private void decideOnSilence(String code, Map<String, Object> answers) {
        coordinator.completesFor(cast.code(code), "Decide on silence", key, answers);
    }

    /** What the coordinator reads in the one of several tasks of this label that is about this organisation. */
    private Map<String, Object> opens(String label, String code) {
        List<Task> seen = coordinator.as(() -> stage.engine().getTaskService().createTaskQuery().processInstanceBusinessKey(key)
                .taskName(label).listPage(0, 100));
        String task = seen.stream().map(Task::getId)
                .filter(open -> cast.code(code).equals(stage.engine().getTaskService().getVariable(open, "party")))
                .findFirst().orElseThrow();
        return coordinator.as(() -> stage.engine().getFormService().getTaskFormVariables(task));
    }
}
