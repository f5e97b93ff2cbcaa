package org.commonground.webapp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.commonground.engine.Heading;
import org.commonground.engine.HouseIdentity;
import org.commonground.engine.Variable;
import org.commonground.engine.WhoActs;
import org.commonground.foundation.CaseSearch;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.webapp.LoggedIn.Visitor;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells Tasklist which case each task in the list belongs to and who is asked or has it; only of tasks that the person may see. */
@RestController
class CasesOfTasks {

    private static final int PAGE = 50;
    private static final int MANY = 1000;
    private static final int LONGEST_WORDS = 120;
    private static final String ORGANISATIONS = "org";

    private final LoggedIn loggedIn;
    private final IdentityService identities;
    private final TaskService tasks;
    private final RuntimeService instances;
    private final List<Heading> headings;
    private final List<CaseSearch> searches;
    private final HouseIdentity house;

    CasesOfTasks(LoggedIn loggedIn, IdentityService identities, TaskService tasks, RuntimeService instances, List<Heading> headings,
            List<CaseSearch> searches, HouseIdentity house) {
        this.loggedIn = loggedIn;
        this.identities = identities;
        this.tasks = tasks;
        this.instances = instances;
        this.headings = headings;
        this.searches = searches;
        this.house = house;
    }

    /**
     * Numbers of the cases whose title or organisations have these words, among those in which something waits that the person sees.
     *
     * @param find at least two characters
     */
    @GetMapping(path = "/cases", params = "find")
    ResponseEntity<Set<String>> find(@RequestParam String find, HttpServletRequest request) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().cacheControl(CacheControl.noStore());
        if (find.strip().length() < 2 || find.length() > LONGEST_WORDS) {
            return answer.body(Set.of());
        }
        String[] named = searches.stream().flatMap(search -> search.find(find, PAGE).stream()).distinct().toArray(String[]::new);
        return loggedIn.person(request).map(person -> named.length == 0 ? List.<Task>of() : person.ask(identities,
                () -> tasks.createTaskQuery().processInstanceBusinessKeyIn(named).listPage(0, MANY)))
                .map(visible -> answer.body(house.ask(() -> Set.copyOf(businessKeys(visible).values()))))
                .orElseGet(() -> ResponseEntity.status(401).build());
    }

    @GetMapping(path = "/cases", params = "!find")
    ResponseEntity<List<Line>> cases(@RequestParam(defaultValue = "") List<String> task, HttpServletRequest request) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().cacheControl(CacheControl.noStore());
        String[] asked = task.stream().filter(id -> !id.isBlank()).limit(PAGE).toArray(String[]::new);
        if (asked.length == 0) {
            return answer.body(List.of());
        }
        return loggedIn.person(request).map(person -> {
            List<Task> visible = person.ask(identities, () -> tasks.createTaskQuery().taskIdIn(asked).listPage(0, PAGE));
            return answer.body(house.ask(() -> linesOfThoseStillThere(visible, person)));
        })
                .orElseGet(() -> ResponseEntity.status(401).build());
    }

    /** Somebody may complete one of them while they are looked at. */
    private List<Line> linesOfThoseStillThere(List<Task> visible, Visitor person) {
        try {
            return lines(visible, person);
        } catch (NullValueException gone) {
            return visible.size() == 1 ? List.of()
                    : visible.stream().flatMap(task -> linesOfThoseStillThere(List.of(task), person).stream()).toList();
        }
    }

    private List<Line> lines(List<Task> visible, Visitor person) {
        Map<String, String> keys = businessKeys(visible);
        Map<String, String> titles = new HashMap<>();
        keys.values().stream().distinct().forEach(key -> titles.put(key, title(key)));
        Map<String, List<String>> groups = visible.stream().collect(Collectors.toMap(Task::getId, this::candidateGroups));
        Map<String, String> parties = parties(visible);
        Map<String, String> names = names(Stream.concat(parties.values().stream(), groups.values().stream().flatMap(List::stream))
                .collect(Collectors.toSet()));
        Map<String, String> holders = holders(visible);
        return visible.stream().map(task -> {
            List<String> asked = groups.get(task.getId());
            String party = parties.get(task.getId());
            boolean aboutAnother = party != null && asked.stream().noneMatch(group -> group.startsWith(party));
            String key = keys.get(task.getProcessInstanceId());
            return new Line(task.getId(), titles.get(key), PartnershipId.isOne(key) ? key : null, aboutAnother ? names.get(party) : null,
                    asked.stream().map(names::get).filter(Objects::nonNull).sorted().collect(Collectors.joining(", ")),
                    actors(asked), asked.stream().anyMatch(person.groups()::contains), task.getAssignee(), holders.get(task.getAssignee()));
        }).toList();
    }

    /** Whoever sees a step sees by name who has it; the accounts of other organisations are not for everybody to read. */
    private Map<String, String> holders(List<Task> visible) {
        String[] taken = visible.stream().map(Task::getAssignee).filter(Objects::nonNull).distinct().toArray(String[]::new);
        return taken.length == 0 ? new HashMap<>() : identities.createUserQuery().userIdIn(taken).list().stream()
                .collect(Collectors.toMap(User::getId, user -> (user.getFirstName() + " " + user.getLastName()).strip()));
    }

    /** Task → group of the organisation whose round it belongs to. */
    private Map<String, String> parties(List<Task> visible) {
        Map<String, String> parties = new HashMap<>();
        visible.forEach(task -> Variable.PARTY.at(tasks, task.getId())
                .ifPresent(party -> parties.put(task.getId(), new OrganisationId(party).groupId())));
        return parties;
    }

    private Map<String, String> businessKeys(List<Task> visible) {
        Set<String> ids = visible.stream().map(Task::getProcessInstanceId).filter(Objects::nonNull).collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : instances.createProcessInstanceQuery().processInstanceIds(ids).list().stream()
                .filter(instance -> instance.getBusinessKey() != null)
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }

    private String title(String key) {
        return headings.stream().map(heading -> heading.of(key)).flatMap(Optional::stream).findFirst()
                .map(line -> line.title() + " · " + line.number()).orElse(null);
    }

    private List<String> candidateGroups(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).toList();
    }

    /** Whose step it is, as its box is coloured: where an organisation is asked too, a partner's; so is what somebody begins alone. */
    private static WhoActs actors(List<String> groups) {
        return groups.isEmpty() || groups.stream().anyMatch(group -> group.startsWith(ORGANISATIONS)) ? WhoActs.PARTNERS
                : WhoActs.of(groups.get(0));
    }

    private Map<String, String> names(Set<String> groups) {
        return groups.isEmpty() ? Map.of() : identities.createGroupQuery().groupIdIn(groups.toArray(String[]::new)).list().stream()
                .collect(Collectors.toMap(Group::getId, group -> group.getName() == null ? group.getId() : group.getName()));
    }

    /**
     * @param partnership title and number of the case; null when the task belongs to none
     * @param number      of the partnership, which has a page; null for any other case
     * @param about       the organisation that somebody else is to do something about, such as assess it; else null
     * @param acts        whose step it is, as the colour of its box says
     * @param mine        whether this person is among those who are asked
     * @param holder      the account of the person who has taken it; null while nobody has
     */
    record Line(String task, String partnership, String number, String about, String asked, WhoActs acts, boolean mine, String holder,
            String holderName) {
    }
}
