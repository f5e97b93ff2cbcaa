package org.commonground.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.commonground.CommonGroundApplication;
import org.commonground.access.Visitor;
import org.commonground.agreement.AgreedTerms;
import org.commonground.agreement.AgreementService;
import org.commonground.agreement.SealedAgreement;
import org.commonground.closure.ClosureService;
import org.commonground.document.Document;
import org.commonground.document.Documents;
import org.commonground.engine.MovableClock;
import org.commonground.engine.Rehearsal;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.SecretariatGroup;
import org.commonground.organisation.OrganisationService;
import org.commonground.meeting.MeetingCount;
import org.commonground.meeting.MeetingRecords;
import org.commonground.meeting.MeetingService;
import org.commonground.partnership.Action;
import org.commonground.partnership.Actions;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.period.PeriodService;
import org.commonground.reporting.ReportService;
import org.commonground.reporting.ResultKind;
import org.commonground.reporting.WorkResult;
import org.commonground.review.ReviewCard;
import org.commonground.review.ReviewService;
import org.commonground.review.WayForward;
import org.commonground.stage.TestDatabase;
import org.commonground.work.Alert;
import org.commonground.work.AlertKind;
import org.commonground.work.Alerts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a visitor finds at the first start. Runs in a JVM of its own: its engine would take the place of the one that the browser uses. */
@Tag("demo")
@SpringBootTest(classes = CommonGroundApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"camunda.bpm.job-execution.enabled=false", "commonground.scheduled=false"})
@ContextConfiguration(initializers = TestDatabase.class)
@ActiveProfiles("demo")
class DemoTest {

    @Autowired
    private MeetingService meetings;
    @Autowired
    private MeetingRecords records;
    @Autowired
    private Demo demo;
    @Autowired
    private DemoClock demoClock;
    @Autowired
    private MovableClock clock;
    @Autowired
    private Rehearsal rehearsal;
    @LocalServerPort
    private int port;
    @Autowired
    private OrganisationService organisations;
    @Autowired
    private PartnershipService partnerships;
    @Autowired
    private AgreementService agreements;
    @Autowired
    private AgreedTerms agreed;
    @Autowired
    private PeriodService periods;
    @Autowired
    private ReportService reports;
    @Autowired
    private Alerts alerts;
    @Autowired
    private ReviewService reviews;
    @Autowired
    private Actions actions;
    @Autowired
    private ClosureService closures;
    @Autowired
    private Documents documents;
    @Autowired
    private ProcessEngine engine;

    @Test
    void time_stands_still_until_the_first_person_logs_in_and_then_stays_as_far_behind() {
        Instant stood = clock.instant();
        assertThat(Instant.now()).as("while the system’s time went on").isAfter(stood);
        assertThat(clock.instant()).isEqualTo(stood);
        assertThatThrownBy(() -> Visitor.loggedIn(port, "tasklist", "ffsParticipant", "wrong")).isInstanceOf(IllegalStateException.class);
        assertThat(clock.instant()).as("whoever does not come in starts nothing").isEqualTo(stood);

        Visitor.loggedIn(port, "tasklist", "ffsParticipant", "CommonGround-1");
        Duration behind = rehearsal.behind().orElseThrow();
        assertThat(Duration.between(clock.instant(), Instant.now())).isBetween(behind.minusSeconds(1), behind.plusSeconds(1));

        Visitor.loggedIn(port, "tasklist", "ngoImplementer", "CommonGround-1");
        assertThat(rehearsal.behind()).as("the second one changes nothing").contains(behind);
        demoClock.begins();
        assertThat(Duration.between(clock.instant(), Instant.now())).as("after a restart").isBetween(behind.minusSeconds(1),
                behind.plusSeconds(1));
    }

    @Test
    void both_casts_are_on_stage() {
        assertThat(organisations.verified()).hasSize(15);
    }

    @Test
    void one_partnership_has_sealed_its_agreement() throws Exception {
        PartnershipId cotton = numbered("Cotton without poison in Andhra Pradesh");
        assertThat(partnerships.members(cotton)).hasSize(7);
        SealedAgreement sealed = agreed.of(cotton);
        assertThat(agreements.isIntact(cotton, sealed.version())).isTrue();
        try (PDDocument printed = Loader.loadPDF(documents.content(sealed.document()))) {
            String text = new PDFTextStripper().getText(printed).replaceAll("\\s+", " ");
            assertThat(text).contains("Central Institute for Cotton Research", "36 months", "we send the auditors ourselves", "INR")
                    .doesNotContain("Fair cotton retail chain", "Five years would bind");
        }
    }

    @Test
    void one_partnership_is_in_the_second_round_of_its_negotiation() {
        PartnershipId alliance = numbered("Learning alliance for rural enterprises");
        assertThat(open(alliance)).extracting(Task::getName).containsOnly("State positions").hasSize(3);
        assertThat(open(alliance)).extracting(Task::getDueDate)
                .allMatch(due -> due.toInstant().isAfter(Instant.now().plus(8, ChronoUnit.MINUTES)));
    }

    @Test
    void one_partnership_is_choosing_its_partners() {
        assertThat(open(numbered("Chillies without mould in Guntur"))).extracting(Task::getName)
                .containsOnly("Answer invitation", "State profile", "Assess candidate");
    }

    @Test
    void one_partnership_is_at_work_and_has_held_two_reviews_in_time() {
        PartnershipId rice = numbered("Rice with less water in Guntur");
        assertThat(partnerships.card(rice).phase()).isEqualTo(Phase.IN_FORCE);
        assertThat(reviews.reviews(rice)).extracting(ReviewCard::way).containsExactly(WayForward.CORRECT, WayForward.CONTINUE);
        assertThat(reviews.reviews(rice)).allMatch(review -> review.shown() && !review.isLate());
        assertThat(reviews.health(rice)).filteredOn(health -> health.reviewNr() == 2).extracting(health -> health.finding().trend())
                .contains("better", "worse");
        assertThat(documents.of(rice)).extracting(Document::name).filteredOn(name -> name.startsWith("Review report")).hasSize(2);
        assertThat(actions.all(rice)).extracting(Action::open).contains(true, false);
    }

    @Test
    void its_meetings_came_as_often_as_agreed_and_a_policy_came_of_one() {
        PartnershipId rice = numbered("Rice with less water in Guntur");
        assertThat(meetings.counts(rice)).extracting(MeetingCount::inWords).containsExactly("2 of 2 held", "0 of 1 held; to 1 nobody came");
        assertThat(records.policies(rice)).hasSize(1);
        assertThat(dueOf("Meeting due", rice)).isAfter(Instant.now().plus(1, ChronoUnit.HOURS));
    }

    @Test
    void its_secretariat_has_something_to_do_and_nobody_in_a_case_of_the_own_organisation() {
        PartnershipId rice = numbered("Rice with less water in Guntur");
        Task help = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(rice.value()).taskName("Take on facilitation")
                .singleResult();
        assertThat(engine.getTaskService().getIdentityLinksForTask(help.getId())).extracting(link -> link.getGroupId())
                .containsExactlyInAnyOrder("coordinator", new SecretariatGroup(rice, new OrganisationId("Ngo")).id());
        assertThat(engine.getIdentityService().createUserQuery().memberOfGroup(SecretariatGroup.of(rice).id()).list())
                .extracting(User::getId).containsExactlyInAnyOrder("ngoImplementer", "doaImplementer");
    }

    @Test
    void its_work_has_grown_and_money_that_came_late_has_come() {
        PartnershipId rice = numbered("Rice with less water in Guntur");
        assertThat(periods.periods(rice)).hasSize(5);
        assertThat(reports.results(rice)).extracting(WorkResult::kind)
                .containsExactly(ResultKind.POLICY, ResultKind.GRANT, ResultKind.POLICY);
        assertThat(alerts.of(rice)).filteredOn(alert -> alert.kind() == AlertKind.MONEY_LATE).hasSize(1).noneMatch(Alert::isOpen);
    }

    @Test
    void it_waits_for_the_part_of_each_seat_for_a_word_about_money_for_a_signature_under_a_change_and_for_help_in_a_quarrel() {
        PartnershipId rice = numbered("Rice with less water in Guntur");
        assertThat(open(rice)).extracting(Task::getName)
                .containsExactlyInAnyOrder("Report progress", "Report progress", "State experience", "State advice", "State decisions",
                        "State support", "Confirm instalment", "Sign agreement", "State outcome",
                        "State outcome", "Take on facilitation");
        assertThat(dueOf("Review due", rice)).isBetween(Instant.now().plus(2, ChronoUnit.HOURS), Instant.now().plus(4, ChronoUnit.HOURS));
    }

    @Test
    void one_partnership_is_closed_and_somebody_will_ask_what_became_of_it() throws Exception {
        PartnershipId honey = numbered("Honey from Matagalpa for the city");
        assertThat(partnerships.card(honey).phase()).isEqualTo(Phase.ENDED);
        assertThat(reviews.reviews(honey)).hasSize(2).allMatch(review -> review.report() != null);
        try (PDDocument printed = Loader.loadPDF(documents.content(closures.card(honey).report()))) {
            assertThat(new PDFTextStripper().getText(printed).replaceAll("\\s+", " "))
                    .contains("164", "Union of coffee cooperatives", "One name, one price");
        }
        assertThat(open(honey)).isEmpty();
        assertThat(dueOf("Six months over", honey))
                .isBetween(Instant.now().plus(10, ChronoUnit.MINUTES), Instant.now().plus(30, ChronoUnit.MINUTES));
    }

    @Test
    void nothing_is_overdue_when_the_first_visitor_comes() {
        Date soon = Date.from(Instant.now().plus(3, ChronoUnit.MINUTES));
        assertThat(engine.getManagementService().createJobQuery().timers().duedateLowerThan(soon).list()).isEmpty();
        assertThat(engine.getTaskService().createTaskQuery().dueBefore(soon).list()).extracting(Task::getName).isEmpty();
    }

    @Test
    void everybody_of_the_cast_can_log_in_with_the_password_of_the_readme() {
        for (String user : List.of("admin", "manager", "designer", "coordinator", "faoExpert", "goiResourceProvider", "coopParticipant",
                "unaExpert")) {
            assertThat(engine.getIdentityService().checkPassword(user, "CommonGround-1")).as(user).isTrue();
        }
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void a_later_start_leaves_everything_as_it_is_and_says_when_the_first_was_interrupted(CapturedOutput log) {
        long tasks = engine.getTaskService().createTaskQuery().count();
        demo.setTheStage();
        assertThat(engine.getTaskService().createTaskQuery().count()).isEqualTo(tasks);
        assertThat(log).doesNotContain("interrupted");
        engine.getManagementService().deleteProperty("commonground.rehearsal.over");
        demo.setTheStage();
        assertThat(log).contains("Delete the folder .data and start again");
        assertThat(engine.getTaskService().createTaskQuery().count()).isEqualTo(tasks);
    }

    private PartnershipId numbered(String title) {
        return engine.getHistoryService().createHistoricProcessInstanceQuery().processDefinitionKey("partnership").list().stream()
                .map(instance -> new PartnershipId(instance.getBusinessKey())).filter(id -> partnerships.card(id).title().equals(title))
                .findFirst().orElseThrow();
    }

    private Instant dueOf(String timer, PartnershipId partnership) {
        return engine.getManagementService().createJobQuery().timers().list().stream()
                .filter(job -> engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(job.getProcessInstanceId())
                        .singleResult().getBusinessKey().equals(partnership.value()))
                .filter(job -> engine.getRepositoryService().getBpmnModelInstance(job.getProcessDefinitionId()).getModelElementById(
                        engine.getManagementService().createJobDefinitionQuery().jobDefinitionId(job.getJobDefinitionId()).singleResult()
                                .getActivityId()).getAttributeValue("name").equals(timer))
                .findFirst().orElseThrow().getDuedate().toInstant();
    }

    private List<Task> open(PartnershipId partnership) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(partnership.value()).list();
    }
}
