package org.commonground.delivery.process;

import java.util.List;

import org.commonground.delivery.Plan;
import org.commonground.foundation.Days;
import org.commonground.partnership.Objective;

/** One line of all plans of a period. */
record ShownPlan(String who, String what, String where, String when, String objective) {

    static List<ShownPlan> of(List<Plan> plans, List<Objective> objectives) {
        return plans.stream().flatMap(plan -> plan.items().stream().map(item -> new ShownPlan(plan.name(), item.what(),
                item.area() == null ? "all areas" : item.area(), Days.brief(item.from(), item.to()), objectives.get(item.objective() - 1).wording())))
                .toList();
    }
}
