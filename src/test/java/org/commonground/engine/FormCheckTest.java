package org.commonground.engine;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.commonground.foundation.Refusal;
import org.commonground.stage.Refusals;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

/** What a person, or whoever pretends to be one, may submit with a form. */
class FormCheckTest {

    private static final FeelEngine FEEL = new ScalaFeelEngine(List.of());
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-15T12:00:00Z"), ZoneOffset.UTC);

    @Nested
    class Any_form {

        private final Form form = Form.of("""
                {"type": "text", "text": "Welcome"},
                {"type": "textfield", "key": "title", "label": "Title"},
                {"type": "button", "action": "submit", "label": "Send", "key": "send"}""");

        @Test
        void hands_on_exactly_its_keys_in_its_order() {
            Form two = Form.of("""
                    {"type": "textfield", "key": "b", "label": "B"},
                    {"type": "checklist", "key": "a", "label": "A", "values": [{"label": "One", "value": "one"}]}""");

            assertThat(two.check(Map.of())).containsExactly(entry("b", null), entry("a", List.of()));
        }

        @ParameterizedTest
        @ValueSource(strings = {"approved", "nrOfCompletedInstances", "loopCounter", "send", "", "title.x", "Title", "caseTitle"})
        void does_not_take_a_key_it_does_not_ask_for(String key) {
            form.refuses(Map.of(key, true), "“" + key + "” is not asked by this form: please reload the page and answer again.");
        }

        @Test
        void repeats_a_strangers_key_only_in_part_and_without_its_signs() {
            form.refuses(Map.of("<b>\u0000" + "x".repeat(1_000_000), 1),
                    "“·b··" + "x".repeat(36) + "…” is not asked by this form: please reload the page and answer again.");
        }

        @Test
        void does_not_take_what_is_no_plain_value() {
            for (Object strange : List.of(new Date(), new byte[0], new StringBuilder("x"), new Object(), 'c', LocalDate.now(NOON),
                    new AtomicInteger(1), List.of(new Date()), Map.of(1, "x"), Double.NaN, Float.POSITIVE_INFINITY)) {
                form.refuses(Map.of("title", strange), "“Title” did not arrive in a form that can be read: please reload the page and "
                        + "answer again.");
            }
        }

        @Test
        void does_not_take_what_is_endlessly_deep_or_wide() {
            List<Object> circle = new ArrayList<>();
            circle.add(circle);
            form.refuses(Map.of("title", circle), "“Title” did not arrive in a form that can be read: please reload the page and answer "
                    + "again.");
            form.refuses(Map.of("title", Collections.nCopies(1_000_000, 1)), "“Title” did not arrive in a form that can be read: please "
                    + "reload the page and answer again.");
        }

        @Test
        void without_questions_takes_nothing() {
            Form silent = Form.of("{\"type\": \"text\", \"text\": \"Read this\"}");

            assertThat(silent.check(Map.of())).isEmpty();
            silent.refuses(Map.of("x", "y"), "“x” is not asked by this form: please reload the page and answer again.");
        }
    }

    @Nested
    class A_text {

        private final Form form = Form.of("""
                {"type": "textfield", "key": "title", "label": "Title",
                 "validate": {"required": true, "minLength": 3, "maxLength": 10}},
                {"type": "textarea", "key": "why", "label": "Why"},
                {"type": "textfield", "key": "code", "label": "Code", "validate": {"pattern": "[A-Z][a-z]+"}},
                {"type": "textfield", "key": "mail", "label": "Mail", "validate": {"validationType": "email"}},
                {"type": "textfield", "key": "phone", "label": "Phone", "validate": {"validationType": "phone"}}""");

        @ParameterizedTest
        @ValueSource(strings = {"<b>x</b>", "${1+1}", "{{title}}", "#{bean}", "تعاون", "🌱🌾👩‍🌾", "O'Neil \"x\"", "\u202eabc", "../../x"})
        void stays_the_text_it_is(String text) {
            assertThat(form.check(Map.of("title", text))).containsEntry("title", text);
        }

        @Test
        void loses_the_white_space_around_it() {
            assertThat(form.check(Map.of("title", "  Cotton  "))).containsEntry("title", "Cotton");
        }

        @Test
        void is_empty_when_only_white_space_or_nothing_visible_is_there() {
            for (String blank : List.of("", " ", "   ", "\u00a0\u00a0\u00a0", "\u200b\u200b\u200b", "\u3000", "\ufeff \u2003")) {
                form.refuses(Map.of("title", blank), "“Title” is missing: please fill it in.");
                assertThat(form.check(Map.of("title", "abc", "why", blank))).containsEntry("why", null);
            }
        }

        @Test
        void is_missing_when_it_is_required_and_absent() {
            form.refuses(Map.of(), "“Title” is missing: please fill it in.");
            form.refuses(Collections.singletonMap("title", null), "“Title” is missing: please fill it in.");
        }

        @Test
        void is_measured_without_the_white_space_around_it() {
            form.refuses(Map.of("title", " ab      "), "“Title” is too short: please write at least 3 characters.");
            form.refuses(Map.of("title", "x".repeat(11)), "“Title” is too long: it has 11 characters, and at most 10 fit.");
            assertThat(form.check(Map.of("title", "  " + "x".repeat(10) + "  "))).containsEntry("title", "x".repeat(10));
        }

        @Test
        void has_a_limit_even_if_the_form_sets_none() {
            form.refuses(Map.of("title", "abc", "code", "A" + "a".repeat(1_000)),
                    "“Code” is too long: it has 1,001 characters, and at most 1,000 fit.");
            form.refuses(Map.of("title", "abc", "why", "a".repeat(20_001)),
                    "“Why” is too long: it has 20,001 characters, and at most 20,000 fit.");
            assertThat(form.check(Map.of("title", "abc", "why", "a".repeat(20_000)))).containsEntry("why", "a".repeat(20_000));
        }

        @Test
        void of_a_million_characters_is_refused() {
            form.refuses(Map.of("title", "a".repeat(1 << 20)), "“Title” is too long: it has 1,048,576 characters, and at most 10 fit.");
            form.refuses(Map.of("title", "abc", "mail", "a".repeat(1 << 20)),
                    "“Mail” is too long: it has 1,048,576 characters, and at most 1,000 fit.");
            form.refuses(Map.of("title", " ".repeat(1 << 20)), "“Title” is missing: please fill it in.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"ab\u0000c", "ab\u0007c", "ab\u001bc", "ab\u007fc", "ab\u0085c", "ab\ud83dc",
                "\udc00abc", "ab\tc", "ab\nc"})
        void of_one_line_takes_no_control_characters(String text) {
            form.refuses(Map.of("title", text), "“Title” contains characters that cannot be kept, such as control characters: please "
                    + "type it again.");
        }

        @Test
        void of_many_lines_keeps_tabs_and_line_breaks_but_no_other_control_characters() {
            assertThat(form.check(Map.of("title", "abc", "why", "one\r\ntwo\tthree\rfour"))).containsEntry("why", "one\ntwo\tthree\nfour");
            form.refuses(Map.of("title", "abc", "why", "a\u0000b"), "“Why” contains characters that cannot be kept, such as control "
                    + "characters: please type it again.");
            form.refuses(Map.of("title", "abc", "why", "a\u000bb"), "“Why” contains characters that cannot be kept, such as control "
                    + "characters: please type it again.");
        }

        @Test
        void fits_its_pattern_somewhere() {
            assertThat(form.check(Map.of("title", "abc", "code", "12 Cicr"))).containsEntry("code", "12 Cicr");
            form.refuses(Map.of("title", "abc", "code", "cicr"), "“Code” is not written as this form asks: please look at the hint "
                    + "beneath it.");
        }

        @Test
        void that_is_a_mail_address_looks_like_one() {
            assertThat(form.check(Map.of("title", "abc", "mail", "asha.rao@fao.example"))).containsEntry("mail", "asha.rao@fao.example");
            for (String wrong : List.of("asha", "asha@", "@fao.example", "a b@fao.example", "asha@fao.example, b@c",
                    "asha@-fao", "<a@b>")) {
                form.refuses(Map.of("title", "abc", "mail", wrong), "“Mail” is no mail address: it should look like name@example.org.");
            }
        }

        @Test
        void that_is_a_phone_number_looks_like_one() {
            assertThat(form.check(Map.of("title", "abc", "phone", "+39 0657051"))).containsEntry("phone", "+39 0657051");
            for (String wrong : List.of("0657051", "+", "+39abc5705", "call me")) {
                form.refuses(Map.of("title", "abc", "phone", wrong), "“Phone” is no international phone number: it should look like "
                        + "+390657051.");
            }
        }

        @Test
        void is_no_number_list_or_object() {
            for (Object wrong : List.of(1, true, 1.5, List.of("abc"), Map.of("a", "b"))) {
                form.refuses(Map.of("title", wrong), "“Title” takes a text.");
            }
        }
    }

    @Nested
    class A_number {

        private final Form form = Form.of("""
                {"type": "number", "key": "rating", "label": "Rating", "decimalDigits": 0,
                 "validate": {"required": true, "min": 1, "max": 5}},
                {"type": "number", "key": "amount", "label": "Amount", "decimalDigits": 2, "validate": {"min": 0}},
                {"type": "number", "key": "step", "label": "Step", "increment": "0.5"},
                {"type": "number", "key": "free", "label": "Free"}""");

        @Test
        void is_whole_when_it_is_written_so_or_means_so() {
            assertThat(form.check(Map.of("rating", 3))).containsEntry("rating", 3);
            assertThat(form.check(Map.of("rating", 3L))).containsEntry("rating", 3);
            assertThat(form.check(Map.of("rating", 3.0))).containsEntry("rating", 3);
            assertThat(form.check(Map.of("rating", new BigDecimal("3.00")))).containsEntry("rating", 3);
            assertThat(form.check(Map.of("rating", 1, "free", 9_000_000_000L))).containsEntry("free", 9_000_000_000L);
        }

        @Test
        void keeps_its_digits() {
            assertThat(form.check(Map.of("rating", 1, "amount", 0.1))).containsEntry("amount", new BigDecimal("0.1"));
            assertThat(form.check(Map.of("rating", 1, "free", -0.0))).containsEntry("free", 0);
            assertThat(form.check(Map.of("rating", 1, "free", 1.5f))).containsEntry("free", new BigDecimal("1.5"));
        }

        @Test
        void lies_between_its_bounds() {
            assertThat(form.check(Map.of("rating", 1))).containsEntry("rating", 1);
            assertThat(form.check(Map.of("rating", 5))).containsEntry("rating", 5);
            form.refuses(Map.of("rating", 0), "“Rating” must be at least 1.");
            form.refuses(Map.of("rating", 6), "“Rating” must be at most 5.");
            form.refuses(Map.of("rating", 1, "amount", -0.01), "“Amount” must be at least 0.");
            assertThat(form.check(Map.of("rating", 1, "amount", 0))).containsEntry("amount", 0);
        }

        @Test
        void has_as_many_decimals_as_asked() {
            form.refuses(Map.of("rating", 2.5), "“Rating” takes a whole number.");
            form.refuses(Map.of("rating", 2, "amount", 1.001), "“Amount” takes at most 2 digits after the point.");
            form.refuses(Map.of("rating", 2, "free", 1e-11), "“Free” takes at most 10 digits after the point.");
        }

        @Test
        void goes_in_steps() {
            assertThat(form.check(Map.of("rating", 1, "step", 2.5))).containsEntry("step", new BigDecimal("2.5"));
            form.refuses(Map.of("rating", 1, "step", 2.4), "“Step” goes in steps of 0.5.");
        }

        @Test
        void is_not_larger_than_a_browser_can_count() {
            for (Number large : List.of(1e300, -1e300, Long.MAX_VALUE, 9_007_199_254_740_992L, new BigDecimal("1e999999999"),
                    BigInteger.ONE.shiftLeft(10_000), Double.MAX_VALUE)) {
                form.refuses(Map.of("rating", 1, "free", large), "“Free” is too large a number.");
            }
            form.refuses(Map.of("rating", 1, "free", new BigDecimal("1e-999999999")), "“Free” takes at most 10 digits after the point.");
            form.refuses(Map.of("rating", 1, "free", Double.MIN_VALUE), "“Free” takes at most 10 digits after the point.");
        }

        @Test
        void is_no_text() {
            for (Object wrong : List.of("3", "NaN", true, List.of(3), Map.of("value", 3))) {
                form.refuses(Map.of("rating", wrong), "“Rating” takes a number.");
            }
        }

        @Test
        void is_missing_when_required_and_empty() {
            form.refuses(Map.of(), "“Rating” is missing: please fill it in.");
            form.refuses(Map.of("rating", ""), "“Rating” is missing: please fill it in.");
        }
    }

    @Nested
    class A_checkbox {

        private final Form form = Form.of("""
                {"type": "checkbox", "key": "agree", "label": "I have read it", "validate": {"required": true}},
                {"type": "checkbox", "key": "copy", "label": "Copy to me"}""");

        @Test
        void is_yes_or_no() {
            assertThat(form.check(Map.of("agree", true, "copy", false))).containsEntry("agree", true).containsEntry("copy", false);
            for (Object wrong : List.of("true", 1, List.of(true))) {
                form.refuses(Map.of("agree", true, "copy", wrong), "“Copy to me” takes yes or no.");
            }
        }

        @Test
        void that_is_required_must_be_ticked() {
            form.refuses(Map.of("agree", false), "“I have read it” must be ticked to go on.");
            form.refuses(Map.of(), "“I have read it” must be ticked to go on.");
        }
    }

    @Nested
    class A_choice {

        private final Form form = Form.of("""
                {"type": "select", "key": "kind", "label": "Kind", "validate": {"required": true},
                 "values": [{"label": "Ministry", "value": "ministry"}, {"label": "NGO", "value": "ngo"}]},
                {"type": "radio", "key": "area", "label": "Area", "valuesKey": "areas"},
                {"type": "checklist", "key": "roles", "label": "Roles", "valuesKey": "allRoles"},
                {"type": "taglist", "key": "tags", "label": "Tags", "validate": {"required": true},
                 "values": [{"label": "Cotton", "value": "cotton"}, {"label": "Rice", "value": "rice"}]}""");
        private final Map<String, Object> sheet = Map.of(
                "areas", List.of(Map.of("label", "Guntur", "value", "guntur"), Map.of("label", "Five", "value", 5)),
                "allRoles", List.of("expert", "ally"));

        @Test
        void is_one_of_what_the_form_or_the_sheet_offers() {
            assertThat(form.check(Map.of("kind", "ngo", "area", "guntur",
                    "roles", List.of("ally"), "tags", List.of("rice", "cotton")), sheet))
                    .containsExactly(entry("kind", "ngo"), entry("area", "guntur"), entry("roles", List.of("ally")),
                            entry("tags", List.of("rice", "cotton")));
            assertThat(form.check(Map.of("kind", "ngo", "area", 5.0, "tags", List.of("rice")), sheet)).containsEntry("area", 5.0);
        }

        @Test
        void is_nothing_else() {
            for (Object wrong : List.of("NGO", "bank", 1, true, List.of("ngo"), Map.of("value", "ngo"), "ngo ")) {
                form.refuses(Map.of("kind", wrong), sheet, "“Kind” does not offer this choice: please reload the page and choose again.");
            }
            form.refuses(Map.of("kind", "ngo", "area", "Guntur"), sheet, "“Area” does not offer this choice: please reload the page and "
                    + "choose again.");
            form.refuses(Map.of("kind", "ngo", "roles", List.of("king")), sheet, "“Roles” does not offer this choice: please reload the "
                    + "page and choose again.");
            form.refuses(Map.of("kind", "ngo", "roles", Arrays.asList("ally", null)), sheet, "“Roles” does not offer this choice: "
                    + "please reload the page and choose again.");
            form.refuses(Map.of("kind", "ngo", "roles", "ally"), sheet, "“Roles” takes a list of choices.");
        }

        @Test
        void is_none_when_the_sheet_offers_none() {
            form.refuses(Map.of("kind", "ngo", "area", "guntur"), "“Area” does not offer this choice: please reload the page and choose "
                    + "again.");
            form.refuses(Map.of("kind", "ngo", "area", "guntur"), Map.of("areas", "guntur"), "“Area” does not offer this choice: please "
                    + "reload the page and choose again.");
            form.refuses(Map.of("kind", "ngo", "area", "guntur"), Map.of("areas", List.of(Map.of("label", "guntur"))),
                    "“Area” does not offer this choice: please reload the page and choose again.");
        }

        @Test
        void is_not_made_twice() {
            form.refuses(Map.of("kind", "ngo", "roles", List.of("ally", "expert", "ally")), sheet, "“Roles” contains one choice twice.");
        }

        @Test
        void is_missing_when_required_and_not_made() {
            form.refuses(Map.of("tags", List.of("rice")), sheet, "“Kind” is missing: please choose one.");
            form.refuses(Map.of("kind", "ngo"), sheet, "“Tags” is missing: please choose at least one.");
            form.refuses(Map.of("kind", "ngo", "tags", List.of()), sheet, "“Tags” is missing: please choose at least one.");
        }
    }

    @Nested
    class A_date {

        private final Form form = Form.of("""
                {"type": "datetime", "subtype": "date", "key": "start", "dateLabel": "Start", "disallowPassedDates": true},
                {"type": "datetime", "subtype": "date", "key": "born", "dateLabel": "Founded"},
                {"type": "datetime", "subtype": "time", "key": "at", "timeLabel": "At"},
                {"type": "datetime", "subtype": "datetime", "key": "meeting", "dateLabel": "Meeting", "disallowPassedDates": true}""");

        @Test
        void is_kept_as_it_is_written() {
            assertThat(form.check(Map.of("born", "1945-10-16", "at", "14:30", "meeting", "2026-03-16T09:00+05:30")))
                    .containsEntry("start", null).containsEntry("born", "1945-10-16").containsEntry("at", "14:30")
                    .containsEntry("meeting", "2026-03-16T09:00+05:30");
        }

        @ParameterizedTest
        @ValueSource(strings = {"2026-02-31", "2026-13-01", "2026-00-10", "2025-02-29"})
        void that_no_calendar_has_is_refused(String day) {
            form.refuses(Map.of("born", day), "“Founded” is a date that no calendar has.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"31.12.2026", "2026-1-1", "2026-01-01T00:00", "+12026-01-01", "today", "٢٠٢٦-٠١-٠١", " 2026-01-01"})
        void is_written_in_one_way_only(String day) {
            form.refuses(Map.of("born", day), "“Founded” takes a date, written like 2027-03-31.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"0001-01-01", "1899-12-31", "2201-01-01", "9999-12-31"})
        void lies_within_a_time_that_people_plan_for(String day) {
            form.refuses(Map.of("born", day), "“Founded” must lie between the years 1900 and 2200.");
        }

        @Test
        void does_not_lie_in_the_past_where_the_form_says_so() {
            assertThat(form.check(Map.of("start", "2026-03-15"))).containsEntry("start", "2026-03-15");
            form.refuses(Map.of("start", "2026-03-14"), "“Start” must not lie in the past.");
            form.refuses(Map.of("meeting", "2026-03-14T23:00Z"), "“Meeting” must not lie in the past.");
        }

        @Test
        void may_be_today_wherever_the_person_lives() {
            Clock justAfterMidnight = Clock.fixed(Instant.parse("2026-03-15T02:00:00Z"), ZoneOffset.UTC);

            assertThat(form.at(justAfterMidnight).check(Map.of("start", "2026-03-14"))).containsEntry("start", "2026-03-14");
            form.at(justAfterMidnight).refuses(Map.of("start", "2026-03-13"), "“Start” must not lie in the past.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"24:00", "14:60", "9:00", "14:30:00", "noon", "14:30+19:00", "14:30+5", "2026-01-01"})
        void with_a_time_has_one_that_a_clock_shows(String time) {
            form.refuses(Map.of("at", time), "“At” takes a time, written like 14:30.");
            form.refuses(Map.of("meeting", "2027-01-01T" + time), "“Meeting” takes a date and a time, written like 2027-03-31T14:30.");
        }

        @Test
        void is_a_text() {
            for (Object wrong : List.of(20260101, true, List.of("2026-01-01"), Map.of("date", "2026-01-01"))) {
                form.refuses(Map.of("born", wrong), "“Founded” takes a date, written like 2027-03-31.");
                form.refuses(Map.of("at", wrong), "“At” takes a time, written like 14:30.");
                form.refuses(Map.of("meeting", wrong), "“Meeting” takes a date and a time, written like 2027-03-31T14:30.");
            }
        }
    }

    @Nested
    class A_group {

        private final Form form = Form.of("""
                {"type": "group", "label": "Arranges", "components": [
                  {"type": "textfield", "key": "title", "label": "Title"}]},
                {"type": "group", "path": "contact", "label": "Contact", "components": [
                  {"type": "textfield", "key": "name", "label": "Name", "validate": {"required": true}},
                  {"type": "textfield", "key": "mail", "label": "Mail"}]}""");

        @Test
        void without_a_path_only_arranges_and_with_one_holds_its_answers() {
            assertThat(form.check(Map.of("title", "Cotton", "contact", Map.of("name", "Asha")))).containsExactly(entry("title", "Cotton"),
                    entry("contact", mapOf("name", "Asha", "mail", null)));
        }

        @Test
        void that_is_absent_still_misses_what_it_requires() {
            form.refuses(Map.of(), "“Name” is missing: please fill it in.");
            form.refuses(Map.of("contact", Map.of()), "“Name” is missing: please fill it in.");
            form.refuses(Collections.singletonMap("contact", null), "“Name” is missing: please fill it in.");
        }

        @Test
        void takes_no_unknown_key_and_no_other_kind() {
            form.refuses(Map.of("contact", Map.of("name", "Asha", "admin", true)), "“admin” is not asked by this form: please reload "
                    + "the page and answer again.");
            form.refuses(Map.of("name", "Asha"), "“name” is not asked by this form: please reload the page and answer again.");
            form.refuses(Map.of("contact", "Asha"), "“Contact” takes a group of answers.");
            form.refuses(Map.of("contact", List.of(Map.of("name", "Asha"))), "“Contact” takes a group of answers.");
        }
    }

    @Nested
    class A_list {

        private final Form form = Form.of("""
                {"type": "dynamiclist", "path": "objectives", "label": "Objectives", "isRepeating": true, "components": [
                  {"type": "textfield", "key": "text", "label": "Objective", "validate": {"required": true}},
                  {"type": "number", "key": "target", "label": "Target", "decimalDigits": 0},
                  {"type": "group", "label": "More", "components": [{"type": "checkbox", "key": "measured", "label": "Measured"}]}]},
                {"type": "dynamiclist", "path": "notes", "label": "Notes", "isRepeating": true, "components": [
                  {"type": "textfield", "key": "note", "label": "Note"}, {"type": "checkbox", "key": "urgent", "label": "Urgent"}]}""");

        @Test
        void holds_rows_with_all_their_columns() {
            assertThat(form.check(Map.of("objectives", List.of(Map.of("text", "Less spraying", "target", 40),
                    Map.of("text", "More schools")))))
                    .containsEntry("objectives", List.of(mapOf("text", "Less spraying", "target", 40, "measured", null),
                            mapOf("text", "More schools", "target", null, "measured", null)));
        }

        @Test
        void that_is_absent_is_empty() {
            assertThat(form.check(Map.of())).containsEntry("objectives", List.of()).containsEntry("notes", List.of());
            assertThat(form.check(Map.of("notes", ""))).containsEntry("notes", List.of());
        }

        @Test
        void says_in_which_row_something_is_wrong() {
            form.refuses(Map.of("objectives", List.of(Map.of("text", "x"), Map.of("target", 3))),
                    "“Objectives”, row 2: “Objective” is missing: please fill it in.");
            form.refuses(Map.of("objectives", List.of(Map.of("text", "x", "target", "many"))),
                    "“Objectives”, row 1: “Target” takes a number.");
            form.refuses(Map.of("objectives", List.of(Map.of("text", "x", "nr", 1))),
                    "“Objectives”, row 1: “nr” is not asked by this form: please reload the page and answer again.");
            form.refuses(Map.of("objectives", List.of("x")), "“Objectives”, row 1: this is no row of the list.");
        }

        @Test
        void misses_what_it_requires_in_an_empty_row_too() {
            form.refuses(Map.of("objectives", List.of(Map.of())), "“Objectives”, row 1: “Objective” is missing: please fill it in.");
            form.refuses(Map.of("objectives", Collections.singletonList(null)), "“Objectives”, row 1: “Objective” is missing: please "
                    + "fill it in.");
        }

        @Test
        void drops_rows_that_say_nothing() {
            assertThat(form.check(Map.of("notes", Arrays.asList(Map.of("note", " "), Map.of("note", "x"), null, Map.of("urgent", false)))))
                    .containsEntry("notes", List.of(mapOf("note", "x", "urgent", null)));
        }

        @Test
        void has_an_end() {
            form.refuses(Map.of("notes", Collections.nCopies(201, Map.of("note", "x"))), "“Notes” takes at most 200 rows.");
            assertThat((List<?>) form.check(Map.of("notes", Collections.nCopies(200, Map.of("note", "x")))).get("notes")).hasSize(200);
        }

        @Test
        void is_no_text_and_no_object() {
            form.refuses(Map.of("notes", "x"), "“Notes” takes a list.");
            form.refuses(Map.of("notes", Map.of("note", "x")), "“Notes” takes a list.");
        }
    }

    @Nested
    class A_list_of_given_rows {

        private final Form form = Form.of("""
                {"type": "dynamiclist", "path": "topics", "label": "Topics", "isRepeating": true, "allowAddRemove": false, "components": [
                  {"type": "textfield", "key": "topic", "label": "Topic", "readonly": true},
                  {"type": "radio", "key": "position", "label": "Position", "valuesKey": "positions", "validate": {"required": true}},
                  {"type": "textfield", "key": "reason", "label": "Reason",
                   "conditional": {"hide": "=position = \\"accept\\""}, "validate": {"required": true}}]}""");
        private final Map<String, Object> sheet = Map.of("positions", List.of("accept", "object"),
                "topics", List.of(Map.of("topic", "Money", "id", "hidden"), Map.of("topic", "Time")));

        @Test
        void takes_an_answer_in_each() {
            assertThat(form.check(Map.of("topics", List.of(Map.of("topic", "Money", "position", "accept"),
                    Map.of("topic", "Time", "position", "object", "reason", "Too short"))), sheet))
                    .containsEntry("topics", List.of(mapOf("topic", "Money", "position", "accept", "reason", null),
                            mapOf("topic", "Time", "position", "object", "reason", "Too short")));
        }

        @Test
        void keeps_number_order_and_words_of_its_rows() {
            form.refuses(Map.of("topics", List.of(Map.of("topic", "Money", "position", "accept"))), sheet,
                    "“Topics” has changed since you opened this page: please reload it and answer again.");
            form.refuses(Map.of("topics", List.of(Map.of("topic", "Time", "position", "accept"),
                    Map.of("topic", "Money", "position", "accept"))),
                    sheet, "“Topics”, row 1: “Topic” has changed since you opened this page: please reload it and look again.");
            form.refuses(Map.of("topics", List.of(Map.of("position", "accept"), Map.of("topic", "Time", "position", "accept"))), sheet,
                    "“Topics”, row 1: “Topic” has changed since you opened this page: please reload it and look again.");
        }

        @Test
        void is_missing_when_it_is_left_out() {
            form.refuses(Map.of(), sheet, "“Topics”, row 1: “Topic” has changed since you opened this page: please reload it and look "
                    + "again.");
        }

        @Test
        void decides_in_each_row_alone_what_is_hidden() {
            form.refuses(Map.of("topics", List.of(Map.of("topic", "Money", "position", "accept", "reason", "Nice"),
                    Map.of("topic", "Time", "position", "accept"))), sheet, "“Topics”, row 1: “Reason” is not asked here: please reload "
                            + "the page and answer again.");
            form.refuses(Map.of("topics", List.of(Map.of("topic", "Money", "position", "accept"),
                    Map.of("topic", "Time", "position", "object"))), sheet, "“Topics”, row 2: “Reason” is missing: please fill it in.");
        }

        @Test
        void hides_in_its_rows_by_what_stands_around_it() {
            Form around = Form.of("""
                    {"type": "checkbox", "key": "agree", "label": "Agree"},
                    {"type": "dynamiclist", "path": "rows", "label": "Rows", "isRepeating": true, "components": [
                      {"type": "textfield", "key": "why", "label": "Why", "conditional": {"hide": "=agree or closed"}}]}""");
            Map<String, Object> row = Map.of("rows", List.of(Map.of("why", "x")), "agree", false);

            assertThat(around.check(row, Map.of("closed", false))).containsEntry("rows", List.of(Map.of("why", "x")));
            around.refuses(row, Map.of("closed", true), "“Rows”, row 1: “Why” is not asked here: please reload the page and answer again.");
            around.refuses(Map.of("rows", List.of(Map.of("why", "x")), "agree", true), "“Rows”, row 1: “Why” is not asked here: please "
                    + "reload the page and answer again.");
        }

        @Test
        void has_the_forms_own_number_of_rows_when_the_sheet_shows_none() {
            Form three = Form.of("""
                    {"type": "dynamiclist", "path": "wishes", "label": "Wishes", "isRepeating": true, "allowAddRemove": false,
                     "defaultRepetitions": 3, "components": [{"type": "textfield", "key": "wish", "label": "Wish"}]}""");

            assertThat((List<?>) three.check(Map.of("wishes", Collections.nCopies(3, Map.of("wish", "")))).get("wishes")).hasSize(3);
            three.refuses(Map.of("wishes", Collections.nCopies(4, Map.of("wish", "x"))), "“Wishes” has changed since you opened this "
                    + "page: please reload it and answer again.");
        }
    }

    @Nested
    class A_readonly_question {

        private final Form form = Form.of("""
                {"type": "textfield", "key": "hash", "label": "Version", "readonly": true},
                {"type": "number", "key": "score", "label": "Score", "readonly": true},
                {"type": "checklist", "key": "parties", "label": "Parties", "readonly": true, "valuesKey": "parties"},
                {"type": "checkbox", "key": "final", "label": "Final"},
                {"type": "textfield", "key": "note", "label": "Note", "readonly": "=final"}""");
        private final Map<String, Object> sheet = Map.of("hash", "abc", "score", 5L, "parties", List.of("Fao", "Goi"), "note", "old");

        @Test
        void hands_on_what_is_shown() {
            assertThat(form.check(Map.of("hash", "abc", "score", 5.0, "parties", List.of("Fao", "Goi")), sheet)).containsExactly(
                    entry("hash", "abc"), entry("score", 5L), entry("parties", List.of("Fao", "Goi")),
                            entry("final", null), entry("note", null));
        }

        @Test
        void is_refused_when_it_is_stale_changed_or_left_out() {
            form.refuses(Map.of("hash", "abd"), sheet,
                    "“Version” has changed since you opened this page: please reload it and look again.");
            form.refuses(Map.of(), sheet, "“Version” has changed since you opened this page: please reload it and look again.");
            form.refuses(Map.of("hash", "abc", "score", 6), sheet, "“Score” has changed since you opened this page: please reload it "
                    + "and look again.");
            form.refuses(Map.of("hash", "abc", "score", "5"), sheet, "“Score” has changed since you opened this page: please reload it "
                    + "and look again.");
            form.refuses(Map.of("hash", "abc", "score", 5, "parties", List.of("Goi", "Fao")), sheet, "“Parties” has changed since you "
                    + "opened this page: please reload it and look again.");
            form.refuses(Map.of("hash", "abc"), "“Version” has changed since you opened this page: please reload it and look again.");
        }

        @Test
        void may_be_one_by_condition() {
            Map<String, Object> given = new HashMap<>(Map.of("hash", "abc", "score", 5, "parties", List.of("Fao", "Goi"), "note", "new"));
            assertThat(form.check(given, sheet)).containsEntry("note", "new");

            given.put("final", true);
            form.refuses(given, sheet, "“Note” has changed since you opened this page: please reload it and look again.");
        }

        @Test
        void in_a_row_belongs_to_a_row_that_was_shown_even_if_others_were_removed() {
            Form list = Form.of("""
                    {"type": "dynamiclist", "path": "seats", "label": "Seats", "isRepeating": true, "components": [
                      {"type": "textfield", "key": "role", "label": "Role", "readonly": true},
                      {"type": "textfield", "key": "who", "label": "Who"}]}""");
            Map<String, Object> two = Map.of("seats", List.of(Map.of("role", "expert"), Map.of("role", "ally")));

            assertThat(list.check(Map.of("seats", List.of(Map.of("role", "ally", "who", "Asha"), Map.of("who", "New"))), two))
                    .containsEntry("seats", List.of(mapOf("role", "ally", "who", "Asha"), mapOf("role", null, "who", "New")));
            list.refuses(Map.of("seats", List.of(Map.of("role", "king", "who", "Asha"))), two, "“Seats”, row 1: “Role” has changed "
                    + "since you opened this page: please reload it and look again.");
            list.refuses(Map.of("seats", List.of(Map.of("role", "ally"), Map.of("role", "ally"))), two,
                    "“Seats”, row 2: “Role” has changed since you opened this page: please reload it and look again.");
        }
    }

    @Nested
    class A_disabled_question {

        private final Form form = Form.of("""
                {"type": "textfield", "key": "number", "label": "Number", "disabled": true, "validate": {"required": true}},
                {"type": "textfield", "key": "why", "label": "Why", "conditional": {"hide": "=number = \\"P-1\\""}}""");

        @Test
        void has_no_answer() {
            assertThat(form.check(Map.of())).containsOnlyKeys("why");
            form.refuses(Map.of("number", "P-2"), "“Number” is not asked here: please reload the page and answer again.");
        }

        @Test
        void still_shows_conditions_what_it_shows() {
            form.refuses(Map.of("why", "x"), Map.of("number", "P-1"), "“Why” is not asked here: please reload the page and answer again.");
            assertThat(form.check(Map.of("why", "x"), Map.of("number", "P-2"))).containsEntry("why", "x");
        }
    }

    @Nested
    class A_hidden_question {

        private final Form form = Form.of("""
                {"type": "radio", "key": "answer", "label": "Answer", "validate": {"required": true},
                 "values": [{"label": "We take part", "value": "accept"}, {"label": "We do not", "value": "decline"}]},
                {"type": "textarea", "key": "reason", "label": "Reason", "conditional": {"hide": "=answer != \\"decline\\""},
                 "validate": {"required": true}},
                {"type": "group", "label": "Details", "conditional": {"hide": "=answer = \\"decline\\" or closed"}, "components": [
                  {"type": "textfield", "key": "contact", "label": "Contact", "validate": {"required": true}},
                  {"type": "group", "path": "when", "label": "When", "components": [
                    {"type": "datetime", "subtype": "date", "key": "day", "dateLabel": "Day", "validate": {"required": true}}]},
                  {"type": "dynamiclist", "path": "people", "label": "People", "isRepeating": true, "components": [
                    {"type": "textfield", "key": "name", "label": "Name"}]}]}""");
        private final Map<String, Object> open = Map.of("closed", false);

        @Test
        void is_not_required() {
            assertThat(form.check(Map.of("answer", "accept", "contact", "Asha", "when", Map.of("day", "2027-01-01")), open))
                    .containsEntry("reason", null);
            assertThat(form.check(Map.of("answer", "decline", "reason", "No time"), open)).containsExactly(entry("answer", "decline"),
                    entry("reason", "No time"), entry("contact", null), entry("when", mapOf("day", null)), entry("people", List.of()));
        }

        @Test
        void is_required_again_when_it_shows() {
            form.refuses(Map.of("answer", "decline"), open, "“Reason” is missing: please fill it in.");
            form.refuses(Map.of("answer", "accept"), open, "“Contact” is missing: please fill it in.");
        }

        @Test
        void takes_no_answer() {
            form.refuses(Map.of("answer", "accept", "reason", "sneaked in"), open, "“Reason” is not asked here: please reload the page "
                    + "and answer again.");
        }

        @Test
        void may_be_sent_empty() {
            assertThat(form.check(Map.of("answer", "decline", "reason", "x", "contact", "", "people", List.of()), open))
                    .containsEntry("contact", null);
        }

        @Test
        void hides_with_the_group_around_it() {
            form.refuses(Map.of("answer", "decline", "reason", "x", "contact", "Asha"), open, "“Contact” is not asked here: please "
                    + "reload the page and answer again.");
            form.refuses(Map.of("answer", "decline", "reason", "x", "when", Map.of("day", "2027-01-01")), open, "“Day” is not asked "
                    + "here: please reload the page and answer again.");
            form.refuses(Map.of("answer", "decline", "reason", "x", "people", List.of(Map.of("name", "Asha"))), open,
                    "“People” is not asked here: please reload the page and answer again.");
        }

        @Test
        void hides_by_what_the_sheet_shows_too() {
            form.refuses(Map.of("answer", "accept", "contact", "Asha"), Map.of("closed", true), "“Contact” is not asked here: please "
                    + "reload the page and answer again.");
        }

        @Test
        void cannot_be_unhidden_by_submitting_what_the_sheet_shows() {
            form.refuses(Map.of("answer", "accept", "contact", "Asha", "closed", false), Map.of("closed", true), "“closed” is not asked "
                    + "by this form: please reload the page and answer again.");
        }

        @Test
        void counts_for_other_conditions_as_not_answered_even_if_it_was_prefilled() {
            Form chain = Form.of("""
                    {"type": "checkbox", "key": "a", "label": "A"},
                    {"type": "textfield", "key": "b", "label": "B", "conditional": {"hide": "=a"}},
                    {"type": "textfield", "key": "c", "label": "C", "conditional": {"hide": "=b = \\"x\\""}}""");

            assertThat(chain.check(Map.of("a", true, "c", "y"), Map.of("b", "x"))).containsEntry("b", null).containsEntry("c", "y");
        }

        @Test
        void is_hidden_only_when_the_condition_is_exactly_true() {
            for (String condition : List.of("= unknown", "= 1", "= null", "= \"true\"", "= 1 +", "= contains(x, 5)",
                    "= x > 3", "= date(x) > 5")) {
                Form form = Form.of("""
                        {"type": "textfield", "key": "x", "label": "X", "validate": {"required": true}, "conditional": {"hide": "%s"}}"""
                        .formatted(condition.replace("\"", "\\\"")));
                assertThat(form.check(Map.of("x", "y"))).containsEntry("x", "y");
                form.refuses(Map.of(), "“X” is missing: please fill it in.");
            }
        }

        @Test
        void may_be_hidden_by_all_that_a_form_can_ask() {
            for (String condition : List.of("= answer = \"yes\"", "= answer != \"no\"", "= contains(answer, \"es\")", "= missing = null",
                    "= not(agree)",
                    "= list contains(roles, \"ally\")", "= count(roles) > 1", "= some r in roles satisfies r = \"ally\"", "= rating >= 2.5",
                    "= contact.mail = null", "= count(people) = 0 and rating > 1", "= if agree then false else true",
                            "= string length(answer) = 3",
                    "= sheetSays", "= sheetList[1].value = \"a\"", "= rating in [1..3]")) {
                Form form = Form.of("""
                        {"type": "textfield", "key": "x", "label": "X", "conditional": {"hide": "%s"}},
                        {"type": "textfield", "key": "answer", "label": "Answer"},
                        {"type": "checkbox", "key": "agree", "label": "Agree"},
                        {"type": "number", "key": "rating", "label": "Rating"},
                        {"type": "checklist", "key": "roles", "label": "Roles", "valuesKey": "offered"},
                        {"type": "group", "path": "contact", "label": "Contact", "components": [
                          {"type": "textfield", "key": "mail", "label": "Mail"}]},
                        {"type": "dynamiclist", "path": "people", "label": "People", "isRepeating": true, "components": []}"""
                        .formatted(condition.replace("\"", "\\\"")));
                Map<String, Object> sheet = Map.of("offered", List.of("ally", "expert"), "sheetSays", true,
                        "sheetList", List.of(Map.of("value", "a")));

                form.refuses(mapOf("x", "y", "answer", "yes", "agree", false, "rating", 2.5, "roles", List.of("ally", "expert"),
                        "contact", mapOf("mail", null), "people", List.of()), sheet, "“X” is not asked here: please reload the page and "
                                + "answer again.");
            }
        }

        @Test
        void cannot_be_reached_by_words_within_the_answer() {
            Form quoted = Form.of("""
                    {"type": "textfield", "key": "a", "label": "A"},
                    {"type": "textfield", "key": "b", "label": "B", "conditional": {"hide": "=a = \\"no b here\\""}}""");

            assertThat(quoted.check(Map.of("a", "\" or true or \"", "b", "x"))).containsEntry("b", "x");
        }
    }

    @Nested
    class A_form_that_could_not_be_guarded {

        @ParameterizedTest
        @ValueSource(strings = {
                "{\"type\": \"filepicker\", \"key\": \"x\"}",
                "{\"type\": \"expression\", \"key\": \"x\", \"expression\": \"=1\"}",
                "{\"type\": \"textfield\"}",
                "{\"type\": \"textfield\", \"key\": \"a.b\"}",
                "{\"type\": \"group\", \"path\": \"a.b\"}",
                "{\"type\": \"textfield\", \"key\": \"x\"}, {\"type\": \"group\", \"components\": [{\"type\": \"number\", \"key\":"
                        + " \"x\"}]}", "{\"type\": \"dynamiclist\", \"components\": []}",
                "{\"type\": \"dynamiclist\", \"path\": \"x\", \"components\": []}",
                "{\"type\": \"select\", \"key\": \"x\", \"valuesExpression\": \"=y\"}",
                "{\"type\": \"number\", \"key\": \"x\", \"serializeToString\": true}",
                "{\"type\": \"number\", \"key\": \"x\", \"validate\": {\"max\": \"=y\"}}",
                "{\"type\": \"textfield\", \"key\": \"x\", \"validate\": {\"maxLength\": 1000000}}",
                "{\"type\": \"textfield\", \"key\": \"x\", \"validate\": {\"pattern\": \"[\"}}",
                "{\"type\": \"datetime\", \"key\": \"x\"}",
                "{\"type\": \"textfield\", \"key\": \"x\", \"conditional\": {\"hide\": \"y\"}}",
                "{\"type\": \"textfield\", \"key\": \"x\", \"conditional\": {\"hide\": \"=this.y\"}}"})
        void is_no_form(String component) {
            assertThatThrownBy(() -> Form.of(component)).isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("Form test: ");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "[]", "{}", "{\"id\": \"x\"", "{\"id\": \"x\", \"id\": \"y\"}"})
        void is_not_even_one(String text) {
            assertThatThrownBy(() -> FormSchema.parse(text))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("This form");
        }
    }

    @ParameterizedTest
    @MethodSource("formsOfTheHouse")
    void every_form_of_the_house_can_be_guarded(Path form) throws IOException {
        FormSchema schema = FormSchema.parse(Files.readString(form));

        assertThat(schema.id() + ".form").isEqualTo(form.getFileName().toString());
    }

    static List<Path> formsOfTheHouse() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            return files.filter(file -> file.toString().endsWith(".form")).sorted().toList();
        }
    }

    @Test
    void ten_thousand_malformed_submissions_end_in_a_sentence_or_in_clean_answers() {
        Form form = Form.of("""
                {"type": "textfield", "key": "title", "label": "Title",
                 "validate": {"required": true, "maxLength": 80, "pattern": "\\\\S"}},
                {"type": "textarea", "key": "why", "label": "Why", "conditional": {"hide": "=rating > 3 or contains(title, \\"x\\")"}},
                {"type": "number", "key": "rating", "label": "Rating", "decimalDigits": 1, "increment": 0.5,
                 "validate": {"min": 1, "max": 5}},
                {"type": "checkbox", "key": "agree", "label": "Agree"},
                {"type": "select", "key": "kind", "label": "Kind", "values": [{"label": "A", "value": "a"}, {"label": "B", "value": 1}]},
                {"type": "checklist", "key": "roles", "label": "Roles", "valuesKey": "offers"},
                {"type": "datetime", "subtype": "date", "key": "day", "dateLabel": "Day", "disallowPassedDates": true},
                {"type": "datetime", "subtype": "datetime", "key": "moment", "dateLabel": "Moment"},
                {"type": "textfield", "key": "hash", "label": "Hash", "readonly": "=agree"},
                {"type": "group", "path": "contact", "label": "Contact", "conditional": {"hide": "=kind = \\"a\\""}, "components": [
                  {"type": "textfield", "key": "mail", "label": "Mail", "validate": {"validationType": "email"}}]},
                {"type": "dynamiclist", "path": "rows", "label": "Rows", "isRepeating": true, "components": [
                  {"type": "textfield", "key": "name", "label": "Name", "readonly": true},
                  {"type": "number", "key": "count", "label": "Count", "conditional": {"hide": "=name = null or agree"}}]}""");
        Map<String, Object> sheet = Map.of("offers", List.of("a", Map.of("label", "B", "value", "b")), "hash", "abc",
                "rows", List.of(Map.of("name", "one"), Map.of("name", "two")));
        Chaos chaos = new Chaos(20260315);
        int accepted = 0;

        for (int round = 0; round < 10_000; round++) {
            Map<String, Object> submitted = chaos.submission();
            try {
                Map<String, Object> answers = form.check(submitted, sheet);
                assertThat(answers.keySet()).isEqualTo(form.keys());
                accepted++;
            } catch (Refusal refusal) {
                assertThat(refusal.sentence()).contains("“").endsWith(".").hasSizeLessThan(300).doesNotContain("\u0000");
            } catch (RuntimeException | StackOverflowError broken) {
                throw new AssertionError("Round " + round + " broke with " + submitted.keySet(), broken);
            }
        }
        assertThat(accepted).as("some of them must be harmless, or nothing but the first check was tried").isBetween(100, 9_000);
    }

    private static Map<String, Object> mapOf(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    /** A form with these components, and the guard before it. */
    private record Form(FormSchema schema, Clock clock) {

        static Form of(String components) {
            return new Form(FormSchema.parse("{\"id\": \"test\", \"components\": [" + components + "]}"), NOON);
        }

        Form at(Clock other) {
            return new Form(schema, other);
        }

        Set<String> keys() {
            return schema.inputKeys();
        }

        Map<String, Object> check(Map<String, Object> submitted) {
            return check(submitted, Map.of());
        }

        Map<String, Object> check(Map<String, Object> submitted, Map<String, Object> sheet) {
            return new FormCheck(schema, (expression, context) ->
                    FEEL.evaluateSimpleExpression(expression, Variables.fromMap(context).asVariableContext()), clock)
                            .check(submitted, sheet::get);
        }

        void refuses(Map<String, Object> submitted, String sentence) {
            refuses(submitted, Map.of(), sentence);
        }

        void refuses(Map<String, Object> submitted, Map<String, Object> sheet, String sentence) {
            Refusals.refused(sentence, () -> check(submitted, sheet));
        }
    }

    /** Submissions that nobody would think of, the same in every run. */
    private static final class Chaos {

        private final Random random;
        private final String megabyte = "a".repeat(1 << 20);

        Chaos(long seed) {
            random = new Random(seed);
        }

        Map<String, Object> submission() {
            Map<String, Object> submission = new HashMap<>();
            if (random.nextInt(10) < 9) {
                submission.put("title", "A fine title");
            }
            for (String key : List.of("title", "why", "rating", "agree", "kind", "roles", "day", "moment", "hash", "contact", "rows")) {
                if (random.nextInt(6) == 0) {
                    submission.put(key, random.nextBoolean() ? fitting(key) : value(4));
                }
            }
            if (random.nextInt(20) == 0) {
                submission.put(text(), value(2));
            }
            return submission;
        }

        private Object fitting(String key) {
            return switch (key) {
                case "rating" -> pick(1, 2.5, 5L);
                case "agree" -> random.nextBoolean();
                case "kind" -> pick("a", 1, 1.0);
                case "roles" -> pick(List.of("a"), List.of("a", "b"), List.of());
                case "day" -> pick("2027-01-01", "2026-03-15");
                case "moment" -> pick("2027-01-01T10:00", "2027-01-01T10:00Z");
                case "hash" -> "abc";
                case "contact" -> mapOf("mail", pick("a@b.example", "", null));
                case "rows" -> pick(List.of(mapOf("name", "two", "count", 1)), List.of(mapOf("name", "one"), mapOf("name", "two")));
                default -> text();
            };
        }

        private Object value(int depth) {
            return switch (random.nextInt(depth > 0 ? 12 : 9)) {
                case 0 -> null;
                case 1 -> random.nextBoolean();
                case 2 -> random.nextInt();
                case 3 -> pick(Double.NaN, Double.NEGATIVE_INFINITY, 1e308, -0.0, Double.MIN_VALUE, Long.MIN_VALUE,
                        new BigDecimal("1e99999999"));
                case 4 -> random.nextDouble() * 10;
                case 5, 6, 7 -> text();
                case 8 -> pick(new Date(), new byte[3], new Object(), 'x', new int[0], Thread.State.NEW, new AtomicInteger());
                case 9 -> {
                    List<Object> list = new ArrayList<>();
                    for (int i = random.nextInt(4); i > 0; i--) {
                        list.add(value(depth - 1));
                    }
                    yield list;
                }
                case 10 -> Collections.nCopies(random.nextInt(400), value(0));
                default -> {
                    Map<Object, Object> map = new HashMap<>();
                    for (int i = random.nextInt(4); i > 0; i--) {
                        map.put(pick("mail", "name", "count", text(), null, 7), value(depth - 1));
                    }
                    yield map;
                }
            };
        }

        private String text() {
            return switch (random.nextInt(9)) {
                case 0 -> (String) pick("${execution.id}", "#{bean}", "{{title}}", "<script>alert(1)</script>", "'; drop table x; --");
                case 1 -> (String) pick("\u0000", "a\u0000b", "\ud800", "\u202eabc", "\u200b", "\ufffe", "🌱");
                case 2 -> (String) pick("0001-01-01", "9999-12-31", "2026-02-30", "-0001-01-01", "2027-01-01T25:00", "T", "2027-01-01T");
                case 3 -> (String) pick("NaN", "Infinity", "1e5", "0x10", "true", "null", "[]");
                case 4 -> random.nextInt(100) == 0 ? megabyte : "";
                case 5 -> (String) pick("nrOfInstances", "loopCounter", "approved", "__proto__", "constructor", "title ");
                default -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = random.nextInt(30); i > 0; i--) {
                        text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
                    }
                    yield text.toString();
                }
            };
        }

        private Object pick(Object... values) {
            return values[random.nextInt(values.length)];
        }
    }
}
