package org.commonground.home.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.commonground.document.Readership;
import org.commonground.engine.Heading;
import org.commonground.engine.HouseIdentity;
import org.commonground.engine.KindsOfSteps;
import org.commonground.engine.Variable;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.SecretariatGroup;
import org.commonground.home.AnswerTables;
import org.commonground.home.GroupName;
import org.commonground.home.KeptAnswer;
import org.commonground.webapp.LoggedIn;
import org.commonground.webapp.LoggedIn.Visitor;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells whoever has just sent a form what comes next: the own next step, or whom the case waits for now. Names are told of organisations
 * that the person may know of: a candidate does not learn here who else was asked.
 */
@RestController
class AfterSending {

    private static final int MOST = 30;
    /** A step may be opened a moment before the answer is written down. */
    private static final Duration SAME_CLICK = Duration.ofSeconds(5);
    private static final String OTHERS = "other organisations";

    private final LoggedIn loggedIn;
    private final AnswerTables answers;
    private final IdentityService identities;
    private final TaskService tasks;
    private final RuntimeService instances;
    private final ManagementService jobs;
    private final List<Heading> headings;
    private final List<Readership> readerships;
    private final KindsOfSteps steps;
    private final HouseIdentity house;
    private final Moments moments;

    AfterSending(LoggedIn loggedIn, AnswerTables answers, IdentityService identities, TaskService tasks, RuntimeService instances,
            ManagementService jobs, List<Heading> headings, List<Readership> readerships, KindsOfSteps steps, HouseIdentity house,
            Moments moments) {
        this.loggedIn = loggedIn;
        this.answers = answers;
        this.identities = identities;
        this.tasks = tasks;
        this.instances = instances;
        this.jobs = jobs;
        this.headings = headings;
        this.readerships = readerships;
        this.steps = steps;
        this.house = house;
        this.moments = moments;
    }

    /** @param id of the task that was sent, or of the case that a form began; of what carries no name nothing is known here */
    @GetMapping("/after/{id}")
    ResponseEntity<Told> after(@PathVariable String id, HttpServletRequest request) {
        Optional<Visitor> visitor = loggedIn.person(request);
        if (visitor.isEmpty()) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        Told told = answers.find(id).filter(answer -> answer.person().equals(visitor.get().user()))
                .map(answer -> house.ask(() -> told(answer, visitor.get()))).orElse(Told.NOTHING);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(told);
    }

    private Told told(KeptAnswer answer, Visitor person) {
        Optional<Heading.Line> about = answer.caseNumber() == null ? Optional.empty()
                : headings.stream().map(heading -> heading.of(answer.caseNumber())).flatMap(Optional::stream).findFirst();
        Set<String> own = new HashSet<>();
        Optional<Next> next = own(answer, person, own);
        return new Told(answer.beganCase(), about.map(Heading.Line::title).orElse(null), answer.caseNumber(),
                about.map(Heading.Line::phase).orElse(null), isMachineAtWork(answer), next.orElse(null),
                awaited(answer, person, task -> !own.contains(task.getId())),
                answer.mayBeReadBy(person.user(), person.groups()) ? "/answers/" + answer.id() : null);
    }

    private TaskQuery ofCase(KeptAnswer answer) {
        TaskQuery query = tasks.createTaskQuery().active().initializeFormKeys();
        return answer.caseNumber() == null ? query.processInstanceId(answer.instance())
                : query.processInstanceBusinessKey(answer.caseNumber());
    }

    /** The first step of the case that this person could do now; all of them are left out of what others are waited for. */
    private Optional<Next> own(KeptAnswer answer, Visitor person, Set<String> ids) {
        TaskQuery query = ofCase(answer).or().taskAssignee(person.user());
        if (!person.groups().isEmpty()) {
            query = query.taskCandidateGroupIn(person.groups()).includeAssignedTasks();
        }
        List<Task> mine = query.endOr().orderByDueDate().asc().orderByTaskCreateTime().asc().listPage(0, MOST);
        mine.forEach(task -> ids.add(task.getId()));
        // What follows from what was sent comes before what has been waiting anyway.
        return mine.stream().filter(task -> task.getAssignee() == null || task.getAssignee().equals(person.user()))
                .sorted(Comparator.comparing(task -> task.getCreateTime().toInstant().isBefore(answer.at().minus(SAME_CLICK))))
                .filter(task -> !isAnew(task)).findFirst()
                .map(task -> new Next(task.getId(), task.getName(), day(task.getDueDate())));
    }

    /** Who else is asked the same; where nobody is, who is asked something else in the same room; else anywhere in the case. */
    private List<Awaited> awaited(KeptAnswer answer, Visitor person, Predicate<Task> others) {
        List<Task> open = ofCase(answer).orderByDueDate().asc().listPage(0, 200).stream().filter(others).toList();
        List<Predicate<Task>> circles = List.of(
                task -> task.getProcessInstanceId().equals(answer.instance()) && task.getTaskDefinitionKey().equals(answer.box()),
                task -> task.getProcessInstanceId().equals(answer.instance()), task -> true);
        return circles.stream().map(circle -> open.stream().filter(circle).filter(task -> !isAnew(task)).limit(MOST).toList())
                .filter(circle -> !circle.isEmpty()).findFirst().map(circle -> named(circle, person, answer)).orElse(List.of());
    }

    private List<Awaited> named(List<Task> open, Visitor person, KeptAnswer answer) {
        Predicate<String> known = known(person, answer);
        return open.stream().map(task -> new Awaited(who(task, known, person), task.getName(), day(task.getDueDate())))
                .filter(one -> one.who() != null).distinct()
                .sorted(Comparator.comparing(Awaited::step).thenComparing(Awaited::who)).toList();
    }

    /** Which organisations' names this person may read in this case, by their codes. */
    private Predicate<String> known(Visitor person, KeptAnswer answer) {
        if (GroupName.anyOfStaff(person.groups())) {
            return code -> true;
        }
        Set<String> codes = new HashSet<>();
        List<String> own = person.groups().stream().map(GroupName::codeOf).filter(Objects::nonNull).toList();
        if (answer.caseNumber() != null && answer.caseNumber().startsWith("P-")) {
            PartnershipId partnership = new PartnershipId(answer.caseNumber());
            readerships.stream().flatMap(one -> one.readers(partnership).stream()).map(OrganisationId::code).forEach(codes::add);
        }
        return codes.stream().anyMatch(own::contains) ? codes::contains : own::contains;
    }

    /** Null where no group is asked, such as when it is done while we look. */
    private String who(Task task, Predicate<String> known, Visitor person) {
        if (task.getCamundaFormRef() != null && steps.isUnattributed(task.getCamundaFormRef().getKey())) {
            return "the partners";
        }
        Collection<String> groups = groups(task);
        boolean staffOnly = groups.contains("coordinator") && groups.stream().allMatch(group -> GroupName.codeOf(group) == null);
        if (task.getCamundaFormRef() != null && steps.isConfidential(task.getCamundaFormRef().getKey()) && !staffOnly
                && groups.stream().noneMatch(person.groups()::contains)) {
            return "those whom it concerns";
        }
        List<String> names = new ArrayList<>();
        for (String group : groups) {
            String code = GroupName.codeOf(group);
            names.add(code != null ? known.test(code) ? name("org" + code) : OTHERS : group.equals("coordinator") ? "the coordinator"
                    : SecretariatGroup.isOne(group) ? "the secretariat" : group.equals("manager") ? "the manager" : "somebody");
        }
        return names.isEmpty() ? null : String.join(", ", names.stream().distinct().sorted().toList());
    }

    private Collection<String> groups(Task task) {
        try {
            return tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).toList();
        } catch (NullValueException | NullPointerException gone) {
            // Done while we look: the engine misses the task, or finds the task and misses where it stood.
            return List.of();
        }
    }

    private String name(String group) {
        return Stream.of(identities.createGroupQuery().groupId(group).singleResult()).filter(Objects::nonNull)
                .map(found -> found.getName() == null ? group : found.getName()).findFirst().orElse(group);
    }

    private boolean isAnew(Task task) {
        return Variable.ANEW.at(tasks, task.getId()).orElse(false);
    }

    /** What is done by the machine takes a moment: whoever asks may ask again. */
    private boolean isMachineAtWork(KeptAnswer answer) {
        Stream<String> ids = answer.caseNumber() == null ? Stream.of(answer.instance())
                : instances.createProcessInstanceQuery().processInstanceBusinessKey(answer.caseNumber()).listPage(0, MOST).stream()
                        .map(instance -> instance.getId());
        return ids.anyMatch(id -> jobs.createJobQuery().processInstanceId(id).messages().executable().count() > 0);
    }

    private String day(Date due) {
        return due == null ? null : moments.inWords(due.toInstant());
    }

    /** @param task to be opened in Tasklist */
    record Next(String task, String label, String due) {
    }

    record Awaited(String who, String step, String due) {
    }

    /**
     * @param began   whether the form began a case
     * @param working whether the machine has something to do in this case just now
     * @param answer  address of the page where it can be read again
     */
    record Told(boolean began, String title, String number, String phase, boolean working, Next next, List<Awaited> awaited,
            String answer) {

        static final Told NOTHING = new Told(false, null, null, null, false, null, List.of(), null);
    }
}
