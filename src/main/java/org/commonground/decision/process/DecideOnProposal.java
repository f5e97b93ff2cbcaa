package org.commonground.decision.process;

import java.util.List;

import org.commonground.decision.DecisionService;
import org.commonground.decision.Proposal;
import org.commonground.decision.Voice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.commonground.matter.MatterCard;
import org.springframework.stereotype.Component;

/** The voice of one partner on a proposal. */
@Component
@For("${organisations.group(party)}")
class DecideOnProposal implements Step<DecideOnProposal.Shown, DecideOnProposal.Given> {

    private final DecisionService decisions;

    DecideOnProposal(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public Shown show(StepContext context) {
        Proposal proposal = decisions.proposal(DecisionVariables.matter(context));
        MatterCard matter = proposal.matter();
        return new Shown(matter.kind().label(), matter.kind().consequence(matter), matter.why(), proposal.proposer(),
                Days.inWords(matter.raisedOn()), proposal.rule());
    }

    @Override
    public List<String> mailed(StepContext context) {
        Proposal proposal = decisions.proposal(DecisionVariables.matter(context));
        return List.of("%s proposes: %s.".formatted(proposal.proposer(), proposal.matter().kind().label()),
                proposal.matter().kind().consequence(proposal.matter()));
    }

    @Override
    public void take(Given given, StepContext context) {
        decisions.decide(DecisionVariables.matter(context), context.party(), given.voice(), given.words(), context.person());
    }

    record Given(Voice voice, String words) {
    }

    record Shown(String what, String means, String why, String proposer, String day, String rule) {
    }
}
