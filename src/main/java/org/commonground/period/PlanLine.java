package org.commonground.period;

import java.util.List;
import java.util.stream.Stream;

import org.commonground.foundation.Days;
import org.commonground.partnership.NumberedObjective;

/** One line of all plans of a period, or what somebody wants the others to know. */
public record PlanLine(String who, String what, String where, String when, String objective) {

    public static List<PlanLine> of(List<Plan> plans, List<NumberedObjective> objectives) {
        return plans.stream().flatMap(plan -> Stream.concat(plan.items().stream().map(item -> new PlanLine(plan.name(), item.what(),
                item.area() == null ? "all areas" : item.area(), Days.brief(item.from(), item.to()),
                objectives.stream().filter(one -> one.nr() == item.objective()).map(NumberedObjective::wording).findFirst()
                        .orElse("An objective that was given up"))),
                Stream.ofNullable(plan.remark()).map(remark -> new PlanLine(plan.name(), "Remark: " + remark, "", "", "")))).toList();
    }
}
