package org.commonground.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.access.Visitor.ENGINE;
import static org.commonground.dispute.process.DisputeStage.DECIDE;
import static org.commonground.dispute.process.DisputeStage.SAY;
import static org.commonground.dispute.process.DisputeStage.TAKE_ON;
import static org.commonground.dispute.process.DisputeStage.WRITE;
import static org.commonground.dispute.process.DisputeStage.inDialogue;
import static org.commonground.dispute.process.DisputeStage.naming;
import static org.commonground.dispute.process.DisputeStage.raises;
import static org.commonground.dispute.process.DisputeStage.says;
import static org.commonground.foundation.Role.ALLY;
import static org.commonground.foundation.Role.EXPERT;
import static org.commonground.foundation.Role.IMPLEMENTER;
import static org.commonground.stage.Stage.with;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.commonground.access.Visitor.Answer;
import org.commonground.closure.ClosingReports;
import org.commonground.closure.ClosureService;
import org.commonground.closure.Trajectory;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.Ladder;
import org.commonground.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A word that stands in everything that is written in a dispute. FAO and the NGO are its sides; the government decides in the end, the
 * shop has no part in it, one coordinator helps and another one does not.
 */
@AccessTest
class WhoReadsDisputesTest {

    private static final String PASSWORD = "CommonGround-1";
    private static final String WORD = "Zwietracht";
    private static final String SAID = "Our " + WORD + " about the seed";

    /** Where what was said is kept: whoever reads these tables reads them for a side, a helper or a decider, each its own. */
    private static final Set<String> KEPT = Set.of("dispute", "dispute_word", "dispute_vote", "matter", "answer", "draft");

    @LocalServerPort
    int port;
    @Autowired
    private Stage stage;
    @Autowired
    private Ladder ladder;
    @Autowired
    private IdentityService identities;
    @Autowired
    private HistoryService history;
    @Autowired
    private PartnershipService partnerships;
    @Autowired
    private ClosureService closures;
    @Autowired
    private ClosingReports reports;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private Clock clock;

    private final Logger all = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("org.commonground");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    private Cast cast;
    private Actor fao;
    private Actor ngo;
    private Actor goi;
    private Actor helper;
    private PartnershipId id;
    private String key;

    @BeforeEach
    void the_log_is_read_and_four_work_together() {
        // The play drives the machine itself.
        executor().shutdown();
        stage.engine().getRepositoryService().createDeployment().name("in-force").enableDuplicateFiltering(false)
                .addClasspathResource("matter/in-force.bpmn").deploy();
        cast = stage.cast().organisation("Fao", "FAO", org.commonground.foundation.Level.NATIONAL, "India", EXPERT)
                .organisation("Goi", "Government of India", org.commonground.foundation.Level.NATIONAL, "India", EXPERT)
                .organisation("Ngo", "Facilitating NGO", org.commonground.foundation.Level.LOCAL, "Guntur", IMPLEMENTER)
                .organisation("Shop", "Retail chain", org.commonground.foundation.Level.NATIONAL, "India", ALLY);
        fao = cast.actor("Fao");
        ngo = cast.actor("Ngo");
        goi = cast.actor("Goi");
        helper = cast.coordinator();
        staff("quietCoordinator", "coordinator");
        staff("quietManager", "manager");
        staff("quietAdmin", "camunda-admin");
        Stream.of(fao, ngo, goi, cast.actor("Shop")).forEach(one -> password(one.user()));
        Map<OrganisationId, Role> partners = new LinkedHashMap<>();
        partners.put(cast.id("Fao"), EXPERT);
        partners.put(cast.id("Goi"), EXPERT);
        partners.put(cast.id("Ngo"), IMPLEMENTER);
        id = ladder.inForce(partners);
        key = id.value();
        partnerships.admit(id, cast.id("Shop"), Standing.ALLY,
                List.of(new SeatIn(ALLY, org.commonground.foundation.Level.NATIONAL, null, null)));
        stage.engine().getRuntimeService().startProcessInstanceByKey("inForce", key);
        ours.setLevel(Level.DEBUG);
        log.start();
        all.addAppender(log);
    }

    @AfterEach
    void the_log_is_closed() {
        all.detachAppender(log);
        ours.setLevel(null);
        executor().start();
    }

    private JobExecutor executor() {
        return ((ProcessEngineConfigurationImpl) stage.engine().getProcessEngineConfiguration()).getJobExecutor();
    }

    @Test
    void what_is_said_in_a_dispute_is_read_by_nobody_who_has_no_part_in_it() {
        raises(fao, key, cast, SAID, "Ngo");
        String today = LocalDate.now(clock).toString();
        Visitor ofNgo = visitor(ngo.user());
        String step = stepOf(ngo, SAY);
        assertThat(ofNgo.get(ENGINE + "/task/" + step + "/form-variables").text()).as("a side reads it").contains(WORD);
        assertThat(ofNgo.call("PUT", "/drafts/" + step, "application/json", "{\"seen\":0,\"words\":{\"words\":\"" + SAID + "\"}}").status())
                .isLessThan(500);
        Answer refused = ofNgo.post(ENGINE + "/task/" + step + "/submit-form", Map.of("variables", Map.of("speaker", text(SAID), "met",
                text("yes"), "metOn", text(LocalDate.now(clock).plusDays(9).toString()), "present", text(SAID), "came", text(SAID), "stand",
                text("talkOn"), "words", text(SAID))));
        assertThat(refused.text()).contains("This talk lies ahead.");
        ofNgo.post(ENGINE + "/task/" + step + "/submit-form", Map.of("variables", Map.of(WORD, text(SAID), "words",
                text(SAID.repeat(9000)))));
        nobodyElseFinds(List.of(goi.user(), cast.actor("Shop").user(), "quietCoordinator", helper.user()));

        fao.completes(SAY, key, inDialogue("moveOn", null, SAID));
        ngo.completes(SAY, key, with("speaker", SAID, "met", "yes", "metOn", today, "present", SAID, "came", SAID, "stand", "moveOn",
                "words", SAID));
        helper.completes(TAKE_ON, key, with());
        helper.completes(WRITE, key, with("outcome", "held", "metOn", today, "present", SAID, "came", SAID, "words", SAID, "again", "yes"));
        Stream.of(goi, cast.actor("Shop")).forEach(one -> assertThat(visitor(one.user()).get("/partnerships/" + key).text())
                .as("that there is one, not whose it is").contains("Dispute 1 (rung 2", SAY, "those whom it concerns")
                .doesNotContain("has sent “" + SAY, "has sent “Describe", "has sent “" + TAKE_ON));
        assertThat(visitor(ngo.user()).get("/partnerships/" + key).text()).as("its sides see it, and that it is their turn")
                .contains(") has sent “" + SAY, ">you, those whom it concerns<");
        fao.completes(SAY, key, says("moveOn", null, SAID));
        ngo.completes(SAY, key, says("moveOn", null, SAID));
        fao.completes(SAY, key, naming("Judge " + WORD, "talkOn", null, SAID));
        nobodyElseFinds(List.of(goi.user(), cast.actor("Shop").user(), "quietCoordinator"));

        stage.fires("Time of rung over", key);
        assertThat(visitor(goi.user()).get(ENGINE + "/task/" + stepOf(goi, DECIDE) + "/form-variables").text()).as("who decides reads it")
                .contains(WORD);
        goi.completes(DECIDE, key, with("ending", "suspension", "words", SAID));
        nobodyElseFinds(List.of(cast.actor("Shop").user(), "quietCoordinator"));
        String page = "/disputes/" + key + "/1";
        Stream.of(fao, ngo, goi, helper).map(Actor::user).forEach(one -> assertThat(visitor(one).get(page).text()).as(one).contains(WORD));
        Stream.of(cast.actor("Shop").user(), "quietCoordinator", "quietManager", "quietAdmin").forEach(one -> {
            assertThat(visitor(one).get(page).status()).as(one).isEqualTo(404);
            assertThat(visitor(one).get("/papers/" + key).text()).as(one).doesNotContain("Dispute 1");
        });

        closures.open(id);
        closures.chooseTrajectory(id, Trajectory.values()[0], "It is done", "x");
        assertThat(reports.of(id).toString()).contains("A dispute").doesNotContain(WORD);
    }

    /** @param readers those of the people before the door who have no part in it; the manager and the administrator never have */
    private void nobodyElseFinds(List<String> readers) {
        List<String> found = new ArrayList<>();
        for (String table : jdbc.queryForList("select table_name from information_schema.tables where lower(table_schema) = 'public'"
                + " and table_type = 'BASE TABLE'", String.class)) {
            if (!KEPT.contains(table.toLowerCase(Locale.ROOT)) && holdsTheWord(table)) {
                found.add("the table " + table);
            }
        }
        assertThat(found).as("nothing of it in the engine, in mails, or elsewhere").isEmpty();
        for (String user : Stream.concat(readers.stream(), Stream.of("quietManager", "quietAdmin")).toList()) {
            Visitor visitor = visitor(user);
            addresses().forEach(address -> {
                Answer answer = visitor.get(address);
                if (answer.text() != null && answer.text().contains(WORD)) {
                    found.add(user + " at " + address);
                }
            });
        }
        List.of("quietManager", "quietAdmin").forEach(user -> {
            Visitor byName = Visitor.withPassword(port, user, PASSWORD);
            addresses().stream().filter(address -> address.startsWith(ENGINE)).map(address -> address.replace(ENGINE, "/engine-rest"))
                    .filter(address -> byName.get(address).text().contains(WORD)).forEach(address -> found.add(user + " at " + address));
        });
        assertThat(found).as("somebody reads it who has no part in it").isEmpty();
        assertThat(log.list.stream().map(line -> line.getFormattedMessage() + (line.getThrowableProxy() == null ? ""
                : ThrowableProxyUtil.asString(line.getThrowableProxy()))).filter(line -> line.contains(WORD))).as("the log").isEmpty();
    }

    private boolean holdsTheWord(String table) {
        return jdbc.queryForList("select * from \"" + table + "\"").stream().flatMap(row -> row.values().stream()).anyMatch(value ->
                value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8).contains(WORD)
                        : String.valueOf(value).contains(WORD));
    }

    /** What a browser can ask: of the engine what Tasklist and Cockpit ask, of every task and instance of the case, and our own pages. */
    private List<String> addresses() {
        Set<String> addresses = new TreeSet<>(Stream.of("/task", "/process-instance", "/execution", "/variable-instance", "/job",
                "/incident", "/event-subscription", "/history/task", "/history/variable-instance", "/history/detail",
                "/history/activity-instance", "/history/process-instance", "/history/user-operation",
                "/history/job-log", "/history/incident", "/history/identity-link-log", "/history/external-task-log",
                "/history/decision-instance", "/deployment", "/filter")
                .map(path -> ENGINE + path + "?maxResults=500").toList());
        history.createHistoricTaskInstanceQuery().processInstanceBusinessKey(key).list().forEach(task -> {
            Stream.of("", "/form", "/form-variables", "/rendered-form", "/deployed-form", "/variables", "/localVariables", "/comment",
                    "/attachment", "/identity-links").forEach(part -> addresses.add(ENGINE + "/task/" + task.getId() + part));
            Stream.of("/drafts/", "/after/", "/answers/").forEach(page -> addresses.add(page + task.getId()));
        });
        history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(key).list().forEach(instance -> {
            Stream.of("", "/variables", "/activity-instances").forEach(part -> addresses.add(
                    ENGINE + "/process-instance/" + instance.getId() + part));
            addresses.add("/answers/" + instance.getId());
        });
        addresses.addAll(List.of("/answers", "/cases", "/cases?find=" + key, "/cases?find=" + WORD, "/starts", "/", "/partnerships/" + key,
                "/papers/" + key,
                "/disputes/" + key + "/1", "/disputes/" + key + "/1/pdf", "/agreements/" + key + "/1", "/amendments/" + key + "/1"));
        return List.copyOf(addresses);
    }

    private String stepOf(Actor who, String label) {
        return who.task(label, key).getId();
    }

    private static Map<String, Object> text(String words) {
        return Map.of("value", words, "type", "String");
    }

    private Visitor visitor(String user) {
        return Visitor.loggedIn(port, "tasklist", user, PASSWORD);
    }

    private void staff(String user, String group) {
        if (identities.createUserQuery().userId(user).count() == 0) {
            User account = identities.newUser(user);
            account.setPassword(PASSWORD);
            identities.saveUser(account);
            identities.createMembership(user, group);
        }
        password(helper.user());
    }

    private void password(String user) {
        User account = identities.createUserQuery().userId(user).singleResult();
        account.setPassword(PASSWORD);
        identities.saveUser(account);
    }
}
