package org.commonground.learning;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.commonground.foundation.Refusal;
import org.commonground.foundation.SameName;

/** A crop, an area or a theme by which a lesson is found. */
record Tag(String name, String folded) {

    private static final int MOST = 8;
    private static final int LONGEST = 60;
    private static final Pattern BETWEEN = Pattern.compile("[,;，；、،\\n]");

    /** Those that were typed in one line, each once however it is spelt, in the spelling that came first. */
    static List<Tag> all(String line) {
        Map<String, Tag> tags = new LinkedHashMap<>();
        for (String typed : BETWEEN.split(line == null ? "" : line)) {
            String folded = SameName.key(typed);
            if (!folded.isEmpty()) {
                Refusal.unless(typed.strip().length() <= LONGEST && folded.length() <= 4 * LONGEST,
                        "“%s” is too long for a word to find it by: at most %d characters, please, and commas between the words."
                                .formatted(shortened(typed.strip()), LONGEST));
                tags.putIfAbsent(folded, new Tag(typed.strip(), folded));
            }
        }
        Refusal.unless(tags.size() <= MOST, "At most %d words to find it by, please: choose those that matter most.".formatted(MOST));
        return List.copyOf((Collection<Tag>) tags.values());
    }

    private static String shortened(String typed) {
        return typed.length() <= 30 ? typed : typed.substring(0, 30) + "…";
    }
}
