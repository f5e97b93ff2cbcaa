package org.commonground.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.commonground.access.Visitor.Answer;
import org.commonground.engine.MovableClock;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.organisation.Accounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AccessTest
class AccountsTest {

    private static final OrganisationId FAO = new OrganisationId("Fao");
    private static final OrganisationId FAOUA = new OrganisationId("Faoua");
    private static final String GOOD = "Cotton-fields-7";

    @LocalServerPort
    int port;
    @Autowired
    Accounts accounts;
    @Autowired
    AccountLinks links;
    @Autowired
    IdentityService identities;
    @Autowired
    AuthorizationService authorizations;
    @Autowired
    FilterService filters;
    @Autowired
    TaskService tasks;
    @Autowired
    StandingGrants standing;
    @Autowired
    MovableClock clock;

    @AfterEach
    void nobodyIsLoggedIn() {
        identities.clearAuthentication();
        clock.reset();
    }

    @Test
    void a_person_who_joins_is_a_partner_and_in_the_organisations_group() {
        asha();
        assertThat(groupsOf("asha")).containsExactlyInAnyOrder("partner", "orgFao", "orgFaoExpert");
        asha();
        assertThat(groupsOf("asha")).hasSize(3);
    }

    @Test
    void a_person_who_leaves_keeps_nothing_of_the_organisation_and_loses_what_was_claimed() {
        asha();
        accounts.openGroups(FAOUA, "FAO in Ukraine", Set.of(Role.EXPERT));
        accounts.join("asha", FAOUA);
        accounts.take("asha", new Seat(FAOUA, Role.EXPERT));
        Task task = tasks.newTask("claimed");
        tasks.saveTask(task);
        tasks.addCandidateGroup("claimed", "orgFaoExpert");
        tasks.setAssignee("claimed", "asha");

        accounts.leave("asha", FAO);

        assertThat(groupsOf("asha")).containsExactlyInAnyOrder("partner", "orgFaoua", "orgFaouaExpert");
        assertThat(tasks.createTaskQuery().taskId("claimed").singleResult().getAssignee()).isNull();
        accounts.leave("asha", FAOUA);
        assertThat(groupsOf("asha")).isEmpty();
        tasks.deleteTask("claimed", true);
        identities.deleteUser("asha");
    }

    @Test
    void a_role_filter_is_seen_by_those_who_hold_such_a_seat_and_by_nobody_else() {
        asha();
        accounts.openAccount("ben", "Ben Okri", "ben@example.org");
        accounts.join("ben", FAO);
        assertThat(filtersOf("asha")).containsExactly("My organisation", "As expert", "Signatures", "Mine", "Overdue");
        assertThat(filtersOf("ben")).containsExactly("My organisation", "Signatures", "Mine", "Overdue");
        accounts.release("asha", new Seat(FAO, Role.EXPERT));
        assertThat(filtersOf("asha")).doesNotContain("As expert");
    }

    @Test
    void every_filter_can_be_opened_by_somebody_with_no_seat_at_all() {
        loggedIn("nobody", List.of("guests"));
        assertThat(filters.createFilterQuery().listPage(0, 50)).isEmpty();
        identities.clearAuthentication();
        List<Filter> all = filters.createFilterQuery().list();
        assertThat(all).hasSize(ReadyFilter.values().length);
        loggedIn("admin", List.of("camunda-admin"));
        all.forEach(filter -> assertThat(filters.count(filter.getId())).as(filter.getName()).isNotNegative());
    }

    @Test
    void partners_may_never_read_instances_tasks_or_history_of_a_definition() {
        List<Authorization> held = authorizations.createAuthorizationQuery().groupIdIn("partner").list();
        assertThat(held).filteredOn(grant -> grant.getResourceType() == Resources.PROCESS_DEFINITION.resourceType())
                .isNotEmpty().allSatisfy(grant -> {
                    assertThat(grant.isPermissionGranted(Permissions.READ)).isTrue();
                    assertThat(grant.isPermissionGranted(Permissions.READ_INSTANCE)).isFalse();
                    assertThat(grant.isPermissionGranted(Permissions.READ_HISTORY)).isFalse();
                    assertThat(grant.isPermissionGranted(Permissions.READ_TASK)).isFalse();
                });
        assertThat(held).extracting(Authorization::getResourceType).containsOnly(Resources.APPLICATION.resourceType(),
                Resources.PROCESS_DEFINITION.resourceType(), Resources.PROCESS_INSTANCE.resourceType(), Resources.FILTER.resourceType(),
                Resources.GROUP.resourceType());
    }

    @Test
    void a_second_start_changes_nothing() {
        long grants = authorizations.createAuthorizationQuery().count();
        standing.afterSingletonsInstantiated();
        assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(grants);
        assertThat(filters.createFilterQuery().count()).isEqualTo(ReadyFilter.values().length);
    }

    @Test
    void a_coordinator_brings_accounts_about_without_a_right_to_create_any() {
        loggedIn("coordinator", List.of("coordinator"));
        accounts.openGroups(new OrganisationId("Cirad"), "CIRAD", Set.of(Role.EXPERT));
        accounts.openAccount("cleo", "Cleo Petit", "cleo@example.org");
        accounts.join("cleo", new OrganisationId("Cirad"));
        assertThat(identities.getCurrentAuthentication().getUserId()).isEqualTo("coordinator");
        identities.clearAuthentication();
        assertThat(groupsOf("cleo")).contains("partner", "orgCirad");
        assertThat(accounts.exists("CLEO")).isTrue();
        assertThat(accounts.exists("cle")).isFalse();
    }

    @Test
    void a_link_opens_the_account_once() {
        accounts.openAccount("dora", "Dora Nkrumah", "dora@example.org");
        String page = "/account/" + links.open("dora");
        Visitor dora = Visitor.anonymous(port);

        Answer shown = dora.get(page);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.text()).contains("Dora Nkrumah", "at least 12 characters");
        assertThat(shown.header("Cache-Control")).isEqualTo("no-store");
        assertThat(shown.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(shown.header("Set-Cookie")).isEmpty();

        assertThat(dora.form(page, Map.of("password", GOOD, "again", "something-Else-1")).text()).contains("The two passwords differ");
        assertThat(dora.form(page, Map.of("password", "simple", "again", "simple")).text()).contains("too easy to guess");
        assertThat(dora.form(page, Map.of()).status()).isEqualTo(422);
        assertThat(identities.checkPassword("dora", GOOD)).isFalse();

        Answer done = dora.form(page, Map.of("password", GOOD, "again", GOOD));
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.text()).contains("Your password is set");
        assertThat(identities.checkPassword("dora", GOOD)).isTrue();

        assertThat(dora.get(page).status()).isEqualTo(404);
        assertThat(dora.form(page, Map.of("password", "Another-one-9", "again", "Another-one-9")).status()).isEqualTo(404);
        assertThat(identities.checkPassword("dora", GOOD)).isTrue();
    }

    @Test
    void a_link_of_last_week_opens_nothing() {
        accounts.openAccount("emil", "Emil Sow", "emil@example.org");
        String page = "/account/" + links.open("emil");
        clock.advance(Duration.ofDays(7).plusMinutes(1));
        assertThat(Visitor.anonymous(port).get(page).status()).isEqualTo(404);
    }

    @Test
    void a_link_that_nobody_sent_opens_nothing() {
        assertThat(Visitor.anonymous(port).get("/account/" + Secret.token()).status()).isEqualTo(404);
        assertThat(Visitor.anonymous(port).get("/account/x").status()).isEqualTo(404);
    }

    @Test
    void the_password_rules_in_words_are_the_rules_of_the_engine() {
        User fay = identities.newUser("fay");
        assertThat(List.of("guavas monsoon", "खेत में बारिश आई", "kwx7 mtz9 qfp", "Tz4kQ-9mXw_7LrVb2-aA1"))
                .allMatch(good -> identities.checkPasswordAgainstPolicy(good, fay).isValid());
        assertThat(List.of("guavas mons", "Password1234", "P@ssw0rd1234", "123456789012", "qwertyuiopas", "aaaaaaaaaaaa",
                "Welcome12345", "guavas monsoon fay", "", "password".repeat(25)))
                .noneMatch(bad -> identities.checkPasswordAgainstPolicy(bad, fay).isValid());
    }

    @Test
    void somebody_whose_first_name_is_one_letter_gets_an_account_and_may_use_that_letter() {
        accounts.openAccount("suresh", "M Suresh", "m.suresh@example.org");
        User suresh = identities.createUserQuery().userId("suresh").singleResult();
        assertThat(identities.checkPasswordAgainstPolicy("Monsoon-fields-7", suresh).isValid()).isTrue();
        assertThat(identities.checkPasswordAgainstPolicy("Suresh-fields-7", suresh).isValid()).isFalse();
    }

    private void asha() {
        accounts.openGroups(FAO, "FAO", Set.of(Role.EXPERT, Role.RESOURCE_PROVIDER));
        accounts.openAccount("asha", "Asha Rao", "asha@example.org");
        accounts.join("asha", FAO);
        accounts.take("asha", new Seat(FAO, Role.EXPERT));
    }

    private List<String> groupsOf(String user) {
        return identities.createGroupQuery().groupMember(user).list().stream().map(Group::getId).toList();
    }

    private List<String> filtersOf(String user) {
        List<String> groups = groupsOf(user);
        loggedIn(user, groups);
        List<String> names = filters.createFilterQuery().listPage(0, 50).stream()
                .sorted(Comparator.comparing(filter -> (Integer) filter.getProperties().get("priority")))
                .map(Filter::getName).toList();
        filters.createFilterQuery().listPage(0, 50).forEach(filter -> assertThat(filters.count(filter.getId())).isNotNegative());
        identities.clearAuthentication();
        return names;
    }

    private void loggedIn(String user, List<String> groups) {
        identities.setAuthentication(user, groups);
    }
}
