package org.commonground.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.impl.ProcessEngineLogger;
import org.camunda.bpm.engine.impl.cfg.auth.ResourceAuthorizationProvider;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Fits the engine with what this package is made of. */
@Component
@Order(Ordering.DEFAULT_ORDER)
class EngineConfiguration extends AbstractCamundaConfiguration {

    private final Steps steps;
    private final Turns turns;
    private final TaskDesk desk;
    private final DeployedForms forms;
    private final EarlierWords earlier;
    private final AnswersSent sent;
    private final ResourceAuthorizationProvider grants;
    private final OpenBeans beans;

    EngineConfiguration(Steps steps, Turns turns, TaskDesk desk, DeployedForms forms, EarlierWords earlier, AnswersSent sent,
            ResourceAuthorizationProvider grants, ListableBeanFactory beans) {
        this.steps = steps;
        this.turns = turns;
        this.desk = desk;
        this.forms = forms;
        this.earlier = earlier;
        this.sent = sent;
        this.grants = grants;
        this.beans = new OpenBeans(beans);
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        FormGuard guard = new FormGuard(steps, forms);
        engine.setCustomPreBPMNParseListeners(with(engine.getCustomPreBPMNParseListeners(),
                new StepWiring(steps, guard, turns, desk, earlier, sent)));
        engine.setCustomPreCommandInterceptorsTxRequired(List.of(
                new Sentences(engine.getIdentityService()), new Doors(engine.getIdentityService(), CommandList.shipped()),
                new ClaimGuard(engine.getIdentityService(), turns::mayFree)));
        engine.setCustomPostCommandInterceptorsTxRequired(List.of(new ClaimGuard.GivingBack()));
        engine.setResourceAuthorizationProvider(grants);
        engine.setBeans(Map.of());
        engine.setExpressionManager(new ModelExpressionManager(beans));
        engine.setBpmnParseFactory(new ModelGuard(beans));
        engine.setDmnEngineConfiguration(GuardedDecisions.configuration());
        engine.setBusinessCalendarManager(new GuardedCalendars());
        engine.setCustomPreDeployers(with(with(engine.getCustomPreDeployers(), new DeploymentGuard()), new RoomGuard(steps, beans)));
        engine.setCustomSessionFactories(with(engine.getCustomSessionFactories(), new Submissions.Factory()));
        engine.setCustomJobHandlers(with(engine.getCustomJobHandlers(), new FactDelivery()));
        ExecuteJobHelper.LOGGING_HANDLER = EngineConfiguration::logFailure;
    }

    /** A job that was refused to a person has not failed. */
    private static void logFailure(String job, Throwable exception) {
        if (!(exception instanceof NotOnTheList)) {
            ProcessEngineLogger.JOB_EXECUTOR_LOGGER.exceptionWhileExecutingJob(job, exception);
        }
    }

    private static <T> List<T> with(List<? extends T> present, T more) {
        List<T> all = present == null ? new ArrayList<>() : new ArrayList<>(present);
        all.add(more);
        return all;
    }
}
