package org.commonground.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.commonground.foundation.Role;
import org.commonground.negotiation.SampleTerms;
import org.commonground.negotiation.Topic;
import org.commonground.stage.Cast;

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
                "objectives", List.of(Map.of("wording", "Farmers spray less", "indicator", "Sprays per season", "baseline", "14",
                        "target", "5")), "targetParticipants", "Smallholder cotton farmers and their families",
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

    /** The same answer for all who would join. */
    public static Map<String, Object> consent(Map<String, Object> shown, String answer, String reason) {
        return with("newcomers", rows(shown, "newcomers", row -> with("organisation", row.get("organisation"), "answer", answer, "reason",
                reason, "ability", "partly", "words", "As far as our rains allow")));
    }

    // The negotiation

    public static Map<String, Object> vision(String organisation) {
        return with("vision", organisation + " sees schools in every village, run by those who learned there.",
                "hopes", "That what works is paid for longer than one season.");
    }

    /** Every expectation of the others can be met. */
    public static Map<String, Object> expectations(Map<String, Object> shown) {
        return with("expectations", rows(shown, "expectations", row -> with("organisation", row.get("organisation"), "answer", "can")));
    }

    /** A vision and one step on the way to it, seen to by this organisation. */
    public static Map<String, Object> sharedVision(String who) {
        return with("outcome", "ask", "vision", "Healthy fields in every district, because farmers teach farmers.",
                "agenda", List.of(with("what", "Train the first facilitators", "who", who,
                        "byWhen", SampleTerms.START.plusMonths(3).toString(),
                        "needed",
                        "Two trainers and a field")));
    }

    public static Map<String, Object> endorsement(Map<String, Object> shown) {
        return with("seen", shown.get("seen"), "answer", "endorse");
    }

    public static Map<String, Object> wishForChange(Map<String, Object> shown, String wish) {
        return with("seen", shown.get("seen"), "answer", "change", "wish", wish);
    }

    /** The sixteen topics as they are suggested, terms within their ranges, and one contribution for each seat. */
    public static Map<String, Object> topics(Map<String, Object> shown) {
        Map<String, Object> answers = with();
        for (Topic topic : Topic.founding()) {
            answers.put(wordingOf(topic), shown.get(wordingOf(topic)));
        }
        answers.putAll(terms());
        answers.put("contributions", rows(shown, "contributions", row -> contribution((String) row.get("seat"))));
        return answers;
    }

    /** All terms, as in {@code draft-topics}. */
    public static Map<String, Object> terms() {
        return with("decisionRule", "consensus", "meetingsPerYear", 4, "reportingIntervalMonths", 3, "reviewIntervalMonths", 12,
                "languages", "English, Telugu", "channel", "One mail a month to all", "learningCycleMonths", 12,
                "consultationIntervalMonths", 6,
                "trustIndicators", "Partners tell each other bad news early\nMeetings begin with all who are needed",
                "dialogueDays", 14, "facilitationDays", 21, "mediationDays", 30, "steeringDays", 30, "mediator",
                "The university's law clinic",
                "durationMonths", 36, "noticeMonths", 3, "consentToJoin", "twoThirds", "renewal",
                "proposed", "renewalMonths", 6);
    }

    /** @param seat such as {@code Fao:expert}; each role brings what is its own */
    public static Map<String, Object> contribution(String seat) {
        return switch (Role.of(seat.substring(seat.indexOf(':') + 1))) {
            case DECISION_MAKER -> contribution(seat, "policyDecision", "The state counts field schools as public training", null, "");
            case RESOURCE_PROVIDER -> contribution(seat, "funds", "Money for the schools", 100000, "EUR");
            case EXPERT -> contribution(seat, "expertise", "Advice on whitefly", 20, "days");
            case IMPLEMENTER -> contribution(seat, "activities", "Field schools", 40, "groups");
            case PARTICIPANT -> contribution(seat, "participation", "Farmers train farmers", 200, "farmers");
            case ALLY -> contribution(seat, "support", "A good word", null, "");
        };
    }

    private static Map<String, Object> contribution(String seat, String kind, String what, Integer amount, String unit) {
        return with("seat", seat, "kind", kind, "what", what, "amount", amount, "unit", unit,
                "from", SampleTerms.START.toString(), "to", SampleTerms.END.toString());
    }

    /** The same position on every topic that is asked about. */
    public static Map<String, Object> positions(Map<String, Object> shown, String position) {
        return positions(shown, position, 0, null, null);
    }

    /** The same position on every topic that is asked about, but for one. */
    public static Map<String, Object> positions(Map<String, Object> shown, String position, int oddTopic, String oddPosition,
            String words) {
        return with("leave", false, "positions", rows(shown, "positions", row -> {
            boolean odd = ((String) row.get("wording")).startsWith(oddTopic + ".");
            String said = odd ? oddPosition : position;
            Map<String, Object> answer = with("wording", row.get("wording"), "position", said);
            if (!said.equals("accept")) {
                answer.put("words", words == null ? "Three years are too long for us." : words);
            }
            return answer;
        }));
    }

    /** Leaving instead of stating positions. */
    public static Map<String, Object> leaving(String reason) {
        return with("leave", true, "leaveReason", reason);
    }

    public static Map<String, Object> ready() {
        return with("answer", "ready");
    }

    public static Map<String, Object> wantsTime() {
        return with("answer", "time");
    }

    /** Ready, and thinking again about topics such as {@code trust}. */
    public static Map<String, Object> secondThoughts(String reason, String... topics) {
        return with("answer", "ready", "secondThoughts", List.of(topics), "reason", reason);
    }

    /** One contested topic in new words; its terms, if it has any, are added by the story. */
    public static Map<String, Object> reconciled(int topic, String wording) {
        return with("outcome", "next", wordingOf(Topic.of(topic)), wording);
    }

    /** Where the form asks for the words of a topic. */
    public static String wordingOf(Topic topic) {
        return topic.key() + "Wording";
    }

    /** Nothing is contested, or nothing is reworded: those who are missing are asked again. */
    public static Map<String, Object> askedAgain() {
        return with("outcome", "next");
    }

    public static Map<String, Object> mediation(String mediator, LocalDate day) {
        return with("held", "yes", "mediator", mediator, "heldOn", day.toString(), "minutes",
                "Everybody spoke for ten minutes, then the farmers.",
                "settled", "yes", "outcome", "Two years first, then a review together.");
    }

    // The agreement

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
        return with("sha256", shown.get("sha256"), "decline", false);
    }

    /** Somebody does not sign, because of one topic. */
    public static Map<String, Object> declinedSignature(Map<String, Object> shown, String topic, String reason) {
        return with("sha256", shown.get("sha256"), "decline", true, "topic", topic, "reason", reason);
    }

    // Reviews

    /** Each question of the review rated alike, and each indicator that the form shows. */
    public static Map<String, Object> ratings(Map<String, Object> shown, int rating) {
        Map<String, Object> answers = with();
        for (String question : List.of("trust", "equity", "transparency", "mutualBenefit", "communication", "decisionMaking",
                "roles", "resources", "learning", "participants")) {
            answers.put(question, rating);
        }
        answers.put("indicators", ((List<?>) shown.get("indicators")).stream()
                .map(row -> Map.of("indicator", ((Map<?, ?>) row).get("indicator"), "rating", rating)).toList());
        return answers;
    }

    /** The impact on one organisation; each objective that the form shows is seen equally far. */
    public static Map<String, Object> impact(Map<String, Object> shown, String organisation, int reached) {
        return with("impactRating", 4,
                "impact", organisation + " reaches farmers it never met before.",
                "ownChange", organisation + " has a unit for field schools now.",
                "managed", organisation + " trains two more people for it.",
                "learned", organisation + " learned to listen before it advises.", "reach", "own",
                "objectives", ((List<?>) shown.get("objectives")).stream().map(row -> with("objective", ((Map<?, ?>) row).get("objective"),
                        "rating", reached, "words", organisation + " sees fewer sprays.")).toList(),
                "remark", "");
    }

    /** What somebody saw of the actions that the form shows. */
    public static Map<String, Object> seen(Map<String, Object> shown, boolean done) {
        return with("checks", ((List<?>) shown.get("checks")).stream().map(row -> Map.of("nr", ((Map<?, ?>) row).get("nr"),
                "done", done ? "yes" : "no", "words", done ? "I saw it myself." : "Nothing to be seen yet.")).toList());
    }

    /** The talk about differences; each question that calls for an action gets one that the first does and the second looks at. */
    public static Map<String, Object> talk(Map<String, Object> shown, LocalDate today, String owner, String verifier) {
        return with("held", "yes", "heldOn", today.toString(), "present", List.of(owner, verifier),
                "minutes", "Everybody said how it looks from there, and nobody was interrupted.",
                "actions", ((List<?>) shown.get("actions")).stream().map(row -> Map.of("about", ((Map<?, ?>) row).get("about"),
                        "what", "Meet on the field once a month", "owner", owner, "due", today.plusMonths(2).toString(), "verifier",
                        verifier)).toList());
    }

    public static Map<String, Object> wayForward(String way, String... also) {
        Map<String, Object> answer = with("way", way, "also", List.of(also), "words", "");
        if (way.equals("renegotiate")) {
            answer.put("topics", List.of("monitoring", "duration"));
        }
        if (way.equals("membership")) {
            answer.put("joining", "Somebody who buys what is grown.");
        }
        return answer;
    }

    public static Map<String, Object> settledWay(String way, LocalDate today, String... present) {
        return with("held", "yes", "heldOn", today.toString(), "present", List.of(present), "way", way, "reason",
                "After a long evening nobody was against it.");
    }

    /** What somebody raises. */
    public static Map<String, Object> matter(String kind, String partnership, String why) {
        return with("kind", kind, "partnership", partnership, "why", why);
    }

    /** What a partner says to a proposal. */
    public static Map<String, Object> vote(String voice, String words) {
        return with("voice", voice, "words", words);
    }

    // The work in force

    /** To a meeting on this day, with one guest who gets a mail and a policy that is hoped for. */
    public static Map<String, Object> invitation(LocalDate day) {
        return with("on", day.toString(), "hour", "10:00, Delhi time", "place", "The house of the farmers", "agenda", "How the season goes",
                "guests", List.of(Map.of("name", "Asha Rao", "from", "Ministry of Water", "address", "asha.rao@example.org", "reason",
                        "She decides about the wells")),
                "policy", "Wells are tested every year");
    }

    /** Of a meeting at which these were, the first two with something to do. */
    public static Map<String, Object> minutes(LocalDate day, String... present) {
        return with("held", "yes", "heldOn", day.toString(), "present", List.of(present), "besides", List.of(),
                "minutes", "All told what they saw in the field.", "decisions", List.of(Map.of("words", "The seed is bought together.")),
                "actions", List.of(Map.of("what", "Ask three traders", "owner", present[0], "due", day.plusMonths(1).toString(), "verifier",
                        present[1])),
                "further", List.of());
    }

    public static Map<String, Object> orientation(LocalDate day, String... present) {
        return with("held", "yes", "heldOn", day.toString(), "present", List.of(present), "minutes",
                "All know who does what first, and whom to call.");
    }

    /** It sits at this organisation, whose focal point works in it. */
    public static Map<String, Object> secretariat(Cast cast, String host, String paidBy) {
        return with("host", cast.code(host),
                "people", List.of(Map.of("person", cast.actor(host).user(), "duty", "Brings plans and reports together")),
                "duties", "Minutes, reports and travel",
                "cost", 12_000,
                "currency", "EUR",
                "paidBy", cast.code(paidBy));
    }

    /** A seat brings what the agreement says, and nothing else. */
    public static Map<String, Object> asAgreed(String label, Map<String, Object> shown) {
        List<String> columns = label.equals("Commit funds") ? List.of("nr", "what", "amount")
                : label.equals("Commit policy decisions") || label.equals("Commit support") ? List.of("nr", "what", "from", "to")
                : List.of("nr", "what", "amount", "from", "to");
        List<Map<String, Object>> rows = new ArrayList<>();
        ((List<?>) shown.get("agreed")).forEach(row -> {
            Map<String, Object> answer = with("cannot", false);
            columns.forEach(column -> answer.put(column, ((Map<?, ?>) row).get(column)));
            rows.add(answer);
        });
        return with("version", shown.get("version"), "agreed", rows, "further", List.of());
    }

    /** What an ally does for the others, who agreed on nothing with it. */
    public static Map<String, Object> support(int version) {
        return with("version", version, "agreed", List.of(), "further", List.of(Map.of("what", "Introduces the partners to another funder",
                "detail", "A cotton foundation")));
    }

    public static Map<String, Object> plan(String what, String area, LocalDate from, LocalDate to, int objective) {
        return with("items", List.of(Map.of("what", what, "area", area, "from", from.toString(), "to", to.toString(),
                "objective", String.valueOf(objective))), "remark", "");
    }

    /** Each objective alike; one result, and one officer with so many groups, each of them visited. */
    public static Map<String, Object> report(int objectives, String measured, String standing, int groups) {
        List<Map<String, Object>> progress = IntStream.rangeClosed(1, objectives)
                .<Map<String, Object>>mapToObj(nr -> Map.of("objective", nr, "measured", measured, "standing", standing)).toList();
        return with("progress", progress,
                "hindered", "The rain came late.",
                "results", List.of(Map.of("kind", "policy", "what", "The state buys from field school farmers", "amount", 20_000,
                        "currency", "EUR")), "officers", List.of(Map.of("name", "Ravi Kumar", "groups", groups, "visits", groups)));
    }

    /** How seats other than implementers say their part of a period. */
    public static final List<String> PARTS =
            List.of("State experience", "State advice", "State decisions", "State support", "State observations");

    /** What a seat other than an implementer’s says of a period. */
    public static Map<String, Object> part(String label) {
        return switch (label) {
            case "State experience" -> with("words", "The schools came late.", "more", "Come before the rain.");
            case "State advice" -> with("words", "Pests come a week earlier.", "more", "Look under the leaves.");
            case "State decisions" -> with("words", "The rule was read twice.",
                    "results", List.of(Map.of("what", "Spraying needs a card")));
            case "State support" -> with("words", "Two trainers for a month.", "more", "The seed bank",
                    "results", List.of(Map.of("what", "The bank pays for seed", "amount", 500, "currency", "EUR")));
            case "State observations" -> with("words", "The shelves are full.");
            default -> throw new IllegalArgumentException(label);
        };
    }

    /** The same, with a word about each support that it promised: nothing came of it yet. */
    public static Map<String, Object> part(String label, Map<String, Object> shown) {
        Map<String, Object> part = part(label);
        List<Map<?, ?>> promised = rowsOf(shown, "support");
        if (!promised.isEmpty()) {
            part.put("support", promised.stream().map(row -> Map.of("commitment", row.get("commitment"), "came", "nothingYet", "words",
                    "They think about it.")).toList());
        }
        return part;
    }

    // Moving on

    public static Map<String, Object> trajectory(String way, String reason) {
        return with("trajectory", way, "reason", reason);
    }

    /** A member finds its list right; each open promise is kept or not, and each action it looks at is done. */
    public static Map<String, Object> reconciled(Map<String, Object> shown, boolean kept) {
        Map<String, Object> answers = with("answer", "right", "words", "");
        if (!rowsOf(shown, "promises").isEmpty()) {
            answers.put("promises", rowsOf(shown, "promises").stream().map(row -> Map.of("nr", row.get("nr"), "kept", kept ? "yes" : "no"))
                    .toList());
        }
        if (!rowsOf(shown, "checks").isEmpty()) {
            answers.put("checks", rowsOf(shown, "checks").stream()
                    .map(row -> Map.of("nr", row.get("nr"), "done", "yes", "seen", "I saw it myself.")).toList());
        }
        return answers;
    }

    public static Map<String, Object> jointReview(LocalDate today, String... present) {
        return with("held", "yes", "heldOn", today.toString(), "present", List.of(present), "minutes",
                "We looked back on three seasons, and on each other.");
    }

    public static Map<String, Object> lessons(String organisation) {
        return with("worked", organisation + " learned that farmers convince farmers.",
                "setting", "In villages where the women’s groups were asked first.",
                "failed", "Leaflets: nobody read them.",
                "evidence", "Sprays went from fourteen to six.", "tags", "Cotton, pest management", "reach", "shared");
    }

    public static Map<String, Object> handOver(LocalDate today, String receiver) {
        return with("transfers", List.of(
                Map.of("kind", "asset", "what", "Two vehicles", "receiver", receiver, "on", today.toString()),
                Map.of("kind", "record", "what", "The records of forty field schools", "receiver", receiver, "on", today.toString())),
                "nothing", "");
    }

    /** Every item is settled, and every promise that is still open was kept. */
    public static Map<String, Object> closingList(Map<String, Object> shown, boolean followUp) {
        Map<String, Object> answers = with("outcome", "settle",
                "items", rowsOf(shown, "items").stream().map(row -> Map.of("item", row.get("item"), "state", "done", "words", "")).toList(),
                "letter", "Thank you all. From now on the alumni federation answers every question.",
                "followUp", followUp ? "yes" : "no");
        if (!rowsOf(shown, "promises").isEmpty()) {
            answers.put("promises", rowsOf(shown, "promises").stream()
                    .map(row -> Map.of("nr", row.get("nr"), "became", "kept", "reason", "")).toList());
        }
        return answers;
    }

    public static Map<String, Object> followUp(boolean asked, String words) {
        return with("outcome", asked ? "asked" : "cancelled", "words", words);
    }

    private static List<Map<?, ?>> rowsOf(Map<String, Object> shown, String key) {
        return ((List<?>) shown.get(key)).stream().<Map<?, ?>>map(row -> (Map<?, ?>) row).toList();
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

    private static List<Map<String, Object>> rows(Map<String, Object> shown, String key, Function<Map<?, ?>, Map<String, Object>> filled) {
        return ((List<?>) shown.get(key)).stream().map(row -> filled.apply((Map<?, ?>) row)).toList();
    }
}
