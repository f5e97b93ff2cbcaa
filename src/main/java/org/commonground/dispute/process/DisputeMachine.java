package org.commonground.dispute.process;

import static org.commonground.dispute.process.DisputeVariables.matter;

import org.commonground.dispute.DisputeService;
import org.commonground.dispute.Steering;
import org.commonground.engine.Machine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The boxes of a dispute that nobody does by hand. */
@Configuration(proxyBeanMethods = false)
class DisputeMachine {

    private final DisputeService disputes;
    private final Steering steering;

    DisputeMachine(DisputeService disputes, Steering steering) {
        this.disputes = disputes;
        this.steering = steering;
    }

    @Bean
    Machine openDisputeDelegate() {
        return context -> {
            disputes.open(matter(context));
            context.set(DisputeVariables.RAISER, disputes.raiser(matter(context)).code());
        };
    }

    @Bean
    Machine askOtherPartnersDelegate() {
        return context -> steering.ask(matter(context));
    }

    @Bean
    Machine countDecisionsDelegate() {
        return context -> steering.tally(matter(context));
    }

    @Bean
    Machine closeDisputeDelegate() {
        return context -> disputes.close(matter(context));
    }
}
