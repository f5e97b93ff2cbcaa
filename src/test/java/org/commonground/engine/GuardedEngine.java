package org.commonground.engine;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Small engines for tests: one with all guards of models, and the stock one that shows what the guards are for. */
final class GuardedEngine {

    private GuardedEngine() {
    }

    static ProcessEngine guarded(Map<String, Object> beans) {
        OpenBeans open = new OpenBeans(new StaticListableBeanFactory(beans));
        ProcessEngineConfigurationImpl rules = configuration();
        rules.setBeans(Map.of());
        rules.setExpressionManager(new ModelExpressionManager(open));
        rules.setBpmnParseFactory(new ModelGuard(open));
        rules.setDmnEngineConfiguration(GuardedDecisions.configuration());
        rules.setBusinessCalendarManager(new GuardedCalendars());
        rules.setCustomPreDeployers(List.of(new DeploymentGuard()));
        return rules.buildProcessEngine();
    }

    /** With the guarded way to decide alone: nothing looks at what is deployed. */
    static ProcessEngine guardedWhenItDecides() {
        ProcessEngineConfigurationImpl rules = configuration();
        rules.setDmnEngineConfiguration(GuardedDecisions.configuration());
        return rules.buildProcessEngine();
    }

    static ProcessEngine stock(Map<String, Object> beans) {
        ProcessEngineConfigurationImpl none = configuration();
        none.setBeans(Map.copyOf(beans));
        return none.buildProcessEngine();
    }

    private static ProcessEngineConfigurationImpl configuration() {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName(UUID.randomUUID().toString());
        configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setEnableCmdExceptionLogging(false);
        configuration.setJobExecutorActivate(false);
        return configuration;
    }
}
