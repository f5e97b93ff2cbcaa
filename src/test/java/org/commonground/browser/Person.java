package org.commonground.browser;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.ViewportSize;
import com.microsoft.playwright.options.WaitForSelectorState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody before a browser window, who does what people do: reads lists, opens a task, fills its form by what stands beside the
 * fields, presses the button, reads what comes back. Whatever the browser complains about meanwhile is kept.
 */
public final class Person {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final DateTimeFormatter TYPED_DATE = DateTimeFormatter.ofPattern("MM/dd/yyyy");
    /**
     * Tasklist may ask once more for the task that was completed a moment ago; at the very moment the right to read it is gone before the
     * task.
     */
    private static final Pattern DONE_ALREADY = Pattern.compile("40[34] GET .*/task/[0-9a-f-]{36}");

    /** When the page has drawn what was just typed. */
    private static final String DRAWN =
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))";

    /** When the webapp has heard and drawn what it asked for; an answer often makes it ask once more, so it is looked at twice. */
    private static final String AT_REST = """
            async () => {
                const frame = () => new Promise(requestAnimationFrame);
                const browser = window.angular?.element(document.documentElement).injector()?.get('$browser');
                for (let look = 0; look < 2; look++) {
                    if (browser) await new Promise(done => browser.notifyWhenNoOutstandingRequests(done, '$http'));
                    await frame();
                    await frame();
                }
            }""";

    /** What of a form lies beyond the right edge of its window and cannot be moved into it; a table has to be moved on a telephone only. */
    private static final String BEYOND = """
            () => {
                const form = [...document.querySelectorAll('.fjs-form')].pop();
                const edge = Math.min(innerWidth, form.closest('.form-pane, .modal-body').getBoundingClientRect().right) + 1;
                const moves = part => {
                    for (let box = part; box && box !== form; box = box.parentElement)
                        if (['auto', 'scroll', 'hidden'].includes(getComputedStyle(box).overflowX)) return true;
                };
                const beyond = [...form.querySelectorAll('*')].filter(part => part.offsetWidth > 1
                    && part.getBoundingClientRect().right > edge && !moves(part));
                if (innerWidth > 842) beyond.push(...[...form.querySelectorAll('.fjs-table-middle-container')]
                    .filter(table => table.scrollWidth > table.clientWidth + 1));
                return beyond.filter(part => !beyond.some(other => other !== part && part.contains(other))).slice(0, 3)
                    .map(part => part.tagName + '.' + part.className + ' ' + part.textContent.slice(0, 60));
            }""";
    /** How high a window shows a form whole, wherever in the window it stands and whatever moves within it. */
    private static final String WHOLE = """
            form => {
                form.scrollIntoView({ block: 'start' });
                const pane = form.closest('.form-pane, .modal-body');
                let above = 0;
                for (let box = pane; box; box = box.offsetParent) above += box.offsetTop;
                return Math.min(8000, above + form.scrollHeight + 700);
            }""";
    private static final int TELEPHONE = 390;
    private static final double PATIENCE_WITH_A_CLICK = 10_000;
    private static final List<String> WCAG_2_2_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Set<String> LOOKED_AT = ConcurrentHashMap.newKeySet();

    private final BrowserStage stage;
    private final String user;
    private final BrowserContext window;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private boolean refusalExpected;
    private boolean cutOff;

    Person(BrowserStage stage, String user, int width, int height) {
        this(stage, user, window -> window.setViewportSize(width, height));
    }

    /** @param look how large the window is and where it stands */
    Person(BrowserStage stage, String user, UnaryOperator<Browser.NewContextOptions> look) {
        this.stage = stage;
        this.user = user;
        this.window = Chromium.browser().orElseThrow().newContext(look.apply(new Browser.NewContextOptions().setLocale("en-US")
                .setReducedMotion(ReducedMotion.REDUCE)));
        this.page = window.newPage();
        // A build machine may be busy with other things.
        page.setDefaultTimeout(BrowserStage.PATIENCE.toMillis());
        page.onPageError(error -> {
            if (!cutOff || !error.contains("reading 'headers'")) {
                complaints.add(user + " · page: " + error);
            }
        });
        page.onConsoleMessage(message -> {
            // A failed request is noted with its address below.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(user + " · console: " + message.text());
            }
        });
        page.onResponse(response -> {
            String request = response.status() + " " + response.request().method() + " " + response.url();
            if (response.status() >= 500 || response.status() >= 400 && !refusalExpected
                    && !DONE_ALREADY.matcher(request).matches()) {
                complaints.add(user + " · " + request);
            }
        });
    }

    /** By the page, as people do. */
    void logsIn(String app) {
        page.navigate(stage.address() + "/camunda/app/" + app + "/default/");
        page.getByLabel("User name").fill(user);
        page.getByLabel("Password").fill(BrowserStage.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in").setExact(true)).click();
        isIn(app);
    }

    /** As the page would, without drawing it: what many do many times. */
    void comesIn(String app) {
        Matcher token = TOKEN.matcher(window.request().get(stage.address() + "/login").text());
        assertThat(token.find()).isTrue();
        window.request().post(stage.address() + "/login", RequestOptions.create().setMaxRedirects(0).setForm(FormData.create()
                .set("username", user).set("password", BrowserStage.PASSWORD).set("_csrf", token.group(1))));
        page.navigate(stage.address() + "/camunda/app/" + app + "/default/");
        isIn(app);
    }

    private void isIn(String app) {
        page.locator("li.account").waitFor();
        if (app.equals("tasklist")) {
            page.locator(".task-filter:visible, .task-filters .well:visible").first().waitFor();
        }
    }

    /** From now on an answer such as 401 is meant. */
    public void expectsRefusal() {
        refusalExpected = true;
    }

    /** From now on the house may be out of reach, and Tasklist stumbles over the answer that it does not get. */
    public void expectsToBeCutOff() {
        cutOff = true;
    }

    String user() {
        return user;
    }

    /** The page itself, for what has no word here. */
    public Page page() {
        return page;
    }

    /** Waits until the webapp has nothing more to ask or to draw. */
    private void rests() {
        page.evaluate(AT_REST);
    }

    // ---- lists

    /** Names of the ready filters, from top to bottom. */
    public List<String> filters() {
        return page.locator(".task-filter h4.name a").allTextContents().stream()
                .map(name -> name.replaceAll("[\\s\\d()]+$", "").strip()).toList();
    }

    /** Chooses a filter and waits for its tasks. */
    public Person chooses(String filter) {
        Locator link = page.locator(".task-filter h4.name a")
                .filter(new Locator.FilterOptions().setHasText(exactly(filter, "[\\s\\d()]*")));
        asksFor(link);
        return this;
    }

    /** Presses the name of a list, which brings what is in it now. */
    private void asksFor(Locator list) {
        page.waitForResponse(response -> response.url().contains("/filter/") && response.url().contains("/list"), list::click);
        rests();
    }

    /** Labels of the tasks in the list. */
    public List<String> tasks() {
        return page.locator("li.task h4.task a").allTextContents().stream().map(String::strip).toList();
    }

    /**
     * Loads the list anew once the machine has done its part; where a task of the same label comes again, the old entry stays for a
     * moment.
     */
    public Person looksAgain() {
        stage.theMachineRests();
        asksFor(page.locator(".task-filter.active h4.name a"));
        return this;
    }

    /** Opens the only task of this label in the list, waiting for it to arrive. */
    public Person opens(String label) {
        return opens(label, "");
    }

    /** Opens the task of this label whose entry in the list also says this, such as a case number or an organisation. */
    public Person opens(String label, String about) {
        Locator task = entry(label, about);
        rests();
        for (long end = System.nanoTime() + BrowserStage.PATIENCE.toNanos(); System.nanoTime() < end && task.count() == 0;) {
            looksAgain();
        }
        assertThat(task.count()).as("%s looks for “%s” %s and sees %s", user, label, about, tasks()).isEqualTo(1);
        Locator card = page.locator(".task-card h2.task").filter(new Locator.FilterOptions().setHasText(exactly(label, "")));
        clicksUntil(task.locator("h4.task a"), card);
        form().waitFor();
        return this;
    }

    /** A list that is drawn anew at that very moment swallows the click; a person then clicks once more. */
    private static void clicksUntil(Locator link, Locator seen) {
        link.click();
        try {
            seen.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_WITH_A_CLICK));
        } catch (TimeoutError swallowed) {
            link.click();
            seen.waitFor();
        }
    }

    private Locator entry(String label, String about) {
        Locator named = page.locator("li.task").filter(new Locator.FilterOptions()
                .setHas(page.locator("h4.task a").filter(new Locator.FilterOptions().setHasText(exactly(label, "")))));
        return about.isEmpty() ? named : named.filter(new Locator.FilterOptions().setHasText(about));
    }

    /** What the sign in the list says about whose step this is. */
    public String signOf(String label) {
        return entry(label, "").locator(".cg-for svg.cg-sign").first().getAttribute("aria-label");
    }

    /** Takes the open task, so that its form can be filled. */
    public Person claims() {
        rests();
        Locator claim = page.locator(".task-card button.claim");
        if (claim.count() > 0) {
            page.locator(".cg-take button").click();
            claim.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            form().waitFor();
            rests();
        }
        return this;
    }

    /** Names of the processes that this person may start. */
    public List<String> mayStart() {
        page.locator(".start-process-action a").click();
        page.locator(".modal-body .processes a[data-cg-named], .modal-body .well:visible").first().waitFor();
        List<String> names = page.locator(".modal-body .processes a").allTextContents().stream().map(String::strip).toList();
        page.locator(".modal-footer").getByText("Close").click();
        page.locator(".modal-dialog").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        return names;
    }

    /** Opens the start form of a process. */
    public Person begins(String process) {
        page.locator(".start-process-action a").click();
        page.locator(".modal-body .processes a").filter(new Locator.FilterOptions().setHasText(exactly(process, ""))).click();
        form().waitFor();
        rests();
        return this;
    }

    // ---- the form

    private Locator form() {
        return page.locator(".fjs-form").last();
    }

    /** Everything the form says, as people read it. */
    public String reads() {
        rests();
        return form().innerText();
    }

    /** The fields with this label: a row of a list has its own. */
    private Locator field(Locator where, String label) {
        return where.locator(".fjs-form-field").filter(new Locator.FilterOptions().setHas(page.locator(
                "xpath=./label | ./div[contains(@class,'fjs-inline-label')]/label | ./legend"
                        + " | ./div//div[contains(@class,'fjs-datetime-subsection')]/label")
                .filter(new Locator.FilterOptions().setHasText(exactly(label, "\\*?")))));
    }

    private Locator one(String label, int row) {
        Locator found = field(form(), label);
        found.first().waitFor();
        unfolds(found.nth(row));
        return found.nth(row);
    }

    /** Opens the parts of a long form that hide this field, the outer one first. */
    private void unfolds(Locator field) {
        Locator hiding = field.locator("xpath=ancestor::*[@data-cg-folded]");
        for (int parts = hiding.count(); parts > 0; parts = hiding.count()) {
            hiding.first().locator("> .cg-fold button").click();
        }
    }

    /** Writes into a text or number field. */
    public Person writes(String label, Object text) {
        return writes(label, 0, text);
    }

    /** @param row of a list, from 0 on */
    public Person writes(String label, int row, Object text) {
        Locator input = one(label, row).locator("input, textarea").first();
        String wanted = String.valueOf(text);
        // The form draws a field anew a moment after its neighbour was left; whoever types faster than people do looks again.
        for (int attempt = 0; attempt < 5; attempt++) {
            input.fill(wanted);
            input.blur();
            page.evaluate(DRAWN);
            if (input.inputValue().equals(wanted)) {
                return this;
            }
        }
        throw new AssertionError("“" + label + "” does not keep what was written into it");
    }

    public Person dates(String label, LocalDate day) {
        return dates(label, 0, day);
    }

    /** @param row of a list, from 0 on */
    public Person dates(String label, int row, LocalDate day) {
        Locator input = form().locator(".fjs-form-field-datetime").filter(new Locator.FilterOptions().setHas(page.locator("label")
                .filter(new Locator.FilterOptions().setHasText(exactly(label, "\\*?"))))).nth(row).locator("input.flatpickr-input");
        // A field that an answer has just opened is drawn once more a moment later; whoever types faster than people do looks again.
        for (int attempt = 0; attempt < 5; attempt++) {
            page.evaluate(DRAWN);
            input.fill(TYPED_DATE.format(day));
            input.press("Enter");
            page.evaluate(DRAWN);
            if (!input.inputValue().isEmpty()) {
                return this;
            }
        }
        throw new AssertionError("“" + label + "” does not keep the day that was typed into it");
    }

    /** Picks an entry of a drop-down list. */
    public Person picks(String label, String option) {
        return picks(label, 0, option);
    }

    public Person picks(String label, int row, String option) {
        return picks(one(label, row), exactly(option, ""));
    }

    /** Picks the entry that begins like this. */
    public Person picksLike(String label, int row, String beginning) {
        return picks(one(label, row), Pattern.compile("^\\s*" + quoted(beginning)));
    }

    private Person picks(Locator field, Pattern entry) {
        field.locator(".fjs-input-group").first().click();
        field.locator(".fjs-dropdownlist-item").filter(new Locator.FilterOptions().setHasText(entry)).first().click();
        return this;
    }

    /** Says yes to one of several answers (radio), or ticks entries of a checklist. */
    public Person ticks(String label, String... options) {
        return ticks(label, 0, options);
    }

    public Person ticks(String label, int row, String... options) {
        Locator field = one(label, row);
        for (String option : options) {
            field.locator("label:has(input)").filter(new Locator.FilterOptions().setHasText(exactly(option, ""))).locator("input").check();
        }
        return this;
    }

    /** Gives a rating: one of the five choices, which begin with their number. */
    public Person rates(String label, int rating) {
        return rates(label, 0, rating);
    }

    /** @param row of a list, or the place among questions of the same words, from 0 on */
    public Person rates(String label, int row, int rating) {
        one(label, row).locator("label:has(input)").filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + rating + " ")))
                .locator("input").check();
        return this;
    }

    /** Adds tags. */
    public Person tags(String label, String... options) {
        return tags(label, 0, options);
    }

    public Person tags(String label, int row, String... options) {
        Locator field = one(label, row);
        for (String option : options) {
            field.locator("input").first().click();
            field.locator(".fjs-dropdownlist-item").filter(new Locator.FilterOptions().setHasText(exactly(option, ""))).click();
        }
        // The list of tags stays open over the fields below until the field is left.
        field.locator("input").first().blur();
        return this;
    }

    /** Ticks a single box that stands alone. */
    public Person agrees(String label) {
        one(label, 0).locator("input[type=checkbox]").check();
        return this;
    }

    /** What stands in a field, such as after a refusal: what was typed stays. */
    public String holds(String label) {
        return holds(label, 0);
    }

    /** @param row of a list, from 0 on */
    public String holds(String label, int row) {
        return one(label, row).locator("input, textarea").first().inputValue();
    }

    /** Adds a row to a list. */
    public Person addsRow(String list) {
        Locator box = page.locator(".fjs-form-field-dynamiclist").filter(new Locator.FilterOptions()
                .setHasText(Pattern.compile("^\\s*" + quoted(list))));
        int rows = box.locator(".fjs-repeat-row-container").count();
        box.locator(".fjs-repeat-render-add").click();
        box.locator(".fjs-repeat-row-container").nth(rows).waitFor();
        return this;
    }

    /** How many fields of this label there are: a row of a list has its own. */
    public int rows(String label) {
        one(label, 0);
        return field(form(), label).count();
    }

    /** Whether a field of this label is to be seen. */
    public boolean isAsked(String label) {
        return field(form(), label).count() > 0;
    }

    /** Presses a button that answers several questions, and waits until it says that it did. */
    public Person presses(String button, String done) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
        page.getByText(done).first().waitFor();
        return this;
    }

    // ---- the button, and what comes back

    /** Presses the button; the step is done and leaves the screen. */
    public void completes() {
        putsNoticesAway();
        isForEverybody();
        int open = page.locator(".fjs-form").count();
        press();
        page.waitForCondition(() -> page.locator(".fjs-form").count() < open || refusal().count() > 0);
        assertThat(refusal().allInnerTexts()).as("%s was refused", user).isEmpty();
    }

    /** Presses the button and reads the refusal; what was typed stays. */
    public String isRefused() {
        putsNoticesAway();
        refusalExpected = true;
        press();
        refusal().first().waitFor();
        String sentence = refusal().first().innerText().replaceAll("\\s+", " ").strip();
        assertThat(form().isVisible()).as("the form stays").isTrue();
        rests();
        refusalExpected = false;
        return sentence;
    }

    /** Reads in a notice what comes next. */
    public Person isTold(String words) {
        page.locator(".page-notifications .alert:visible").filter(new Locator.FilterOptions().setHasText(words)).first().waitFor();
        return this;
    }

    /**
     * Presses the button and reads what the form itself finds wrong beside its fields; nothing is sent. The first line of what stands above
     * the form leads to the first of it.
     */
    public List<String> isCorrected() {
        press();
        page.locator(".cg-mistakes a").first().click();
        Locator mistakes = form().locator(".fjs-form-field-error:visible");
        mistakes.first().waitFor();
        page.waitForCondition(() -> (Boolean) mistakes.first().evaluate("""
                mistake => { const box = mistake.getBoundingClientRect(); return box.top > 0 && box.bottom < innerHeight; }"""));
        return mistakes.allInnerTexts();
    }

    /**
     * Each form is looked at once in all plays, filled as it is: would somebody who does not see it, or has no mouse, come through, and is
     * all of it within the window?
     */
    private void isForEverybody() {
        String form = page.locator(".modal-dialog h3:visible, .task-card h2.task").last().innerText().strip();
        if (!LOOKED_AT.add(form)) {
            return;
        }
        isWithinItsWindow(form);
        // In one page: the other way opens a second one for each look.
        new AxeBuilder(page).setLegacyMode(true).include(".fjs-form").withTags(WCAG_2_2_AA).analyze().getViolations()
                .forEach(found -> complaints.add("“%s” · %s: %s %s".formatted(form, found.getId(), found.getHelp(),
                        found.getNodes().stream().limit(3).map(CheckedNode::getHtml).toList())));
    }

    /** The same of a page of our own, whole, with a picture of it. */
    public Person isAccessible(String name) {
        new AxeBuilder(page).setLegacyMode(true).withTags(WCAG_2_2_AA).analyze().getViolations()
                .forEach(found -> complaints.add("“%s” · %s: %s %s".formatted(name, found.getId(), found.getHelp(),
                        found.getNodes().stream().limit(3).map(CheckedNode::getHtml).toList())));
        return wholePage(name.replaceAll("[^A-Za-z0-9]+", "-"));
    }

    /** On the screen it is filled on, and on a telephone. */
    private void isWithinItsWindow(String form) {
        ViewportSize window = page.viewportSize();
        for (int width : List.of(window.width, TELEPHONE)) {
            page.setViewportSize(width, window.height);
            page.evaluate(DRAWN);
            ((List<?>) page.evaluate(BEYOND))
                    .forEach(part -> complaints.add("“%s” · wider than a window of %d: %s".formatted(form, width, part)));
            if (Boolean.getBoolean("commonground.pictures")) {
                page.setViewportSize(width, ((Number) form().evaluate(WHOLE)).intValue());
                page.evaluate(DRAWN);
                picture(width + "-" + form);
            }
        }
        page.setViewportSize(window.width, window.height);
        page.evaluate(DRAWN);
    }

    private void putsNoticesAway() {
        // A notice goes by itself after a while, so it may be gone before it is put away: no clicking after what has left.
        page.evaluate("() => document.querySelectorAll('.page-notifications .close').forEach(close => close.click())");
        page.locator(".page-notifications .alert:visible").first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    private void press() {
        Locator own = form().locator("button.fjs-button[type=submit]");
        if (own.count() > 0) {
            own.first().click();
        } else if (page.locator(".modal-dialog .fjs-form").count() > 0) {
            page.locator(".modal-dialog .modal-footer .btn-primary").click();
        } else {
            page.locator(".form-pane .form-actions .btn-primary").click();
        }
    }

    private Locator refusal() {
        return page.locator(".page-notifications .alert-danger:visible, .form-pane .alert-danger:visible, "
                + ".modal-dialog .alert-danger:visible");
    }

    /** Keeps a picture of the window under target/screenshots. */
    public Person picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name.replaceAll("[^A-Za-z0-9-]+", "-") + ".png")));
        return this;
    }

    /** The same of a form that is longer than the window: its beginning, and its end as {@code name-end}. */
    public Person pictures(String name) {
        form().evaluate("form => form.scrollIntoView({ block: 'start' })");
        picture(name);
        form().evaluate("form => { for (let box = form; box; box = box.parentElement) box.scrollTop = box.scrollHeight; }");
        return picture(name + "-end");
    }

    /** Keeps a picture of a page from its first to its last line. */
    public Person wholePage(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
        return this;
    }

    List<String> complaints() {
        return complaints;
    }

    void leaves() {
        window.close();
    }

    private static Pattern exactly(String text, String tail) {
        return Pattern.compile("^\\s*" + quoted(text) + tail + "\\s*$");
    }

    /** The browser's patterns do not know Java's quotation. */
    private static String quoted(String text) {
        return text.replaceAll("[.*+?^${}()|\\[\\]\\\\/]", "\\\\$0");
    }
}
