package org.commonground.demo;

import java.util.Comparator;
import java.util.List;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.commonground.CommonGroundApplication;
import org.commonground.foundation.PartnershipId;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.PartnershipService;
import org.commonground.stage.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/** What a visitor finds at the first start. Runs in a JVM of its own: its engine would take the place of the one that the browser uses. */
@Tag("demo")
@SpringBootTest(classes = CommonGroundApplication.class,
        properties = {"camunda.bpm.job-execution.enabled=false", "commonground.scheduled=false"})
@ContextConfiguration(initializers = TestDatabase.class)
@ActiveProfiles("demo")
class DemoTest {

    @Autowired
    private Demo demo;
    @Autowired
    private OrganisationService organisations;
    @Autowired
    private PartnershipService partnerships;
    @Autowired
    private ProcessEngine engine;

    @Test
    void both_casts_are_on_stage_and_two_partnerships_wait_at_different_points() {
        assertThat(organisations.verified()).hasSize(15);
        List<PartnershipId> played = engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("partnership").list().stream()
                .map(instance -> new PartnershipId(instance.getBusinessKey())).sorted(Comparator.comparing(PartnershipId::value)).toList();
        assertThat(partnerships.card(played.get(0)).title()).isEqualTo("Learning alliance for rural enterprises");
        assertThat(partnerships.members(played.get(0))).hasSize(5);
        assertThat(labels(played.get(0))).containsExactly("Draw partnership web");
        assertThat(partnerships.card(played.get(1)).title()).isEqualTo("Cotton without poison in Andhra Pradesh");
        assertThat(labels(played.get(1))).contains("Answer invitation", "State profile", "Assess candidate");
    }

    @Test
    void everybody_of_the_cast_can_log_in_with_the_password_of_the_readme() {
        for (String user : List.of("admin", "manager", "designer", "coordinator", "faoExpert", "goiResourceProvider", "coopParticipant", "unaExpert")) {
            assertThat(engine.getIdentityService().checkPassword(user, "CommonGround-1")).as(user).isTrue();
        }
    }

    @Test
    void a_later_start_leaves_everything_as_it_is() {
        long tasks = engine.getTaskService().createTaskQuery().count();
        demo.setTheStage();
        assertThat(engine.getTaskService().createTaskQuery().count()).isEqualTo(tasks);
    }

    private List<String> labels(PartnershipId partnership) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(partnership.value()).list().stream().map(Task::getName)
                .distinct().sorted().toList();
    }
}
