package org.commonground.negotiation.process;

import static org.commonground.negotiation.process.NegotiationVariables.negotiation;

import org.commonground.engine.DueDates;
import org.commonground.engine.Machine;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.RoundService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The boxes of the negotiation that nobody does by hand. */
@Configuration(proxyBeanMethods = false)
class NegotiationMachine {

    private final NegotiationService negotiations;
    private final RoundService rounds;

    NegotiationMachine(NegotiationService negotiations, RoundService rounds) {
        this.negotiations = negotiations;
        this.rounds = rounds;
    }

    /** A negotiation whose topics were reopened comes back with its name. */
    @Bean
    Machine openNegotiationDelegate() {
        return context -> {
            if (context.get(NegotiationVariables.NEGOTIATION) == null) {
                context.set(NegotiationVariables.NEGOTIATION, negotiations.openFounding(context.partnership()).toString());
            }
            context.set(NegotiationVariables.TOPICS_AGREED, false);
            context.set(NegotiationVariables.END_PROPOSED, false);
        };
    }

    @Bean
    Machine openRoundDelegate() {
        return context -> {
            // Where the end was proposed, the partners vote on that and are asked nothing else.
            if (!context.get(NegotiationVariables.END_PROPOSED)) {
                rounds.openRound(negotiation(context));
            }
        };
    }

    @Bean
    Machine openReadingTimeDelegate(DueDates deadlines) {
        return context -> rounds.openReading(negotiation(context), deadlines.dueFor("read-the-positions").orElseThrow());
    }

    @Bean
    Machine closeRoundDelegate() {
        return context -> context.set(NegotiationVariables.TOPICS_AGREED, rounds.closeRound(negotiation(context)));
    }
}
