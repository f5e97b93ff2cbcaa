package org.commonground.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.commonground.engine.KnownCode;
import org.commonground.engine.KnownCode.KnownMachine;
import org.commonground.engine.KnownCode.KnownStep;
import org.commonground.engine.ModelLaws;
import org.commonground.engine.ShippedModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Every law about what is drawn: two small rooms that keep them all ({@code laws/} among the test's resources), broken in one place
 * each, and the sentence that somebody who draws reads then.
 */
class ModelLawsTest {

    private static final String VISIT = "processes/visit.bpmn";
    private static final String TRAVEL = "processes/travel.bpmn";
    private static final KnownStep REPORT = new KnownStep("ReportVisit", "visit", List.of("report-visit"), "coordinator",
            Set.of("place"), Set.of("words"));
    private static final KnownStep RATE = new KnownStep("RateVisit", "visit", List.of("visit-rating"), null, Set.of("days"),
            Set.of("rows"));
    private static final KnownStep WANT = new KnownStep("WantTravel", "travel", List.of("want-travel"), "coordinator", Set.of(),
            Set.of("wanted"));
    private static final KnownStep NAME = new KnownStep("NameTravellers", "travel", List.of("name-travellers"), "${starter}", Set.of(),
            Set.of("travellers"));
    private static final KnownMachine OPEN = new KnownMachine("openVisitDelegate", "VisitMachine", "visit");
    private static final List<KnownStep> STEPS = List.of(REPORT, RATE, WANT, NAME);

    private static KnownCode code(List<KnownStep> steps, List<KnownMachine> machines, Map<String, String> called) {
        return new KnownCode(steps, machines, Set.of("visits", "travels"), List.of("VisitCancelled", "TravelEnded"), called);
    }

    private static KnownCode code() {
        return code(STEPS, List.of(OPEN), Map.of());
    }

    private static String text(String file) {
        try {
            return new ClassPathResource("laws/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static Map<String, String> texts(String... files) {
        Map<String, String> texts = new TreeMap<>();
        for (String file : files) {
            texts.put(file, text(file));
        }
        return texts;
    }

    private static ShippedModels models() {
        return new ShippedModels(texts(VISIT, TRAVEL),
                texts("forms/visit/report-visit.form", "forms/travel/want-travel.form", "forms/travel/name-travellers.form"),
                texts("processes/visit-rating.dmn"));
    }

    /** Quotes are written as ' here. */
    private static ShippedModels broken(String file, String foundText, String insteadText) {
        String found = foundText.replace('\'', '"');
        String instead = insteadText.replace('\'', '"');
        ShippedModels models = models();
        for (Map<String, String> texts : List.of(models.diagrams(), models.forms(), models.decisions())) {
            texts.computeIfPresent(file, (same, text) -> {
                assertThat(text).as("what is to be broken").contains(found);
                return text.replace(found, instead);
            });
        }
        return models;
    }

    @Test
    void two_rooms_that_keep_the_laws_hear_no_complaint() {
        assertThat(ModelLaws.complaints(models(), code())).isEmpty();
    }

    private static Arguments row(String file, String found, String instead, String sentence) {
        return arguments(file, found, instead, sentence);
    }

    static Stream<Arguments> processes() {
        String file = VISIT;
        return Stream.of(
                row(file, "<?xml", "drawn <?xml",
                        "processes/visit.bpmn is no diagram that can be read: open it in Modeler and save it again."),
                row(file, "</bpmn:process>", "</bpmn:process><bpmn:process id='other' />",
                        "processes/visit.bpmn holds 2 processes: draw each in a file of its own."),
                row(file, "process id='visit'", "process id='visits'",
                        "The process in processes/visit.bpmn has the id “visits”: make it “visit”, like its file."),
                row(file, "name='Visit'", "name='Journey'",
                        "The process in processes/visit.bpmn is named “Journey”: name it “Visit”, like its file."),
                row(file, "isExecutable='true'", "isExecutable='false'",
                        "The process in processes/visit.bpmn cannot run: tick “Executable”."),
                row(file, "camunda:historyTimeToLive='P3650D'", "",
                        "The process in processes/visit.bpmn does not say how long its history is kept: set “Time to live”, such as"
                                + " P3650D."),
                row(file, "InTasklist='false'", "InTasklist='true'",
                        "The process in processes/visit.bpmn begins without a form, but people could start it: untick “Startable”."),
                row(TRAVEL, "isExecutable='true'", "isExecutable='true' camunda:isStartableInTasklist='false'",
                        "The process in processes/travel.bpmn begins with a form, but people cannot start it: tick “Startable”."));
    }

    static Stream<Arguments> boxes() {
        String file = VISIT;
        return Stream.of(
                row(file, "name='Report visit'", "",
                        "“Task_ReportVisit” in processes/visit.bpmn has no label: say with a verb and an object what is done, such as"
                                + " “Sign agreement”."),
                row(file, "name='Report visit'", "name='Reporting'",
                        "“Reporting” in processes/visit.bpmn is no label of two to four words in sentence case: say it with a verb and an"
                                + " object, such as “Sign agreement”."),
                row(file, "name='Report visit'", "name='Handle visit'",
                        "“Handle visit” in processes/visit.bpmn is a label that says nothing: name what people do, without handle,"
                                + " process, manage, update status or data."),
                row(file, "name='Report visit'", "name='Describe visit'",
                        "“Describe visit” in processes/visit.bpmn has the id “Task_ReportVisit”: make it “Task_DescribeVisit”, like its"
                                + " label."),
                row(file, "formRef='report-visit'", "formRef='want-travel'",
                        "“Report visit” in processes/visit.bpmn has the form “want-travel”: choose the Camunda form “report-visit”, like"
                                + " its label."),
                row(file, "name='Report visit'", "name='Describe visit'",
                        "“Describe visit” in processes/visit.bpmn has no form: draw forms/visit/describe-visit.form."),
                row(file, "name='Report visit'", "name='Describe visit'",
                        "“Describe visit” in processes/visit.bpmn has no code that takes “describe-visit”: write the class DescribeVisit"
                                + " in the package visit.process."),
                row(file, "formRefBinding='deployment'", "formRefBinding='latest'",
                        "“Report visit” in processes/visit.bpmn has a form of any version: set the binding of its form to “deployment”."),
                row(file, "camunda:candidateGroups='coordinator'", "",
                        "“Report visit” in processes/visit.bpmn is nobody's task: set its assignee or its candidate groups."),
                row(file, "'coordinator' />",
                        "'coordinator'><bpmn:extensionElements><camunda:inputOutput /></bpmn:extensionElements></bpmn:userTask>",
                        "“Report visit” in processes/visit.bpmn has inputs or outputs: delete them, its form's class shows what is"
                                + " needed."),
                row(file, "'coordinator' />",
                        "'coordinator'><bpmn:extensionElements><camunda:taskListener event='create'"
                                + " expression='${visits.tell(execution)}' /></bpmn:extensionElements></bpmn:userTask>",
                        "“Report visit” in processes/visit.bpmn has a task listener: delete it, its form's class is asked anyway."),
                row(file, "'coordinator' />",
                        "'coordinator'><bpmn:extensionElements><camunda:executionListener event='start'"
                                + " expression='${visits.tell(execution)}' /></bpmn:extensionElements></bpmn:userTask>",
                        "“Report visit” in processes/visit.bpmn has an execution listener: draw a service task instead, so that everybody"
                                + " sees it."),
                row(file, "bpmn:businessRuleTask", "bpmn:scriptTask",
                        "“Rate visit” in processes/visit.bpmn is a script task: make it a user task, a service task or a business rule"
                                + " task."),
                row(file, "${openVisitDelegate}", "${openDelegate}",
                        "“Open visit” in processes/visit.bpmn is done by “${openDelegate}”: set its delegate expression to"
                                + " “${openVisitDelegate}”."),
                row(file, "name='Open visit'", "name='Begin visit'",
                        "“Begin visit” in processes/visit.bpmn has no code: write the method beginVisitDelegate in VisitMachine of the"
                                + " package visit.process."),
                row(file, "camunda:asyncBefore='true' camunda:delegate", "camunda:delegate",
                        "“Open visit” in processes/visit.bpmn is done by the machine, so that a failure must stop here and nowhere else:"
                                + " tick “Asynchronous before”."),
                row(file, "decisionRef='visit-rating'", "decisionRef='visit-grade'",
                        "“Rate visit” in processes/visit.bpmn asks the decision “visit-grade”, but there is no processes/visit-grade.dmn:"
                                + " draw it, or name another decision."),
                row(file, "decisionRef='visit-rating'", "decisionRef='visit-grade'",
                        "“Rate visit” in processes/visit.bpmn has no code that takes “visit-grade”: write the class RateVisit in the"
                                + " package visit.process."),
                row(file, "name='Rate visit'", "name='Judge visit'",
                        "“Judge visit” in processes/visit.bpmn is done by RateVisit: call the class JudgeVisit, like its label."),
                row(file, "camunda:mapDecisionResult", "camunda:resultVariable='rating' camunda:mapDecisionResult",
                        "“Rate visit” in processes/visit.bpmn stores its result as “rating”: empty that field, its class takes the"
                                + " result."),
                row(file, "camunda:asyncBefore='true' camunda:decision", "camunda:decision",
                        "“Rate visit” in processes/visit.bpmn is done by the machine, so that a failure must stop here and nowhere else:"
                                + " tick “Asynchronous before”."),
                row(TRAVEL, "Name travellers", "Report visit",
                        "Two user tasks are labelled “Report visit”, in processes/travel.bpmn and in processes/visit.bpmn: people could"
                                + " not tell them apart, so label one otherwise."));
    }

    static Stream<Arguments> flows() {
        String file = VISIT;
        return Stream.of(
                row(file, "Another visit?", "Another visit",
                        "“Another visit” in processes/visit.bpmn has several ways out: label the gateway with a question, such as “All"
                                + " agreed?”."),
                row(file, "Another visit?", "One more visit?",
                        "“One more visit?” in processes/visit.bpmn has the id “Gateway_AnotherVisit”: make it “Gateway_OneMoreVisit”,"
                                + " like its label."),
                row(file, "default='Flow_Enough'", "",
                        "“Another visit?” in processes/visit.bpmn has no default: mark the way that is taken when no other answer fits."),
                row(file, "name='no'", "",
                        "“Another visit?” in processes/visit.bpmn has the way out Flow_Enough without a label: write the answer on it."),
                row(file, "${visits.another(execution)}", "${visits.count(execution) > 3}",
                        "“Another visit?” in processes/visit.bpmn computes “${visits.count(execution) > 3}” for the answer “yes”: ask a"
                                + " variable or a bean, such as ${closures.reviewed(execution)}."),
                row(file, "${visits.another(execution)}", "${secrets.another(execution)}",
                        "“Another visit?” in processes/visit.bpmn asks “secrets”, which diagrams may not ask: name a bean that is open to"
                                + " models."),
                row(file, "${visits.visitors(execution)}", "${secrets.visitors(execution)}",
                        "“Each visitor” in processes/visit.bpmn asks “secrets”, which diagrams may not ask: name a bean that is open to"
                                + " models."),
                row(file, "name='Visits over'", "",
                        "“EndEvent_VisitsOver” in processes/visit.bpmn has no label: say what has come about, such as “Agreement sealed”."),
                row(file, "name='Visits over'", "name='Visits done'",
                        "“Visits done” in processes/visit.bpmn has the id “EndEvent_VisitsOver”: make it “EndEvent_VisitsDone”, like its"
                                + " label."),
                row(file, "name='Visits over' camunda:asyncBefore='true'", "name='Visits over'",
                        "“Visits over” in processes/visit.bpmn ends a room that others call, and would write into theirs while people"
                                + " write here: tick “Asynchronous before”."),
                row(file, "camunda:asyncAfter='true' camunda:collection", "camunda:collection",
                        "“Each visitor” in processes/visit.bpmn is done by several at one moment: tick “Asynchronous after” on the"
                                + " multi-instance."),
                row(TRAVEL, "assignee='${starter}' />",
                        "assignee='${starter}'><bpmn:multiInstanceLoopCharacteristics camunda:asyncAfter='true'"
                                + " camunda:collection='${travels.all(execution)}' /></bpmn:userTask>",
                        "“Name travellers” in processes/travel.bpmn is done by several: draw a subprocess around it, and let that be"
                                + " repeated."),
                row(file, "name='VisitCancelled'", "name='VisitMoved'",
                        "processes/visit.bpmn waits for the message “VisitMoved”, but nothing in the application tells it: name it like a"
                                + " fact, or write the record VisitMoved."),
                row(TRAVEL, "calledElement='visit'", "calledElement='stay'",
                        "“Visit” in processes/travel.bpmn calls the room “stay”, but there is no processes/stay.bpmn: draw it, or call"
                                + " another room."),
                row(TRAVEL, "calledElement='visit'", "calledElement='${travels.room(execution)}'",
                        "“Visit” in processes/travel.bpmn asks which room it calls, but no part of the application names one: register a"
                                + " room."),
                row(TRAVEL, "calledElement='visit'", "calledElement='${secrets.room(execution)}'",
                        "“Visit” in processes/travel.bpmn asks “secrets”, which diagrams may not ask: name a bean that is open to models."),
                row(TRAVEL, "camunda:asyncAfter='true'", "",
                        "“Visit” in processes/travel.bpmn may return at the moment when another room does: tick “Asynchronous after”."),
                row(TRAVEL, "<bpmn:endEvent id='EndEvent_EverybodyBack' name='Everybody back' /> </bpmn:process>".replace("> <", ">\n  <"),
                        "<bpmn:endEvent id='EndEvent_EverybodyBack' name='Everybody back' /><bpmn:subProcess id='Scope_Cancelled'"
                                + " name='Cancelled' triggeredByEvent='true'><bpmn:startEvent id='StartEvent_VisitCancelled'"
                                + " name='Visit cancelled'><bpmn:messageEventDefinition messageRef='Message_Cancelled' />"
                                + "</bpmn:startEvent></bpmn:subProcess></bpmn:process>"
                                + "<bpmn:message id='Message_Cancelled' name='VisitCancelled' />",
                        "“Visit” in processes/travel.bpmn goes on hearing for this room what it hears itself, and whatever comes before the"
                                + " next box would be lost: untick “Asynchronous after”."),
                row(TRAVEL, "<camunda:in businessKey='#{execution.processBusinessKey}' />",
                        "<camunda:in source='matter' target='matter' />",
                        "“Visit” in processes/travel.bpmn does not pass the number of the case on: tick “Business key”."));
    }

    static Stream<Arguments> colours() {
        String does = ". The command “colour” in CONTRIBUTING.md does it.";
        String coordinates = " is for the coordinator and the secretariat: give it their colour, the fill #a3d9b4 and the line #14432a"
                + does;
        String report = "“Report visit” in processes/visit.bpmn";
        return Stream.of(
                row(VISIT, "bioc:stroke='#14432a' bioc:fill='#a3d9b4' color:background-color='#a3d9b4' color:border-color='#14432a'", "",
                        report + coordinates),
                row(VISIT, "color:background-color='#a3d9b4'", "color:background-color='#dcebfa'", report + coordinates),
                row(VISIT, "bioc:stroke='#14432a'", "bioc:stroke='#0d4372'", report + coordinates),
                row(VISIT, "camunda:candidateGroups='coordinator'", "camunda:candidateGroups='manager'",
                        report + " is for staff, that is the manager, administrators and process designers: give it their colour, the fill"
                                + " #db9a3c and the line #331b00" + does),
                row(VISIT, "bpmnElement='Task_OpenVisit'", "bpmnElement='Task_OpenVisit' bioc:fill='#dcebfa'",
                        "“Open visit” in processes/visit.bpmn has a colour, but nobody does it by hand: take the colour away" + does),
                row(TRAVEL, "bioc:stroke='#14432a'", "", "“Travel wanted” in processes/travel.bpmn" + coordinates),
                row(TRAVEL, "bioc:stroke='#0d4372'", "",
                        "“Name travellers” in processes/travel.bpmn is for partners, that is people of organisations: give it their colour,"
                                + " the fill #dcebfa and the line #0d4372" + does));
    }

    static Stream<Arguments> decisions() {
        String file = "processes/visit-rating.dmn";
        return Stream.of(
                row(file, "<?xml", "decided <?xml",
                        "processes/visit-rating.dmn is no decision that can be read: open it in Modeler and save it again."),
                row(file, "</decision>", "</decision><decision id='other' name='Other' />",
                        "processes/visit-rating.dmn holds 2 decisions: write each in a file of its own."),
                row(file, "decision id='visit-rating'", "decision id='rating'",
                        "processes/visit-rating.dmn has the id “rating”: make it “visit-rating”, like its file."),
                row(file, "camunda:historyTimeToLive='P3650D'", "",
                        "processes/visit-rating.dmn does not say how long its history is kept: set “Time to live”, such as P3650D."),
                row(file, "<description>Nobody learns a place in a day</description>", "",
                        "processes/visit-rating.dmn has the rule “Rule_Short” without a reason: say why in its annotation."),
                row(file, "name='rating'", "name='reason'",
                        "processes/visit-rating.dmn has the rule “Rule_Short” that says twice why: delete its annotation, people read the"
                                + " column “reason”."),
                row(file, "<text>days</text>", "<text>nights</text>",
                        "processes/visit-rating.dmn asks “nights”, which RateVisit does not show: add that to its record, or delete the"
                                + " column."),
                row(file, "<text>days</text>", "<text>nights</text>",
                        "processes/visit-rating.dmn does not ask “days”, which RateVisit shows: add a column, or delete that from its"
                                + " record."));
    }

    static Stream<Arguments> forms() {
        String file = "forms/visit/report-visit.form";
        String list = "forms/travel/name-travellers.form";
        return Stream.of(
                row(file, "{\n  'type': 'default'", "drawn",
                        "forms/visit/report-visit.form is no form that can be read: open it in Modeler and save it again."),
                row(file, "'id': 'report-visit'", "'id': 'report'",
                        "forms/visit/report-visit.form has the id “report”: make it “report-visit”, like its file."),
                row(file, "{{caseNumber}}", "",
                        "forms/visit/report-visit.form does not say which case it is about: begin with an HTML part that holds"
                                + " {{caseTitle}}, {{caseNumber}} and {{casePhase}}."),
                row(file, "'key': 'words'", "'key': 'report'",
                        "forms/visit/report-visit.form asks “report”, which ReportVisit does not take: add it to the record Given, or"
                                + " delete the question."),
                row(file, "'key': 'words'", "'key': 'report'",
                        "forms/visit/report-visit.form does not ask “words”, which ReportVisit takes: add a question with that key, or"
                                + " delete it from the record Given."),
                row(file, "{{place}}", "{{town}}",
                        "forms/visit/report-visit.form shows “town”, which ReportVisit does not know: add it to the record Shown, or"
                                + " delete it from the form."),
                row(file, "{{place}}", "{{town}}",
                        "forms/visit/report-visit.form does not show “place”, which ReportVisit reads: show it, or delete it from the"
                                + " record Shown."),
                row(file, "'type': 'html',\n      'content'", "'type': 'text',\n      'text'",
                        "forms/visit/report-visit.form shows keys in the text part “Field_Case”, where people's words would be run as"
                                + " markdown: take an HTML part."),
                row(file, "'content': '<p>", "'content': '<p title={{place}}>",
                        "forms/visit/report-visit.form has a key inside of “<p title={{place}}>”: only {{caseNumber}}, {{version}},"
                                + " {{scan}} and {{this.lesson}} may stand in a mark."),
                row(file, "'content': '<p>", "'content': '=place<p>",
                        "forms/visit/report-visit.form makes the HTML part “Field_Case” out of an expression: write it out, with"
                                + " {{keys}}."),
                row(list, "'maxLength': 100", "'maxLength': 100, 'min': 1, 'max': 5",
                        "forms/travel/name-travellers.form asks the rating “Name” as a number: ask it as five choices with words."),
                row(file, "'type': 'textarea'", "'type': 'filepicker'",
                        "forms/visit/report-visit.form has “What did you see?”, a part that cannot be shown here (filepicker): take"
                                + " another one."),
                row(file, "'label': 'What did you see?',", "",
                        "forms/visit/report-visit.form asks “words” without a label: write the question."),
                row(file, "'key': 'words',", "'key': 'words', 'defaultValue': 'A place',",
                        "forms/visit/report-visit.form has answered “What did you see?” already: empty its default value."),
                row(file, "'description': 'The others read it',", "",
                        "forms/visit/report-visit.form asks “What did you see?” without a reason: say in its description why, or what"
                                + " for."),
                row(file, "'maxLength': 2000", "'minLength': 1",
                        "forms/visit/report-visit.form lets people write without end under “What did you see?”: set its maximum length."),
                row(file, "'maxLength': 2000", "'maxLength': '=limit'",
                        "forms/visit/report-visit.form asks what nobody can check when it is sent (Form report-visit: “What did you"
                                + " see?”: maxLength is no number): ask it otherwise."),
                row(list, "'action': 'submit'", "'action': 'reset'",
                        "forms/travel/name-travellers.form has a list, so it can never be sent without a button of its own: add one that"
                                + " submits."));
    }

    @ParameterizedTest(name = "{3}")
    @MethodSource({"processes", "boxes", "flows", "colours", "decisions", "forms"})
    void what_is_drawn_wrongly_is_told_in_a_sentence(String file, String found, String instead, String sentence) {
        assertThat(ModelLaws.complaints(broken(file, found, instead), code())).contains(sentence);
    }

    @Test
    void a_form_without_a_box_is_told() {
        ShippedModels models = broken(VISIT, "formRef='report-visit' camunda:formRefBinding='deployment'", "assignee='demo'");
        assertThat(ModelLaws.complaints(models, code())).contains(
                "forms/visit/report-visit.form belongs to no box: draw a user task “Report visit” in processes/visit.bpmn, or delete the"
                + " form.");
    }

    @Test
    void a_class_without_a_box_is_told() {
        List<KnownStep> steps = with(STEPS, new KnownStep("PayVisit", "visit", List.of("pay-visit"), null, Set.of(), Set.of()));
        assertThat(ModelLaws.complaints(models(), code(steps, List.of(OPEN), Map.of()))).containsExactly(
                "PayVisit takes “pay-visit”, which no box has: draw the box in processes/visit.bpmn, or delete the class.");
    }

    @Test
    void a_machine_without_a_box_is_told() {
        List<KnownMachine> machines = List.of(OPEN, new KnownMachine("payVisitDelegate", "VisitMachine", "visit"));
        assertThat(ModelLaws.complaints(models(), code(STEPS, machines, Map.of()))).containsExactly(
                "VisitMachine holds payVisitDelegate, which no box names: draw the service task “Pay visit” in processes/visit.bpmn, or"
                + " delete the method.");
    }

    @Test
    void a_class_in_another_room_than_its_box_is_told() {
        List<KnownStep> steps = with(List.of(RATE, WANT, NAME),
                new KnownStep("ReportVisit", "travel", REPORT.ids(), REPORT.meant(), REPORT.shown(), REPORT.given()));
        assertThat(ModelLaws.complaints(models(), code(steps, List.of(OPEN), Map.of()))).containsExactly(
                "“Report visit” in processes/visit.bpmn is done by ReportVisit of the room travel: move the class to visit.process.");
    }

    @Test
    void a_class_that_means_others_than_its_box_is_told() {
        List<KnownStep> steps = with(List.of(RATE, WANT, NAME),
                new KnownStep("ReportVisit", "visit", REPORT.ids(), "manager", REPORT.shown(), REPORT.given()));
        assertThat(ModelLaws.complaints(models(), code(steps, List.of(OPEN), Map.of()))).containsExactly(
                "“Report visit” in processes/visit.bpmn is for “coordinator”, but ReportVisit says “manager”: let @For and the candidates"
                        + " say the same.");
    }

    @Test
    void a_class_that_does_not_say_whom_its_box_is_for_is_told() {
        List<KnownStep> steps = List.of(RATE, NAME,
                new KnownStep("ReportVisit", "visit", REPORT.ids(), null, REPORT.shown(), REPORT.given()),
                new KnownStep("WantTravel", "travel", WANT.ids(), null, WANT.shown(), WANT.given()));
        assertThat(ModelLaws.complaints(models(), code(steps, List.of(OPEN), Map.of()))).containsExactlyInAnyOrder(
                "“Report visit” in processes/visit.bpmn is for nobody: write @For(…) above the class ReportVisit.",
                "“Travel wanted” in processes/travel.bpmn is for nobody: write @For(…) above the class WantTravel.");
    }

    @Test
    void two_classes_for_one_form_are_told() {
        List<KnownStep> steps = with(STEPS,
                new KnownStep("TellVisit", "visit", List.of("report-visit"), REPORT.meant(), REPORT.shown(), REPORT.given()));
        assertThat(ModelLaws.complaints(models(), code(steps, List.of(OPEN), Map.of())))
                .containsExactly("Both ReportVisit and TellVisit take “report-visit”: one of them has to go.");
    }

    @Test
    void a_class_of_several_forms_may_take_more_than_each_of_them_asks_but_not_less() {
        List<String> both = List.of("report-visit", "want-travel");
        KnownStep roomy = new KnownStep("TellOrWant", null, both, "coordinator", Set.of("place", "weather"), Set.of("words", "wanted"));
        assertThat(ModelLaws.complaints(models(), code(List.of(roomy, RATE, NAME), List.of(OPEN), Map.of()))).isEmpty();
        KnownStep narrow = new KnownStep("TellOrWant", null, both, "coordinator", Set.of("place"), Set.of("words"));
        assertThat(ModelLaws.complaints(models(), code(List.of(narrow, RATE, NAME), List.of(OPEN), Map.of()))).containsExactly(
                
                        "forms/travel/want-travel.form asks “wanted”, which TellOrWant does not take: add it to the record Given, or"
                        + " delete the question.");
    }

    @Test
    void a_rule_that_leaves_the_column_for_its_reason_empty_is_told() {
        ShippedModels models = broken("processes/visit-rating.dmn", "name='rating'", "name='reason'");
        models.decisions().computeIfPresent("processes/visit-rating.dmn", (file, text) -> text
                .replace("<description>Nobody learns a place in a day</description>", "").replace("\"short\"", "\"\""));
        assertThat(ModelLaws.complaints(models, code())).containsExactly(
                "processes/visit-rating.dmn has the rule “Rule_Short” without a reason: say why in the column “reason”.");
    }

    @Test
    void a_decision_whose_class_takes_no_rows_is_told() {
        List<KnownStep> steps = with(List.of(REPORT, WANT, NAME),
                new KnownStep("RateVisit", "visit", RATE.ids(), null, RATE.shown(), Set.of("rating")));
        assertThat(ModelLaws.complaints(models(), code(steps, List.of(OPEN), Map.of())))
                .containsExactly("processes/visit-rating.dmn is decided by rules, but RateVisit takes rating: let its record take rows.");
    }

    @Test
    void a_fact_that_stands_twice_is_told() {
        KnownCode code = new KnownCode(STEPS, List.of(OPEN), Set.of("visits"), List.of("VisitCancelled", "VisitCancelled"), Map.of());
        assertThat(ModelLaws.complaints(models(), code)).containsExactly(
                "processes/visit.bpmn waits for the message “VisitCancelled”, but 2 facts have that name: rename all but one.");
    }

    @Test
    void a_matter_without_a_room_is_told() {
        assertThat(ModelLaws.complaints(models(), code(STEPS, List.of(OPEN), Map.of("The matter “A stay”", "stay")))).containsExactly(
                "The matter “A stay” is taken up by the room “stay”, but there is no processes/stay.bpmn: draw it, or name another room.");
    }

    @Test
    void a_room_that_is_called_by_a_matter_alone_ends_on_its_own_too() {
        assertThat(ModelLaws.complaints(models(), code(STEPS, List.of(OPEN), Map.of("The matter “A journey”", "travel")))).containsExactly(
                
                        "“Everybody back” in processes/travel.bpmn ends a room that others call, and would write into theirs while people"
                        + " write here: tick “Asynchronous before”.");
    }

    private static <T> List<T> with(List<T> all, T more) {
        List<T> longer = new ArrayList<>(all);
        longer.add(more);
        return longer;
    }
}
