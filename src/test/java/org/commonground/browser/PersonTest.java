package org.commonground.browser;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.options.BoundingBox;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@BrowserTest
class PersonTest {

    @Autowired
    BrowserStage stage;
    @Autowired
    RepositoryService repository;
    @Autowired
    RuntimeService instances;

    @BeforeEach
    void aTaskForFao() {
        stage.account("asha", "Asha", "Rao", "partner", "orgFao");
        stage.account("ben", "Ben", "Okri", "partner", "orgCicr");
        repository.createDeployment().addClasspathResource("browser/every-field.bpmn")
                .addClasspathResource("browser/every-field.form").deploy();
        instances.startProcessInstanceByKey("everyField");
        EveryField.ARRIVED.clear();
    }

    @AfterEach
    void theTaskIsGone() {
        instances.createProcessInstanceQuery().processDefinitionKey("everyField").list()
                .forEach(instance -> instances.deleteProcessInstance(instance.getId(), "over"));
    }

    @Test
    void a_person_fills_a_field_of_every_kind() throws InterruptedException {
        Person asha = stage.person("asha");
        assertThat(asha.filters()).containsExactly("My organisation", "Signatures", "Mine", "Overdue");
        asha.chooses("My organisation").opens("Fill every field").claims();
        asha.writes("Title", "Cotton without poison").writes("Story", "Farmers\nlearn together.").writes("People", 13)
                .dates("Day", LocalDate.of(2027, 3, 14)).picks("Role", "Implementer").ticks("Answer", "Object");
        asha.writes("Reason", "Too soon.").ticks("Areas", "Guntur", "Khammam").tags("Friends", "Warangal").agrees("I am sure");
        asha.writes("Aim", 0, "Fewer sprays").writes("Target", 0, 30).addsRow("Aims").writes("Aim", 1, "More income");
        asha.picture("every-field");

        assertThat(asha.isRefused()).contains("Not yet", "Thirteen people are one too many. Please enter 12 or fewer.");
        asha.picture("refusal").writes("People", 12).completes();

        assertThat(EveryField.ARRIVED.poll(5, TimeUnit.SECONDS)).isEqualTo(new EveryField.Filled("Cotton without poison",
                "Farmers\nlearn together.", 12, LocalDate.of(2027, 3, 14), "implementer", "object", "Too soon.",
                List.of("guntur", "khammam"),
                List.of("warangal"), true, List.of(new EveryField.Aim("Fewer sprays", 30), new EveryField.Aim("More income", null))));
    }

    @Test
    void a_form_is_filled_by_keyboard_alone() throws InterruptedException {
        Person asha = stage.person("asha");
        asha.chooses("My organisation").opens("Fill every field");
        Keyboard keys = asha.page().keyboard();
        asha.page().locator(".cg-take button").focus();
        keys.press("Enter");
        asha.page().locator(".task-card button.unclaim").waitFor();
        asha.reads();

        tabsTo(asha, "Title");
        keys.type("Cotton without poison");
        tabsTo(asha, "Story");
        keys.type("Farmers learn.");
        tabsTo(asha, "People");
        keys.type("12");
        tabsTo(asha, "Day");
        keys.type("2027-03-14");
        tabsTo(asha, "Role");
        keys.press("ArrowDown");
        keys.press("ArrowDown");
        keys.press("Enter");
        tabsTo(asha, "Accept");
        keys.press("Space");
        tabsTo(asha, "Guntur");
        keys.press("Space");
        tabsTo(asha, "Friends");
        keys.type("Warangal");
        keys.press("Enter");
        tabsTo(asha, "I am sure");
        keys.press("Space");
        tabsTo(asha, "Aim");
        keys.type("Fewer sprays");
        asha.picture("by-keyboard");
        tabsTo(asha, "Done");
        keys.press("Enter");

        asha.page().locator(".cg-sent").waitFor();
        EveryField.Filled filled = EveryField.ARRIVED.poll(20, TimeUnit.SECONDS);
        assertThat(filled).isNotNull();
        assertThat(List.of(filled.title(), filled.story(), filled.people(), filled.day(), filled.answer(), filled.areas(), filled.friends(),
                filled.sure(), filled.aims().get(0).text())).containsExactly("Cotton without poison", "Farmers learn.", 12,
                LocalDate.of(2027, 3, 14), "accept", List.of("guntur"), List.of("warangal"), true, "Fewer sprays");
        assertThat(filled.role()).isNotNull();
    }

    /** Presses Tab until the focus is on what is called so. */
    private static void tabsTo(Person person, String name) {
        for (int presses = 0; presses < 80; presses++) {
            if (name.equals(person.page().evaluate("""
                    () => { const at = document.activeElement;
                        const label = at.labels?.[0] || at.closest('.fjs-form-field')?.querySelector('label') || at;
                        return label.textContent.replace(/\\*\\s*$/, '').trim(); }"""))) {
                return;
            }
            person.page().keyboard().press("Tab");
        }
        throw new AssertionError("Tab never comes to “" + name + "”");
    }

    @Test
    void somebody_elses_task_is_in_no_list() {
        Person ben = stage.person("ben").chooses("My organisation");
        assertThat(ben.tasks()).isEmpty();
        ben.picture("nothing-waits");
    }

    @Test
    void on_an_upright_tablet_the_form_stands_below_the_list_as_wide_as_the_page() {
        Person asha = stage.person("asha");
        asha.page().setViewportSize(800, 1000);
        asha.chooses("My organisation").opens("Fill every field");
        BoundingBox form = asha.page().locator(".column-right").boundingBox();
        assertThat(form.x).isLessThan(10);
        assertThat(form.width).isGreaterThan(750);
        asha.page().mouse().move(400, 500);
        asha.page().mouse().wheel(0, 20_000);
        asha.page().waitForFunction("() => document.querySelector('.fjs-form button[type=submit]').getBoundingClientRect().bottom <= 1000");
        asha.picture("upright-tablet");
    }
}
