package org.commonground.browser;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What a form says to a press of its button: what is missing, what the house refuses, that it cannot be reached. */
@BrowserTest
class MistakesTest {

    private static final String TOO_MANY = "Thirteen people are one too many. Please enter 12 or fewer.";

    @Autowired
    BrowserStage stage;
    @Autowired
    RepositoryService repository;
    @Autowired
    RuntimeService instances;

    private Person asha;
    private Page page;
    private Locator box;

    @BeforeEach
    void two_tasks_for_fao() {
        stage.account("asha", "Asha", "Rao", "partner", "orgFao");
        repository.createDeployment().addClasspathResource("browser/every-field.bpmn")
                .addClasspathResource("browser/every-field.form").deploy();
        instances.startProcessInstanceByKey("everyField");
        EveryField.ARRIVED.clear();
        asha = stage.person("asha");
        page = asha.page();
        box = page.locator(".cg-mistakes");
        asha.chooses("My organisation").opens("Fill every field").claims();
    }

    @AfterEach
    void the_tasks_are_gone() {
        instances.createProcessInstanceQuery().processDefinitionKey("everyField").list()
                .forEach(instance -> instances.deleteProcessInstance(instance.getId(), "over"));
    }

    @Test
    void an_empty_form_says_what_is_missing_by_name_and_each_line_goes_when_it_is_mended() {
        assertThat(asha.isCorrected()).contains("“Title” is missing: please fill it in.", "“Answer” is missing: please choose.");
        assertThat(box.locator("a").allInnerTexts()).containsExactly("“Title” is missing: please fill it in.",
                "“People” is missing: please fill it in.", "“Day” is missing: please fill it in.", "“Role” is missing: please choose.",
                "“Answer” is missing: please choose.", "Aims, no. 1: “Aim” is missing: please fill it in.");
        asha.picture("mistakes");
        box.locator("a").last().click();
        page.keyboard().type("Fewer sprays");
        page.waitForCondition(() -> box.locator("a").count() == 5);
        asha.writes("Title", "x".repeat(41));
        box.getByText("“Title” is too long: at most 40 characters fit.").waitFor();
        asha.writes("People", 1);
        box.getByText("“People” must be at least 2.").waitFor();
        assertThat(page.locator("body").innerText()).doesNotContain("Field ").doesNotContain("Value is");
    }

    @Test
    void a_mistake_in_a_field_that_is_hidden_then_does_not_hold_the_form() throws InterruptedException {
        fills(12).ticks("Answer", "Object");
        assertThat(asha.isCorrected()).containsExactly("“Reason” is missing: please fill it in.");
        asha.ticks("Answer", "Accept");
        box.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        asha.completes();
        assertThat(EveryField.ARRIVED.poll(5, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void a_refusal_stands_above_the_form_covers_no_button_and_goes_with_the_next_press_or_form() {
        instances.startProcessInstanceByKey("everyField");
        fills(13);
        assertThat(asha.isRefused()).isEqualTo("Not yet " + TOO_MANY);
        assertThat(page.evaluate("() => document.activeElement.className")).asString().contains("cg-mistakes");
        assertThat(page.locator(".page-notifications .alert:visible").count()).as("nothing lies over the button").isZero();
        asha.writes("People", 14);
        assertThat(box.innerText()).as("to be read, but no alarm any more").contains("Before you changed something we said:", TOO_MANY);
        assertThat(page.locator(".alert-danger:visible").count()).isZero();
        asha.writes("People", 13);
        assertThat(asha.isRefused()).contains(TOO_MANY);
        page.locator("li.task:not(.active) h4.task a").click();
        page.locator(".cg-take button").waitFor();
        page.locator(".fjs-form").waitFor();
        assertThat(page.getByText(TOO_MANY).count()).isZero();
        assertThat(page.locator(".alert-danger:visible").count()).isZero();
    }

    @Test
    void with_the_network_gone_nothing_is_lost_and_nothing_is_sent_twice() throws InterruptedException {
        fills(12);
        asha.expectsToBeCutOff();
        page.context().setOffline(true);
        page.locator(".fjs-form button[type=submit]").click();
        box.waitFor();
        assertThat(box.innerText()).contains("Not sent", "the house cannot be reached", "Nothing is lost");
        assertThat(asha.holds("Title")).isEqualTo("Cotton without poison");
        page.context().setOffline(false);
        // Whoever is not sure presses more than once.
        int[] posts = {0};
        page.onRequest(request -> posts[0] += request.url().endsWith("/submit-form") ? 1 : 0);
        page.evaluate("() => { for (let i = 0; i < 5; i++) document.querySelector('.fjs-form button[type=submit]').click(); }");
        assertThat(EveryField.ARRIVED.poll(5, TimeUnit.SECONDS)).isNotNull();
        page.locator(".fjs-form").waitFor(new Locator.WaitForOptions()
                .setState(WaitForSelectorState.DETACHED));
        assertThat(posts[0]).isOne();
        assertThat(EveryField.ARRIVED).isEmpty();
    }

    private Person fills(int people) {
        return asha.writes("Title", "Cotton without poison").writes("People", people).dates("Day", LocalDate.of(2027, 3, 14))
                .picks("Role", "Implementer").ticks("Answer", "Accept").writes("Aim", 0, "Fewer sprays");
    }
}
