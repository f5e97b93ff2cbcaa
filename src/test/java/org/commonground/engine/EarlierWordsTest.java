package org.commonground.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.commonground.engine.SentAnswer.Said;
import org.junit.jupiter.api.Test;

/** Words of an earlier day over the form of today, and answers in the words of their form. */
class EarlierWordsTest {

    private static final String FORM = """
            {"id": "say", "components": [
              {"type": "textfield", "key": "seen", "label": "Version", "id": "Field_KeySeen", "readonly": true},
              {"type": "group", "label": "Together", "components": [
                {"type": "textarea", "key": "words", "label": "In your words"}]},
              {"type": "radio", "key": "answer", "label": "What do you say?",
                "values": [{"label": "We accept it", "value": "accept"}, {"label": "We object", "value": "object"}]},
              {"type": "select", "key": "who", "label": "Who?", "valuesKey": "partners"},
              {"type": "number", "key": "money", "label": "How much?"},
              {"type": "datetime", "subtype": "date", "key": "day", "dateLabel": "When?"},
              {"type": "checkbox", "key": "leave", "label": "We leave"},
              {"type": "dynamiclist", "path": "topics", "label": "Topics", "isRepeating": true, "allowAddRemove": false, "components": [
                {"type": "textfield", "key": "nr", "label": "Number", "id": "Field_KeyNr", "readonly": true},
                {"type": "textfield", "key": "position", "label": "Position"}]},
              {"type": "dynamiclist", "path": "people", "label": "People", "isRepeating": true, "components": [
                {"type": "textfield", "key": "code", "label": "Code", "id": "Field_KeyCode", "readonly": true},
                {"type": "textfield", "key": "name", "label": "Name"}]}]}""";
    private static final Map<String, Object> SHEET = Map.of("seen", "2",
            "topics", List.of(Map.of("nr", "1", "title", "Aim"), Map.of("nr", "2", "title", "Money")),
            "people", List.of(Map.of("code", "Fao", "note", "leads")), "partners", List.of(Map.of("label", "FAO", "value", "Fao")));

    @Test
    void what_was_written_is_laid_over_what_the_sheet_shows() {
        Map<String, Object> laid = laid(Map.of("seen", "2", "words", "Water first",
                "topics", List.of(Map.of("nr", "1", "position", "yes"), Map.of("nr", "2", "position", "no")),
                "people", List.of(Map.of("name", "Asha"), Map.of("code", "Fao", "name", "Ben")))).orElseThrow();
        assertThat(laid).containsEntry("words", "Water first").doesNotContainKeys("seen", "answer");
        assertThat(laid.get("topics")).as("with what the rows only show").isEqualTo(List.of(
                Map.of("nr", "1", "title", "Aim", "position", "yes"), Map.of("nr", "2", "title", "Money", "position", "no")));
        assertThat(laid.get("people")).as("each row upon its own, wherever it stands").isEqualTo(List.of(
                Map.of("name", "Asha"), Map.of("code", "Fao", "note", "leads", "name", "Ben")));
    }

    @Test
    void words_about_another_version_or_other_rows_are_laid_over_nothing() {
        assertThat(laid(Map.of("seen", "1", "words", "Water first"))).isEmpty();
        assertThat(laid(Map.of("topics", List.of(Map.of("nr", "1", "position", "yes"))))).as("a row more is asked").isEmpty();
        assertThat(laid(Map.of("topics", List.of(Map.of("nr", "1"), Map.of("nr", "3"))))).as("about another row").isEmpty();
        assertThat(laid(Map.of("people", List.of(Map.of("code", "Goi", "name", "Carl"))))).as("who is not there any more").isEmpty();
    }

    @Test
    void nobody_smuggles_anything_in_by_a_draft() {
        assertThat(laid(Map.of("partners", List.of(), "party", "Fao", "words", Map.of("a", 1))).orElseThrow()).isEmpty();
        assertThat(laid(Map.of("topics", "no list")).isEmpty()).isTrue();
    }

    @Test
    void answers_are_told_in_the_words_of_their_form() throws JsonProcessingException {
        List<Said> said = new FormWords(new ObjectMapper().readTree(FORM)).of(Map.of("seen", "2", "words", "Water first",
                "answer", "object",
                "who", "Fao", "money", 1200000, "day", "2027-03-31", "leave", false,
                "topics", List.of(Map.of("nr", "1", "position", "yes"), Map.of("nr", "2", "position", "no")),
                "people", List.of(Map.of("name", "Asha"))), SHEET::get);
        assertThat(said).containsExactly(new Said(null, "In your words", "Water first"), new Said(null, "What do you say?", "We object"),
                new Said(null, "Who?", "FAO"), new Said(null, "How much?", "1,200,000"), new Said(null, "When?", "31 Mar 2027"),
                new Said("Topics · Aim", "Position", "yes"), new Said("Topics · Money", "Position", "no"),
                new Said("People · 1", "Name", "Asha"));
    }

    private static Optional<Map<String, Object>> laid(Map<String, Object> written) {
        return LaidOver.over(FormSchema.parse(FORM), SHEET::get, written);
    }
}
