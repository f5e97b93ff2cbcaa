package org.commonground.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AccessTest
class FirstAdministratorTest {

    @Autowired
    IdentityService identities;

    @BeforeEach
    void nobodyIsAdministrator() {
        identities.deleteMembership("admin", "camunda-admin");
    }

    @AfterEach
    void theHouseHasItsAdministratorAgain() {
        identities.deleteUser("first");
        identities.createMembership("admin", "camunda-admin");
    }

    @Test
    void without_an_administrator_the_house_does_not_open() {
        assertThatThrownBy(() -> start(null, null)).isInstanceOf(NoAdministrator.class).hasMessageContaining("has no administrator");
        assertThatThrownBy(() -> start("first", " ")).isInstanceOf(NoAdministrator.class);
        assertThat(new NoAdministrator.Analyzer().analyze(new NoAdministrator("No.")).getAction()).contains("COMMONGROUND_ADMIN_ID");
    }

    @Test
    void a_password_that_is_easy_to_guess_opens_nothing() {
        assertThatThrownBy(() -> start("first", "password")).isInstanceOf(NoAdministrator.class).hasMessageContaining("too easy to guess");
        assertThatThrownBy(() -> start("first name", "CommonGround-1")).isInstanceOf(NoAdministrator.class);
        assertThat(identities.createUserQuery().userId("first").count()).isZero();
    }

    @Test
    void somebody_with_an_account_does_not_become_administrator_by_a_variable() {
        User first = identities.newUser("first");
        first.setPassword("Something-else-7");
        identities.saveUser(first);
        assertThatThrownBy(() -> start("first", "CommonGround-1")).isInstanceOf(NoAdministrator.class)
                .hasMessageContaining("is no administrator");
        assertThat(identities.checkPassword("first", "Something-else-7")).isTrue();
    }

    @Test
    void the_administrator_of_the_environment_is_created_once() {
        start("first", "CommonGround-1");
        assertThat(identities.createUserQuery().userId("first").memberOfGroup("camunda-admin").count()).isOne();
        start("second", "CommonGround-1");
        assertThat(identities.createUserQuery().userId("second").count()).isZero();
    }

    private void start(String id, String password) {
        new FirstAdministrator(identities, new AdministratorSettings(id, password)).provide();
    }
}
