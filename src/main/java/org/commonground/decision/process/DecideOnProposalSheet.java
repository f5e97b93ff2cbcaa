package org.commonground.decision.process;

import org.commonground.decision.DecisionService;
import org.commonground.decision.Proposal;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.commonground.matter.MatterCard;
import org.springframework.stereotype.Component;

@Component
class DecideOnProposalSheet implements Sheet<DecideOnProposalSheet.Shown> {

    private final DecisionService decisions;

    DecideOnProposalSheet(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public Shown read(StepContext context) {
        Proposal proposal = decisions.proposal(DecisionVariables.matter(context));
        MatterCard matter = proposal.matter();
        return new Shown(matter.kind().label(), matter.kind().consequence(), matter.why(), proposal.proposer(), Days.inWords(matter.raisedOn()),
                proposal.rule());
    }

    record Shown(String what, String means, String why, String proposer, String day, String rule) {
    }
}
