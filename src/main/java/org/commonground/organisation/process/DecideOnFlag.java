package org.commonground.organisation.process;

import java.util.UUID;

import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.engine.Variable;
import org.commonground.foundation.Days;
import org.commonground.organisation.FlagService;
import org.commonground.organisation.RaisedFlag;
import org.springframework.stereotype.Component;

/** The manager says whether a doubt about an organisation stands. */
@Component
@For("manager")
class DecideOnFlag implements Step<DecideOnFlag.Shown, DecideOnFlag.Given> {

    private final FlagService flags;

    DecideOnFlag(FlagService flags) {
        this.flags = flags;
    }

    @Override
    public Shown show(StepContext context) {
        RaisedFlag flag = flags.flag(UUID.fromString(context.get(Variable.MATTER)));
        return new Shown(flag.level().label(), flag.reason(), flag.raisedBy(), Days.inWords(flag.raisedOn()),
                flag.about() == null ? "" : flag.about().value(), flag.question());
    }

    @Override
    public void take(Given given, StepContext context) {
        UUID flag = UUID.fromString(context.get(Variable.MATTER));
        switch (given.outcome) {
            case lift -> flags.resolve(flag, given.reason, context.person());
            case keep -> flags.keep(flag, given.reason, context.person());
        }
        context.set(OrganisationVariables.FLAG_LIFTED, given.outcome == Outcome.lift);
    }

    /** As the form spells them. */
    enum Outcome {
        lift, keep
    }

    record Shown(String level, String doubt, String raisedBy, String raisedOn, String about, String asked) {
    }

    record Given(Outcome outcome, String reason) {
    }
}
