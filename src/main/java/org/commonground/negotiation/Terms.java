package org.commonground.negotiation;

import static org.commonground.foundation.Words.between;
import static org.commonground.foundation.Words.maybe;
import static org.commonground.foundation.Words.said;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;

/**
 * What topics yield besides words, for the rooms that come later: nothing of it is fixed by the house. Each term belongs to a topic,
 * and whatever was not settled yet is null or empty.
 *
 * @param reviewIntervalMonths 3 to 24
 * @param trustIndicators      one to five, each once
 * @param ladderDays           days for each of the four rungs of a conflict: dialogue, facilitation, mediation, steering decision
 * @param mediator             who is asked when a conflict needs one
 * @param consentToJoin        whose consent it takes that somebody joins
 * @param renewalMonths        how long before the end a renewal is proposed; null where none is
 * @param aims                 what topics beyond the sixteen yield
 */
public record Terms(DecisionRule decisionRule, Integer meetingsPerYear, Integer reportingIntervalMonths, Integer reviewIntervalMonths,
        String languages, String channel, Integer learningCycleMonths, Integer consultationIntervalMonths, List<String> trustIndicators,
        List<Integer> ladderDays, String mediator, Integer durationMonths, Integer noticeMonths, ConsentRule consentToJoin, Renewal renewal,
        Integer renewalMonths, List<Contribution> contributions, AimTerms aims) {

    public static final int MOST_INDICATORS = 5;
    public static final int RUNGS = 4;
    /** Each of them becomes a question of the reviews. */
    private static final int LONGEST_INDICATOR = 200;

    private static final String LINES = "\n";
    private static final List<String> RUNG_NAMES = List.of("dialogue", "facilitation", "mediation", "steering decision");

    public Terms {
        languages = maybe(languages);
        channel = maybe(channel);
        mediator = maybe(mediator);
        renewalMonths = renewal == Renewal.PROPOSED ? renewalMonths : null;
        trustIndicators = trustIndicators == null ? List.of() : List.copyOf(trustIndicators);
        ladderDays = ladderDays == null ? List.of() : List.copyOf(ladderDays);
        contributions = contributions == null ? List.of() : List.copyOf(contributions);
        aims = aims == null ? AimTerms.none() : aims;
    }

    /** Nothing is settled. */
    public static Terms none() {
        return new Terms(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null);
    }

    /** Refuses what this topic must yield and does not, or not within its range. */
    void check(Topic topic) {
        switch (topic) {
            case DECISION_POWER -> Refusal.unless(decisionRule != null, "Please choose how the partners decide together.");
            case GOVERNANCE_STRUCTURE -> between(meetingsPerYear, 1, 52, "The partners meet between 1 and 52 times a year.");
            case CONTRIBUTIONS -> Refusal.unless(!contributions.isEmpty(), "Please say what the partners contribute.");
            case ACCOUNTABILITY -> between(reportingIntervalMonths, 1, 12, "The partners report every 1 to 12 months.");
            case MONITORING -> between(reviewIntervalMonths, 3, 24, "A review is held every 3 to 24 months.");
            case COMMUNICATION -> {
                said(languages, "Please say in which languages the partners speak to each other.");
                said(channel, "Please say by which way the partners inform each other.");
            }
            case LEARNING -> between(learningCycleMonths, 1, 24, "A learning cycle takes 1 to 24 months.");
            case CONSULTATION -> between(consultationIntervalMonths, 1, 24, "The partners consult every 1 to 24 months.");
            case TRUST -> {
                Refusal.unless(!trustIndicators.isEmpty() && trustIndicators.size() <= MOST_INDICATORS,
                        "Trust is seen by one to five indicators. Please write each on a line of its own.");
                Refusal.unless(trustIndicators.stream().map(String::toLowerCase).distinct().count() == trustIndicators.size()
                        && trustIndicators.stream().allMatch(indicator -> indicator.length() <= LONGEST_INDICATOR),
                        "Please write each indicator of trust once, in at most 200 characters.");
            }
            case CONFLICT -> {
                Refusal.unless(ladderDays.size() == RUNGS, "Please say for each of the four steps of a conflict how many days it has.");
                ladderDays.forEach(days -> between(days, 1, 180, "Each step of a conflict has between 1 and 180 days."));
                said(mediator, "Please say who is asked to mediate in a conflict.");
            }
            case DURATION -> {
                between(durationMonths, 1, 120, "The partnership lasts 1 to 120 months.");
                between(noticeMonths, 1, 24, "Whoever leaves gives notice 1 to 24 months before.");
                Refusal.unless(noticeMonths <= durationMonths, "The notice cannot be longer than the partnership.");
                Refusal.unless(consentToJoin != null, "Please choose whose consent it takes that somebody joins.");
                Refusal.unless(renewal != null, "Please choose whether the partnership is renewed; “none” is an answer.");
                if (renewal == Renewal.PROPOSED) {
                    between(renewalMonths, 1, 24, "A renewal is proposed 1 to 24 months before the end.");
                    Refusal.unless(renewalMonths < durationMonths,
                            "A renewal is proposed after the beginning: please choose fewer months.");
                }
            }
            default -> aims.check(topic);
        }
    }

    /** Refuses where the agreement would be over when its first review is due: at its end there is the joint review of the closing. */
    public void expectReviewWithinDuration() {
        Refusal.unless(reviewIntervalMonths == null || durationMonths == null || reviewIntervalMonths < durationMonths,
                "The first review would come only when the agreement is over. Please choose a shorter time between reviews, or a longer"
                        + " duration.");
    }

    /** What people read of this topic's terms beside its wording, one sentence each. */
    List<String> inWords(Topic topic, Function<OrganisationId, String> names) {
        return switch (topic) {
            case DECISION_POWER -> line(decisionRule,
                    "The partners decide " + (decisionRule == null ? "" : lower(decisionRule.label())) + ".");
            case GOVERNANCE_STRUCTURE -> line(meetingsPerYear, "Meetings a year: " + meetingsPerYear + ".");
            case CONTRIBUTIONS -> contributions.stream().map(one -> one.inWords(names.apply(one.organisation()))).toList();
            case ACCOUNTABILITY -> line(reportingIntervalMonths, "A report " + every(reportingIntervalMonths) + ".");
            case MONITORING -> line(reviewIntervalMonths, "A review " + every(reviewIntervalMonths) + ".");
            case COMMUNICATION -> line(languages, "Languages: " + languages + ".", "Way of informing each other: " + channel + ".");
            case LEARNING -> line(learningCycleMonths, "A learning cycle " + every(learningCycleMonths) + ".");
            case CONSULTATION -> line(consultationIntervalMonths, "A consultation " + every(consultationIntervalMonths) + ".");
            case TRUST -> trustIndicators.stream().map(indicator -> "Indicator: " + indicator).toList();
            case CONFLICT -> ladderDays.isEmpty() ? List.of() : List.of("Steps of a conflict: " + ladderInWords() + ".",
                    "Mediator: " + mediator + ".");
            case DURATION -> line(durationMonths, "It lasts " + months(durationMonths) + ".",
                    "Notice before leaving: " + months(noticeMonths) + ".",
                    "Consent to joining: " + (consentToJoin == null ? "" : lower(consentToJoin.label())) + ".", renewalInWords() + ".");
            default -> aims.inWords(topic, names);
        };
    }

    /** Whether and when the partnership is renewed. */
    private String renewalInWords() {
        return renewal == null ? "Renewal: not settled" : renewal == Renewal.NONE ? "Renewal: none"
                : "Renewal: proposed %s before the term ends".formatted(months(renewalMonths));
    }

    /** The steps of a conflict, each with its days. */
    public String ladderInWords() {
        return IntStream.range(0, Math.min(RUNGS, ladderDays.size()))
                .mapToObj(rung -> RUNG_NAMES.get(rung) + " " + days(ladderDays.get(rung)))
                .collect(Collectors.joining(", "));
    }

    /** As kept beside the wording of the topic; contributions are kept as rows of their own. */
    Map<String, String> written(Topic topic) {
        Map<String, Object> values = new LinkedHashMap<>();
        switch (topic) {
            case DECISION_POWER -> values.put("decisionRule", decisionRule == null ? null : decisionRule.key());
            case GOVERNANCE_STRUCTURE -> values.put("meetingsPerYear", meetingsPerYear);
            case ACCOUNTABILITY -> values.put("reportingIntervalMonths", reportingIntervalMonths);
            case MONITORING -> values.put("reviewIntervalMonths", reviewIntervalMonths);
            case COMMUNICATION -> {
                values.put("languages", languages);
                values.put("channel", channel);
            }
            case LEARNING -> values.put("learningCycleMonths", learningCycleMonths);
            case CONSULTATION -> values.put("consultationIntervalMonths", consultationIntervalMonths);
            case TRUST -> values.put("trustIndicators", trustIndicators.isEmpty() ? null : String.join(LINES, trustIndicators));
            case CONFLICT -> {
                values.put("ladderDays", ladderDays.isEmpty() ? null : ladderDays.stream().map(String::valueOf)
                        .collect(Collectors.joining(LINES)));
                values.put("mediator", mediator);
            }
            case DURATION -> {
                values.put("durationMonths", durationMonths);
                values.put("noticeMonths", noticeMonths);
                values.put("consentToJoin", consentToJoin == null ? null : consentToJoin.key());
                values.put("renewal", renewal == null ? null : renewal.key());
                values.put("renewalMonths", renewalMonths);
            }
            default -> values.putAll(aims.written(topic));
        }
        Map<String, String> written = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (value != null) {
                written.put(name, value.toString());
            }
        });
        return written;
    }

    /** Who would bring more by these terms, for longer, or do a step that it did not do before. */
    public Set<OrganisationId> burdened(Terms before) {
        Set<OrganisationId> burdened = new LinkedHashSet<>();
        contributions.stream().filter(one -> before.contributions.stream().noneMatch(one::asksNoMoreThan))
                .forEach(one -> burdened.add(one.organisation()));
        aims.agenda().stream().filter(step -> before.aims.agenda().stream()
                .noneMatch(same -> same.who().equals(step.who()) && same.what().equals(step.what())))
                .forEach(step -> burdened.add(step.who()));
        return burdened;
    }

    /**
     * These terms laid over what was agreed before: what they say of a topic replaces all of it, what they do not speak of stays.
     * Contributions are one list.
     */
    public Terms over(Terms before) {
        Map<String, String> written = new HashMap<>();
        for (Topic topic : Topic.values()) {
            Map<String, String> now = written(topic);
            written.putAll(now.isEmpty() ? before.written(topic) : now);
        }
        return read(written, contributions.isEmpty() ? before.contributions : contributions);
    }

    /** Whether both yield the same for this topic. */
    public boolean saysTheSame(Topic topic, Terms other) {
        return written(topic).equals(other.written(topic)) && (topic != Topic.CONTRIBUTIONS
                || contributions.stream().map(Contribution::allItSays).toList().equals(other.contributions.stream()
                        .map(Contribution::allItSays)
                        .toList()));
    }

    /** The same with these aims. */
    public Terms with(AimTerms aimed) {
        return new Terms(decisionRule, meetingsPerYear, reportingIntervalMonths, reviewIntervalMonths, languages, channel,
                learningCycleMonths, consultationIntervalMonths, trustIndicators, ladderDays, mediator, durationMonths, noticeMonths,
                consentToJoin, renewal, renewalMonths, contributions, aimed);
    }

    static Terms read(Map<String, String> written, List<Contribution> contributions) {
        return new Terms(written.containsKey("decisionRule") ? DecisionRule.of(written.get("decisionRule")) : null,
                number(written, "meetingsPerYear"), number(written, "reportingIntervalMonths"), number(written, "reviewIntervalMonths"),
                written.get("languages"), written.get("channel"), number(written, "learningCycleMonths"),
                number(written, "consultationIntervalMonths"), lines(written, "trustIndicators"),
                lines(written, "ladderDays").stream().map(Integer::valueOf).toList(), written.get("mediator"),
                number(written, "durationMonths"), number(written, "noticeMonths"), written.containsKey("consentToJoin")
                        ? ConsentRule.of(written.get("consentToJoin")) : null,
                written.containsKey("renewal") ? Renewal.of(written.get("renewal")) : null, number(written, "renewalMonths"), contributions,
                        AimTerms.read(written));
    }

    private static Integer number(Map<String, String> written, String name) {
        return written.containsKey(name) ? Integer.valueOf(written.get(name)) : null;
    }

    private static List<String> lines(Map<String, String> written, String name) {
        return written.containsKey(name) ? Arrays.asList(written.get(name).split(LINES)) : List.of();
    }

    private static List<String> line(Object settled, String... sentences) {
        return settled == null ? List.of() : List.of(sentences);
    }

    private static String every(Integer months) {
        return months != null && months == 1 ? "every month" : "every " + months + " months";
    }

    private static String months(Integer months) {
        return months != null && months == 1 ? "one month" : months + " months";
    }

    private static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private static String lower(String label) {
        return Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }
}
