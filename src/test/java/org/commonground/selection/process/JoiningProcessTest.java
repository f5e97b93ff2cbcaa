package org.commonground.selection.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.commonground.foundation.Role.ALLY;
import static org.commonground.foundation.Role.EXPERT;
import static org.commonground.foundation.Role.IMPLEMENTER;
import static org.commonground.stage.Stage.with;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.spin.plugin.variable.SpinValues;
import org.commonground.candidate.CandidateService;
import org.commonground.candidate.Search;
import org.commonground.foundation.Days;
import org.commonground.foundation.Level;
import org.commonground.foundation.PartnershipId;
import org.commonground.matter.MatterService;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.partnership.SampleAims;
import org.commonground.partnership.SeatIn;
import org.commonground.selection.ChosenCandidate;
import org.commonground.selection.SelectionService;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.Ladder;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.commonground.stage.StatementCount;
import org.commonground.story.Answers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Somebody is looked for beside a partnership that is in force, as people play it, while another partnership looks for those who found it.
 * Fao, which leaves, was the local expert; Goi pays and Ngo carries out.
 */
@ProcessTest
class JoiningProcessTest {

    @Autowired
    private Stage stage;
    @Autowired
    private StatementCount statements;
    @Autowired
    private Ladder ladder;
    @Autowired
    private SelectionService selections;
    @Autowired
    private CandidateService candidates;
    @Autowired
    private MatterService matters;
    @Autowired
    private PartnershipService partnerships;
    @Autowired
    private Clock clock;

    private Cast cast;
    private Actor coordinator;
    private Actor cicr;
    private PartnershipId id;
    private String key;
    private UUID matter;

    @BeforeEach
    void a_partnership_is_in_force() {
        cast = stage.cast().three().organisation("Cicr", "Cotton institute", Level.LOCAL, "Warangal", EXPERT)
                .organisation("Shop", "Retail chain", Level.NATIONAL, "India", ALLY);
        coordinator = cast.coordinator();
        cicr = cast.actor("Cicr");
        id = ladder.inForce(cast.seats("Fao", "Goi", "Ngo"));
        key = id.value();
        matter = UUID.randomUUID();
    }

    @Test
    void a_replacement_is_looked_for_while_the_partnership_works_and_another_is_founded() {
        String founding = ladder.proposed(SampleAims.of(cast.code("Goi")), IMPLEMENTER).value();
        stage.engine().getRuntimeService().startProcessInstanceByKey("selection", founding);
        stage.machineWorks();
        leaves("Fao");
        looksFor("replacement", matter);

        Map<String, Object> nominating = coordinator.opens("Nominate candidates", key);
        assertThat(nominating.get("joining"))
                .isEqualTo("Somebody is looked for to take the place of a partner that has left or is leaving.");
        assertThat(nominating.get("needs").toString()).contains("Expert, local", "Cotton institute").doesNotContain("Government of India");
        assertThat(nominating.get("organisations").toString()).contains(cast.code("Cicr")).doesNotContain(cast.code("Fao"),
                cast.code("Goi"), cast.code("Ngo"));
        assertThat(coordinator.opens("Nominate candidates", founding)).containsEntry("joining", null);
        assertThat(coordinator.isRefused("Nominate candidates", key, with("candidates", List.of(nominee("Cicr", expert()),
                nominee("Cicr", "ally"))))).contains("stands there twice");
        coordinator.completes("Nominate candidates", key, with("candidates", List.of(nominee("Cicr", expert()), nominee("Shop", "ally"))));
        coordinator.completes("Nominate candidates", founding, with("candidates", List.of(nominee("Goi", "resourceProvider"),
                nominee("Cicr", partnerships.neededRoles(new PartnershipId(founding)).get(0).id().toString()))));
        cast.actor("Goi").completes("State own profile", founding, Answers.profile("Goi", 4));

        Map<String, Object> invitation = cicr.opens("Answer invitation", key);
        assertThat(invitation).containsEntry("joins", true).containsEntry("casePhase", "In force");
        assertThat(invitation.get("underWay").toString()).contains("Healthy fields everywhere", "Their agreement has been in force since "
                + Days.inWords(LocalDate.now(clock))).doesNotContain("pauses");
        assertThat(invitation.get("members").toString()).contains(cast.name("Fao"), cast.name("Goi"), "Implementer, local");
        assertThat(cicr.opens("Answer invitation", founding)).containsEntry("joins", false).containsEntry("underWay", List.of())
                .containsEntry("members", List.of());
        accepts("Cicr");
        accepts("Shop");
        assertThat(cicr.sees(founding)).as("asked there as before").containsExactly("Answer invitation");

        assertThat(coordinator.opens("Find common ground", key).get("candidates").toString()).contains(cast.name("Cicr"));
        coordinator.completes("Find common ground", key, Answers.commonGround());
        Map<String, Object> selecting = coordinator.opens("Select partners", key);
        assertThat(selecting.get("outcomes").toString()).contains("Nobody fits: this search ends").doesNotContain("the partnership ends");
        assertThat(selecting.get("needs").toString()).contains(cast.name("Cicr")).doesNotContain("takes it already");
        assertThat(coordinator.isRefused("Select partners", key, chooses("Cicr", "decline", "Shop", "include")))
                .isEqualTo("Still missing: Expert, local. Choose a candidate for it, look for more candidates, or go on without it and say"
                        + " why.");
        coordinator.completes("Select partners", key, chooses("Cicr", "include", "Shop", "include"));

        stage.assertThat(key).hasPassed("Search for others over").hasNoIncident();
        assertThat(selections.chosen(id, matter)).extracting(ChosenCandidate::organisation)
                .containsExactlyInAnyOrder(cast.id("Cicr"), cast.id("Shop"));
        assertThat(selections.chosen(id, matter)).filteredOn(one -> one.organisation().equals(cast.id("Cicr")))
                .flatExtracting(ChosenCandidate::seats).extracting(seat -> ((SeatIn) seat).inWords()).containsExactly("Expert, local");
        assertThat(partnerships.memberIds(id)).as("nobody is seated by it").hasSize(3);
        assertThat(partnerships.card(id).phase()).isEqualTo(Phase.IN_FORCE);
        assertThat(coordinator.sees(key)).as("and no web is drawn").isEmpty();
        assertThat(coordinator.sees(founding)).as("the other search goes on").contains("Answer invitation");
    }

    @Test
    void more_are_looked_for_and_nobody_fits_and_the_partnership_goes_on() {
        matter = matters.raise(id, "suspension", "Any matter will do", cast.actor("Goi").user());
        looksFor("accession", matter);
        Map<String, Object> nominating = coordinator.opens("Nominate candidates", key);
        assertThat(nominating.get("joining")).as("and where it comes from").isEqualTo("Somebody is looked for who joins the partners. "
                + cast.name("Goi") + " raised it on " + Days.inWords(LocalDate.now(clock)) + ". The reason: Any matter will do");
        assertThat(nominating.get("needs").toString()).contains("Expert, local (taken by " + cast.name("Fao"));
        coordinator.completes("Nominate candidates", key, with("candidates", List.of(nominee("Shop", "ally"))));
        cast.actor("Shop").completes("Answer invitation", key, with("answer", "decline", "reason", "No shelf is free"));
        coordinator.completes("Find common ground", key, Answers.commonGround());
        coordinator.completes("Select partners", key, with("outcome", "more"));
        coordinator.completes("Nominate candidates", key, with("candidates", List.of(nominee("Cicr", "implementer"))));
        accepts("Cicr");
        coordinator.completes("Find common ground", key, Answers.commonGround());
        assertThat(coordinator.opens("Select partners", key).get("needs").toString()).contains(cast.name("Fao"), "takes it already");
        coordinator.completes("Select partners", key, with("outcome", "none", "endReason", "All are busy this year"));
        stage.assertThat(key).hasPassed("Search for others over").isEnded();
        assertThat(partnerships.card(id).phase()).isEqualTo(Phase.IN_FORCE);
        assertThat(selections.chosen(id, matter)).isEmpty();
    }

    @Test
    void two_searches_ask_the_same_organisation_at_one_moment_and_one_of_them_does() {
        looksFor("accession", matter);
        Runnable one = coordinator.submission("Nominate candidates", key, with("candidates", List.of(nominee("Cicr", "implementer"))));
        UUID other = UUID.randomUUID();
        looksFor("accession", other);
        Runnable two = nominatesIn(other, "[{\"organisation\":\"%s\",\"roles\":[\"expert\"],\"why\":\"\"}]".formatted(cast.code("Cicr")));
        assertThat(stage.atOneMoment(List.of(one, two))).as("refused at the door, or, had the form been read before, by the lock")
                .singleElement(STRING).containsAnyOf("does not offer this choice: please reload the page and choose again.",
                        cast.name("Cicr") + " is a candidate in another search of this partnership already.");
        assertThat(candidates.openCandidates(new Search(id, matter)).size() + candidates.openCandidates(new Search(id, other)).size())
                .isEqualTo(1);
        assertThat(cicr.sees(key)).containsExactly("Answer invitation");
    }

    @Test
    void what_an_invited_organisation_submits_costs_few_statements() {
        looksFor("accession", matter);
        coordinator.completes("Nominate candidates", key, with("candidates", List.of(nominee("Cicr", "implementer"))));
        assertThat(costOf(cicr, "Answer invitation", with("answer", "accept"))).hasSizeLessThanOrEqualTo(44);
        assertThat(costOf(cicr, "State profile", Answers.profile("Cicr", 4))).hasSizeLessThanOrEqualTo(44);
    }

    /** The statements of the submission itself, without those by which the test finds the task. */
    private List<String> costOf(Actor actor, String label, Map<String, Object> answers) {
        List<String> cost = statements.during(actor.submission(label, key, answers));
        stage.machineWorks();
        return cost;
    }

    // Helpers

    /** In the one of two searches of the partnership. */
    private Runnable nominatesIn(UUID search, String candidates) {
        String instance = stage.engine().getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(key)
                .variableValueEquals("matter", search.toString()).singleResult().getId();
        String task = stage.engine().getTaskService().createTaskQuery().processInstanceId(instance).singleResult().getId();
        return () -> coordinator.as(() -> {
            stage.engine().getFormService().submitTaskForm(task, Map.of("candidates", SpinValues.jsonValue(candidates).create()));
            return null;
        });
    }

    private void looksFor(String purpose, UUID forMatter) {
        stage.engine().getRuntimeService().startProcessInstanceByKey("selection", key,
                Map.of("matter", forMatter.toString(), "purpose", purpose));
        stage.machineWorks();
    }

    private void leaves(String code) {
        partnerships.announceLeaving(id, cast.id(code), LocalDate.now(clock).plusMonths(3));
    }

    private String expert() {
        return partnerships.neededRoles(id).get(0).id().toString();
    }

    private Map<String, Object> nominee(String code, String role) {
        return Answers.nominee(cast.code(code), List.of(role));
    }

    private void accepts(String code) {
        cast.actor(code).completes("Answer invitation", key, with("answer", "accept"));
        cast.actor(code).completes("State profile", key, Answers.profile(code, 4));
        coordinator.completesFor(cast.code(code), "Assess candidate", key, Answers.assessment(4));
    }

    /** @param codesAndDecisions in turn */
    private Map<String, Object> chooses(String... codesAndDecisions) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < codesAndDecisions.length; i += 2) {
            rows.add(with("organisation", cast.code(codesAndDecisions[i]), "decision", codesAndDecisions[i + 1], "reason",
                    codesAndDecisions[i + 1].equals("include") ? "" : "Too far away", "belongs", ""));
        }
        return with("outcome", "choose", "decisions", rows, "waivers", List.of());
    }
}
