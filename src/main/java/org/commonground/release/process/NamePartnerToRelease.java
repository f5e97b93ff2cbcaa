package org.commonground.release.process;

import static org.commonground.release.process.ReleaseVariables.matter;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.commonground.engine.Choice;
import org.commonground.engine.DueDates;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.release.Ground;
import org.commonground.release.ReleaseService;
import org.springframework.stereotype.Component;

/** Which partner shall be released and on what ground; or nobody after all. */
@Component
@For("${releases.namers(execution)}")
class NamePartnerToRelease implements Step<NamePartnerToRelease.Shown, NamePartnerToRelease.Given> {

    private static final Choice NOBODY = new Choice("Nobody after all: everything stays as it is", "nobody");

    private final ReleaseService releases;
    private final DueDates deadlines;

    NamePartnerToRelease(ReleaseService releases, DueDates deadlines) {
        this.releases = releases;
        this.deadlines = deadlines;
    }

    @Override
    public Shown show(StepContext context) {
        UUID matter = matter(context);
        List<ReleaseService.Standing> others = releases.others(matter);
        List<Choice> partners = new ArrayList<>(others.stream().map(one -> new Choice(one.name(), one.organisation().code())).toList());
        partners.add(NOBODY);
        return new Shown(releases.why(matter), partners, others.stream().map(one -> new Line(one.name(), one.missed().isEmpty() ? "nothing"
                : String.join(" ", one.missed()), one.notSilent() == null ? "It can be called silent." : one.notSilent())).toList());
    }

    @Override
    public void take(Given given, StepContext context) {
        boolean named = !given.partner().equals(NOBODY.value());
        context.set(ReleaseVariables.PARTNER_NAMED, named);
        if (named) {
            releases.name(matter(context), new OrganisationId(given.partner()), given.ground(),
                    deadlines.dueFor("answer-letter").orElseThrow(), context.person());
            context.set(ReleaseVariables.NAMED, given.partner());
        }
    }

    record Line(String partner, String missed, String silent) {
    }

    /** @param why as it was said when the matter was raised */
    record Shown(String why, List<Choice> partners, List<Line> known) {
    }

    /** @param ground null where nobody is named */
    record Given(String partner, Ground ground) {
    }
}
