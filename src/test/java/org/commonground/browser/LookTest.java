package org.commonground.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.Registrations;
import org.commonground.stage.Cast;
import org.commonground.stage.Ladder;
import org.commonground.stage.Stage;
import org.commonground.story.Course;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever reads with a magnifier, has no mouse, or whose browser runs no scripts: all come in and on. */
@BrowserTest
class LookTest {

    private static final String COTTON = "Cotton for all eyes";
    /** What stands beyond the window, and not in a box of its own that the keyboard can move; and boxes that hide what they hold. */
    private static final String CUT = """
            () => {
                const moved = part => {
                    for (let box = part.parentElement; box; box = box.parentElement)
                        if (['auto', 'scroll'].includes(getComputedStyle(box).overflowX))
                            return box.tabIndex === 0 || box.scrollWidth <= box.clientWidth + 1;
                };
                const away = part => getComputedStyle(part).position === 'absolute' || part.closest('.skip, thead, .cards .phases li span');
                return [...document.querySelectorAll('body *')].filter(part => part.getClientRects().length && !away(part) && !moved(part)
                        && (part.getBoundingClientRect().right > innerWidth + 1 || part.getBoundingClientRect().left < -1
                            || getComputedStyle(part).overflowX === 'hidden' && part.scrollWidth > part.clientWidth + 1))
                    .slice(0, 3).map(part => part.tagName + '.' + part.className + ' ' + part.textContent.trim().slice(0, 60));
            }""";

    /** Labels of a picture of which two lie over each other. */
    private static final String MEETING = """
            picture => {
                const boxes = [...picture.querySelectorAll('text')].map(text => [text.textContent, text.getBoundingClientRect()]);
                return boxes.flatMap(([words, one], nr) => boxes.slice(nr + 1).filter(([, other]) => Math.min(one.right, other.right)
                    - Math.max(one.left, other.left) > 1 && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 4)
                    .map(([others]) => words + ' / ' + others));
            }""";

    @Autowired
    private BrowserStage browser;
    @Autowired
    private OrganisationService organisations;
    @Autowired
    private Ladder ladder;
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

    /** A window of 1366 × 800 that is enlarged twice and four times. */
    @Test
    void enlarged_twice_and_four_times_nothing_is_cut() {
        Page page = browser.person(cast.actor("Ffs")).page();
        for (int times : List.of(2, 4)) {
            page.setViewportSize(1366 / times, 800 / times);
            for (String path : paths()) {
                page.navigate(browser.address() + path);
                isWhole(page, path + " enlarged " + times + " times");
                picture(page, times + "-times" + path);
            }
        }
        Page door = browser.visitor(browser.address() + "/login").page();
        door.setViewportSize(341, 200);
        isWhole(door, "log-in");
        picture(door, "4-times-log-in");
    }

    @Test
    void fifty_organisations_with_the_longest_names_are_laid_out() {
        Map<OrganisationId, Role> crowd = new LinkedHashMap<>();
        for (int nr = 1; nr <= 50; nr++) {
            OrganisationId one = new OrganisationId("Wide" + nr);
            String name = nr % 2 == 0 ? "Unbroken".repeat(14) + nr : "Farmers of the wide fields ".repeat(4) + nr;
            organisations.register(Registrations.of(one.code(), name, LocalDate.of(2040, 12, 31)), "coordinator");
            organisations.verify(one, null);
            crowd.put(one, nr == 1 ? Role.EXPERT : Role.IMPLEMENTER);
        }
        organisations.openAccounts(new OrganisationId("Wide1"));
        number = browser.withoutWindows(() -> ladder.inForce(crowd)).value();
        Page page = browser.person(stage.actor("wide1Focal")).page();
        for (int width : List.of(1366, 390)) {
            page.setViewportSize(width, 844);
            for (String path : paths()) {
                page.navigate(browser.address() + path);
                isWhole(page, path + " of fifty at " + width);
                picture(page, "fifty-" + width + path);
            }
        }
        page.navigate(browser.address() + "/partnerships/" + number);
        assertThat((List<?>) page.locator("#web ~ .picture").first().evaluate(MEETING)).as("labels that meet").isEmpty();
    }

    @Test
    void the_letters_of_pictures_are_read_on_a_telephone_too() {
        Page page = browser.person(cast.actor("Ffs")).page();
        for (int width : List.of(390, 1366)) {
            page.setViewportSize(width, 844);
            page.navigate(browser.address() + "/partnerships/" + number);
            for (String picture : List.of("web", "diagram")) {
                Locator box = page.locator("#" + picture + " ~ .picture").first();
                assertThat((Number) box.evaluate("box => Math.min(...[...box.querySelectorAll('text')].map(text =>"
                        + " parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))")).as(picture + " at " + width)
                        .satisfies(size -> assertThat(size.doubleValue()).isGreaterThanOrEqualTo(10.9));
            }
            page.locator("#web ~ .picture").first().focus();
            page.keyboard().press("ArrowRight");
            page.locator("#web ~ .picture").first().scrollIntoViewIfNeeded();
            picture(page, "web-" + width);
        }
        page.setViewportSize(390, 844);
        Locator web = page.locator("#web ~ .picture").first();
        web.focus();
        page.keyboard().press("ArrowRight");
        page.waitForCondition(() -> ((Number) web.evaluate("box => box.scrollLeft")).intValue() > 0);
    }

    @Test
    void without_a_mouse_one_logs_in_asks_and_does_a_step() {
        browser.person(cast.actor("Ffs"));
        Page page = browser.visitor(browser.address() + "/login").page();
        Keyboard keyboard = new Keyboard(page);
        page.locator("#username:focus").waitFor();
        keyboard.types(cast.actor("Ffs").user()).to("Password").types(BrowserStage.PASSWORD).to("Log in").presses("Enter");
        page.waitForURL(browser.address() + "/");
        keyboard.to("To the content").presses("Enter").to(COTTON).presses("Enter");
        page.waitForURL("**/partnerships/" + number);
        keyboard.to("Raise a matter").to("Ask something").presses("Enter");
        page.waitForURL("**/questions");
        keyboard.to("Your question").types("Who brings the seed?").to("The coordinator").presses("ArrowDown").to("Ask").presses("Enter");
        page.getByText("asks all partners").waitFor();
        assertThat(page.locator("main").innerText()).contains("Who brings the seed?");

        keyboard.to("Home").presses("Enter");
        page.waitForURL(browser.address() + "/");
        keyboard.to("Share vision").presses("Enter");
        page.locator(".cg-take button").waitFor();
        page.locator(".fjs-form").waitFor();
        keyboard.to("Take it").presses("Enter");
        page.locator(".cg-take").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        keyboard.to("What can we do together").types("Schools in every village.").to("What do you hope").types("That it lasts.")
                .to("Complete").presses("Enter");
        page.getByText("Your next step").waitFor();
        assertThat(cast.actor("Ffs").sees(number)).contains("Answer expectations").doesNotContain("Share vision");
        keyboard.wasAlwaysSeen();
    }

    @Test
    void without_scripts_one_reads_and_is_told_what_needs_them() {
        Browser chromium = Chromium.browser().orElseThrow();
        try (BrowserContext plain = chromium.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            browser.person(cast.actor("Ffs"));
            Page page = plain.newPage();
            page.navigate(browser.address() + "/");
            assertThat(page.locator("main").innerText()).contains("to fill in a step, please allow it");
            page.locator("#username").fill(cast.actor("Ffs").user());
            page.locator("#password").fill(BrowserStage.PASSWORD);
            page.locator("#password").press("Enter");
            page.waitForURL(browser.address() + "/");
            assertThat(page.locator("main").innerText()).contains("To open a step your browser has to run JavaScript", COTTON);
            page.locator("main a", new Page.LocatorOptions().setHasText(COTTON)).first().click();
            assertThat(page.locator("main").innerText()).contains("To open a step your browser has to run JavaScript", "Whom it waits for");
            page.locator("a", new Page.LocatorOptions().setHasText("Ask something")).click();
            page.locator("#words").fill("Is it read without scripts?");
            page.locator("button", new Page.LocatorOptions().setHasText("Ask")).click();
            assertThat(page.locator("main").innerText()).contains("Is it read without scripts?", "Not answered yet")
                    .doesNotContain("JavaScript");
            page.navigate(browser.address() + "/camunda/app/tasklist/default/");
            assertThat((String) page.locator("body").evaluate("body => getComputedStyle(body, '::before').content"))
                    .contains("This app needs JavaScript: please allow it in your browser");
            picture(page, "tasklist-without-scripts");
        }
    }

    /** Log-in, home and pages are our own, and looked at in {@link HomeStoryTest}. Here all rules hold too, with a few lines of ours. */
    @Test
    void the_platforms_pages_are_for_everybody_too() {
        Person farmer = browser.person(cast.actor("Ffs"));
        farmer.chooses("My organisation").isAccessible("list");
        farmer.opens("Share vision", COTTON).isAccessible("open step").claims().isAccessible("step that is held");
        farmer.begins("Raise matter").isAccessible("start");
        browser.person("admin", "welcome", 1366, 900).isAccessible("welcome");
        browser.person("admin", "admin", 1366, 900).isAccessible("admin");
    }

    private static void isWhole(Page page, String what) {
        assertThat(page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as(what + " moves sideways").isEqualTo(0);
        assertThat((List<?>) page.evaluate(CUT)).as("cut in " + what).isEmpty();
    }

    private List<String> paths() {
        String page = "/partnerships/" + number;
        return List.of("/", page, page + "/questions", page + "/files", "/papers/" + number, "/answers");
    }

    private void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "screenshots",
                name.replace(number, "number").replaceAll("[^A-Za-z0-9-]+", "-") + ".png")));
    }
}
