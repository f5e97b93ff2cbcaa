package org.commonground.negotiation.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.commonground.negotiation.Topic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** The topics stand in two forms in their own places, and are called there as the agreement calls them. */
class TopicFormsTest {

    @ParameterizedTest
    @ValueSource(strings = {"draft-topics", "reconcile-positions"})
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
        assertThat(found).isEqualTo(Arrays.stream(Topic.values())
                .map(topic -> topic.inWords() + "<p class=\"why\">" + topic.question() + "</p>" + topic.key() + "Wording").toList());
    }

    private static JsonNode read(String form) throws IOException {
        try (InputStream text = new ClassPathResource("forms/negotiation/" + form + ".form").getInputStream()) {
            return new ObjectMapper().readTree(text);
        }
    }
}
