package org.commonground.engine;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.form.handler.DefaultTaskFormHandler;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.commonground.foundation.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What a diagram, whoever deploys it, may bring and reach. The stock engine beside it shows that each hole is a real one. */
class ModelGuardTest {

    private static ProcessEngine guarded;
    private static ProcessEngine stock;

    @BeforeAll
    static void start() {
        Map<String, Object> beans = Map.of("sealDelegate", new Seal(), "roster", new Roster(), "dataSource", new Object(),
                "secret", new Secret());
        guarded = GuardedEngine.guarded(beans);
        stock = GuardedEngine.stock(beans);
    }

    @AfterAll
    static void stop() {
        guarded.close();
        stock.close();
    }

    @AfterEach
    void clear() {
        for (ProcessEngine engine : List.of(guarded, stock)) {
            engine.getIdentityService().clearAuthentication();
            engine.getFilterService().createFilterQuery().list().forEach(filter -> engine.getFilterService().deleteFilter(filter.getId()));
            engine.getRepositoryService().createDeploymentQuery().list()
                    .forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment.getId(), true));
        }
    }

    // What a diagram may not contain

    static Stream<Arguments> holes() {
        return Stream.of(
                arguments("names a Java class", "<serviceTask id='it' name='It' camunda:class='java.lang.Thread'/>"),
                arguments("names a Java class", "<serviceTask id='it' name='It' activiti:class='java.lang.Thread'/>"),
                arguments("names a Java class", """
                        <userTask id='it' name='It'><extensionElements>
                          <camunda:taskListener event='create' class='java.lang.Thread'/></extensionElements></userTask>"""),
                arguments("names a Java class", """
                        <userTask id='it' name='It'><extensionElements>
                          <camunda:executionListener event='start' class='java.lang.Thread'/></extensionElements></userTask>"""),
                arguments("names a Java class", """
                        <userTask id='it' name='It'
                          camunda:formHandlerClass='org.camunda.bpm.engine.impl.form.handler.DefaultTaskFormHandler'/>"""),
                arguments("names a Java class", """
                        <callActivity id='it' name='It' calledElement='x' camunda:variableMappingClass='java.lang.Thread'/>"""),
                arguments("maps variables in Java", """
                        <callActivity id='it' name='It' calledElement='x' camunda:variableMappingDelegateExpression='${dataSource}'/>"""),
                arguments("is a “shell” task", """
                        <serviceTask id='it' name='It' camunda:type='shell'><extensionElements>
                          <camunda:field name='command' stringValue='true'/></extensionElements></serviceTask>"""),
                arguments("leaves the step to an outside worker",
                        "<serviceTask id='it' name='It' camunda:type='external' camunda:topic='x'/>"),
                arguments("is a “external” task", "<serviceTask id='it' name='It' camunda:type='external' camunda:topic='x'/>"),
                arguments("is a script", "<scriptTask id='it' name='It' scriptFormat='groovy'><script>1</script></scriptTask>"),
                arguments("contains a script", """
                        <userTask id='it' name='It'><extensionElements><camunda:inputOutput><camunda:inputParameter name='x'>
                          <camunda:script scriptFormat='groovy'>1</camunda:script></camunda:inputParameter></camunda:inputOutput>
                          </extensionElements></userTask>"""),
                arguments("contains a script", """
                        <userTask id='it' name='It'><extensionElements><camunda:taskListener event='create'>
                          <camunda:script scriptFormat='groovy' \
                          resource='x.groovy'/></camunda:taskListener></extensionElements></userTask>"""),
                arguments("has a form by key", "<userTask id='it' name='It' camunda:formKey='embedded:deployment:x.html'/>"),
                arguments("has a generated form", """
                        <userTask id='it' name='It'><extensionElements><camunda:formData>
                          <camunda:formField id='x' type='string'/></camunda:formData></extensionElements></userTask>"""),
                arguments("has a generated form", """
                        <userTask id='it' name='It'><extensionElements><camunda:formProperty id='x'/></extensionElements></userTask>"""),
                arguments("names “${dataSource}”, which is no step of this application",
                        "<serviceTask id='it' name='It' camunda:delegateExpression='${dataSource}'/>"),
                arguments("names “${sealDelegat}”, which is no step of this application",
                        "<serviceTask id='it' name='It' camunda:delegateExpression='${sealDelegat}'/>"),
                arguments("names “${roster}”, which is no step of this application",
                        "<serviceTask id='it' name='It' camunda:delegateExpression='${roster}'/>"));
    }

    @ParameterizedTest
    @MethodSource("holes")
    void a_diagram_brings_no_code_of_its_own(String complaint, String box) {
        assertThat(deploys(stock, box)).as("the stock engine takes it").isNull();

        assertThat(deploys(guarded, box)).contains("“It” " + complaint);
    }

    @Test
    void what_needs_a_library_that_is_not_there_is_refused_too() {
        assertThat(deploys(guarded, "<serviceTask id='it' name='It' camunda:type='mail'/>")).contains("“It” is a “mail” task");
        assertThat(deploys(guarded, """
                <serviceTask id='it' name='It'><extensionElements><camunda:connector>
                  <camunda:connectorId>http-connector</camunda:connectorId></camunda:connector></extensionElements></serviceTask>"""))
                .contains("“It” calls an outside system");
    }

    @Test
    void a_condition_is_no_script() {
        String gate = """
                <task id='it'/><sequenceFlow id='f2' sourceRef='it' targetRef='end'>
                  <conditionExpression xsi:type='tFormalExpression' language='groovy'>true</conditionExpression></sequenceFlow>""";

        assertThat(deploys(stock, gate)).isNull();
        assertThat(deploys(guarded, gate)).contains("“f2” contains a script");
    }

    @Test
    void nothing_in_a_diagram_runs_before_it_is_refused() {
        String box = "<userTask id='it' name='It' camunda:formHandlerClass='" + Trap.class.getName() + "'/>";
        Trap.sprung = false;

        assertThat(deploys(guarded, box)).contains("names a Java class");
        assertThat(Trap.sprung).isFalse();

        deploys(stock, box);
        assertThat(Trap.sprung).as("the stock engine creates it while reading").isTrue();
    }

    @Test
    void all_that_is_wrong_is_told_at_once_with_its_box() {
        assertThatThrownBy(() -> deploy(guarded, """
                <serviceTask id='one' name='One' camunda:class='x.Y'/><serviceTask id='two' name='Two' camunda:topic='t'/>"""))
                .isInstanceOfSatisfying(ParseException.class, refusal -> assertThat(refusal.getResorceReports().get(0).getErrors())
                        .extracting("mainElementId").containsExactly("one", "two"));
    }

    @Test
    void a_case_model_is_refused() {
        assertThatThrownBy(() -> guarded.getRepositoryService().createDeployment().addString("x.cmmn", "<definitions/>").deploy())
                .hasMessageContaining("“x.cmmn” is a case model");
    }

    // What an expression may not say

    @ParameterizedTest
    @ValueSource(strings = {
            "${execution.processEngineServices.identityService.createUserQuery().list()}",
            "${execution.processEngineServices}",
            "${execution.setVariable('a', 1)}",
            "${execution.getVariable('a')}",
            "${execution.class}",
            "${''.getClass().forName('java.lang.Runtime')}",
            "${a.b}",
            "${a.b()}",
            "${roster['class']}",
            "${roster.class}",
            "${roster.getClass()}",
            "${roster.parties(execution).get(0)}",
            "${roster.hashCode()}",
            "${roster.wait()}",
            "${roster.partys(execution)}",
            "${roster.parties()}",
            "${roster.hidden()}",
            "${secret.tell()}",
            "${sealDelegate.execute(execution)}",
            "${execution['class']}",
            "${currentUser()}",
            "${currentUserGroups()}",
            "${now()}",
            "${S('{}')}",
            "${1 + }",
            "${task.delete('x')}",
            "${roster.parties(''.getClass())}",
            "Hello ${empty execution.class}",
            "#{roster.class}"})
    void an_expression_of_a_diagram_reaches_nothing_else(String expression) {
        assertThat(deploys(guarded, "<serviceTask id='it' name='It' camunda:expression='" + expression.replace("'", "&apos;") + "'/>"))
                .contains("“It”: The expression").containsAnyOf("is not allowed", "cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "<userTask id='it' name='It' camunda:assignee='${roster.class}'/>",
            "<userTask id='it' name='${roster.class}'/>",
            "<userTask id='it' name='It' camunda:dueDate='${roster.class}'/>",
            "<userTask id='it' name='It' camunda:candidateGroups='a, ${roster.class}'/>",
            "<userTask id='it' name='It' camunda:priority='#{roster.class}'/>",
            "<userTask id='it' name='It'><documentation>${roster.class}</documentation></userTask>",
            "<serviceTask id='it' name='It' activiti:expression='${roster.class}'/>",
            "<callActivity id='it' name='It' calledElement='${roster.class}'/>",
            """
            <callActivity id='it' name='It' calledElement='x'><extensionElements>
              <camunda:in businessKey='${roster.class}'/></extensionElements></callActivity>""",
            """
            <callActivity id='it' name='It' calledElement='x'><extensionElements>
              <camunda:in sourceExpression='${roster.class}' target='x'/></extensionElements></callActivity>""",
            """
            <userTask id='it' name='It'><extensionElements><camunda:inputOutput>
              <camunda:inputParameter name='x'><camunda:list><camunda:value>${roster.class}</camunda:value></camunda:list>
              </camunda:inputParameter></camunda:inputOutput></extensionElements></userTask>""",
            """
            <userTask id='it' name='It'><extensionElements>
              <camunda:taskListener event='create' expression='${roster.class}'/></extensionElements></userTask>""",
            """
            <userTask id='it' name='It'>
              <multiInstanceLoopCharacteristics camunda:collection='${roster.class}' camunda:elementVariable='party'/></userTask>""",
            """
            <userTask id='it' name='It'><multiInstanceLoopCharacteristics><loopCardinality>${roster.class}</loopCardinality>
              </multiInstanceLoopCharacteristics></userTask>""",
            """
            <intermediateCatchEvent id='it' name='It'><timerEventDefinition><timeDate>${roster.class}</timeDate>
              </timerEventDefinition></intermediateCatchEvent>""",
            """
            <serviceTask id='it' name='It' camunda:delegateExpression='${sealDelegate}'><extensionElements>
              <camunda:field name='x'><camunda:expression>${roster.class}</camunda:expression></camunda:field>
              </extensionElements></serviceTask>"""})
    void wherever_it_stands(String box) {
        assertThat(deploys(guarded, box)).contains("The expression").contains("is not allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "${execution.processEngineServices.identityService.createUserQuery().list()}",
            "${execution.setVariable('a', 1)}",
            "${''.getClass().forName('java.lang.Runtime')}",
            "${roster['class']}",
            "${roster.getClass()}",
            "${dataSource}",
            "${secret.tell()}"})
    void the_stock_engine_lets_them_all_through(String expression) {
        String escaped = expression.replace("'", "&apos;");
        assertThat(deploys(stock, "<serviceTask id='it' name='It' camunda:expression='" + escaped + "'/>")).isNull();
        stock.getRuntimeService().startProcessInstanceByKey("test");
    }

    @Test
    void a_bean_that_is_not_open_is_not_even_there() {
        deploy(guarded, "<serviceTask id='it' name='It' camunda:expression='${dataSource}'/>");

        assertThatThrownBy(() -> guarded.getRuntimeService().startProcessInstanceByKey("test")).hasMessageContaining("dataSource");
    }

    // What it may say

    @Test
    void a_diagram_names_steps_and_asks_open_beans_variables_and_the_case() {
        deploy(guarded, """
                <serviceTask id='one' name='One' camunda:delegateExpression='${ sealDelegate }'/>
                <userTask id='it' name='Ask ${party} of ${execution.processBusinessKey}' camunda:candidateGroups='${roster.group(party)}'
                  camunda:dueDate='${roster.due("it", 3)}'>
                  <multiInstanceLoopCharacteristics camunda:collection='${roster.parties(execution)}' camunda:elementVariable='party'/>
                </userTask>
                <sequenceFlow id='f2' sourceRef='one' targetRef='it'>
                  <conditionExpression xsi:type='tFormalExpression'>
                    #{sealed and not empty roster.parties(execution) and 1 lt 2}</conditionExpression>
                </sequenceFlow>""");

        guarded.getRuntimeService().startProcessInstanceByKey("test", "P-2026-0001");

        List<Task> tasks = guarded.getTaskService().createTaskQuery().orderByTaskName().asc().list();
        assertThat(tasks).extracting(Task::getName).containsExactly("Ask Fao of P-2026-0001", "Ask Goi of P-2026-0001");
        assertThat(tasks).extracting(Task::getDueDate).containsOnly(new Date(3));
        assertThat(guarded.getTaskService().createTaskQuery().taskCandidateGroup("orgGoi").count()).isOne();
    }

    @Test
    void no_variable_takes_the_place_of_a_bean() {
        String box = """
                <serviceTask id='it' name='It' camunda:expression='${roster.group("Fao")}' camunda:resultVariable='group'/>
                <userTask id='stay'/><sequenceFlow id='f2' sourceRef='it' targetRef='stay'/>""";
        deploy(guarded, box);

        String instance = guarded.getRuntimeService().startProcessInstanceByKey("test", Map.of("roster", "mine")).getId();

        assertThat(guarded.getRuntimeService().getVariable(instance, "group")).isEqualTo("orgFao");
        deploy(stock, box);
        assertThatThrownBy(() -> stock.getRuntimeService().startProcessInstanceByKey("test", Map.of("roster", "mine")))
                .as("the stock engine asks the variable").isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void the_refusal_of_a_bean_is_found_in_the_cause() {
        deploy(guarded, "<serviceTask id='it' name='It' camunda:expression='${roster.refuse()}'/>");

        assertThatThrownBy(() -> guarded.getRuntimeService().startProcessInstanceByKey("test")).hasRootCauseInstanceOf(Refusal.class);
    }

    @Test
    void a_filter_asks_who_looks_at_it_and_what_time_it_is() {
        deploy(guarded, "<userTask id='it' name='It' camunda:candidateGroups='orgFao' camunda:dueDate='2020-01-01'/>");
        guarded.getRuntimeService().startProcessInstanceByKey("test");
        guarded.getIdentityService().setAuthentication("asha", List.of("orgFao"));
        Filter mine = filter(guarded.getTaskService().createTaskQuery().taskCandidateGroupInExpression("${currentUserGroups()}"));
        Filter late = filter(guarded.getTaskService().createTaskQuery().dueBeforeExpression("${now()}"));
        Filter own = filter(guarded.getTaskService().createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        Filter ofBean = filter(guarded.getTaskService().createTaskQuery().taskCandidateGroupExpression("${roster.group('Fao')}"));

        assertThat(guarded.getFilterService().count(mine.getId())).isOne();
        assertThat(guarded.getFilterService().count(late.getId())).isOne();
        assertThat(guarded.getFilterService().count(own.getId())).isZero();
        assertThat(guarded.getFilterService().count(ofBean.getId())).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"${''.getClass().forName('java.lang.Runtime')}", "${currentUserGroups().get(0)}", "${dateTime().class}",
            "${secret.tell()}", "${S('{}')}"})
    void a_filter_reaches_nothing_else_either(String expression) {
        Filter filter = filter(guarded.getTaskService().createTaskQuery().taskAssigneeExpression(expression));

        assertThatThrownBy(() -> guarded.getFilterService().count(filter.getId())).rootCause().hasMessageContaining("is not allowed");
    }

    private static Filter filter(TaskQuery query) {
        return guarded.getFilterService().saveFilter(guarded.getFilterService().newTaskFilter("f" + UUID.randomUUID()).setQuery(query));
    }

    /** Null when it deploys, else what the designer reads. */
    private static String deploys(ProcessEngine engine, String boxes) {
        try {
            deploy(engine, boxes);
            return null;
        } catch (ProcessEngineException refusal) {
            return refusal.getMessage();
        }
    }

    /** A process of these boxes: a start event leads to the first, the first is called "one" or "it". */
    private static void deploy(ProcessEngine engine, String boxes) {
        String first = boxes.contains("'one'") ? "one" : "it";
        engine.getRepositoryService().createDeployment().addString("test.bpmn", """
                <definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'
                    xmlns:camunda='http://camunda.org/schema/1.0/bpmn' xmlns:activiti='http://activiti.org/bpmn' targetNamespace='test'>
                  <process id='test' isExecutable='true'>
                    <startEvent id='start'/><sequenceFlow id='f1' sourceRef='start' targetRef='%s'/>%s<endEvent id='end'/>
                  </process>
                </definitions>""".formatted(first, boxes)).deploy();
    }

    static final class Seal implements JavaDelegate {

        @Override
        public void execute(DelegateExecution execution) {
            execution.setVariable("sealed", true);
        }
    }

    @OpenToModels
    static final class Roster {

        public List<String> parties(DelegateExecution execution) {
            return List.of("Fao", "Goi");
        }

        public String group(String party) {
            return "org" + party;
        }

        public Date due(String step, int days) {
            return new Date(days);
        }

        public void refuse() {
            throw new Refusal("This list is closed.");
        }

        void hidden() {
        }
    }

    public static final class Secret {

        public String tell() {
            return "everything";
        }
    }

    public static final class Trap extends DefaultTaskFormHandler {

        static boolean sprung;

        public Trap() {
            sprung = true;
        }
    }
}
