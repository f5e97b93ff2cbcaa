package org.commonground.matter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.commonground.foundation.Role.ALLY;
import static org.commonground.foundation.Role.EXPERT;
import static org.commonground.foundation.Role.IMPLEMENTER;
import static org.commonground.stage.Stage.with;
import static org.commonground.story.Answers.matter;
import static org.commonground.story.Answers.vote;
import static org.commonground.stage.Refusals.pattern;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngine;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.matter.MatterCard;
import org.commonground.matter.MatterService;
import org.commonground.matter.MatterState;
import org.commonground.organisation.PeopleService;
import org.commonground.partnership.CourseOfWork;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Matters as people raise them and decide on them; a small diagram plays the part of the corridor that waits for them. */
@ProcessTest
class MatterProcessTest {

    @Autowired
    private Stage stage;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private PartnershipService partnerships;
    @Autowired
    private PeopleService people;
    @Autowired
    private Ladder ladder;
    @Autowired
    private MatterService matters;
    @Autowired
    private CourseOfWork work;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private StatementCount statements;

    private Cast cast;
    private Actor coordinator;
    private Actor fao;
    private Actor goi;
    private Actor ngo;
    private PartnershipId id;
    private String key;

    @BeforeEach
    void a_partnership_is_in_force() {
        engine.getRepositoryService().createDeployment().name("in-force").enableDuplicateFiltering(false)
                .addClasspathResource("matter/in-force.bpmn").deploy();
        cast = stage.cast().organisation("Fao", "FAO", Level.NATIONAL, "India", EXPERT)
                .organisation("Goi", "Government of India", Level.NATIONAL, "India", EXPERT)
                .organisation("Ngo", "Facilitating NGO", Level.LOCAL, "Guntur", IMPLEMENTER)
                .organisation("Shop", "Retail chain", Level.NATIONAL, "India", ALLY);
        coordinator = cast.coordinator();
        fao = cast.actor("Fao", EXPERT);
        goi = cast.actor("Goi", EXPERT);
        ngo = cast.actor("Ngo", IMPLEMENTER);
        Map<OrganisationId, Role> partners = new LinkedHashMap<>();
        partners.put(cast.id("Fao"), EXPERT);
        partners.put(cast.id("Goi"), EXPERT);
        partners.put(cast.id("Ngo"), IMPLEMENTER);
        id = begun(ladder.inForce(partners));
        key = id.value();
    }

    private PartnershipId begun(PartnershipId partnership) {
        partnerships.admit(partnership, cast.id("Shop"), Standing.ALLY, List.of(new SeatIn(ALLY, Level.NATIONAL, null, null)));
        engine.getRuntimeService().startProcessInstanceByKey("inForce", partnership.value());
        return partnership;
    }

    @Test
    void an_early_review_is_called_in_one_partnership_and_the_other_does_not_notice() {
        PartnershipId other = begun(ladder.inForceUnwritten(IMPLEMENTER, cast.id("Goi"), cast.id("Fao"), cast.id("Ngo")));
        ngo.starts("matter", with());
        Map<String, Object> shown = ngo.opens("Describe matter", null);
        assertThat(shown.get("partnerships").toString()).contains(key, other.value());
        assertThat(shown.get("standings").toString()).contains("At work", "nothing");
        assertThat(fao.sees(null)).as("for who raises it alone").isEmpty();
        ngo.completes("Describe matter", null, matter("review", key, "The money has not come for two seasons."));

        assertThat(fao.sees(key)).containsExactly("Rate partnership");
        assertThat(fao.sees(other.value())).isEmpty();
        assertThat(coordinator.sees(other.value())).containsExactly("Work together");
        assertThat(matters.all(id)).extracting(matter -> matter.kind().key(), MatterCard::outcome)
                .containsExactly(tuple("review", "The review has begun."));
        assertThat(told("matter/matter-raised")).contains("The money has not come for two seasons.");
    }

    @Test
    void all_partners_decide_on_a_suspension_and_later_take_the_work_up_again() {
        raise(ngo, "suspension");
        assertThat(cast.actor("Shop", ALLY).sees(key)).as("allies do not decide").isEmpty();
        assertThat(fao.opens("Decide on proposal", key).values().toString())
                .contains("Facilitating NGO", "The floods have taken the fields.", "Silence is not consent");
        assertThat(fao.isRefused("Decide on proposal", key, vote("against", "")))
                .isEqualTo("Please say why you are against it: the others should understand.");
        Stream.of(fao, goi, ngo).forEach(partner -> partner.completes("Decide on proposal", key, vote("for", "The fields come first.")));
        assertThat(work.of(id).suspended()).isTrue();
        assertThat(coordinator.sees(key)).as("the work pauses").isEmpty();
        assertThat(told("decision/proposal-decided")).contains("3 of 3 partners for it", "“The fields come first.”");

        raise(fao, "resumption");
        Stream.of(fao, goi, ngo).forEach(partner -> partner.completes("Decide on proposal", key, vote("for", "")));
        assertThat(work.of(id).suspended()).isFalse();
        assertThat(coordinator.sees(key)).containsExactly("Work together");
    }

    @Test
    void silence_is_not_consent_and_when_all_agree_to_close_the_work_ends_and_nothing_new_is_raised() {
        raise(ngo, "closure");
        ngo.completes("Decide on proposal", key, vote("for", "It is done."));
        stage.fires("Time to decide over", key);
        assertThat(fao.sees(key)).isEmpty();
        assertThat(coordinator.sees(key)).containsExactly("Work together");
        assertThat(matters.all(id)).extracting(MatterCard::outcome).singleElement().asString().contains("2 silent", "not accepted");
        assertThat(work.of(id).endAgreed()).isFalse();

        raise(ngo, "closure");
        goi.starts("matter", with());
        Stream.of(fao, goi, ngo).forEach(partner -> partner.completes("Decide on proposal", key, vote("for", "")));
        assertThat(coordinator.sees(key)).isEmpty();
        assertThat(goi.opens("Describe matter", null).get("standings").toString()).contains("Its end is agreed");
        assertThat(goi.isRefused("Describe matter", null, matter("review", key, "One more look")))
                .isEqualTo("The partners have agreed to close " + key + ", so nothing new can be raised in it.");
    }

    @Test
    void only_full_partners_raise_something_and_only_during_the_term_and_may_think_better_of_it() {
        Actor shop = cast.actor("Shop", ALLY);
        shop.starts("matter", with());
        assertThat(shop.isRefused("Describe matter", null, matter("review", key, "One more look"))).isEqualTo(
                "Only full partners of " + key + " can raise a matter in it. Please ask one of them.");
        assertThat(coordinator.mayNotStart("matter", with()))
                .isEqualTo("You belong to no organisation here. Ask the focal point of yours to invite you.");
        ngo.starts("matter", with());
        stage.passes(Duration.ofDays(365 * 3 - 10));
        assertThat(ngo.isRefused("Describe matter", null, matter("resumption", key, "Again"))).as("it is in force still")
                .contains("goes on");
        stage.passes(Duration.ofDays(20));
        assertThat(ngo.isRefused("Describe matter", null, matter("review", key, "One more look")))
                .matches(pattern("The term of … ended on …, so nothing new can be raised in it."));
        ngo.completes("Describe matter", null, with("kind", "nothing"));
        assertThat(ngo.sees(null)).isEmpty();
        assertThat(matters.all(id)).isEmpty();
    }

    @Test
    void when_the_partnership_closes_meanwhile_the_step_can_still_be_put_away() {
        ngo.starts("matter", with());
        partnerships.enter(id, Phase.CLOSING);
        assertThat(ngo.opens("Describe matter", null).get("none")).as("a dispute can still be raised").isNull();
        partnerships.close(id, "It is done.");
        Map<String, Object> shown = ngo.opens("Describe matter", null);
        assertThat((String) shown.get("none")).contains("to no partnership any more", "Nothing after all");
        ngo.completes("Describe matter", null, with("kind", "nothing"));
        assertThat(ngo.sees(null)).isEmpty();
    }

    @Test
    void when_who_started_it_leaves_it_passes_to_the_people_of_the_organisation() {
        Actor mate = cast.colleague("Ngo", IMPLEMENTER);
        mate.starts("matter", with());
        assertThat(mate.opens("Describe matter", null).get("handedOn")).isNull();
        assertThat(ngo.isRefused("Describe matter", null, with("kind", "nothing"))).as("who started it has it")
                .isEqualTo("Second colleague has this step now.");
        goi.starts("matter", with());
        String untouched = goi.task("Describe matter", null).getId();
        people.leave(cast.id("Ngo"), mate.user(), ngo.user());
        stage.machineWorks();

        assertThat(engine.getTaskService().createTaskQuery().taskAssignee(mate.user()).count()).isZero();
        assertThat(fao.sees(null)).as("not its step").isEmpty();
        assertThat(goi.task("Describe matter", null).getId()).as("what others started stays").isEqualTo(untouched);
        assertThat((String) ngo.opens("Describe matter", null).get("handedOn")).startsWith("Somebody of your organisation began to raise");
        ngo.completes("Describe matter", null, matter("review", key, "The money has not come for two seasons."));
        assertThat(matters.all(id)).singleElement().satisfies(matter -> {
            assertThat(matter.raisedBy()).isEqualTo(cast.id("Ngo"));
            assertThat(matter.person()).isEqualTo(ngo.user());
        });
    }

    @Test
    void when_the_account_of_who_started_it_is_removed_it_passes_on_as_well() {
        Actor mate = cast.colleague("Ngo", IMPLEMENTER);
        mate.starts("matter", with());
        engine.getIdentityService().deleteUser(mate.user());
        stage.machineWorks();
        assertThat(engine.getTaskService().createTaskQuery().taskAssignee(mate.user()).count()).isZero();
        ngo.completes("Describe matter", null, with("kind", "nothing"));
        assertThat(ngo.sees(null)).isEmpty();
    }

    @Test
    void where_the_organisation_is_no_partner_any_more_it_ends_and_the_organisation_is_told() {
        Actor mate = cast.colleague("Ngo", IMPLEMENTER);
        mate.starts("matter", with());
        partnerships.leave(id, cast.id("Ngo"), "It has no staff", ngo.user());
        people.leave(cast.id("Ngo"), mate.user(), ngo.user());
        stage.machineWorks();
        assertThat(ngo.sees(null)).isEmpty();
        assertThat(engine.getTaskService().createTaskQuery().taskCandidateGroup(cast.id("Ngo").groupId()).includeAssignedTasks()
                .taskName("Describe matter").count()).isZero();
        assertThat(jdbc.sql("select content from outbox where template = 'matter/matter-dropped' and content like ?")
                .param("%" + cast.code("Ngo") + "%").query(String.class).list()).isNotEmpty();
        assertThat(matters.all(id)).isEmpty();
    }

    @Test
    void what_comes_too_late_is_told_to_who_raised_it() {
        ngo.starts("matter", with());
        ngo.submits("Describe matter", null, matter("review", key, "The last season must be looked at."));
        theWorkIsOver();
        stage.machineWorks();
        assertThat(matters.all(id)).extracting(MatterCard::state).containsExactly(MatterState.TOO_LATE);
        assertThat(told("matter/matter-came-too-late")).contains("The last season must be looked at.");
        assertThat(told("matter/matter-raised")).isEmpty();
        stage.assertThat(key).isEnded();
    }

    @Test
    void a_proposal_that_nobody_waits_for_any_more_is_put_to_nobody() {
        ngo.starts("matter", with());
        ngo.submits("Describe matter", null, matter("suspension", key, "The floods have taken the fields."));
        theWorkIsOver();
        stage.machineWorks();
        assertThat(matters.all(id)).extracting(MatterCard::state).containsExactly(MatterState.TOO_LATE);
        assertThat(Stream.of(fao, goi, ngo)).allSatisfy(partner -> assertThat(partner.sees(null)).isEmpty());
        assertThat(work.of(id).suspended()).isFalse();
        assertThat(told("matter/matter-came-too-late")).contains("a pause of the work", "The floods have taken the fields.");
        assertThat(told("matter/matter-raised")).isEmpty();
    }

    @Test
    void what_a_partner_submits_costs_few_statements() {
        goi.starts("matter", with());
        assertThat(statements.during(goi.submission("Describe matter", null, matter("suspension", key, "The floods"))))
                .as("Describe matter").hasSizeLessThanOrEqualTo(44);
        stage.machineWorks();
        assertThat(statements.during(fao.submission("Decide on proposal", key, vote("for", "")))).as("Decide on proposal")
                .hasSizeLessThanOrEqualTo(44);
    }

    private void theWorkIsOver() {
        engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(key).processDefinitionKey("inForce").list()
                .forEach(instance -> engine.getRuntimeService().deleteProcessInstance(instance.getId(), "over"));
    }

    private void raise(Actor actor, String kind) {
        actor.starts("matter", with());
        actor.completes("Describe matter", null, matter(kind, key, "The floods have taken the fields."));
    }

    /** What the mails of this template in this case say. */
    private String told(String template) {
        return String.join("\n", jdbc.sql("select content from outbox where template = ? and content like ?")
                .params(template, "%" + key + "%").query(String.class).list());
    }
}
