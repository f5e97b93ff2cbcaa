package org.commonground.dispute.process;

import static org.commonground.stage.Stage.with;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.commonground.stage.Actor;
import org.commonground.stage.Cast;

/** What people write in the forms of a dispute, in tests. */
public final class DisputeStage {

    public static final String DESCRIBE = "Describe dispute";
    public static final String SAY = "State outcome";
    public static final String TAKE_ON = "Take on facilitation";
    public static final String WRITE = "Write down talk";
    public static final String DECIDE = "Decide on dispute";

    private DisputeStage() {
    }

    /** Raises a dispute and describes it. */
    public static void raises(Actor raiser, String partnership, Cast cast, String words, String... others) {
        raiser.starts("matter", with());
        raiser.completes("Describe matter", null, with("kind", "dispute", "partnership", partnership, "why", words));
        raiser.completes(DESCRIBE, partnership, described(cast, words, others));
    }

    public static Map<String, Object> described(Cast cast, String words, String... others) {
        return with("others", Stream.of(others).map(cast::code).toList(), "about", words, "wish", words);
    }

    /** In the dialogue somebody speaks for a side. */
    @SafeVarargs
    public static Map<String, Object> inDialogue(String stand, String ending, String words, Map<String, Object>... actions) {
        Map<String, Object> said = new LinkedHashMap<>(with("speaker", words));
        said.putAll(says(stand, ending, words, actions));
        return said;
    }

    /** Where somebody is named whom all accept. */
    public static Map<String, Object> naming(String person, String stand, String ending, String words) {
        Map<String, Object> said = new LinkedHashMap<>(with("person", person));
        said.putAll(says(stand, ending, words));
        return said;
    }

    @SafeVarargs
    public static Map<String, Object> says(String stand, String ending, String words, Map<String, Object>... actions) {
        Map<String, Object> said = new LinkedHashMap<>(with("met", "no", "stand", stand, "words", words));
        if (ending != null) {
            said.put("ending", ending);
            said.put("actions", new ArrayList<>(List.of(actions)));
        }
        return said;
    }
}
