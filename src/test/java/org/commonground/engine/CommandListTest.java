package org.commonground.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.commonground.engine.CommandList.Guest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Somebody has decided about every command there is. */
class CommandListTest {

    private static final Set<String> ALL = EngineCommands.onTheClassPath();

    @Test
    void about_every_command_somebody_has_decided() {
        Set<String> undecided = new TreeSet<>();
        ALL.stream().map(CommandList::nameOf).forEach(undecided::add);
        undecided.removeAll(CommandList.shipped().decided());
        assertThat(undecided).as("Commands that guest-list/commands.md does not name: who may carry them out, if anybody?").isEmpty();
    }

    @Test
    void every_line_is_about_a_command_that_exists() {
        Set<String> gone = new TreeSet<>(CommandList.shipped().decided());
        ALL.stream().map(CommandList::nameOf).forEach(gone::remove);
        assertThat(gone).as("Names in guest-list/commands.md that no command has").isEmpty();
    }

    @Test
    void no_two_commands_go_by_one_name() {
        assertThat(ALL.stream().filter(name -> !name.endsWith("$$Lambda"))
                .collect(Collectors.groupingBy(CommandList::nameOf)).values()).allSatisfy(same -> assertThat(same).hasSize(1));
    }

    @Test
    void no_small_number_of_commands_was_looked_at() {
        assertThat(ALL).hasSizeGreaterThan(350).contains("org.camunda.bpm.engine.impl.TaskQueryImpl",
                "org.commonground.engine.FactMessages$$Lambda", "org.camunda.bpm.engine.impl.db.DbSchemaDrop$1");
    }

    @ParameterizedTest
    @CsvSource({"org.x.CompleteTaskCmd, CompleteTaskCmd", "org.x.Outer$InnerCmd, InnerCmd", "org.x.Outer$1, Outer",
            "org.x.Outer$Inner$2, Inner", "org.x.FactMessages$$Lambda$12/0x0000000800c8, FactMessages",
            "org.x.FactMessages$$Lambda/0x00007f.9, FactMessages"})
    void a_command_goes_by_its_simple_name_or_by_the_class_it_is_written_in(String className, String name) {
        assertThat(CommandList.nameOf(className)).isEqualTo(name);
    }

    @Test
    void a_lambda_of_this_jvm_goes_by_its_class() {
        Command<Void> command = context -> null;
        assertThat(CommandList.nameOf(command.getClass())).isEqualTo("CommandListTest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"| partner | TaskQueryImpl |  |", "| partners | TaskQueryImpl | why |", "| partner | why |",
            "| nobody, partner | TaskQueryImpl | why |", "| partner | TaskQueryImpl TaskQueryImpl | why |", "|  | TaskQueryImpl | why |"})
    void a_row_that_is_not_clear_stops_the_start(String row) {
        assertThatThrownBy(() -> CommandList.of(List.of(row))).isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The list of commands ").hasMessageEndingWith(row);
    }

    @Test
    void whoever_has_left_every_group_is_no_guest() {
        CommandList list = CommandList.shipped();
        assertThat(list.decided()).allSatisfy(command -> assertThat(list.permits(command, List.of())).as(command).isFalse());
        assertThat(list.permits("TaskQueryImpl", List.of("orgFao"))).isTrue();
        assertThat(list.permits("SubmitTaskFormCmd", List.of("camunda-admin", "designer"))).isFalse();
        assertThat(list.permits("SubmitTaskFormCmd", List.of("camunda-admin", "partner"))).isTrue();
    }

    @Test
    void before_it_is_known_who_comes_a_handful_is_answered() {
        CommandList list = CommandList.shipped();
        assertThat(list.decided().stream().filter(command -> list.who(command).contains(Guest.VISITOR))).containsExactlyInAnyOrder(
                "CreateUserQueryCmd", "DbUserQueryImpl", "CreateGroupQueryCmd", "DbGroupQueryImpl", "CreateTenantQueryCmd",
                "DbTenantQueryImpl", "AuthorizationCheckCmd", "IsIdentityServiceReadOnlyCmd", "GetHistoryLevelCmd");
    }

    @Test
    void a_line_that_is_taken_out_is_refused_by_the_running_engine() throws IOException {
        List<String> text = shipped();
        ProcessEngine whole = engine(text);
        ProcessEngine without = engine(text.stream().filter(line -> !line.contains("| TaskQueryImpl |")).toList());
        assertThat(counts(whole)).isZero();
        assertThatThrownBy(() -> counts(without)).isInstanceOf(AuthorizationException.class)
                .hasMessage("You may not do this here. What changes a case is done with the form of the step only.");
        whole.close();
        without.close();
    }

    @Test
    void a_request_behind_which_nobody_is_known_has_nothing_done_but_what_the_house_does_on_purpose() throws Exception {
        ProcessEngine engine = engine(shipped());
        IdentityService identities = engine.getIdentityService();
        HouseIdentity house = new HouseIdentity(
                new StaticListableBeanFactory(Map.of("identities", identities)).getBeanProvider(IdentityService.class));

        new WebThread().doFilter(null, null, (request, response) -> {
            for (ThrowingCallable deed : List.<ThrowingCallable>of(() -> engine.getTaskService().createTaskQuery().count(),
                    () -> identities.newUser("mallory"), () -> identities.createMembership("mallory", "camunda-admin"),
                    () -> identities.createUserQuery().list(), () -> identities.createGroupQuery().list(),
                    () -> engine.getRepositoryService().getProcessDefinition("any"),
                    () -> identities.checkPassword("admin", "guess"), () -> engine.getManagementService().executeJob("any"))) {
                assertThatThrownBy(deed).isInstanceOf(AuthorizationException.class).hasMessage("Please log in first.");
            }
            assertThat(identities.createGroupQuery().groupMember("asha").list()).isEmpty();
            assertThat(house.ask(() -> engine.getTaskService().createTaskQuery().count())).isZero();
            assertThatThrownBy(() -> engine.getTaskService().createTaskQuery().count()).as("the house has left again")
                    .hasMessage("Please log in first.");
            assertThat(counts(engine)).isZero();
            assertThatThrownBy(() -> engine.getRepositoryService().getProcessDefinition("any"))
                    .as("the platform asks for a person who is known").isInstanceOf(NotFoundException.class);
        });

        assertThat(engine.getTaskService().createTaskQuery().count()).as("a job or the start-up").isZero();
        engine.close();
    }

    private static long counts(ProcessEngine engine) {
        engine.getIdentityService().setAuthentication("asha", List.of("partner"));
        try {
            return engine.getTaskService().createTaskQuery().count();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private static ProcessEngine engine(List<String> list) {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName(UUID.randomUUID().toString());
        configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        configuration.setJobExecutorActivate(false);
        configuration.setCustomPreCommandInterceptorsTxRequired(
                List.of(new Doors(configuration.getIdentityService(), CommandList.of(list))));
        return configuration.buildProcessEngine();
    }

    private static List<String> shipped() throws IOException {
        try (InputStream stream = CommandListTest.class.getClassLoader().getResourceAsStream(CommandList.SHIPPED)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
