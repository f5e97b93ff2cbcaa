package org.commonground.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.core.JsonFactory;
import org.commonground.foundation.Refusal;

/**
 * JSON that all readers understand alike: no key twice, nothing behind the end, no number that a computer does not know. What two readers
 * could read in two ways would be checked by the one and done by the other.
 */
final class StrictJson {

    private static final int DEEPEST = 100;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private StrictJson() {
    }

    /** @throws Refusal when this is no such JSON */
    static JsonNode read(String text) {
        try {
            JsonNode read = JSON.readTree(text);
            Refusal.unless(read != null && !read.isMissingNode(), "What was sent says nothing. Please send an object.");
            demandKnownNumbers(read);
            return read;
        } catch (JsonProcessingException exception) {
            throw new Refusal("What was sent cannot be read: it is no JSON, says one thing twice, or is nested too deeply.");
        }
    }

    private static void demandKnownNumbers(JsonNode node) {
        boolean known = !node.isNumber() || (node.isIntegralNumber() ? node.canConvertToLong() : Double.isFinite(node.doubleValue()));
        Refusal.unless(known, "What was sent contains a number that is too large.");
        node.forEach(StrictJson::demandKnownNumbers);
    }
}
