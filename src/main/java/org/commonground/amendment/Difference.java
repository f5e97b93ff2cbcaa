package org.commonground.amendment;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

import org.commonground.agreement.InForce;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.Words;
import org.commonground.negotiation.Contribution;
import org.commonground.negotiation.ProposedChange;
import org.commonground.negotiation.Terms;
import org.commonground.negotiation.Topic;
import org.commonground.partnership.NumberedObjective;
import org.commonground.partnership.Place;
import org.commonground.vision.AgendaItem;

/**
 * What a proposal would change in what holds today. Refuses a page that is out of date, and a change that changes nothing.
 *
 * @param kinds     what changes, and what kind of change it is
 * @param concerned whose contributions or steps change, and whom the proposer named
 */
record Difference(Map<Topic, AmendmentKind> kinds, Set<OrganisationId> concerned, ProposedChange change) {

    static Difference between(InForce today, Proposed proposed) {
        Refusal.unless(today.version() == proposed.seen(), ("The agreement has changed since you opened this page: version %d holds now. "
                + "Please open it again and look once more.").formatted(today.version()));
        Refusal.unless(!proposed.subjects().isEmpty(), "Please choose at least one thing that shall be different.");
        Map<Topic, String> words = new EnumMap<>(Topic.class);
        Map<Topic, AmendmentKind> kinds = new EnumMap<>(Topic.class);
        Set<OrganisationId> concerned = new TreeSet<>(Comparator.comparing(OrganisationId::code));
        concerned.addAll(proposed.concerned());
        List<String> unchanged = new ArrayList<>();
        for (Topic topic : EnumSet.copyOf(proposed.subjects())) {
            String before = today.words().get(topic);
            String now = proposed.words().getOrDefault(topic, before == null ? "" : before).strip();
            boolean reworded = before == null || !before.strip().equals(now);
            boolean settled = !proposed.terms().saysTheSame(topic, today.terms());
            if (!reworded && !settled) {
                unchanged.add("“%s”".formatted(topic.inWords()));
            }
            words.put(topic, now);
            kinds.put(topic, kind(topic, reworded, proposed.terms(), today.terms()));
            concerned.addAll(whose(topic, proposed.terms(), today.terms()));
        }
        Refusal.unless(unchanged.isEmpty(), (unchanged.size() == 1
                ? "%s is as before. Please change it, or take it off the list of what changes."
                : "%s are as before. Please change them, or take them off the list of what changes.").formatted(Words.list(unchanged)));
        Refusal.unless(!kinds.containsValue(AmendmentKind.ROLES) || !concerned.isEmpty(),
                "Please say whose role changes: they are asked and sign.");
        Refusal.unless(!proposed.subjects().contains(Topic.ANNEX) || proposed.concerned().size() >= 2,
                "An annex is agreed among some of the partners. Please choose at least two.");
        proposed.terms().over(today.terms()).expectReviewWithinDuration();
        expectNumbers(proposed.terms(), today.terms());
        return new Difference(kinds, concerned, new ProposedChange(words, proposed.terms(), only(today.words(), words.keySet()),
                today.terms()));
    }

    /** An objective has the number of one that is aimed at today, or is new. */
    private static void expectNumbers(Terms now, Terms before) {
        List<Integer> known = new ArrayList<>(before.aims().objectives().stream().map(NumberedObjective::nr).toList());
        now.aims().objectives().stream().map(NumberedObjective::nr).filter(Objects::nonNull).forEach(nr -> Refusal.unless(known.remove(nr),
                "There is no objective with the number %d, or it stands there twice. Please open the form again.".formatted(nr)));
    }

    private static Map<Topic, String> only(Map<Topic, String> all, Set<Topic> topics) {
        Map<Topic, String> some = new EnumMap<>(Topic.class);
        topics.stream().filter(all::containsKey).forEach(topic -> some.put(topic, all.get(topic)));
        return some;
    }

    private static AmendmentKind kind(Topic topic, boolean reworded, Terms now, Terms before) {
        return switch (topic) {
            case NAME -> AmendmentKind.ADMINISTRATIVE;
            case PURPOSE, OBJECTIVES, PLACES -> AmendmentKind.OBJECTIVES;
            case ROLES_AND_RESPONSIBILITIES -> AmendmentKind.ROLES;
            case ANNEX -> AmendmentKind.ANNEX;
            case CONTRIBUTIONS -> reworded ? AmendmentKind.RULES
                    : sameBut(now.contributions(), before.contributions(), Difference::undated) ? AmendmentKind.DATES
                    : AmendmentKind.CONTRIBUTIONS;
            case AGENDA -> sameBut(now.aims().agenda(), before.aims().agenda(), step -> List.of(step.what(), step.who(), step.with()))
                    ? AmendmentKind.DATES : AmendmentKind.ROLES;
            default -> AmendmentKind.RULES;
        };
    }

    private static Set<OrganisationId> whose(Topic topic, Terms now, Terms before) {
        return switch (topic) {
            case CONTRIBUTIONS -> differing(now.contributions(), before.contributions(), Contribution::organisation,
                    Contribution::allItSays);
            case AGENDA -> differing(now.aims().agenda(), before.aims().agenda(), AgendaItem::who, step -> step);
            default -> Set.of();
        };
    }

    private static Object undated(Contribution one) {
        return List.of(one.organisation(), one.role(), one.kind(), one.what(), one.howMuch());
    }

    private static <T> boolean sameBut(List<T> now, List<T> before, Function<T, Object> what) {
        return counted(now, what).equals(counted(before, what));
    }

    /** Those whose lines are not the same as before, in whatever order. */
    private static <T> Set<OrganisationId> differing(List<T> now, List<T> before, Function<T, OrganisationId> who,
            Function<T, Object> what) {
        Set<OrganisationId> all = new TreeSet<>(Comparator.comparing(OrganisationId::code));
        now.forEach(one -> all.add(who.apply(one)));
        before.forEach(one -> all.add(who.apply(one)));
        all.removeIf(one -> counted(of(now, who, one), what).equals(counted(of(before, who, one), what)));
        return all;
    }

    private static <T> List<T> of(List<T> lines, Function<T, OrganisationId> who, OrganisationId one) {
        return lines.stream().filter(line -> who.apply(line).equals(one)).toList();
    }

    private static <T> Map<Object, Integer> counted(List<T> lines, Function<T, Object> what) {
        Map<Object, Integer> counted = new HashMap<>();
        lines.forEach(line -> counted.merge(what.apply(line), 1, Integer::sum));
        return counted;
    }

    /**
     * Refuses a new area in which nobody local takes part: the work has to be adapted there by somebody who lives there.
     *
     * @param isLocal whether a partner is at home there
     */
    void expectLocalPartners(Terms before, Predicate<Place> isLocal) {
        if (!kinds.containsKey(Topic.PLACES)) {
            return;
        }
        Collection<String> known = before.aims().places().stream().map(place -> place.name().toLowerCase(Locale.ROOT)).toList();
        String missing = change.terms().aims().places().stream()
                .filter(place -> !place.workedBefore() && !known.contains(place.name().toLowerCase(Locale.ROOT)))
                .filter(isLocal.negate()).map(Place::name).collect(joining(" and "));
        Refusal.unless(missing.isEmpty(), ("In %s the work is new, and no partner is at home there. A new area needs a local partner who"
                + " adapts the work to it: first let one join, then name the area.").formatted(missing));
    }
}
