package org.commonground.stage;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.ws.rs.ClientErrorException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.commonground.engine.MovableClock;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.PeopleService;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.stereotype.Component;
import org.springframework.test.context.junit.jupiter.SpringExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Where a process test plays: gives it actors, lets the machine do its part, fires timers by their label, moves the clock. */
@Component
public class Stage {

    /** What the second of two colleagues may read: whether the first was faster by a hair or by a breath decides which sentence it is. */
    public static final Pattern TOO_LATE = Pattern.compile("Somebody else .* Please .*|This step is over: .*|(A colleague|Your organisation) has .* already\\.");

    private final ProcessEngine engine;
    private final MovableClock clock;
    private final FlowNodeCoverage coverage;

    private final OrganisationService organisations;
    private final PeopleService people;
    private int casts;

    public Stage(ProcessEngine engine, MovableClock clock, OrganisationService organisations, PeopleService people) {
        this.engine = engine;
        this.clock = clock;
        this.organisations = organisations;
        this.people = people;
        this.coverage = new FlowNodeCoverage(engine);
    }

    public ProcessEngine engine() {
        return engine;
    }

    /** A cast of its own for one test. */
    public Cast cast() {
        return new Cast(this, organisations, people, ++casts, LocalDate.now(clock));
    }

    /** Somebody with an account, with the groups of the account. */
    public Actor actor(String user) {
        assertThat(engine.getIdentityService().createUserQuery().userId(user).singleResult())
                .as("There is no account " + user).isNotNull();
        return new Actor(this, user);
    }

    /** The groups that an account has now. */
    Set<String> groupsOf(String user) {
        return engine.getIdentityService().createGroupQuery().groupMember(user).listPage(0, 1000).stream().map(Group::getId)
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    /** Makes an account for a group of staff, such as {@code coordinator}; used again when it exists. */
    public Actor staff(String group) {
        IdentityService identity = engine.getIdentityService();
        String user = "test" + Character.toUpperCase(group.charAt(0)) + group.substring(1);
        if (identity.createUserQuery().userId(user).count() == 0) {
            var account = identity.newUser(user);
            account.setPassword("A-long-password-1");
            account.setEmail(user.toLowerCase() + "@example.org");
            identity.saveUser(account);
            if (identity.createGroupQuery().groupId(group).count() == 0) {
                identity.saveGroup(identity.newGroup(group));
            }
            identity.createMembership(user, group);
        }
        return actor(user);
    }

    /** Does everything that the machine has to do now: continuations, facts on their way; timers stay. */
    public void machineWorks() {
        for (int round = 0; round < 1000; round++) {
            List<Job> jobs = engine.getManagementService().createJobQuery().messages().executable().list();
            if (jobs.isEmpty()) {
                return;
            }
            for (Job job : jobs) {
                if (engine.getManagementService().createJobQuery().jobId(job.getId()).count() > 0) {
                    engine.getManagementService().executeJob(job.getId());
                }
            }
        }
        throw new AssertionError("The machine does not come to rest");
    }

    /** Moves the clock to just after each open timer of this label in this case, and lets it fire. */
    public void fires(String label, String businessKey) {
        List<Job> timers = engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(businessKey).list().stream()
                .flatMap(instance -> engine.getManagementService().createJobQuery().processInstanceId(instance.getId()).timers().list().stream())
                .filter(timer -> label.equals(labelOf(timer))).toList();
        assertThat(timers).as("No timer “" + label + "” waits in " + businessKey).isNotEmpty();
        for (Job timer : timers) {
            if (timer.getDuedate().after(Date.from(clock.instant()))) {
                clock.setTo(timer.getDuedate().toInstant().plusSeconds(1));
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
        for (Optional<Job> timer = overdue(businessKeys); timer.isPresent(); timer = overdue(businessKeys)) {
            assertThat(fired).as("No storm after a stop").hasSizeLessThan(100);
            fired.add(labelOf(timer.get()));
            engine.getManagementService().executeJob(timer.get().getId());
            machineWorks();
        }
        return fired;
    }

    private Optional<Job> overdue(String... businessKeys) {
        return engine.getManagementService().createJobQuery().timers().executable().orderByJobDuedate().asc().list().stream()
                .filter(job -> List.of(businessKeys).contains(caseOf(job))).findFirst();
    }

    private String caseOf(Job job) {
        return engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(job.getProcessInstanceId()).singleResult().getBusinessKey();
    }

    private String labelOf(Job job) {
        JobDefinition definition = engine.getManagementService().createJobDefinitionQuery().jobDefinitionId(job.getJobDefinitionId()).singleResult();
        return engine.getRepositoryService().getBpmnModelInstance(job.getProcessDefinitionId())
                .getModelElementById(definition.getActivityId()).getAttributeValue("name");
    }

    /** All of this at one moment, by so many people; returns what those were told who came second. */
    public List<String> atOneMoment(List<Runnable> submissions) {
        CyclicBarrier moment = new CyclicBarrier(submissions.size());
        List<CompletableFuture<Optional<String>>> people = submissions.stream()
                .map(submission -> CompletableFuture.supplyAsync(() -> told(moment, submission), person -> new Thread(person).start())).toList();
        List<String> told = people.stream().map(CompletableFuture::join).flatMap(Optional::stream).toList();
        machineWorks();
        return told;
    }

    /** The sentence that the person reads whose submission comes too late; empty when it was taken. */
    public static Optional<String> told(Runnable submission) {
        try {
            submission.run();
            return Optional.empty();
        } catch (ClientErrorException refusal) {
            return Optional.of(refusal.getMessage());
        }
    }

    private static Optional<String> told(CyclicBarrier moment, Runnable submission) {
        try {
            moment.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException exception) {
            throw new IllegalStateException(exception);
        }
        return told(submission);
    }

    public void passes(Duration time) {
        clock.advance(time);
    }

    public FlowNodeCoverage coverage() {
        return coverage;
    }

    /** What a form is filled with: keys and values in turn. */
    public static Map<String, Object> with(Object... keysAndValues) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            answers.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return answers;
    }

    /** After each test the clock runs again and nobody is logged in; what was walked is noted. */
    static class Reset implements BeforeEachCallback, AfterEachCallback {

        @Override
        public void beforeEach(ExtensionContext context) {
            stage(context).engine.getIdentityService().clearAuthentication();
        }

        @Override
        public void afterEach(ExtensionContext context) {
            Stage stage = stage(context);
            stage.engine.getIdentityService().clearAuthentication();
            stage.clock.reset();
        }

        private static Stage stage(ExtensionContext context) {
            return SpringExtension.getApplicationContext(context).getBean(Stage.class);
        }
    }
}
