package org.commonground.period.process;

import java.util.List;
import java.util.stream.Stream;

import org.commonground.foundation.Days;
import org.commonground.partnership.NumberedObjective;
import org.commonground.period.Plan;

/** One line of all plans of a period, or what somebody wants the others to know. */
record ShownPlan(String who, String what, String where, String when, String objective) {

    static List<ShownPlan> of(List<Plan> plans, List<NumberedObjective> objectives) {
        return plans.stream().flatMap(plan -> Stream.concat(plan.items().stream().map(item -> new ShownPlan(plan.name(), item.what(),
                item.area() == null ? "all areas" : item.area(), Days.brief(item.from(), item.to()),
                objectives.stream().filter(one -> one.nr() == item.objective()).map(NumberedObjective::wording).findFirst()
                        .orElse("An objective that was given up"))),
                Stream.ofNullable(plan.remark()).map(remark -> new ShownPlan(plan.name(), "Remark: " + remark, "", "", "")))).toList();
    }
}
