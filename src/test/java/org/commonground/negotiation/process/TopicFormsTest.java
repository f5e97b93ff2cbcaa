package org.commonground.negotiation.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.commonground.negotiation.Topic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** The topics stand in two forms in their own places, and are called there as the agreement calls them. */
class TopicFormsTest {

    /** Their words only introduce a list. */
    private static final List<Topic> LISTS = List.of(Topic.OBJECTIVES, Topic.PLACES, Topic.AGENDA);

    @ParameterizedTest
    @ValueSource(strings = {"negotiation/draft-topics", "negotiation/reconcile-positions", "amendment/propose-changes"})
    void each_topic_has_its_title_its_question_and_its_wording_in_one_place(String form) throws IOException {
        List<String> found = new ArrayList<>();
        for (JsonNode part : read(form).path("components")) {
            if (part.path("type").asText().equals("group")) {
                String key = "";
                for (JsonNode within : part.path("components")) {
                    key = within.path("key").asText().endsWith("Wording") ? within.path("key").asText() : key;
                }
                found.add(part.path("label").asText() + part.path("components").path(0).path("content").asText() + key);
            }
        }
        List<Topic> asked = form.endsWith("draft-topics") ? Topic.founding() : List.of(Topic.values());
        assertThat(found).isEqualTo(asked.stream().map(topic -> topic.inWords() + "<p class=\"why\">" + topic.question() + "</p>"
                + (LISTS.contains(topic) ? "" : topic.key() + "Wording")).toList());
    }

    private static JsonNode read(String form) throws IOException {
        try (InputStream text = new ClassPathResource("forms/" + form + ".form").getInputStream()) {
            return new ObjectMapper().readTree(text);
        }
    }
}
