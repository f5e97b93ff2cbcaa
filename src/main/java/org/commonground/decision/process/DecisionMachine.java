package org.commonground.decision.process;

import org.commonground.decision.DecisionService;
import org.commonground.engine.Machine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the machine does when partners decide. */
@Configuration(proxyBeanMethods = false)
class DecisionMachine {

    private final DecisionService decisions;

    DecisionMachine(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Bean
    Machine countVotesDelegate() {
        return context -> context.set(DecisionVariables.PROPOSAL_ACCEPTED, decisions.tally(DecisionVariables.matter(context)).accepted());
    }

    @Bean
    Machine carryOutDecisionDelegate() {
        return context -> decisions.carryOut(DecisionVariables.matter(context));
    }
}
