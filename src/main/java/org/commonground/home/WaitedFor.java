package org.commonground.home;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.commonground.engine.KindsOfSteps;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.SecretariatGroup;
import org.commonground.home.MyPartnerships.Viewer;
import org.commonground.home.OpenSteps.OpenStep;
import org.commonground.organisation.OrganisationCard;
import org.commonground.organisation.OrganisationService;
import org.springframework.stereotype.Component;

/**
 * Says who is asked for what, as far as somebody may know it: a candidate learns of no other one, nobody who has given a rating, and
 * nobody outside of a dispute whose quarrel it is.
 */
@Component
public class WaitedFor {

    private static final String OTHERS = "other organisations";
    private static final String YOU = "you";
    private static final Map<String, String> SERVING = Map.of("coordinator", "the coordinator", "manager", "the manager");

    private final KindsOfSteps steps;
    private final OrganisationService organisations;

    WaitedFor(KindsOfSteps steps, OrganisationService organisations) {
        this.steps = steps;
        this.organisations = organisations;
    }

    /** The organisations that are asked for these steps, be they of one case or of many. */
    public Map<OrganisationId, OrganisationCard> asked(Collection<OpenStep> open) {
        return organisations.cards(open.stream().flatMap(step -> GroupName.organisations(step.asked().groups()).stream())
                .collect(Collectors.toSet()));
    }

    /**
     * One line for each label.
     *
     * @param known the organisations whose names the viewer may read here
     * @param cards all that are asked
     */
    public List<Awaited> inWords(List<OpenStep> open, Viewer viewer, Collection<OrganisationId> known,
            Map<OrganisationId, OrganisationCard> cards) {
        Map<String, List<OpenStep>> byLabel = open.stream().collect(Collectors.groupingBy(this::label, LinkedHashMap::new,
                Collectors.toList()));
        List<Awaited> lines = new ArrayList<>();
        byLabel.forEach((label, those) -> {
            Set<String> who = new TreeSet<>(Comparator.comparing((String one) -> !one.equals(YOU))
                    .thenComparing(String.CASE_INSENSITIVE_ORDER));
            those.forEach(step -> who.addAll(who(step, viewer, known, cards)));
            lines.add(new Awaited(label, List.copyOf(who), those.stream().map(OpenStep::since).min(Comparator.naturalOrder()).orElseThrow(),
                    those.stream().map(OpenStep::until).min(Comparator.naturalOrder()).orElseThrow()));
        });
        return lines;
    }

    private String label(OpenStep step) {
        return step.suffix() == null ? step.label() : step.label() + " (" + step.suffix() + ")";
    }

    private List<String> who(OpenStep step, Viewer viewer, Collection<OrganisationId> known, Map<OrganisationId, OrganisationCard> cards) {
        if (step.form() != null && steps.isUnattributed(step.form())) {
            return List.of("the partners");
        }
        Set<String> groups = step.asked().groups();
        boolean own = groups.stream().anyMatch(viewer.groups()::contains);
        boolean staffOnly = GroupName.organisations(groups).isEmpty() && groups.stream().anyMatch(SERVING::containsKey);
        // That staff is asked tells nobody whose quarrel it is.
        if (step.form() != null && steps.isConfidential(step.form()) && !own && !staffOnly) {
            return List.of("those whom it concerns");
        }
        List<String> names = new ArrayList<>(GroupName.organisations(groups).stream()
                .map(one -> own && viewer.own().contains(one) ? YOU : viewer.staff() || known.contains(one) || viewer.own().contains(one)
                        ? cards.containsKey(one) ? cards.get(one).name() : one.code() : OTHERS).toList());
        groups.stream().filter(group -> SERVING.containsKey(group) || SecretariatGroup.isOne(group)).map(group ->
                viewer.groups().contains(group) ? YOU : SERVING.getOrDefault(group, "the secretariat")).forEach(names::add);
        return names.isEmpty() ? List.of("one person") : names;
    }

    /**
     * @param who   names, in order
     * @param since when the first of them was asked
     * @param until when the first of them is due
     */
    public record Awaited(String step, List<String> who, Instant since, Instant until) {
    }
}
