package org.commonground.engine;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.Resource;
import org.commonground.stage.ProcessTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ProcessTest
class RoomDeployerTest {

    @Autowired
    private RoomDeployer deployer;
    @Autowired
    private RepositoryService repository;

    @Test
    void a_restart_without_a_change_makes_no_new_version() throws IOException {
        long deployments = repository.createDeploymentQuery().count();
        deployer.deployRooms();
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
    }

    @Test
    void each_room_is_deployed_with_its_forms_under_stable_names() {
        List<Deployment> rooms = repository.createDeploymentQuery().deploymentSource("application").deploymentName("selection").list();
        assertThat(rooms).hasSize(1);
        assertThat(repository.getDeploymentResources(rooms.get(0).getId())).extracting(Resource::getName)
                .contains("processes/selection.bpmn", "forms/selection/select-partners.form")
                .allMatch(name -> name.equals("processes/selection.bpmn") || name.matches("forms/selection/[a-z-]+\\.form"));
    }

    @Test
    void a_form_without_a_box_stops_the_start_up_before_anything_is_deployed() throws IOException {
        ShippedModels shipped = ShippedModels.find(new PathMatchingResourcePatternResolver());
        Map<String, String> forms = new TreeMap<>(shipped.forms());
        forms.put("forms/journey/tell-journey.form", "{ \"id\": \"tell-journey\", \"components\": [] }");
        assertThatThrownBy(() -> deployer.demandLawful(new ShippedModels(shipped.diagrams(), forms, shipped.decisions())))
                .hasMessage("The application does not start, since what it brings does not fit together:\n"
                        + "- forms/journey/tell-journey.form belongs to no box: draw a user task “Tell journey” in processes/journey.bpmn,"
                        + " or delete the form.");
    }
}
