package org.commonground.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static org.commonground.stage.Stage.with;

/** What people of the stories write into forms, where a story does not say otherwise. */
public final class Answers {

    private static final List<String> DIMENSIONS = List.of("mandate", "role", "interests", "approach", "motivation", "expectations",
            "existingCapacity");

    private Answers() {
    }

    public static Map<String, Object> proposal(String title) {
        return with("title", title,
                "practice", "Farmer Field Schools on integrated pest management: farmers observe their own fields and spray less.",
                "whyTogether", "One organisation can run a few schools; a state needs thousands.");
    }

    /** Aims with one area, new or not, and nothing else that calls for more roles. */
    public static Map<String, Object> aims(String lead, String area, boolean workedBefore) {
        return with("purpose", "Cotton farmers manage pests with knowledge instead of poison.",
                "objectives", List.of(Map.of("wording", "Farmers spray less", "indicator", "Sprays per season", "baseline", "14", "target", "5")),
                "targetParticipants", "Smallholder cotton farmers and their families",
                "participationMode", "Alumni of the schools elect speakers who sit in every review and train the next facilitators.",
                "scaleUp", workedBefore ? List.of("newParticipants") : List.of("newArea"),
                "areas", List.of(Map.of("name", area, "level", "local", "workedBefore", workedBefore ? "yes" : "no")),
                "newChallenge", "",
                "horizonMonths", 36,
                "formalContract", "no",
                "lead", lead);
    }

    public static Map<String, Object> nominee(String code, List<String> roles) {
        return Map.of("organisation", code, "roles", roles, "why", "You know the place and the people.");
    }

    /** A profile in which each dimension is rated alike. */
    public static Map<String, Object> profile(String organisation, int rating) {
        Map<String, Object> answers = with();
        for (String dimension : DIMENSIONS) {
            answers.put(dimension, organisation + " on its " + dimension);
            answers.put(dimension + "Rating", rating);
        }
        answers.put("expectsOfOthers", "Money that arrives before the sowing season");
        answers.put("capacityWanted", "Facilitators who can train facilitators");
        return answers;
    }

    public static Map<String, Object> candidateProfile(String organisation, int rating) {
        Map<String, Object> answers = profile(organisation, rating);
        answers.put("convenersFit", 4);
        answers.put("convenersFitReason", "They want what we want, and they listen.");
        return answers;
    }

    /** The coordinator's assessment: each dimension alike, one of them otherwise. */
    public static Map<String, Object> assessment(int rating, String odd, int oddRating) {
        Map<String, Object> answers = with();
        for (String dimension : DIMENSIONS) {
            answers.put(dimension + "Rating", dimension.equals(odd) ? oddRating : rating);
            answers.put(dimension + "Note", "");
        }
        answers.put("flagLevel", "none");
        return answers;
    }

    public static Map<String, Object> assessment(int rating) {
        return assessment(rating, "", rating);
    }

    public static Map<String, Object> commonGround() {
        return with("shared", "All want fewer sprays and healthy farmers.",
                "clashes", "Research wants trials, farmers want schools now.",
                "bridges", "Each school keeps one trial plot.");
    }

    /** The coordinator releases the version it looked at. */
    public static Map<String, Object> released(Map<String, Object> shown) {
        return with("version", shown.get("version"), "outcome", "release");
    }

    /** Something was mended, so the text is drafted again. */
    public static Map<String, Object> draftAgain(Map<String, Object> shown) {
        return with("version", shown.get("version"), "outcome", "draft", "waivers", List.of());
    }

    /** Somebody signs the text that the form showed. */
    public static Map<String, Object> signature(Map<String, Object> shown) {
        return with("sha256", shown.get("sha256"), "decision", "sign");
    }

    /** Somebody does not sign, because of one topic. */
    public static Map<String, Object> declinedSignature(Map<String, Object> shown, String topic, String reason) {
        return with("sha256", shown.get("sha256"), "decision", "decline", "topic", topic, "reason", reason);
    }

    /** The values of choices by what they are called, as somebody picks them on the screen. */
    public static List<String> picked(Map<String, Object> shown, String key, String... labels) {
        List<String> values = new ArrayList<>();
        for (String label : labels) {
            values.add(((List<?>) shown.get(key)).stream().map(choice -> (Map<?, ?>) choice)
                    .filter(choice -> label.equals(choice.get("label"))).map(choice -> (String) choice.get("value")).findFirst()
                    .orElseThrow(() -> new AssertionError("No choice “" + label + "” in " + shown.get(key))));
        }
        return values;
    }
}
