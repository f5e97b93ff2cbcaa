package org.commonground.random;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.commonground.foundation.Role;

/** What somebody knows who has done this before, and what no form says: which rows belong together, which days lie within a term. */
final class Experience {

    private static final List<String> PLACES = List.of("Guntur", "Warangal", "Andhra Pradesh");

    /** What ends or halts it, by the words of the matter. */
    private static final Pattern ENDING = Pattern.compile("End|Clos|pause|Releas");
    private static final Set<String> ENDING_KINDS = Set.of("foundingEnd", "closure", "suspension", "release");
    private static final Pattern REOPEN = Pattern.compile("reopen topic (\\d+)");
    private static final Pattern AT_MOST = Pattern.compile("At most (\\d+) ");

    private final Random random;
    private final LocalDate today;
    private final Map<String, List<String>> planned;
    private final String partnership;
    private final int endsWanted;

    /**
     * @param planned    who shall found it, code → keys of roles
     * @param endsWanted how often it was proposed to end it
     */
    Experience(Random random, LocalDate today, Map<String, List<String>> planned, String partnership, int endsWanted) {
        this.random = random;
        this.today = today;
        this.planned = planned;
        this.partnership = partnership;
        this.endsWanted = endsWanted;
    }

    /** Changes what was filled in at random where that could hardly ever be taken. */
    void mend(String form, Map<String, Object> shown, Map<String, Object> answers, boolean tired, Set<String> told) {
        switch (form) {
            case "clarify-aims" -> {
                answers.put("objectives", objectives());
                answers.put("areas", areas());
                answers.put("lead", pick(List.copyOf(planned.keySet())));
            }
            case "describe-matter" -> matter(shown, answers);
            case "decide-on-proposal" -> vote(shown, answers);
            case "nominate-candidates" -> nominate(shown, answers, tired);
            case "select-partners" -> select(shown, answers, tired, told);
            case "draft-topics", "reconcile-positions", "propose-changes" -> contributions(shown, answers, tired);
            case "check-agreement" -> check(shown, answers, told);
            case "draft-shared-vision" -> soon(answers, "agenda");
            case "commit-funds" -> instalments(shown, answers);
            case "confirm-instalment" -> told.stream().map(AT_MOST::matcher).filter(Matcher::lookingAt).reduce((one, later) -> later)
                    .ifPresent(most -> answers.computeIfPresent("received", (key, much) -> Integer.valueOf(most.group(1))));
            case "plan-period" -> plan(answers);
            default -> {
            }
        }
    }

    /** Who has a part in something seldom wants to see it end. */
    private void matter(Map<String, Object> shown, Map<String, Object> answers) {
        if (ENDING_KINDS.contains(answers.get("kind")) && random.nextInt(4) > 0) {
            answers.put("kind", pick(values(shown, "kinds").stream().filter(kind -> !ENDING_KINDS.contains(kind) && !kind.equals("nothing"))
                    .sorted().toList()));
        }
        if (answers.containsKey("partnership")) {
            answers.put("partnership", partnership);
        }
    }

    /** Nobody votes at once for the end; who hears of it again and again gives in. */
    private void vote(Map<String, Object> shown, Map<String, Object> answers) {
        if (ENDING.matcher(String.valueOf(shown.get("what"))).find()) {
            answers.put("voice", random.nextInt(100) < 15 * endsWanted ? "for" : "against");
        }
    }

    private List<Map<String, Object>> objectives() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int nr = 0; nr <= random.nextInt(3); nr++) {
            rows.add(row("wording", "Farmers spray less, " + nr, "indicator", "Sprays per season", "baseline", "14", "target", "" + nr));
        }
        return rows;
    }

    private List<Map<String, Object>> areas() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String place : PLACES.subList(0, 1 + random.nextInt(PLACES.size()))) {
            rows.add(row("name", place, "level", place.contains(" ") ? "state" : "local", "workedBefore",
                    random.nextInt(4) > 0 ? "yes" : "no"));
        }
        return rows;
    }

    /** Those who bring it together and those who were meant to, each for what it can, and for something that is needed besides. */
    private void nominate(Map<String, Object> shown, Map<String, Object> answers, boolean tired) {
        List<String> offered = values(shown, "organisations");
        List<String> needed = values(shown, "roles").stream().filter(role -> role.contains("-")).toList();
        Set<String> asked = new LinkedHashSet<>();
        rowsOf(answers, "candidates").forEach(row -> asked.add((String) row.get("organisation")));
        if (shown.get("joining") == null) {
            rowsOf(shown, "candidates").forEach(row -> asked.add((String) row.get("organisation")));
            asked.addAll(planned.keySet());
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        asked.stream().filter(offered::contains).forEach(code -> {
            Set<String> roles = new LinkedHashSet<>(planned.getOrDefault(code, List.of("expert")));
            if (!tired && !needed.isEmpty()) {
                roles.add(pick(needed));
                roles.add(pick(needed));
            }
            if (roles.size() > 1) {
                roles.remove("ally");
            }
            rows.add(row("organisation", code, "roles", List.copyOf(roles), "why", "You know the place."));
        });
        answers.put("candidates", rows);
    }

    private void select(Map<String, Object> shown, Map<String, Object> answers, boolean tired, Set<String> told) {
        if (!"choose".equals(answers.get("outcome"))) {
            return;
        }
        if (tired && told.stream().anyMatch(refusal -> refusal.contains("or look for more"))) {
            answers.clear();
            answers.putAll(values(shown, "outcomes").contains("none") && random.nextInt(3) == 0
                    ? row("outcome", "none", "endReason", "Nobody local is in sight, " + random.nextInt(1000)) : row("outcome", "more"));
            return;
        }
        rowsOf(answers, "decisions").forEach(decision -> {
            if (tired) {
                decision.put("decision", "include");
            }
            decision.put("reason", "It fits.");
            decision.put("belongs", told.stream().anyMatch(refusal -> refusal.contains("belongs") && !refusal.contains("takes no role")
                    && refusal.contains(nameOf((String) decision.get("organisation")))) ? "It works in the villages there." : "");
        });
        List<Map<String, Object>> waivers = new ArrayList<>();
        for (Object choice : (List<?>) shown.get("openRoles")) {
            Map<?, ?> role = (Map<?, ?>) choice;
            String label = String.valueOf(role.get("label"));
            boolean nobody = ((List<?>) shown.get("needs")).stream().map(need -> (Map<?, ?>) need)
                    .anyMatch(need -> label.equals(need.get("name")) && "nobody".equals(need.get("candidates")));
            boolean missed = told.stream().anyMatch(refusal -> refusal.startsWith("Still missing") && refusal.contains(label));
            boolean taken = told.stream().anyMatch(refusal -> refusal.startsWith("“" + label + "” is taken"));
            if (nobody || missed && !taken) {
                waivers.add(row("role", role.get("value"), "reason", "The partners share this among themselves."));
            }
        }
        answers.put("waivers", waivers);
    }

    /** As the cast names it: {@code Ada12} is "The people of Ada 12". */
    private static String nameOf(String code) {
        return code.replaceFirst("^(\\D+)(\\d+)$", "The people of $1 $2");
    }

    /** One thing for each seat, such as it goes with its role, within the first months. */
    private void contributions(Map<String, Object> shown, Map<String, Object> answers, boolean tired) {
        if (answers.containsKey("contributions")) {
            if (tired) {
                answers.put("contributions", values(shown, "seats").stream().sorted()
                        .map(seat -> row("seat", seat, "what", "What we can, " + random.nextInt(1000))).collect(Collectors.toList()));
            }
            rowsOf(answers, "contributions").forEach(row -> {
                if (row.get("seat") instanceof String seat) {
                    Role role = Role.of(seat.substring(seat.indexOf(':') + 1));
                    row.put("kind", switch (role) {
                        case DECISION_MAKER -> "policyDecision";
                        case RESOURCE_PROVIDER -> "funds";
                        case EXPERT -> "expertise";
                        case IMPLEMENTER -> "activities";
                        case PARTICIPANT -> "participation";
                        case ALLY -> "support";
                    });
                    boolean counted = role != Role.DECISION_MAKER && role != Role.ALLY;
                    row.put("amount", counted ? 10 + random.nextInt(90) : null);
                    row.put("unit", !counted ? "" : role == Role.RESOURCE_PROVIDER ? "EUR" : "days");
                }
                row.put("from", today.plusMonths(2).toString());
                row.put("to", today.plusMonths(5).toString());
            });
        }
        soon(answers, "agenda");
        if (answers.get("trustIndicators") != null) {
            answers.put("trustIndicators", "Partners tell each other bad news early\nMeetings begin with all");
        }
    }

    /** What is missing is drafted again or reopened, as the refusal says. */
    private void check(Map<String, Object> shown, Map<String, Object> answers, Set<String> told) {
        Optional<String> topic = told.stream().map(REOPEN::matcher).filter(Matcher::find).map(match -> match.group(1)).findFirst();
        if (topic.isPresent() && values(shown, "outcomes").contains("reopen")) {
            List<Object> topics = new ArrayList<>();
            ((List<?>) shown.get("topicChoices")).stream().map(choice -> (Map<?, ?>) choice)
                    .filter(choice -> String.valueOf(choice.get("label")).startsWith(topic.get() + "."))
                    .forEach(choice -> topics.add(choice.get("value")));
            answers.clear();
            answers.putAll(row("version", shown.get("version"), "outcome", "reopen", "topics", topics, "reason", "Something is missing."));
        }
        if (shown.get("openRoles") instanceof List<?> open && open.isEmpty()) {
            answers.computeIfPresent("waivers", (key, rows) -> List.of());
        }
        rowsOf(answers, "steps").forEach(step -> step.put("words", "So that it goes on."));
    }

    private void soon(Map<String, Object> answers, String list) {
        if (answers.containsKey(list)) {
            rowsOf(answers, list).forEach(row -> row.put("byWhen", today.plusDays(60 + random.nextInt(60)).toString()));
        }
    }

    /** All that was agreed is paid at once. */
    private void instalments(Map<String, Object> shown, Map<String, Object> answers) {
        if (!answers.containsKey("instalments")) {
            return;
        }
        List<String> lines = values(shown, "lines");
        List<String> receivers = values(shown, "receivers");
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Map<String, Object>> agreed = rowsOf(answers, "agreed");
        for (int nr = 0; nr < agreed.size(); nr++) {
            if (!Boolean.TRUE.equals(agreed.get(nr).get("cannot")) && agreed.get(nr).get("amount") != null && !receivers.isEmpty()) {
                Map<String, Object> row = row("due", today.plusDays(10 + random.nextInt(100)).toString(), "amount",
                        agreed.get(nr).get("amount"), "receiver", pick(receivers));
                if (lines.size() > 1) {
                    row.put("line", lines.get(nr));
                }
                rows.add(row);
            }
        }
        answers.put("instalments", rows);
        answers.put("further", List.of());
    }

    private void plan(Map<String, Object> answers) {
        List<Map<String, Object>> items = rowsOf(answers, "items");
        items.forEach(row -> {
            row.put("from", today.toString());
            row.put("to", today.plusDays(random.nextInt(30)).toString());
        });
        if (items.isEmpty()) {
            answers.put("remark", "We wait for the rain.");
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rowsOf(Map<String, Object> answers, String key) {
        return (List<Map<String, Object>>) answers.getOrDefault(key, List.of());
    }

    private static List<String> values(Map<String, Object> shown, String key) {
        return shown.get(key) instanceof List<?> choices
                ? choices.stream().map(choice -> String.valueOf(((Map<?, ?>) choice).get("value"))).toList() : List.of();
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static Map<String, Object> row(Object... keysAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            row.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return row;
    }
}
