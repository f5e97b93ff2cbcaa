package org.commonground.access;

import java.util.List;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Indexes that the engine's own tables lack: who may do what is asked in every list, and each task about its parent. Laid where the engine
 * has just made or found its tables, which may be after our own migrations.
 */
@Component
class GrantIndexes extends AbstractProcessEnginePlugin {

    private static final List<String> INDEXES = List.of(
            "create index if not exists cg_grant_of_user on ACT_RU_AUTHORIZATION (USER_ID_, RESOURCE_TYPE_, RESOURCE_ID_)",
            "create index if not exists cg_grant_of_group on ACT_RU_AUTHORIZATION (GROUP_ID_, RESOURCE_TYPE_, RESOURCE_ID_)",
            "create index if not exists cg_task_parent on ACT_RU_TASK (PARENT_TASK_ID_)");

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        JdbcTemplate database = new JdbcTemplate(engine.getProcessEngineConfiguration().getDataSource());
        INDEXES.forEach(database::execute);
    }
}
