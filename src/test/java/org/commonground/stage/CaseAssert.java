package org.commonground.stage;

import java.util.Arrays;
import java.util.List;

import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.engine.test.assertions.bpmn.ProcessInstanceAssert;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/** What the engine says about a case, which may have several processes: the sentences of camunda-bpm-assert, with labels for ids. */
public final class CaseAssert {

    private final ProcessEngine engine;
    private final String businessKey;

    CaseAssert(ProcessEngine engine, String businessKey) {
        this.engine = engine;
        this.businessKey = businessKey;
        BpmnAwareTests.init(engine);
    }

    /** All of its processes. */
    public void isEnded() {
        instances().forEach(instance -> engineSays(instance).isEnded());
    }

    /** One of its processes at least. */
    public CaseAssert isNotEnded() {
        engineSays(instances().get(0)).isNotEnded();
        return this;
    }

    /** One of its processes waits at each of these, and they are in one diagram. */
    public CaseAssert isWaitingAt(String... labels) {
        engineSays(newestWith(labels)).isWaitingAt(ids(newestWith(labels), labels));
        return this;
    }

    /** The newest of its processes whose diagram has these boxes has left them all. */
    public CaseAssert hasPassed(String... labels) {
        engineSays(newestWith(labels)).hasPassed(ids(newestWith(labels), labels));
        return this;
    }

    /** No box is broken, and nothing is tried again because it failed. */
    public CaseAssert hasNoIncident() {
        instances().forEach(instance -> {
            Assertions.assertThat(engine.getRuntimeService().createIncidentQuery().processInstanceId(instance.getId()).list())
                    .as("incidents of " + businessKey).isEmpty();
            Assertions.assertThat(engine.getManagementService().createJobQuery().processInstanceId(instance.getId()).withException().list())
                    .as("failed jobs of " + businessKey).isEmpty();
        });
        return this;
    }

    private ProcessInstanceAssert engineSays(HistoricProcessInstance instance) {
        return BpmnAwareTests.assertThat(new Instance(instance));
    }

    /** Those that run first, of these the newest first. */
    private List<HistoricProcessInstance> instances() {
        List<HistoricProcessInstance> instances = engine.getHistoryService().createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey).orderByProcessInstanceStartTime().desc().list();
        Assertions.assertThat(instances).as("processes of " + businessKey).isNotEmpty();
        return instances.stream().sorted((one, other) -> Boolean.compare(one.getEndTime() != null, other.getEndTime() != null)).toList();
    }

    private HistoricProcessInstance newestWith(String... labels) {
        return instances().stream().filter(instance -> ids(instance, labels).length == labels.length).findFirst().orElseThrow(
                () -> new AssertionError("No process of " + businessKey + " has " + List.of(labels)));
    }

    private String[] ids(HistoricProcessInstance instance, String... labels) {
        return Arrays.stream(labels).flatMap(label -> engine.getRepositoryService().getBpmnModelInstance(instance.getProcessDefinitionId())
                .getModelElementsByType(FlowNode.class).stream().filter(node -> label.equals(node.getName())).map(FlowNode::getId).limit(1))
                .toArray(String[]::new);
    }

    /** A process as it is remembered: it may have ended, and the engine knows only those that run. */
    private record Instance(HistoricProcessInstance remembered) implements ProcessInstance {

        @Override
        public String getId() {
            return remembered.getId();
        }

        @Override
        public String getProcessInstanceId() {
            return remembered.getId();
        }

        @Override
        public String getRootProcessInstanceId() {
            return remembered.getRootProcessInstanceId();
        }

        @Override
        public String getProcessDefinitionId() {
            return remembered.getProcessDefinitionId();
        }

        @Override
        public String getProcessDefinitionKey() {
            return remembered.getProcessDefinitionKey();
        }

        @Override
        public String getBusinessKey() {
            return remembered.getBusinessKey();
        }

        @Override
        public String getCaseInstanceId() {
            return remembered.getCaseInstanceId();
        }

        @Override
        public String getTenantId() {
            return remembered.getTenantId();
        }

        @Override
        public boolean isEnded() {
            return remembered.getEndTime() != null;
        }

        @Override
        public boolean isSuspended() {
            return HistoricProcessInstance.STATE_SUSPENDED.equals(remembered.getState());
        }
    }
}
