package org.commonground.matter.process;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;

import org.commonground.engine.Choice;
import org.commonground.engine.Confidential;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.engine.Variable;
import org.commonground.foundation.PartnershipId;
import org.commonground.matter.MatterService;
import org.commonground.partnership.Course;
import org.commonground.partnership.Phase;
import org.springframework.stereotype.Component;

/**
 * What somebody raises, in which partnership, and why. Who has started it has the step; if that person leaves, it is for the others of the
 * organisation.
 */
@Component
@For("${organisations.group(raiser)}")
@Confidential
class DescribeMatter implements Step<DescribeMatter.Shown, DescribeMatter.Given> {

    private static final Choice NOTHING = new Choice("Nothing after all: this step goes away and nobody hears of it", "nothing");
    private static final String NONE = "Your organisation belongs to no partnership any more in which it could raise something. Please"
            + " choose “Nothing after all”.";
    private static final String HANDED_ON = "Somebody of your organisation began to raise this and has left. If you know what it was, say"
            + " it; else choose “Nothing after all”.";

    private final MatterService matters;

    DescribeMatter(MatterService matters) {
        this.matters = matters;
    }

    @Override
    public Shown show(StepContext context) {
        List<Course> raisable = matters.raisableBy(context.person());
        List<Choice> kinds = new ArrayList<>(matters.kinds().stream().map(kind -> new Choice(kind.choice(), kind.key())).toList());
        kinds.add(NOTHING);
        List<Meaning> meanings = matters.kinds().stream()
                .map(kind -> new Meaning(kind.label(), kind.consequence() + " " + kind.next())).toList();
        String handedOn = context.get(Variable.STARTER) == null ? HANDED_ON : null;
        return new Shown(raisable.isEmpty() ? NONE : null, handedOn, kinds, meanings,
                raisable.size() == 1 ? raisable.get(0).id().value() : null,
                raisable.stream().map(one -> new Choice(nameOf(one), one.id().value())).toList(),
                raisable.stream().map(this::standing).toList());
    }

    private Row standing(Course course) {
        String raised = matters.open(course.id()).stream().map(open -> open.kind().standing(open)).collect(joining(", "));
        String stands = course.phase() != Phase.IN_FORCE ? course.phase().label()
                : course.endAgreed() ? "Its end is agreed" : course.suspended() ? "Pauses" : "At work";
        return new Row(nameOf(course), stands, raised.isEmpty() ? "nothing" : raised);
    }

    private static String nameOf(Course course) {
        return "%s · %s".formatted(course.title(), course.id());
    }

    @Override
    public void take(Given given, StepContext context) {
        boolean described = !given.kind().equals(NOTHING.value());
        context.set(MatterVariables.MATTER_DESCRIBED, described);
        if (described) {
            PartnershipId partnership = new PartnershipId(given.partnership());
            context.set(Variable.MATTER, matters.raise(partnership, given.kind(), given.why(), context.person()).toString());
            context.nameCase(partnership.value());
        }
    }

    record Given(String kind, String partnership, String why) {
    }

    record Meaning(String what, String follows) {
    }

    record Row(String partnership, String stands, String raised) {
    }

    /**
     * @param none        what to do where there is none any more, else null
     * @param handedOn    why one is asked who has not started it, else null
     * @param partnership chosen beforehand where there is only one
     */
    record Shown(String none, String handedOn, List<Choice> kinds, List<Meaning> meanings, String partnership, List<Choice> partnerships,
            List<Row> standings) {
    }
}
