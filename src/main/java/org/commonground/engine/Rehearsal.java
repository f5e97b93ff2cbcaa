package org.commonground.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/**
 * Plays what people, the machine and time do, through the same forms, guard and grants as Tasklist: the demo's history and the plays of
 * tests. The machine's part is done at once, also while the job executor rests.
 */
@Component
public class Rehearsal {

    private static final String OVER = "commonground.rehearsal.over";
    private static final String BEHIND = "commonground.clock.behind";
    /** No play is so long: whoever gets there goes in a circle. */
    private static final int NO_REST = 10_000;

    private final ProcessEngine engine;
    private final MovableClock clock;

    Rehearsal(ProcessEngine engine, MovableClock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    ProcessEngine engine() {
        return engine;
    }

    /** Somebody with an account, with the groups of the account. */
    public Player player(String user) {
        return new Player(this, user);
    }

    /** Remembers that everything was played to its end. */
    public void end() {
        engine.getManagementService().setProperty(OVER, "yes");
    }

    /** Whether everything was played to its end, in this run or in an earlier one. */
    public boolean hasEnded() {
        return engine.getManagementService().getProperties().containsKey(OVER);
    }

    /** Remembers how far the clock of this house is behind the system's, so that it stays there after a restart. */
    public void staysBehind(Duration system) {
        engine.getManagementService().setProperty(BEHIND, system.toString());
    }

    /** How far the clock of this house is behind the system's; empty where that was never said. */
    public Optional<Duration> behind() {
        return Optional.ofNullable(engine.getManagementService().getProperties().get(BEHIND)).map(Duration::parse);
    }

    /** Does everything that the machine has to do now: continuations, facts on their way; timers stay. */
    public void machineWorks() {
        untilThereIsNone(() -> engine.getManagementService().createJobQuery().messages().executable().listPage(0, 1).stream().findFirst(),
                job -> engine.getManagementService().executeJob(job.getId()));
    }

    /** Lets time pass until the open timers of this label in the case are due, and lets them fire. The clock never goes back. */
    public void timePasses(String label, String businessKey) {
        List<Job> timers = engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(businessKey).list().stream()
                .flatMap(instance -> engine.getManagementService().createJobQuery().processInstanceId(instance.getId()).timers().list()
                        .stream())
                .filter(timer -> label.equals(labelOf(timer))).toList();
        if (timers.isEmpty()) {
            throw new IllegalStateException("No timer “" + label + "” waits in " + businessKey);
        }
        for (Job timer : timers) {
            if (timer.getDuedate().toInstant().isAfter(clock.instant())) {
                clock.setTo(timer.getDuedate().toInstant());
            }
            engine.getManagementService().executeJob(timer.getId());
        }
        machineWorks();
    }

    /**
     * The machine comes back after it stood still: everything that became due in these cases meanwhile happens now, in the order of its
     * dates. Returns the labels of the timers that fired.
     */
    public List<String> catchesUp(String... businessKeys) {
        List<String> fired = new ArrayList<>();
        untilThereIsNone(() -> overdue(List.of(businessKeys)), timer -> {
            fired.add(labelOf(timer));
            engine.getManagementService().executeJob(timer.getId());
            machineWorks();
        });
        return fired;
    }

    private Optional<Job> overdue(List<String> businessKeys) {
        return engine.getManagementService().createJobQuery().timers().executable().orderByJobDuedate().asc().list().stream()
                .filter(job -> businessKeys.contains(caseOf(job))).findFirst();
    }

    private String caseOf(Job job) {
        return engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(job.getProcessInstanceId())
                .singleResult().getBusinessKey();
    }

    private String labelOf(Job timer) {
        JobDefinition definition = engine.getManagementService().createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId()).singleResult();
        return engine.getRepositoryService().getBpmnModelInstance(timer.getProcessDefinitionId())
                .getModelElementById(definition.getActivityId()).getAttributeValue("name");
    }

    private static void untilThereIsNone(Supplier<Optional<Job>> next, Consumer<Job> done) {
        Optional<Job> job = next.get();
        for (int count = 0; job.isPresent(); count++) {
            if (count == NO_REST) {
                throw new IllegalStateException("The machine does not come to rest");
            }
            done.accept(job.get());
            job = next.get();
        }
    }
}
