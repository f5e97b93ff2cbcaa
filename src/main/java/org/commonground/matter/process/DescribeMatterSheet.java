package org.commonground.matter.process;

import static java.util.stream.Collectors.joining;

import java.util.List;

import org.commonground.engine.Choice;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.matter.MatterService;
import org.commonground.partnership.Course;
import org.springframework.stereotype.Component;

@Component
class DescribeMatterSheet implements Sheet<DescribeMatterSheet.Shown> {

    private static final String NONE = "Your organisation is a full partner in no partnership that is in force any more. Please choose “Nothing after all”.";

    private final MatterService matters;

    DescribeMatterSheet(MatterService matters) {
        this.matters = matters;
    }

    @Override
    public Shown read(StepContext context) {
        List<Course> inForce = matters.raisableBy(context.person());
        return new Shown(inForce.isEmpty() ? NONE : null, inForce.size() == 1 ? inForce.get(0).id().value() : null,
                inForce.stream().map(one -> new Choice("%s · %s".formatted(one.title(), one.id()), one.id().value())).toList(),
                inForce.stream().map(this::standing).toList());
    }

    private Row standing(Course course) {
        String raised = matters.open(course.id()).stream().map(open -> open.kind().label()).collect(joining(", "));
        return new Row("%s · %s".formatted(course.title(), course.id()),
                course.endAgreed() ? "Its end is agreed" : course.suspended() ? "Pauses" : "At work", raised.isEmpty() ? "nothing" : raised);
    }

    record Row(String partnership, String stands, String raised) {
    }

    /**
     * @param none        what to do where there is none any more, else null
     * @param partnership chosen beforehand where there is only one
     */
    record Shown(String none, String partnership, List<Choice> partnerships, List<Row> standings) {
    }
}
