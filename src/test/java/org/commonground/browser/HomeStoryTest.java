package org.commonground.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import org.commonground.foundation.Role;
import org.commonground.stage.Cast;
import org.commonground.stage.Stage;
import org.commonground.story.Course;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody who reads nothing but the screen: where do my partnerships stand, whom do they wait for, what can I do. */
@BrowserTest
class HomeStoryTest {

    private static final String COTTON = "Cotton seen from home";
    private static final int MOST_BYTES = 150_000;
    /** What the page and all it loads weigh on the line, as the browser counts it. */
    private static final String WEIGHT = "() => performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))"
            + ".reduce((sum, one) => sum + Math.max(one.transferSize, one.encodedBodySize), 0)";

    @Autowired
    private BrowserStage browser;
    @Autowired
    private Stage stage;

    private Cast cast;
    private String number;

    @BeforeEach
    void partners_look_for_their_vision() {
        browser.isEmptied();
        cast = stage.cast().fao().withMandates();
        Map<String, Role> roles = new LinkedHashMap<>();
        roles.put("Goi", Role.DECISION_MAKER);
        roles.put("Ngo", Role.IMPLEMENTER);
        roles.put("Ffs", Role.PARTICIPANT);
        number = browser.withoutWindows(() -> new Course(cast).choosesPartners(COTTON, roles));
    }

    @Test
    void a_farmer_finds_home_step_and_partnership_and_raises_something() {
        Person farmer = browser.person(cast.actor("Ffs"));
        Page page = farmer.page();
        page.navigate(browser.address() + "/");
        assertThat(page.title()).isEqualTo("Home · Common Ground");
        assertThat(page.locator("main").innerText()).contains("What waits for you", "Share vision", COTTON, "You are a partner",
                "waiting for", cast.name("Goi"));
        assertThat(page.locator("li[aria-current=step]").innerText()).isEqualTo("Negotiating");
        assertThat((Integer) page.evaluate(WEIGHT)).as("home weighs").isBetween(1_000, MOST_BYTES);
        farmer.isAccessible("home");
        page.keyboard().press("Tab");
        assertThat(page.evaluate("() => document.activeElement.textContent")).as("the keyboard comes to the content first")
                .isEqualTo("To the content");

        page.locator("a.step", new Page.LocatorOptions().setHasText("Share vision")).click();
        page.locator(".task-card .nav-tabs").getByText("The partnership").click();
        page.locator(".cg-short").waitFor();
        assertThat(page.locator(".cg-short").innerText()).contains(COTTON, "You are a partner", "Whom it waits for", "Share vision",
                cast.name("Goi"), "What happened last");
        farmer.picture("partnership-tab");
        page.getByText("All about this partnership").click();
        page.waitForURL("**/partnerships/" + number);
        page.goBack();
        page.locator(".task-card .cg-home").first().click();
        page.waitForURL("**/partnerships/" + number);
        assertThat(page.locator("main").innerText()).contains("What waits for you here", "Share vision", "Whom it waits for",
                "Partners and people", cast.name("Ngo"), "What happened", "What you answered", "State profile");
        assertThat(page.locator("#diagram ~ nav strong").innerText()).isEqualTo("Vision");
        assertThat(page.locator("#diagram ~ .picture svg").textContent()).contains("0 of 3", "Share vision");
        assertThat((Integer) page.evaluate(WEIGHT)).as("the partnership weighs").isBetween(1_000, MOST_BYTES);
        farmer.isAccessible("partnership");

        page.locator("#web ~ .picture svg a").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.url()).as("an organisation in the web leads to its line").contains("#org-");

        page.locator("#diagram ~ nav a", new Page.LocatorOptions().setHasText("Partnership")).click();
        page.locator("#diagram ~ nav strong").getByText("Partnership").waitFor();
        page.locator("#diagram ~ .picture svg a").first().click();
        page.locator("#diagram ~ nav strong").getByText("Vision").waitFor();

        page.getByText("Raise a matter").click();
        page.locator(".task-card h2").getByText("Describe matter").waitFor();
        page.locator(".fjs-form").waitFor();
        page.waitForFunction("number => [...document.querySelectorAll('.fjs-form input')].some(one => one.value.includes(number))", number);
        assertThat(page.locator(".cg-draft").innerText()).contains("The partnership you came from is filled in");
        farmer.picture("raise-from-home");
    }

    @Test
    void whoever_comes_to_the_house_logs_in_first() {
        Person visitor = browser.visitor(browser.address() + "/");
        assertThat(visitor.page().url()).endsWith("/login");
        visitor.isAccessible("log-in");
        visitor.page().setViewportSize(390, 844);
        assertThat(visitor.page().evaluate("() => document.documentElement.scrollWidth")).isEqualTo(390);
    }

    @Test
    void on_a_telephone_nothing_is_cut() {
        Person small = browser.person(cast.actor("Ffs"));
        small.page().setViewportSize(390, 844);
        for (String path : List.of("/", "/partnerships/" + number, "/answers", "/papers/" + number)) {
            small.page().navigate(browser.address() + path);
            assertThat(small.page().evaluate("() => document.documentElement.scrollWidth")).as(path).isEqualTo(390);
            small.wholePage("telephone" + path.replace('/', '-').replace(number, "number")).isAccessible("telephone " + path);
        }
    }
}
