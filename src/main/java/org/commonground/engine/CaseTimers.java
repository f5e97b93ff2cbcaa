package org.commonground.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.commonground.foundation.PartnershipId;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The timers of a case that wait for a date which was agreed: when something else is agreed, they wait for that. */
@Component
public class CaseTimers {

    private static final int PAGE = 100;
    /** As the engine keeps what was drawn: the kind of time, and its expression. */
    private static final Pattern ASKED_OF_A_BEAN = Pattern.compile("DATE: [$#]\\{\\s*(\\w+)\\.(\\w+)\\((.*)\\)\\s*}");

    private final ObjectProvider<ProcessEngine> engine;
    private final OpenBeans beans;

    CaseTimers(ObjectProvider<ProcessEngine> engine, ListableBeanFactory beans) {
        this.engine = engine;
        this.beans = new OpenBeans(beans);
    }

    /**
     * Asks the date of each timer of the case again that {@link MayMove}, in all its rooms; the others stay as they are. A date that has
     * passed lets its timer fire once, soon after the transaction has ended. May be repeated. For a machine's box: it goes with that
     * box's transaction.
     */
    public void recalculate(PartnershipId partnership) {
        ManagementService management = engine.getObject().getManagementService();
        RuntimeService runtime = engine.getObject().getRuntimeService();
        Map<String, Boolean> known = new HashMap<>();
        all(runtime.createProcessInstanceQuery().processInstanceBusinessKey(partnership.value()).orderByProcessInstanceId().asc())
                .stream().map(ProcessInstance::getId)
                .flatMap(room -> all(management.createJobQuery().processInstanceId(room).timers().orderByJobId().asc()).stream())
                .filter(timer -> known.computeIfAbsent(timer.getJobDefinitionId(), definition -> mayMove(definition, management)))
                .map(Job::getId).toList().forEach(timer -> management.recalculateJobDuedate(timer, false));
    }

    private boolean mayMove(String definition, ManagementService management) {
        return mayMove(management.createJobDefinitionQuery().jobDefinitionId(definition).singleResult().getJobConfiguration());
    }

    private boolean mayMove(String configuration) {
        Matcher asked = ASKED_OF_A_BEAN.matcher(configuration == null ? "" : configuration);
        return asked.matches() && beans.isOpen(asked.group(1)) && beans.mayMove(asked.group(1), asked.group(2));
    }

    private static <T> List<T> all(Query<?, T> query) {
        List<T> found = new ArrayList<>();
        List<T> page;
        do {
            page = query.listPage(found.size(), PAGE);
            found.addAll(page);
        } while (page.size() == PAGE);
        return found;
    }
}
