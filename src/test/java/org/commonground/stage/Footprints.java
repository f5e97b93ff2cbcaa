package org.commonground.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.stereotype.Component;

/**
 * Where the plays of this run went, in all applications of the JVM: which boxes were left to go on, not merely entered or broken off,
 * and which sequence flows were taken. The engine's history knows no flows, so each diagram is given listeners when it is read.
 */
@Component
final class Footprints extends AbstractCamundaConfiguration {

    private static final String MULTI_INSTANCE = "#multiInstanceBody";
    private static final Set<String> STEPS = ConcurrentHashMap.newKeySet();

    /** @param id of a box that was left or of a flow that was taken */
    static boolean show(String process, String id) {
        return STEPS.contains(process + "/" + id);
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.add(new Tracker());
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    private static final class Tracker extends AbstractBpmnParseListener {

        /** Called when everything in the process has been read. */
        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity process) {
            track(process.getKey(), process);
        }

        private static void track(String process, ScopeImpl scope) {
            for (ActivityImpl activity : scope.getActivities()) {
                String id = activity.getId().replace(MULTI_INSTANCE, "");
                activity.addBuiltInListener(ExecutionListener.EVENTNAME_END,
                        (ExecutionListener) left -> noteUnlessBrokenOff(process, id, left));
                for (PvmTransition flow : activity.getOutgoingTransitions()) {
                    ((TransitionImpl) flow).addListener(ExecutionListener.EVENTNAME_TAKE,
                            (ExecutionListener) taken -> STEPS.add(process + "/" + flow.getId()));
                }
                track(process, activity);
            }
        }

        private static void noteUnlessBrokenOff(String process, String id, DelegateExecution left) {
            if (!left.isCanceled()) {
                STEPS.add(process + "/" + id);
            }
        }
    }
}
