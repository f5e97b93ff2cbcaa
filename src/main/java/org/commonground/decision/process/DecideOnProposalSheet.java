package org.commonground.decision.process;

import java.util.List;

import org.commonground.decision.DecisionService;
import org.commonground.decision.Proposal;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
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
        return new Shown(List.of(
                new Line("What", proposal.matter().kind().label()),
                new Line("What it means", proposal.matter().kind().consequence()),
                new Line("Proposed by", "%s, on %s".formatted(proposal.proposer(), proposal.matter().raisedOn())),
                new Line("Why", proposal.matter().why()),
                new Line("How it is decided", proposal.rule())));
    }

    record Line(String about, String words) {
    }

    record Shown(List<Line> proposal) {
    }
}
