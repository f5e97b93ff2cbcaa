package org.commonground.random;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.Variables;

/**
 * Fills in any form by what the form itself says: what it asks, what it offers, what it hides. What is asked beside that a refusal says;
 * then somebody tries again.
 */
final class AnyAnswer {

    private static final FeelEngine FEEL = new ScalaFeelEngine(List.of());
    /** What a condition came to for what it looks at: a form asks the same again and again, and reading one takes long. */
    private static final Map<List<Object>, Boolean> HIDDEN = new ConcurrentHashMap<>();
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Set<String> SHOWN_ONLY = Set.of("text", "html", "table", "button", "separator", "spacer", "image");
    /** What ends something, or makes others start anew: chosen less often, or no play would get beyond its first steps. */
    private static final Set<String> UNFRIENDLY = Set.of("decline", "no", "none", "leave", "object", "stayOut", "end", "stop", "red",
            "yellow", "reopen", "change", "differs", "askAgain", "close", "suspend", "against", "keep", "nothing", "nobody", "takeBack",
            "notYet", "wait", "cannot", "observeAsAlly", "endedEarly", "draft", "time", "more", "strengthenFirst", "stay", "extend",
            "talkOn", "moveOn");
    /** What lets things go on: taken more often than anything else. */
    private static final Set<String> FAVOURITE = Set.of("accept", "endorse", "include", "for", "continue", "correct", "yes", "next", "ask",
            "choose", "held", "right", "goOn", "join", "can", "settled");
    /** Days on which something was, by key. */
    private static final Set<String> PAST_DAYS = Set.of("heldOn", "metOn", "receivedOn", "on");
    /** Within what a form allows: numbers as people choose them. */
    private static final Map<String, int[]> USUAL = Map.of("durationMonths", new int[] {6, 24}, "noticeMonths", new int[] {1, 4},
            "reviewIntervalMonths", new int[] {3, 12}, "reportingIntervalMonths", new int[] {3, 12}, "renewalMonths", new int[] {1, 4},
            "horizonMonths", new int[] {12, 48}, "cost", new int[] {1, 9000}, "received", new int[] {1, 99},
            "groups", new int[] {0, 40}, "visits", new int[] {0, 60});
    /** How often, of a hundred times, somebody ticks what need not be ticked. */
    private static final int OPTIONAL = 10;
    private static final List<String> WORDS = List.of("The rain came late.", "We shall see it in the fields.", "Farmers convince farmers.",
            "Nobody asked the women’s groups.", "Ünïcode & <b>signs</b> 100 %", "As far as our means allow.", "Money before the sowing.");

    private final Random random;
    private final LocalDate today;
    private final Map<String, Object> sheet;
    /** How often, of a hundred times, something unfriendly is taken where something else is offered. */
    private final int temper;
    /** How often, of a hundred times, what need not be answered is answered. */
    private final int talkative;
    private final Function<String, List<?>> mine;

    /** @param mine of the organisations that a list offers, those that play; null for a list of something else */
    AnyAnswer(Random random, LocalDate today, Map<String, Object> sheet, int temper, int talkative,
            Function<String, List<?>> mine) {
        this.random = random;
        this.today = today;
        this.sheet = sheet;
        this.temper = temper;
        this.talkative = talkative;
        this.mine = mine;
    }

    /** Answers to all that this form asks, without what it then hides. */
    Map<String, Object> to(JsonNode form) {
        Map<String, Object> everything = new LinkedHashMap<>();
        fill(form.path("components"), sheet, everything);
        return asked(form.path("components"), everything, sheet, name -> null);
    }

    private void fill(JsonNode components, Map<?, ?> shown, Map<String, Object> answers) {
        for (JsonNode component : components) {
            String type = component.path("type").asText();
            if (type.equals("group") && component.path("path").asText("").isEmpty()) {
                fill(component.path("components"), shown, answers);
            } else if (type.equals("dynamiclist")) {
                answers.put(component.path("path").asText(), rows(component, shown.get(component.path("path").asText())));
            } else if (!SHOWN_ONLY.contains(type) && !component.path("disabled").asBoolean()) {
                String key = component.path("key").asText();
                answers.put(key, answer(type, key, component, shown.get(key), answers));
            }
        }
    }

    private List<Map<String, Object>> rows(JsonNode list, Object shown) {
        List<Map<String, Object>> rows = new ArrayList<>();
        boolean fixed = !list.path("allowAddRemove").asBoolean(true);
        Collection<?> left = shown instanceof Collection<?> some ? some
                : Collections.nCopies(fixed ? list.path("defaultRepetitions").asInt(1) : 0, Map.of());
        for (Object row : left) {
            rows.add(row(list, (Map<?, ?>) row));
        }
        if (!fixed) {
            int more = rows.isEmpty() ? random.nextInt(3) : chance(10) ? 1 : 0;
            for (int nr = 0; nr < more; nr++) {
                rows.add(row(list, Map.of()));
            }
        }
        return rows;
    }

    private Map<String, Object> row(JsonNode list, Map<?, ?> shown) {
        Map<String, Object> row = new LinkedHashMap<>();
        fill(list.path("components"), shown, row);
        return row;
    }

    private Object answer(String type, String key, JsonNode component, Object shown, Map<String, Object> before) {
        JsonNode rules = component.path("validate");
        boolean required = rules.path("required").asBoolean();
        if (!component.path("readonly").isMissingNode() && !component.path("readonly").asText().equals("false")) {
            return shown;
        }
        boolean leftAsIs = shown != null && !"".equals(shown) && chance(95);
        return switch (type) {
            case "checkbox" -> chance(temper / 6);
            case "textfield", "textarea" -> leftAsIs ? shown : required || chance(talkative) ? words(rules) : "";
            case "number" -> leftAsIs ? shown : required || chance(talkative) ? number(key, rules) : null;
            case "datetime" -> leftAsIs ? shown : required || chance(talkative) ? day(key, before).toString() : "";
            case "radio", "select" -> leftAsIs && offered(component).contains(shown) ? shown : choice(component, required);
            case "checklist", "taglist" -> choices(key, component, required);
            default -> throw new IllegalStateException("What is a " + type + "?");
        };
    }

    private String words(JsonNode rules) {
        if (rules.path("pattern").asText("").contains("[A-Z]{3}")) {
            return chance(70) ? "EUR" : "INR";
        }
        String words = WORDS.get(random.nextInt(WORDS.size())) + " " + random.nextInt(1000);
        int most = rules.path("maxLength").asInt(1000);
        return words.length() > most ? words.substring(0, most).strip() : words;
    }

    private Number number(String key, JsonNode rules) {
        int least = (int) Math.ceil(rules.path("min").asDouble(0));
        int most = (int) Math.min(rules.path("max").asDouble(1000), 1000);
        int[] usual = USUAL.getOrDefault(key, new int[] {least, most});
        return usual[0] + random.nextInt(usual[1] - usual[0] + 1);
    }

    private LocalDate day(String key, Map<String, Object> before) {
        if (PAST_DAYS.contains(key)) {
            return today.minusDays(chance(70) ? 0 : random.nextInt(3));
        }
        if (key.equals("to") && before.get("from") instanceof String from && !from.isEmpty()) {
            return LocalDate.parse(from).plusDays(20 + random.nextInt(100));
        }
        return today.plusDays(key.equals("from") ? random.nextInt(20) : 1 + random.nextInt(120));
    }

    private Object choice(JsonNode component, boolean required) {
        List<?> offered = offered(component);
        if (offered.isEmpty() || !required && !chance(talkative)) {
            return null;
        }
        List<?> favourites = offered.stream().filter(one -> FAVOURITE.contains(String.valueOf(one))).toList();
        if (!favourites.isEmpty() && !chance(3 * temper / 2)) {
            return favourites.get(random.nextInt(favourites.size()));
        }
        List<?> friendly = offered.stream().filter(one -> !UNFRIENDLY.contains(String.valueOf(one))).toList();
        List<?> from = friendly.isEmpty() || friendly.size() < offered.size() && chance(temper)
                ? offered.stream().filter(one -> friendly.isEmpty() || !friendly.contains(one)).toList() : friendly;
        return from.get(random.nextInt(from.size()));
    }

    private List<?> choices(String key, JsonNode component, boolean required) {
        List<Object> offered = new ArrayList<>(offered(component));
        Collections.shuffle(offered, random);
        int most = key.equals("present") ? offered.size() : Math.min(2, offered.size());
        if (!required && most < offered.size() && !chance(OPTIONAL + temper)) {
            return List.of();
        }
        int least = required ? Math.min(1, most) : 0;
        return offered.subList(0, least + (most > least ? random.nextInt(most - least + 1) : 0)).stream()
                .filter(one -> required || !UNFRIENDLY.contains(String.valueOf(one)) || chance(temper)).toList();
    }

    private List<?> offered(JsonNode component) {
        String source = component.path("valuesKey").asText("");
        List<Object> offered = new ArrayList<>();
        if (source.isEmpty()) {
            component.path("values").forEach(one -> offered.add(one.path("value").isNumber() ? (Object) one.path("value").asInt()
                    : one.path("value").asText()));
        } else if (sheet.get(source) instanceof List<?> list) {
            // By their words: what stands behind them may be an id, which is another one each time.
            list.stream().sorted(Comparator.comparing(one -> String.valueOf(one instanceof Map<?, ?> choice ? choice.get("label") : one)))
                    .forEach(one -> offered.add(one instanceof Map<?, ?> choice ? choice.get("value") : one));
        }
        offered.removeIf(Objects::isNull);
        List<?> playing = mine.apply(source);
        return playing == null ? offered : offered.stream().filter(playing::contains).toList();
    }

    private boolean chance(int ofHundred) {
        return random.nextInt(100) < ofHundred;
    }

    // What is hidden is not sent

    private static Map<String, Object> asked(JsonNode components, Map<String, Object> answers, Map<?, ?> shown,
            Function<String, Object> around) {
        Map<String, Object> now = answers;
        for (int pass = 0; pass < 5; pass++) {
            Map<String, Object> seen = now;
            Function<String, Object> sees = name -> answers.containsKey(name) ? seen.get(name)
                    : shown.get(name) != null ? shown.get(name) : around.apply(name);
            Map<String, Object> next = new LinkedHashMap<>();
            keep(components, answers, shown, sees, next);
            if (next.equals(now)) {
                return next;
            }
            now = next;
        }
        return now;
    }

    private static void keep(JsonNode components, Map<String, Object> answers, Map<?, ?> shown, Function<String, Object> sees,
            Map<String, Object> kept) {
        for (JsonNode component : components) {
            String type = component.path("type").asText();
            if (SHOWN_ONLY.contains(type) || hides(component.path("conditional").path("hide").asText(""), sees)) {
                continue;
            }
            String key = component.path(type.equals("dynamiclist") ? "path" : "key").asText();
            if (type.equals("group")) {
                keep(component.path("components"), answers, shown, sees, kept);
            } else if (type.equals("dynamiclist")) {
                kept.put(key, rowsAsked(component, (List<?>) answers.get(key), sees));
            } else if (answers.containsKey(key)) {
                kept.put(key, answers.get(key));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rowsAsked(JsonNode list, List<?> rows, Function<String, Object> sees) {
        return rows.stream().map(row -> asked(list.path("components"), (Map<String, Object>) row, Map.of(), sees)).toList();
    }

    private static boolean hides(String condition, Function<String, Object> sees) {
        if (condition.isEmpty()) {
            return false;
        }
        String feel = condition.substring(1);
        Map<String, Object> context = new HashMap<>();
        Matcher names = NAME.matcher(feel);
        while (names.find()) {
            context.put(names.group(), sees.apply(names.group()));
        }
        return HIDDEN.computeIfAbsent(List.of(feel, context.toString()), unknown -> evaluates(feel, context));
    }

    private static boolean evaluates(String feel, Map<String, Object> context) {
        try {
            return Boolean.TRUE.equals(FEEL.evaluateSimpleExpression(feel, Variables.fromMap(context).asVariableContext()));
        } catch (RuntimeException unanswerable) {
            return false;
        }
    }
}
