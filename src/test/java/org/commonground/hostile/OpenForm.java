package org.commonground.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A form that somebody may send now.
 *
 * @param path      where its task or process is found, below the engine's REST interface
 * @param instance  the case, or null when the form starts one
 * @param questions type of component by key, of the top level
 */
record OpenForm(String id, String path, String instance, TreeMap<String, String> questions) {

    static OpenForm of(JsonNode form, String path, String instance) {
        TreeMap<String, String> questions = new TreeMap<>();
        ask(form.path("components"), questions);
        return new OpenForm(form.path("id").asText(), path, instance, questions);
    }

    private static void ask(JsonNode components, TreeMap<String, String> questions) {
        for (JsonNode component : components) {
            String key = component.hasNonNull("key") ? component.path("key").asText() : component.path("path").asText("");
            if (!key.isEmpty()) {
                questions.put(key, component.path("type").asText());
            } else {
                ask(component.path("components"), questions);
            }
        }
    }

    boolean starts() {
        return instance == null;
    }

    /** A key of the form, or a stranger's where it asks nothing. */
    String key(Random random) {
        List<String> keys = new ArrayList<>(questions.keySet());
        return keys.isEmpty() ? "nothing" : keys.get(random.nextInt(keys.size()));
    }

    boolean asks(String key) {
        return questions.containsKey(key);
    }
}
