package org.commonground.period;

import static org.commonground.foundation.Words.withoutStop;

import java.util.ArrayList;
import java.util.List;

import org.commonground.partnership.NumberedObjective;
import org.commonground.period.PlanFinding.Kind;

/**
 * Lays the plans of all implementers side by side. Two clash where they do the same thing, or work for the same objective, in the same
 * area at the same time. There is a gap where nobody works for an objective, or in an area, or where a plan is missing.
 */
final class PlanComparison {

    private final List<PlanFinding> findings = new ArrayList<>();

    private PlanComparison() {
    }

    static List<PlanFinding> of(List<Plan> plans, List<NumberedObjective> objectives, List<String> areas, List<String> withoutPlan) {
        PlanComparison comparison = new PlanComparison();
        for (int one = 0; one < plans.size(); one++) {
            for (int other = one + 1; other < plans.size(); other++) {
                comparison.clashes(plans.get(one), plans.get(other));
            }
        }
        List<PlanItem> all = plans.stream().flatMap(plan -> plan.items().stream()).toList();
        for (NumberedObjective objective : objectives) {
            if (all.stream().noneMatch(item -> item.objective() == objective.nr())) {
                comparison.gap("Nobody plans anything for the objective “%s”.".formatted(withoutStop(objective.wording())));
            }
        }
        for (String area : areas) {
            if (all.stream().noneMatch(item -> item.area() == null || item.area().equals(area))) {
                comparison.gap("Nobody plans anything in %s.".formatted(area));
            }
        }
        withoutPlan.forEach(name -> comparison.gap("%s has not said what it plans.".formatted(name)));
        return comparison.findings;
    }

    private void clashes(Plan one, Plan other) {
        for (PlanItem mine : one.items()) {
            for (PlanItem theirs : other.items()) {
                if (mine.meets(theirs)) {
                    findings.add(new PlanFinding(Kind.CLASH, "%s (“%s”) and %s (“%s”) %s %s at the same time. Please agree who does what."
                            .formatted(one.name(), mine.what(), other.name(), theirs.what(),
                                    mine.what().equalsIgnoreCase(theirs.what()) ? "plan the same" : "work for the same objective",
                                    where(mine, theirs))));
                }
            }
        }
    }

    private static String where(PlanItem mine, PlanItem theirs) {
        String area = mine.area() == null ? theirs.area() : mine.area();
        return area == null ? "in all areas" : "in " + area;
    }

    private void gap(String words) {
        findings.add(new PlanFinding(Kind.GAP, words));
    }
}
