package org.commonground.random;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.commonground.engine.MovableClock;
import org.commonground.foundation.Refusal;
import org.commonground.stage.Actor;
import org.commonground.stage.Stage;

/**
 * One partnership from its proposal to its end, by chance: somebody does an open step with any legal answer, raises a matter, takes a step
 * on, or time moves to the next date. The same seed plays the same.
 */
final class RandomPlay {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Each play begins on the same day, so that a seed plays the same whenever. */
    static final Instant BEGINNING = Instant.parse("2027-03-01T08:00:00Z");
    private static final int MANY = 1000;
    /** More steps than any partnership of eight within its years. */
    private static final int MOST_STEPS = 4000;
    private static final int TRIES = 15;
    /** From this try on people want to get on with it, and from that one on they try whatever there is. */
    private static final int TIRED = 6;
    private static final int AT_A_LOSS = 10;
    /** Who cannot do a step does not come back to it more often than this. */
    private static final int MOST_VISITS = 2;
    /** Nobody does the same so often while no date comes. */
    private static final int MOST_OF_ONE = 40;
    /** Who does the same so often waits for another day. */
    private static final int MOST_AT_ONCE = 4;
    private static final int[] TALKATIVE = {60, 0, 100};
    private static final int MOST_MATTERS = 12;
    private static final int WILDEST = 16;
    private static final int CALMEST = 3;
    private static final int SLOWEST = 12;

    private final Stage stage;
    private final ProcessEngine engine;
    private final MovableClock clock;
    private final Mailbox.Round mailbox;
    private final Players players;
    private final Random random;
    /** How often, of a hundred times, somebody is unfriendly, and time passes while something is open. */
    private final int temper;
    private final int delay;
    private final Minutes minutes;
    private final Map<String, Integer> visits = new TreeMap<>();
    private final Map<String, Integer> done = new TreeMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private final Set<String> walked = new TreeSet<>();
    private final String key;
    private final Oracle.Case oracle;
    private final int matters;
    private int raised;
    private int endsWanted;

    /** Somebody proposes it. */
    RandomPlay(Stage stage, MovableClock clock, Oracle oracle, Mailbox mailbox, Players players, Random random, Minutes minutes) {
        this.stage = stage;
        this.engine = stage.engine();
        this.clock = clock;
        this.players = players;
        this.random = random;
        this.temper = random.nextInt(random.nextBoolean() ? CALMEST : WILDEST);
        this.delay = 1 + random.nextInt(SLOWEST);
        this.matters = 1 + random.nextInt(MOST_MATTERS);
        this.minutes = minutes;
        Actor proposer = stage.actor(players.proposer());
        this.key = proposer.starts("partnership", proposal());
        this.oracle = oracle.of(key, players);
        this.mailbox = mailbox.of(this.oracle, players);
        note("%s proposes %s, with %s".formatted(proposer.user(), key, players.founders()));
    }

    private Map<String, Object> proposal() {
        ProcessDefinition corridor = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("partnership")
                .latestVersion().singleResult();
        Map<String, Object> answers = new AnyAnswer(random, today(), Map.of(), 0, TALKATIVE[2], list -> null)
                .to(read(engine.getFormService().getDeployedStartForm(corridor.getId())));
        answers.put("title", "Cotton by chance");
        return answers;
    }

    /** Takes away what runs of it, so that a broken play is not in the way of the next one. */
    void breaksOff() {
        instances().forEach(instance -> engine.getRuntimeService().deleteProcessInstanceIfExists(instance.getId(), "broken off", true, true,
                true, true));
    }

    /** Labels of all that people did and of the dates that came, phases and kinds of matters. */
    Set<String> walked() {
        walked.addAll(oracle.reached());
        return walked;
    }

    void playsToItsEnd() {
        while (!instances().isEmpty()) {
            if (minutes.steps() > MOST_STEPS) {
                throw new AssertionError("It goes on and on");
            }
            int dice = random.nextInt(100);
            if (dice < 3 && raised < matters) {
                raises();
            } else if (dice < 4) {
                note(players.move(today()));
            } else if (dice < 100 - delay) {
                acts();
            } else {
                timePasses();
            }
            stage.machineWorks();
            mailbox.goes();
            oracle.compares();
        }
        oracle.comparesTheEnd();
    }

    private void acts() {
        List<Task> open = tasks();
        Set<String> tried = new TreeSet<>();
        while (tried.size() < new TreeSet<>(open.stream().map(Task::getName).toList()).size()) {
            List<Task> left = open.stream().filter(task -> !tried.contains(task.getName())).toList();
            String label = left.get(random.nextInt(left.size())).getName();
            tried.add(label);
            List<Map.Entry<Task, List<String>>> alike = new ArrayList<>();
            left.stream().filter(task -> task.getName().equals(label)).forEach(task -> alike.add(Map.entry(task, whoMay(task))));
            alike.sort(Comparator.comparing(one -> one.getValue() + about(one.getKey())));
            Collections.shuffle(alike, random);
            for (Map.Entry<Task, List<String>> one : alike) {
                List<String> able = one.getValue().stream().filter(user -> visits.getOrDefault(visit(one.getKey(), user), 0) < MOST_VISITS)
                        .toList();
                if (!able.isEmpty()) {
                    String user = able.get(random.nextInt(able.size()));
                    if (done.getOrDefault(deed(one.getKey(), user), 0) > MOST_AT_ONCE && random.nextBoolean() && timePasses()) {
                        return;
                    }
                    if (random.nextInt(100) < 4) {
                        holds(one.getKey(), user);
                    } else {
                        does(one.getKey(), user);
                    }
                    return;
                }
            }
        }
        if (!timePasses()) {
            throw new AssertionError("It hangs: " + (open.isEmpty() ? "nothing is open, and no date will come"
                    : "nobody can do what is open: " + open.stream().map(Task::getName).sorted().toList()));
        }
    }

    private String about(Task task) {
        return String.valueOf(engine.getTaskService().getVariable(task.getId(), "party"));
    }

    private static String deed(Task task, String user) {
        return user + " " + task.getName();
    }

    private static String visit(Task task, String user) {
        return task.getId() + user;
    }

    private void holds(Task task, String user) {
        tries(() -> stage.actor(user).as(() -> {
            if (task.getAssignee() == null) {
                engine.getTaskService().claim(task.getId(), user);
            } else {
                engine.getTaskService().setAssignee(task.getId(), null);
            }
            return null;
        })).ifPresentOrElse(refusal -> note("%s cannot take “%s”: %s".formatted(user, task.getName(), refusal)),
                () -> note("%s takes “%s”, or gives it back".formatted(user, task.getName())));
    }

    private boolean does(Task task, String user) {
        Actor actor = stage.actor(user);
        if (actor.as(() -> engine.getTaskService().createTaskQuery().taskId(task.getId()).count()) == 0) {
            throw new AssertionError("%s does not see “%s”, which is for it".formatted(user, task.getName()));
        }
        JsonNode form = actor.as(() -> form(task));
        Map<String, Object> shown = actor.as(() -> shown(task));
        Set<String> refusals = new LinkedHashSet<>();
        for (int nr = 0; nr < TRIES; nr++) {
            Map<String, Object> answers = answers(form, shown, nr, refusals);
            Optional<String> refusal = tries(() -> actor.as(() -> {
                engine.getFormService().submitTaskForm(task.getId(), typed(answers));
                return null;
            }));
            if (refusal.isEmpty()) {
                note("%s does “%s”: %s".formatted(user, task.getName(), answers));
                if (done.merge(deed(task, user), 1, Integer::sum) > MOST_OF_ONE) {
                    throw new AssertionError("It goes in a circle at “%s”".formatted(task.getName()));
                }
                walked.add(task.getName());
                // What was in the way of other steps may be gone.
                visits.clear();
                oracle.hears(form.path("id").asText(), players.organisationOf(user), shown, answers);
                if (String.valueOf(answers.get("kind")).equals("foundingEnd") || "none".equals(answers.get("outcome"))) {
                    endsWanted++;
                }
                return true;
            }
            refusals.add(refusal.get());
        }
        visits.merge(visit(task, user), 1, Integer::sum);
        note("%s cannot do “%s”: %s".formatted(user, task.getName(), refusals));
        if (task.getAssignee() != null) {
            holds(task, user);
        }
        return false;
    }

    private Map<String, Object> answers(JsonNode form, Map<String, Object> shown, int nr, Set<String> told) {
        boolean tired = nr >= TIRED;
        Map<String, Object> answers = new AnyAnswer(random, today(), shown, nr >= AT_A_LOSS ? 60 : tired ? 0 : temper,
                TALKATIVE[nr % TALKATIVE.length],
                list -> list.equals("organisations") ? players.codes() : null).to(form);
        new Experience(random, today(), players.founders(), key, endsWanted).mend(form.path("id").asText(), shown, answers, tired, told);
        return answers;
    }

    private void raises() {
        List<String> codes = players.codes();
        String group = "org" + codes.get(random.nextInt(codes.size()));
        List<User> people = engine.getIdentityService().createUserQuery().memberOfGroup(group).list();
        Actor actor = stage.actor(people.stream().map(User::getId).sorted().toList().get(random.nextInt(people.size())));
        Optional<String> refusal = tries(() -> actor.starts("matter", Map.of()));
        if (refusal.isPresent()) {
            note("%s cannot raise anything: %s".formatted(actor.user(), refusal.get()));
            return;
        }
        raised++;
        note(actor.user() + " raises a matter");
        Task describing = actor.as(() -> engine.getTaskService().createTaskQuery().taskName("Describe matter").taskAssignee(actor.user())
                .initializeFormKeys().listPage(0, MANY)).get(0);
        if (!does(describing, actor.user())) {
            actor.as(() -> {
                engine.getFormService().submitTaskForm(describing.getId(), typed(Map.of("kind", "nothing")));
                return null;
            });
        }
    }

    /** The next date of the case comes, and whatever is due by then; false where there is none. */
    private boolean timePasses() {
        Optional<Job> next = timers().stream().findFirst();
        if (next.isEmpty()) {
            return false;
        }
        done.clear();
        Instant moment = next.get().getDuedate().toInstant();
        if (moment.isAfter(clock.instant())) {
            clock.setTo(moment);
        }
        for (int count = 0; next.isPresent(); count++) {
            if (count == MANY) {
                throw new AssertionError("A storm of dates at " + moment);
            }
            String label = label(next.get());
            note("It is %s: “%s”".formatted(LocalDateTime.ofInstant(next.get().getDuedate().toInstant(), ZoneOffset.UTC), label));
            walked.add(label);
            engine.getManagementService().executeJob(next.get().getId());
            stage.machineWorks();
            next = timers().stream().filter(timer -> !timer.getDuedate().toInstant().isAfter(clock.instant())).findFirst();
        }
        return true;
    }

    private List<Job> timers() {
        Set<String> running = new TreeSet<>(instances().stream().map(ProcessInstance::getId).toList());
        engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("organisation").listPage(0, MANY).stream()
                .filter(one -> players.codes().contains(one.getBusinessKey())).forEach(one -> running.add(one.getId()));
        return engine.getManagementService().createJobQuery().timers().listPage(0, MANY).stream()
                .filter(timer -> running.contains(timer.getProcessInstanceId()))
                .sorted(Comparator.comparing(Job::getDuedate).thenComparing(this::label).thenComparing(Job::getId)).toList();
    }

    private String label(Job timer) {
        return labels.computeIfAbsent(timer.getJobDefinitionId(), id -> {
            String activity = engine.getManagementService().createJobDefinitionQuery().jobDefinitionId(id).singleResult().getActivityId();
            return engine.getRepositoryService().getBpmnModelInstance(timer.getProcessDefinitionId()).getModelElementById(activity)
                    .getAttributeValue("name");
        });
    }

    // What is open

    private List<ProcessInstance> instances() {
        return engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(key).list();
    }

    /** The case, and those who play: what is to be done about an organisation, such as a flag, is about it. */
    private String[] keys() {
        return Stream.concat(Stream.of(key), players.codes().stream()).toArray(String[]::new);
    }

    private List<Task> tasks() {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKeyIn(keys()).initializeFormKeys().orderByTaskName().asc()
                .orderByTaskCreateTime().asc().listPage(0, MANY);
    }

    private List<String> whoMay(Task task) {
        if (task.getAssignee() != null) {
            return List.of(task.getAssignee());
        }
        Set<String> people = new TreeSet<>();
        List<IdentityLink> links = engine.getTaskService().getIdentityLinksForTask(task.getId());
        links.stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).forEach(group -> engine.getIdentityService()
                .createUserQuery().memberOfGroup(group).list().forEach(user -> people.add(user.getId())));
        links.stream().map(IdentityLink::getUserId).filter(Objects::nonNull).forEach(people::add);
        return List.copyOf(people);
    }

    // Forms

    private JsonNode form(Task task) {
        return read(engine.getFormService().getDeployedTaskForm(task.getId()));
    }

    private static JsonNode read(InputStream deployed) {
        try (InputStream form = deployed) {
            return JSON.readTree(form);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private Map<String, Object> shown(Task task) {
        Map<String, Object> shown = new LinkedHashMap<>();
        VariableMap variables = engine.getFormService().getTaskFormVariables(task.getId());
        variables.keySet().forEach(name -> shown.put(name,
                variables.getValueTyped(name) instanceof JsonValue json ? read(json.getValueSerialized()) : variables.get(name)));
        return shown;
    }

    private static Object read(String json) {
        try {
            return JSON.readValue(json, Object.class);
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private static VariableMap typed(Map<String, Object> answers) {
        VariableMap variables = Variables.createVariables();
        answers.forEach((name, value) -> {
            if (value instanceof List || value instanceof Map) {
                variables.putValueTyped(name, SpinValues.jsonValue(JSON.valueToTree(value).toString()).create());
            } else {
                variables.putValue(name, value);
            }
        });
        return variables;
    }

    /** The sentence of the refusal; empty where it was taken. Whatever else goes wrong is a fault. */
    private static Optional<String> tries(Runnable deed) {
        try {
            deed.run();
            return Optional.empty();
        } catch (RuntimeException exception) {
            for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refusal refusal) {
                    return Optional.of(refusal.sentence());
                }
            }
            Optional<String> told = Stage.told(() -> {
                throw exception;
            });
            return told;
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private void note(String line) {
        minutes.note(line);
    }
}
