package org.commonground.commitment.process;

import java.util.UUID;

import org.commonground.commitment.CommitmentService;
import org.commonground.engine.Machine;
import org.commonground.engine.Variable;
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
        return context -> {
            String matter = context.get(Variable.MATTER);
            if (matter == null) {
                commitments.alertSilentSeats(context.partnership());
            } else {
                commitments.alertSilentSeats(context.partnership(), UUID.fromString(matter));
            }
        };
    }
}
