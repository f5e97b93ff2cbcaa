package org.commonground.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/**
 * What people type into days and numbers, in windows that stand elsewhere on earth, to the body of the request that leaves the browser.
 * The task is a real one in Tasklist; its form, and what stands in it, are put in its place on the way.
 */
@BrowserTest
class TypedFieldsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ZONES = List.of("America/Managua", "America/Santiago", "Europe/Rome", "Asia/Kolkata",
            "Pacific/Auckland");
    private static final String MONTH_FIRST = "en-US";
    private static final List<String> LOCALES = List.of(MONTH_FIRST, "de-DE", "hi-IN", "ar-EG");
    private static final String WHERE =
            "() => Intl.DateTimeFormat().resolvedOptions().locale + ' ' + -new Date(2027, 0, 1).getTimezoneOffset()";
    private static final String NO_DAY = "“%s” is not a day. Write it like 31 Mar 2027 or 2027-03-31.";
    private static final String ANDROID = "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) "
            + "Chrome/126.0.0.0 Mobile Safari/537.36";

    /** Types a text into each field and leaves it, as fast as the page can draw. */
    private static final String TYPES = """
            async texts => {
                for (const [key, text] of Object.entries(texts)) {
                    const input = document.querySelector(`input[id$="-Field_${key}"], input[id$="-Field_${key}-date"]`);
                    input.focus();
                    input.select();
                    document.execCommand(text ? 'insertText' : 'delete', false, text);
                    input.blur();
                    await new Promise(requestAnimationFrame);
                }
            }""";

    /**
     * The form has been put up: its calendars hang on their fields, and nothing in it has moved for a third of a second. Nobody types
     * sooner than that, but a test does.
     */
    private static final String STANDS_STILL = """
            () => new Promise(stands => {
                const form = document.querySelector('.fjs-form');
                const ready = () => [...form.querySelectorAll('input[id*="-Field_day"]')].every(input => input._flatpickr);
                let calm;
                const wait = () => { clearTimeout(calm); calm = setTimeout(() => ready() ? stands(true) : wait(), 333); };
                new MutationObserver(wait).observe(form, { childList: true, subtree: true, attributes: true });
                wait();
            })""";

    /** What is typed, and the day that it can only be; null where it is none. */
    private static final Map<String, String> DAYS = new LinkedHashMap<>();
    /** What is typed or pasted, and the number that it can only be; null where a sentence asks. */
    private static final Map<String, String> NUMBERS = new LinkedHashMap<>();

    static {
        DAYS.put("12/31/2027", "2027-12-31");
        DAYS.put("31/12/2027", "2027-12-31");
        DAYS.put("29.02.2028", "2028-02-29");
        DAYS.put("2027-03-31", "2027-03-31");
        DAYS.put("31 Dec 2027", "2027-12-31");
        DAYS.put("December 31, 2027", "2027-12-31");
        DAYS.put("٣١/١٢/٢٠٢٧", "2027-12-31");
        DAYS.put("३१-१२-२०२७", "2027-12-31");
        DAYS.put("5 9 2027", "in the order of the place");
        DAYS.put("02/29/2027", null);
        DAYS.put("31.12.27", null);
        DAYS.put("soon", null);
        NUMBERS.put("1,200,000", "1200000");
        NUMBERS.put("12,00,000", "1200000");
        NUMBERS.put("1.234,56", "1234.56");
        NUMBERS.put("1’234.50", "1234.5");
        NUMBERS.put("1\u00a0234,56", "1234.56");
        NUMBERS.put("1,5", "1.5");
        NUMBERS.put("١٢٣٤", "1234");
        NUMBERS.put("0001", "1");
        NUMBERS.put("1234.567", null);
        NUMBERS.put("1,200", null);
        NUMBERS.put("1e3", null);
        NUMBERS.put("1..2", null);
    }

    @Autowired
    BrowserStage stage;
    @Autowired
    RepositoryService repository;
    @Autowired
    RuntimeService instances;
    @Autowired
    TaskService tasks;

    private final List<String> errors = new ArrayList<>();
    private final List<BrowserContext> windows = new ArrayList<>();
    /** Of the one log-in for all that is typed here. */
    private static String cookies;
    private String task;
    private JsonNode sent;

    @BeforeEach
    void a_task_that_is_held() {
        stage.account("asha", "Asha", "Rao", "partner", "orgFao");
        repository.createDeployment().addClasspathResource("browser/every-field.bpmn")
                .addClasspathResource("browser/every-field.form").deploy();
        String instance = instances.startProcessInstanceByKey("everyField").getId();
        task = tasks.createTaskQuery().processInstanceId(instance).singleResult().getId();
        tasks.setAssignee(task, "asha");
        if (cookies == null) {
            cookies = stage.person("asha").page().context().storageState();
        }
    }

    @AfterEach
    void nothing_is_left_and_nothing_broke() {
        windows.forEach(BrowserContext::close);
        instances.createProcessInstanceQuery().processDefinitionKey("everyField").list()
                .forEach(instance -> instances.deleteProcessInstance(instance.getId(), "over"));
        assertThat(errors).as("errors in the pages").isEmpty();
    }

    @Test
    void what_is_typed_anywhere_on_earth_is_sent_as_it_was_meant_or_asked_about() {
        ObjectNode form = form();
        field(form, "prefilled", "datetime").put("dateLabel", "Prefilled");
        field(form, "readOnly", "datetime").put("dateLabel", "Read-only").put("readonly", true);
        int nr = 0;
        for (String typed : DAYS.keySet()) {
            field(form, "day" + nr, "datetime").put("dateLabel", "Day " + nr++).put("description", typed);
        }
        nr = 0;
        for (String typed : NUMBERS.keySet()) {
            field(form, "number" + nr, "number").put("label", "Number " + nr++).put("decimalDigits", 2).put("description", typed);
        }
        // On this day Santiago has no midnight.
        Map<String, Object> sheet = Map.of("prefilled", "2027-09-05", "readOnly", "2028-02-29");
        // One window that travels: it keeps the scripts of Tasklist, where twenty windows would have to load them.
        Page page = opens(form, sheet, window -> { });
        CDPSession traveller = page.context().newCDPSession(page);
        for (String locale : LOCALES) {
            travels(traveller, "Emulation.setLocaleOverride", "locale", locale);
            page.navigate("about:blank");
            for (String zone : ZONES) {
                travels(traveller, "Emulation.setTimezoneOverride", "timezoneId", zone);
                shows(page);
                page.evaluate(STANDS_STILL);
                int east = ZoneId.of(zone).getRules().getOffset(LocalDateTime.of(2027, 1, 1, 0, 0)).getTotalSeconds() / 60;
                assertThat(page.evaluate(WHERE)).isEqualTo(locale + " " + east);
                typesAll(page, zone + " " + locale, locale.equals(MONTH_FIRST) ? "2027-05-09" : "2027-09-05");
                page.locator(".fjs-form").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            }
        }
    }

    private static void travels(CDPSession traveller, String how, String what, String where) {
        JsonObject to = new JsonObject();
        to.addProperty(what, where);
        traveller.send(how, to);
    }

    private void typesAll(Page page, String where, String inTheOrderOfThePlace) {
        Map<String, String> meant = new LinkedHashMap<>();
        Map<String, String> typed = new LinkedHashMap<>();
        Map<String, String> sentences = new LinkedHashMap<>();
        int nr = 0;
        for (Map.Entry<String, String> day : DAYS.entrySet()) {
            String key = "day" + nr++;
            typed.put(key, day.getKey());
            meant.put(key, day.getKey().equals("5 9 2027") ? inTheOrderOfThePlace : day.getValue());
            if (day.getValue() == null) {
                sentences.put(key, NO_DAY.formatted(day.getKey()));
            }
        }
        nr = 0;
        for (Map.Entry<String, String> number : NUMBERS.entrySet()) {
            String key = "number" + nr++;
            typed.put(key, number.getKey());
            meant.put(key, number.getValue());
            if (number.getValue() == null) {
                sentences.put(key, number.getKey().equals("1,200") ? "“1,200” can be read in two ways. Write 1200 or 1.20."
                        : number.getKey().equals("1234.567") ? "“1234.567” has more than 2 digits behind the point."
                        : "“%s” is not a number. Write it like 1234.50, without a unit.".formatted(number.getKey()));
            }
        }
        page.evaluate(TYPES, typed);
        assertThat(input(page, "day3").inputValue()).as(where).isEqualTo("31 Mar 2027");
        press(page);
        assertThat(page.locator(".cg-mistakes a").allInnerTexts()).as(where + ": nothing is sent")
                .containsExactlyElementsOf(sentences.values());
        assertThat(sent).isNull();

        // What was not understood stays as it was typed, and is emptied by hand.
        sentences.keySet().forEach(key -> assertThat(input(page, key).inputValue()).isEqualTo(typed.get(key)));
        page.evaluate(TYPES, sentences.keySet().stream().collect(Collectors.toMap(key -> key, key -> "")));
        sends(page);
        Map<String, String> body = new LinkedHashMap<>();
        sent.fields().forEachRemaining(one -> body.put(one.getKey(), text(one.getValue().path("value"))));
        assertThat(body).as(where).containsAllEntriesOf(meant).contains(entry("prefilled", "2027-09-05"),
                entry("readOnly", "2028-02-29"));
        sent = null;
    }

    @Test
    void prefilled_days_in_rows_of_a_form_of_the_product_stand_still_and_are_shown_on_a_telephone() {
        Map<String, Object> line = Map.of("nr", 1, "agreed", "Field schools", "what", "Field schools", "amount", 40, "unit", "groups",
                "from", "2027-03-31", "to", "2028-02-29");
        Page page = opens(ofProduct("commitment/commit-activities"), Map.of("version", 1, "nothingAgreed", false, "differences", List.of(),
                "agreed", List.of(line)), window -> window.setTimezoneId("America/Managua").setUserAgent(ANDROID).setViewportSize(390, 844)
                .setHasTouch(true));
        assertThat(input(page, "From", 0).inputValue()).isEqualTo("31 Mar 2027");
        types(input(page, "Until", 0), "3/1/2028");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/prefilled-on-a-telephone.png")));
        sends(page);
        JsonNode row = read(sent.path("agreed").path("value").asText()).get(0);
        assertThat(row.path("from").asText()).isEqualTo("2027-03-31");
        assertThat(row.path("to").asText()).isEqualTo("2028-03-01");
    }

    @Test
    void days_and_amounts_in_rows_added_later_are_required_and_named_with_their_row() {
        Map<String, Object> line = Map.of("nr", 1, "agreed", "Money", "what", "Money for the schools", "amount", 1200000, "unit", "EUR");
        Page page = opens(ofProduct("commitment/commit-funds"), Map.of("version", 1, "nothingAgreed", false, "differences", List.of(),
                "agreed", List.of(line), "lines", List.of(choice("Money for the schools", "1")), "receivers",
                List.of(choice("Farmers of Ravi", "Ravi"))), window -> window.setTimezoneId("America/Managua"));
        page.locator(".fjs-form-field-dynamiclist").filter(new Locator.FilterOptions().setHasText("When it comes"))
                .locator(".fjs-repeat-render-add").click();
        press(page);
        Locator mistakes = page.locator(".cg-mistakes a");
        assertThat(mistakes.allInnerTexts()).containsExactly(
                "When it comes, no. 1: “Due on” is missing: please fill it in.",
                "When it comes, no. 1: “Amount” is missing: please fill it in.",
                "When it comes, no. 1: “Receiver” is missing: please choose.",
                "When it comes, no. 2: “Due on” is missing: please fill it in.",
                "When it comes, no. 2: “Amount” is missing: please fill it in.",
                "When it comes, no. 2: “Receiver” is missing: please choose.");
        assertThat(page.evaluate("() => document.activeElement.className")).asString().contains("cg-mistakes");
        assertThat(page.locator("body").innerText()).doesNotContain("Field is required");

        mistakes.filter(new Locator.FilterOptions().setHasText("no. 2: “Due on”")).click();
        assertThat(page.evaluate("() => document.activeElement.id")).asString().contains("Field_Due_1");
        page.keyboard().type("1 Jan 2028");
        page.keyboard().press("Tab");
        page.waitForCondition(() -> mistakes.count() == 5);
        types(input(page, "Due on", 0), "31/12/2027");
        types(input(page, "Amount", 1), "12,00,000");
        types(input(page, "Amount", 2), "abc");
        for (int row = 0; row < 2; row++) {
            page.locator(".fjs-form-field-select").nth(row).locator(".fjs-input-group").click();
            page.locator(".fjs-dropdownlist-item").first().click();
        }
        press(page);
        assertThat(mistakes.allInnerTexts()).containsExactly(
                "When it comes, no. 2: “abc” is not a number. Write it like 1234.50, without a unit.");
        page.locator(".fjs-repeat-row-remove").first().click();
        page.waitForCondition(() -> page.locator(".fjs-repeat-row-remove").count() == 1);
        assertThat(page.locator(".cg-said").count()).isZero();
        page.waitForCondition(() -> input(page, "Due on", 0).inputValue().equals("1 Jan 2028"));
        types(input(page, "Amount", 1), "0.125");
        sends(page);
        JsonNode rows = read(sent.path("instalments").path("value").asText());
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).path("due").asText()).isEqualTo("2028-01-01");
        assertThat(rows.get(0).path("amount").decimalValue()).isEqualByComparingTo("0.125");
    }

    @Test
    void where_no_money_is_awaited_no_empty_row_asks_when_it_comes() {
        Map<String, Object> line = Map.of("nr", 1, "agreed", "A book-keeper (20 days)", "what", "A book-keeper", "amount", 20, "unit",
                "days", "from", "2027-04-01", "to", "2028-03-31");
        Page page = opens(ofProduct("commitment/commit-funds"), Map.of("version", 1, "nothingAgreed", false, "differences", List.of(),
                "agreed", List.of(line), "lines", List.of(choice("A book-keeper", "1")), "instalments", List.of(), "receivers",
                List.of(choice("Farmers of Ravi", "Ravi"))), window -> { });
        assertThat(page.locator(".fjs-form-field-dynamiclist").filter(new Locator.FilterOptions().setHasText("When it comes"))
                .locator(".fjs-repeat-row-remove").count()).isZero();
        sends(page);
        assertThat(page.locator(".cg-mistakes a").count()).isZero();
    }

    @Test
    void a_day_that_is_over_is_refused_where_the_form_asks_for_a_later_one() {
        Page page = opens(ofProduct("organisation/renew-registration"), Map.of(), window -> window.setTimezoneId("Pacific/Auckland"));
        Locator until = page.locator(".fjs-form-field-datetime input.flatpickr-input").first();
        types(until, "2 Jan 2020");
        assertThat(until.inputValue()).isEqualTo("2 Jan 2020");
        assertThat(page.locator(".cg-said").innerText()).isEqualTo("2 Jan 2020 is over. Please choose a day from today on.");
        press(page);
        assertThat(page.locator(".cg-mistakes").innerText()).contains("2 Jan 2020 is over.");
        until.click();
        page.locator(".flatpickr-calendar.open .flatpickr-day.today").click();
        assertThat(page.locator(".cg-said").count()).isZero();
        assertThat(until.inputValue()).matches("\\d{1,2} \\p{L}{3} 20\\d\\d");
    }

    @Test
    void the_calendar_leaves_with_the_tab_and_is_there_for_who_uses_keys_only() {
        ObjectNode form = form();
        field(form, "one", "datetime").put("dateLabel", "One");
        field(form, "two", "datetime").put("dateLabel", "Two");
        Page page = opens(form, Map.of("two", "2027-03-31"), window -> { });
        Locator open = page.locator(".flatpickr-calendar.open");
        input(page, "one").click();
        assertThat(open.count()).isOne();
        page.keyboard().press("Tab");
        assertThat(page.evaluate("() => document.activeElement.id")).asString().contains("Field_two");
        assertThat(open.count()).isZero();
        page.keyboard().press("ArrowDown");
        open.waitFor();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");
        assertThat(input(page, "two").inputValue()).isEqualTo("1 Apr 2027");
        sends(page);
        assertThat(sent.path("two").path("value").asText()).isEqualTo("2027-04-01");
    }

    @Test
    void a_number_that_is_sent_at_once_is_the_one_that_was_typed_and_it_keeps_its_limits() {
        ObjectNode form = form();
        field(form, "people", "number").put("label", "People").put("decimalDigits", 0).putObject("validate").put("min", 2).put("max", 50);
        field(form, "dinars", "number").put("label", "Dinars").put("decimalDigits", 3);
        Page page = opens(form, Map.of("people", 7, "dinars", 1.5), window -> { });
        types(page, "people", "1.5");
        assertThat(page.locator(".cg-said").innerText()).isEqualTo("“1.5” is not a whole number.");
        types(page, "people", "1,200");
        page.getByText("“People” must be at most 50.").waitFor();
        types(page, "people", "1");
        page.getByText("“People” must be at least 2.").waitFor();
        types(page, "dinars", "1234.567");
        // Enter sends, and so does a click, before the renderer would have handed the number on.
        input(page, "people").fill("");
        input(page, "people").click();
        page.keyboard().type("१२");
        sends(page);
        assertThat(sent.path("people").path("value").intValue()).isEqualTo(12);
        assertThat(sent.path("dinars").path("value").decimalValue()).isEqualByComparingTo("1234.567");
    }

    // ---- the window

    private static ObjectNode form() {
        ObjectNode form = JSON.createObjectNode().put("type", "default").put("schemaVersion", 16).put("id", "typed");
        form.putArray("components");
        return form;
    }

    private static ObjectNode field(ObjectNode form, String key, String type) {
        ObjectNode field = ((ArrayNode) form.path("components")).addObject().put("type", type).put("id", "Field_" + key).put("key", key);
        return type.equals("datetime") ? field.put("subtype", "date") : field;
    }

    private static ObjectNode ofProduct(String name) {
        try {
            return (ObjectNode) read(Files.readString(Path.of("forms", name + ".form")));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static Map<String, Object> choice(String label, String value) {
        return Map.of("label", label, "value", value);
    }

    private Page opens(ObjectNode form, Map<String, Object> sheet, Consumer<Browser.NewContextOptions> elsewhere) {
        Browser.NewContextOptions options = new Browser.NewContextOptions().setViewportSize(1366, 900).setStorageState(cookies);
        elsewhere.accept(options);
        BrowserContext window = Chromium.browser().orElseThrow().newContext(options);
        windows.add(window);
        Page page = window.newPage();
        page.setDefaultTimeout(BrowserStage.PATIENCE.toMillis());
        page.onPageError(errors::add);
        ObjectNode variables = JSON.createObjectNode();
        sheet.forEach((key, value) -> variables.putObject(key)
                .put("type", value instanceof List ? "Json" : value instanceof Integer ? "Integer" : value instanceof Number ? "Double"
                        : value instanceof Boolean ? "Boolean" : "String")
                .set("value", value instanceof List ? JSON.getNodeFactory().textNode(written(value)) : JSON.valueToTree(value)));
        page.route("**/deployed-form*", route -> answers(route, form));
        page.route("**/form-variables*", route -> answers(route, variables));
        page.route("**/submit-form", route -> {
            sent = read(route.request().postData()).path("variables");
            route.fulfill(new Route.FulfillOptions().setStatus(204));
        });
        shows(page);
        return page;
    }

    private void shows(Page page) {
        page.navigate(stage.address() + "/camunda/app/tasklist/default/#/?task=" + task);
        page.locator(".fjs-form .fjs-form-field").first().waitFor();
    }

    private static void answers(Route route, JsonNode body) {
        route.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody(written(body)));
    }

    private static Locator input(Page page, String key) {
        return page.locator("input[id$='-Field_" + key + "'], input[id$='-Field_" + key + "-date']");
    }

    private static Locator input(Page page, String label, int row) {
        return page.locator(".fjs-form-field:not(.fjs-form-field-dynamiclist)").filter(new Locator.FilterOptions().setHas(page.locator(
                "xpath=./label[starts-with(., '" + label + "')] | ./div//label[starts-with(., '" + label + "')]")))
                .locator("input.fjs-input").nth(row);
    }

    private static void types(Page page, String key, String text) {
        types(input(page, key), text);
    }

    /** As people do: empty the field, type, and go on. */
    private static void types(Locator input, String text) {
        input.fill("");
        input.page().keyboard().insertText(text);
        input.press("Tab");
    }

    private static void press(Page page) {
        putsNoticesAway(page);
        page.locator(".form-pane .form-actions .btn-primary, .fjs-form button[type=submit]").locator("visible=true").first().click();
        page.locator(".cg-mistakes").waitFor();
    }

    private void sends(Page page) {
        sent = null;
        putsNoticesAway(page);
        page.locator(".form-pane .form-actions .btn-primary, .fjs-form button[type=submit]").locator("visible=true").first().click();
        page.waitForCondition(() -> sent != null);
    }

    /** What Tasklist said of the form before lies over the button for a while. */
    private static void putsNoticesAway(Page page) {
        page.evaluate("() => document.querySelectorAll('.page-notifications .close').forEach(close => close.click())");
    }

    private static String text(JsonNode value) {
        return value.isNull() ? null : value.isNumber() ? value.decimalValue().stripTrailingZeros().toPlainString() : value.asText();
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static String written(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
