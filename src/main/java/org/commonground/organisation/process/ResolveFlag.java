package org.commonground.organisation.process;

import java.util.List;
import java.util.UUID;

import org.commonground.engine.Choice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.engine.Variable;
import org.commonground.foundation.Days;
import org.commonground.organisation.FlagService;
import org.commonground.organisation.RaisedFlag;
import org.springframework.stereotype.Component;

/** The coordinator looks into a doubt about an organisation. */
@Component
@For("coordinator")
class ResolveFlag implements Step<ResolveFlag.Shown, ResolveFlag.Given> {

    private static final Choice RESOLVE = new Choice("The doubt is settled: the flag is taken away", "resolve");
    private static final Choice ASK = new Choice("Ask the manager, once, to decide", "ask");

    private final FlagService flags;

    ResolveFlag(FlagService flags) {
        this.flags = flags;
    }

    @Override
    public Shown show(StepContext context) {
        RaisedFlag flag = flags.flag(UUID.fromString(context.get(Variable.MATTER)));
        return new Shown(flag.level().label(), flag.reason(), flag.raisedBy(), Days.inWords(flag.raisedOn()),
                flag.about() == null ? "" : flag.about().value(), flag.decision() == null ? "" : flag.decision(),
                flag.question() == null ? List.of(RESOLVE, ASK) : List.of(RESOLVE));
    }

    @Override
    public void take(Given given, StepContext context) {
        UUID flag = UUID.fromString(context.get(Variable.MATTER));
        switch (given.outcome) {
            case resolve -> flags.resolve(flag, given.reason, context.person());
            case ask -> flags.escalate(flag, given.question, context.person());
        }
        context.set(OrganisationVariables.MANAGER_ASKED, given.outcome == Outcome.ask);
    }

    /** As the form spells them. */
    enum Outcome {
        resolve, ask
    }

    record Shown(String level, String doubt, String raisedBy, String raisedOn, String about, String managersWords, List<Choice> ways) {
    }

    record Given(Outcome outcome, String reason, String question) {
    }
}
