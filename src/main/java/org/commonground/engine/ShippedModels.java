package org.commonground.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * What people have drawn and the application brings along, as text.
 *
 * @param diagrams  {@code processes/review.bpmn} → its text; the others likewise
 * @param forms     {@code forms/review/state-impact.form} → its text
 * @param decisions {@code processes/fit.dmn} → its text
 */
public record ShippedModels(Map<String, String> diagrams, Map<String, String> forms, Map<String, String> decisions) {

    static final String DIAGRAMS = "classpath*:processes/*.bpmn";
    static final String DECISIONS = "classpath*:processes/*.dmn";

    /** All that is on the class path. */
    public static ShippedModels find(ResourcePatternResolver resources) throws IOException {
        return new ShippedModels(read(resources, DIAGRAMS), read(resources, "classpath*:forms/*/*.form"), read(resources, DECISIONS));
    }

    /** Named by the path from {@code processes/} or {@code forms/} on, the same in a jar and in an IDE. */
    static String nameOf(Resource part) throws IOException {
        String url = part.getURL().toString();
        int start = Math.max(url.lastIndexOf("/processes/"), url.lastIndexOf("/forms/"));
        return url.substring(start + 1);
    }

    private static Map<String, String> read(ResourcePatternResolver resources, String pattern) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Resource resource : resources.getResources(pattern)) {
            try (InputStream content = resource.getInputStream()) {
                texts.put(nameOf(resource), new String(content.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    /** Every diagram is a room of its own. */
    Set<String> rooms() {
        return diagrams.keySet().stream().map(ShippedModels::stem).collect(Collectors.toSet());
    }

    /** {@code forms/review/state-impact.form} → {@code state-impact}. */
    static String stem(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
    }
}
