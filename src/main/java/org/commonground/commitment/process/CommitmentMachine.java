package org.commonground.commitment.process;

import org.commonground.commitment.CommitmentService;
import org.commonground.engine.Machine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The box of the commitments that nobody does by hand. */
@Configuration(proxyBeanMethods = false)
class CommitmentMachine {

    private final CommitmentService commitments;

    CommitmentMachine(CommitmentService commitments) {
        this.commitments = commitments;
    }

    @Bean
    Machine alertSilentSeatsDelegate() {
        return context -> commitments.alertSilentSeats(context.partnership());
    }
}
