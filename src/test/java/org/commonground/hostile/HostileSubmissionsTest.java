package org.commonground.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.commonground.CommonGroundApplication;
import org.commonground.access.Visitor;
import org.commonground.engine.MovableClock;
import org.commonground.hostile.Hostility.Submission;
import org.commonground.stage.Stage;
import org.commonground.stage.TestDatabase;
import org.commonground.story.EveryForm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * Wherever a form stands open, the person who may send it sends what nobody should: over the wire, by every way that could take an answer.
 * Each time it is refused in words, nothing changes in any table, and the log has at most one line. How many, and which, is set by
 * {@code commonground.hostile.count} and {@code commonground.hostile.seed}.
 */
@SpringBootTest(classes = CommonGroundApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@Import(Stage.class)
@ActiveProfiles("test")
class HostileSubmissionsTest {

    private static final int COUNT = Integer.getInteger("commonground.hostile.count", 1_000);
    private static final long SEED = Long.getLong("commonground.hostile.seed", 20261128);
    private static final String PASSWORD = "CommonGround-1";
    /** What only somebody who wrote the program understands. */
    private static final Pattern INSIDE = Pattern.compile(
            "\\b(org|com|java|javax|jakarta|ch|net)\\.[a-z]+\\.|[A-Z]\\w+(Exception|Error)\\b|\\tat |Cannot invoke");
    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    int port;
    @Autowired
    Stage stage;
    @Autowired
    EveryForm forms;
    @Autowired
    ProcessEngine engine;
    @Autowired
    DataSource database;
    @Autowired
    MovableClock clock;

    private final Map<String, Visitor> visitors = new HashMap<>();
    private final Set<String> reached = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Integer> answers = new TreeMap<>();
    private final LogLines log = new LogLines();
    private Map<String, JsonNode> all;
    private Hostility hostility;
    private Tables tables;
    private int number;

    @BeforeEach
    void somebodyListens() throws IOException {
        all = shippedForms();
        hostility = new Hostility(namesInDiagrams());
        tables = new Tables(database);
        log.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(log);
    }

    @AfterEach
    void nobodyListens() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(log);
        stage.whenAllStandStill(() -> { });
        engine.getIdentityService().clearAuthentication();
        clock.reset();
    }

    @Test
    void whatever_is_sent_to_any_form_is_refused_in_words_and_changes_nothing() {
        forms.peopleCome();
        stage.whenAllStandStill(this::sendToWhatIsNew);
        sendTo(starting("organisation", "register-organisation"), forms.coordinator().user());
        sendTo(starting("partnership", "propose-partnership"), forms.partner().user());
        sendTo(starting("matter", "raise-matter"), forms.partner().user());
        try {
            forms.play();
        } catch (RuntimeException stopped) {
            // Whatever was taken that should not have been may have moved a case.
            throw new AssertionError("After %d submissions, by answer %s, the play stopped: %s".formatted(number, answers, faults),
                    stopped);
        }
        assertThat(reached).as("forms that were open").containsExactlyInAnyOrderElementsOf(all.keySet());
        assertThat(faults).as("of %d submissions with seed %d, by answer %s", number, SEED, answers).isEmpty();
    }

    @Test
    void a_text_that_is_merely_odd_is_kept_as_it_was_typed() throws JsonProcessingException {
        forms.peopleCome();
        Visitor partner = loggedIn(forms.partner().user());
        for (String odd : List.of("\u202Egnirts", "مرحبا بالعالم", "${1+1} #{x}", "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "{{constructor.constructor('alert(1)')()}}", "[here](javascript:alert(1)) **bold** _it_", "=1+1", "'; drop table x; --",
                "𝒳🏳️‍🌈👩‍👩‍👧", "Z̸͎̾a̷l̴g̵o̶", "a  b\n\n\tc", "\\u0041 &amp; %00", "> 60 % of our plots are 10*10*5 m")) {
            assertThat(proposes(partner, JSON.writeValueAsString(odd)).status()).as(odd).isEqualTo(200);
            assertThat(new JdbcTemplate(database).queryForObject("select count(*) from partnership where practice = ?", Integer.class, odd))
                    .as(odd).isEqualTo(1);
        }
        // Written by its number: half a character is nothing that UTF-8 can say.
        for (String impossible : List.of("a\\u0000b", "half \\uD83D of it", "bell\\u0007")) {
            assertThat(proposes(partner, "\"" + impossible + "\"").json().path("message").asText()).as(impossible)
                    .isEqualTo("“What works and should grow?” contains characters that cannot be kept, such as control characters: "
                            + "please type it again.");
        }
    }

    /** @param practice as JSON */
    private static Visitor.Answer proposes(Visitor partner, String practice) {
        String answers = """
                {"variables": {"title": {"value": "Odd %s"}, "practice": {"value": %s}, "whyTogether": {"value": "To see."}}}"""
                .formatted(UUID.randomUUID(), practice);
        return partner.send("POST", Visitor.ENGINE + "/process-definition/key/partnership/submit-form",
                answers.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
    }

    private OpenForm starting(String process, String form) {
        return OpenForm.of(all.get(form), "process-definition/key/" + process, null);
    }

    private void sendToWhatIsNew() {
        for (Task task : engine.getTaskService().createTaskQuery().initializeFormKeys().list()) {
            String form = task.getCamundaFormRef() == null ? "" : task.getCamundaFormRef().getKey();
            if (all.containsKey(form) && !reached.contains(form)) {
                sendTo(OpenForm.of(all.get(form), "task/" + task.getId(), task.getProcessInstanceId()), whoMaySend(task));
            }
        }
    }

    private String whoMaySend(Task task) {
        if (task.getAssignee() != null) {
            return task.getAssignee();
        }
        List<String> groups = engine.getTaskService().getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).toList();
        return groups.stream().flatMap(group -> engine.getIdentityService().createUserQuery().memberOfGroup(group).list().stream())
                .map(User::getId).sorted().findFirst().orElseThrow(() -> new AssertionError("Nobody may send " + task.getName()));
    }

    private void sendTo(OpenForm form, String user) {
        reached.add(form.id());
        Visitor visitor = visitors.computeIfAbsent(user, this::loggedIn);
        int share = COUNT / all.size() + (reached.size() <= COUNT % all.size() ? 1 : 0);
        Map<String, String> before = tables.now();
        for (int i = 0; i < share; i++) {
            int nr = ++number;
            Submission submission = hostility.next(new Random(SEED + nr), form);
            String fault = send(visitor, submission);
            if (fault != null) {
                faults.add("Submission %d with seed %d, to %s, %s → %s".formatted(nr, SEED, form.id(), submission, fault));
            }
        }
        Map<String, String> after = tables.now();
        if (!after.equals(before)) {
            Set<String> changed = after.keySet().stream().filter(table -> !after.get(table).equals(before.get(table)))
                    .collect(Collectors.toCollection(TreeSet::new));
            faults.add("Submissions %d to %d with seed %d, to %s, changed %s".formatted(number - share + 1, number, SEED, form.id(),
                    changed));
        }
    }

    /** What is wrong with the answer, or null. */
    private String send(Visitor visitor, Submission submission) {
        log.lines.clear();
        Visitor.Answer answer = visitor.send(submission.method(), Visitor.ENGINE + "/" + submission.path(), submission.body(),
                submission.headers());
        answers.merge((answer.status() / 100) + "xx", 1, Integer::sum);
        List<String> lines = List.copyOf(log.lines);
        if (lines.size() > 1 || lines.stream().anyMatch(line -> line.contains("\n"))) {
            return answer.status() + ", and the log says " + lines.size() + " lines: " + shortened(String.join(" | ", lines));
        }
        // A reader may read, and a way that does nothing may say so: what counts there is that nothing changes.
        if (submission.reads() && answer.status() < 500 || !submission.answer() && answer.status() == 204) {
            return null;
        }
        if (answer.status() < 400 || answer.status() > 499) {
            return shortened(answer.toString());
        }
        String sentence = sentence(answer);
        if (sentence == null || INSIDE.matcher(sentence).find() || submission.answer() && !sentence.matches("(?s)\\P{Ll}.*[.?!]")) {
            return "no sentence: " + shortened(answer.toString());
        }
        return null;
    }

    private static String sentence(Visitor.Answer answer) {
        try {
            String sentence = JSON.readTree(answer.text()).path("message").asText("");
            return sentence.isBlank() ? null : sentence;
        } catch (JsonProcessingException noJson) {
            return null;
        }
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() < 300 ? line : line.substring(0, 300) + "…";
    }

    private Visitor loggedIn(String user) {
        User account = engine.getIdentityService().createUserQuery().userId(user).singleResult();
        account.setPassword(PASSWORD);
        engine.getIdentityService().saveUser(account);
        return Visitor.loggedIn(port, "tasklist", user, PASSWORD);
    }

    private static Map<String, JsonNode> shippedForms() throws IOException {
        Map<String, JsonNode> forms = new TreeMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("file:forms/*/*.form")) {
            try (InputStream form = file.getInputStream()) {
                JsonNode read = JSON.readTree(form);
                forms.put(read.path("id").asText(), read);
            }
        }
        return forms;
    }

    /** Whatever a diagram calls something. */
    private static List<String> namesInDiagrams() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("file:processes/*.bpmn")) {
            try (InputStream diagram = file.getInputStream()) {
                String text = new String(diagram.readAllBytes(), StandardCharsets.UTF_8);
                Matcher expression = Pattern.compile("[$#]\\{([^}]*)}").matcher(text);
                while (expression.find()) {
                    Matcher name = Pattern.compile("[A-Za-z]\\w*").matcher(expression.group(1));
                    while (name.find()) {
                        names.add(name.group());
                    }
                }
                Matcher named = Pattern.compile("(?:elementVariable|resultVariable|source|target|name)=\"(\\w+)\"").matcher(text);
                while (named.find()) {
                    names.add(named.group(1));
                }
            }
        }
        return List.copyOf(names);
    }

    /** What the log says while somebody listens. */
    private static final class LogLines extends AppenderBase<ILoggingEvent> {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            String trace = event.getThrowableProxy() == null ? "" : "\n" + event.getThrowableProxy().getClassName();
            lines.add(event.getFormattedMessage() + trace);
        }
    }
}
