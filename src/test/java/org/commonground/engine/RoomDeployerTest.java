package org.commonground.engine;

import java.io.IOException;
import java.util.List;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.Resource;
import org.commonground.stage.ProcessTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

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
}
