package org.commonground.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.commonground.stage.StatementCount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What asking for one's rights costs where many have some. */
@AccessTest
class GrantsAskedTest {

    @Autowired
    IdentityService identities;
    @Autowired
    TaskService tasks;
    @Autowired
    StatementCount statements;
    @Autowired
    JdbcClient database;

    @AfterEach
    void nobodyStaysLoggedIn() {
        identities.clearAuthentication();
    }

    @Test
    void a_list_asks_about_the_groups_of_the_person_and_never_for_all_grants() {
        identities.setAuthentication("somebody", List.of("partner", "orgNowhere"));
        List<String> asked = statements.during(() -> {
            tasks.createTaskQuery().listPage(0, 15);
            tasks.createTaskQuery().count();
        });
        assertThat(asked).hasSize(2).noneMatch(statement -> statement.toLowerCase().contains("distinct(a.group_id_)"));
    }

    @Test
    void grants_are_found_by_user_and_by_group_and_tasks_by_their_parent() {
        assertThat(database.sql("select lower(index_name) from information_schema.indexes").query(String.class).list())
                .contains("cg_grant_of_user", "cg_grant_of_group", "cg_task_parent");
    }
}
