package org.commonground.engine;

import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.BoundaryEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.form.handler.StartFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;
import org.camunda.bpm.engine.variable.Variables;
import org.commonground.engine.Submissions.Checked;
import org.commonground.foundation.Refusal;

/** Connects each box of a diagram to its step while the diagram is parsed, so that no diagram has to say it. */
final class StepWiring extends AbstractBpmnParseListener {

    private static final Namespace CAMUNDA = new Namespace("http://camunda.org/schema/1.0/bpmn");
    private static final String RESULT = "decisionResult";

    private final Steps steps;
    private final FormGuard guard;
    private final Turns turns;
    private final TaskDesk desk;
    private final EarlierWords earlier;
    private final AnswersSent sent;

    StepWiring(Steps steps, FormGuard guard, Turns turns, TaskDesk desk, EarlierWords earlier, AnswersSent sent) {
        this.steps = steps;
        this.guard = guard;
        this.turns = turns;
        this.desk = desk;
        this.earlier = earlier;
        this.sent = sent;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        UserTaskActivityBehavior drawn = (UserTaskActivityBehavior) activity.getActivityBehavior();
        TaskDefinition task = drawn.getTaskDefinition();
        activity.setActivityBehavior(new Rounds.Box(drawn.getTaskDecorator()));
        task.setTaskFormHandler(new GuardedTaskForm(task.getTaskFormHandler(), steps, guard, turns, earlier));
        String form = task.getCamundaFormDefinitionKey() == null ? null : task.getCamundaFormDefinitionKey().getExpressionText();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, opened -> {
            if (Rounds.isAnew(opened.getExecution())) {
                turns.expectAnew(form, (ExecutionEntity) opened.getExecution());
            } else {
                desk.opened(opened, form);
            }
        });
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, completed -> {
            if (form != null) {
                takeAnswer(form, completed);
            }
            desk.closed(completed);
        });
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, assigned -> desk.assigned(assigned, form));
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, desk::closed);
    }

    /** Where an answer is given anew, nobody is asked what to do without it. */
    @Override
    public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl event) {
        if (event.getActivityBehavior().getClass() == BoundaryEventActivityBehavior.class) {
            event.setActivityBehavior(new Rounds.Edge());
        }
    }

    private void takeAnswer(String form, DelegateTask task) {
        Checked checked = Submissions.ofThisCommand().handOver(task.getId());
        StepContext context = new ExecutionContext(task.getExecution());
        steps.take(form, checked.answers(), context);
        sent.keep(form, checked, (TaskEntity) task, context);
    }

    /** A start form's handler is set after its start event was parsed, hence here. */
    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        definition.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) StepWiring::expectCaseOfCaller);
        StartFormHandler handler = definition.getStartFormHandler();
        if (handler != null) {
            definition.setStartFormHandler(new GuardedStartForm(handler, guard, turns));
        }
        if (definition.getStartFormDefinition() != null && definition.getStartFormDefinition().getCamundaFormDefinitionKey() != null) {
            String form = definition.getStartFormDefinition().getCamundaFormDefinitionKey().getExpressionText();
            definition.getInitial().addBuiltInListener(ExecutionListener.EVENTNAME_START,
                    (ExecutionListener) started -> takeStart(form, definition.getName(), started));
        }
    }

    private void takeStart(String form, String label, DelegateExecution started) {
        Checked checked = Submissions.ofThisCommand().handOver(started.getProcessInstanceId());
        StepContext context = new ExecutionContext(started);
        steps.take(form, checked.answers(), context);
        sent.keepStart(form, checked, label, started, context);
    }

    /** The number of a case comes from the domain and is handed down: whoever draws a call cannot choose whose case it is about. */
    private static void expectCaseOfCaller(DelegateExecution called) {
        ExecutionEntity caller = ((ExecutionEntity) called).getSuperExecution();
        Refusal.unless(caller == null || called.getProcessBusinessKey() == null
                        || called.getProcessBusinessKey().equals(caller.getProcessBusinessKey()),
                "What is called works on the case of its caller. Please tell whoever drew this call to hand on"
                        + " #{execution.processBusinessKey} as its business key.");
    }

    /** By the key of its decision, so that a box may be renamed. */
    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        String decision = element.attributeNS(CAMUNDA, "decisionRef");
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> {
            turns.expectRoom(decision, execution);
            steps.shown(decision, new ExecutionContext(execution)).forEach((key, value) ->
                    execution.setVariableLocal(key, Variables.untypedValue(value, true)));
        });
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) execution -> {
            if (execution.getVariableLocal(RESULT) instanceof DmnDecisionResult result) {
                steps.take(decision, Map.of("rows", result.getResultList()), new ExecutionContext(execution));
            }
            execution.removeVariablesLocal(steps.stepKeys(decision));
            execution.removeVariableLocal(RESULT);
        });
    }
}
