package org.commonground.matter.process;

import java.util.UUID;

import org.commonground.engine.Machine;
import org.commonground.engine.Variable;
import org.commonground.foundation.OrganisationId;
import org.commonground.matter.MatterService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the machine does in the room of matters. */
@Configuration(proxyBeanMethods = false)
class MatterMachine {

    private final MatterService matters;

    MatterMachine(MatterService matters) {
        this.matters = matters;
    }

    @Bean
    Machine handOnMatterDelegate() {
        return context -> {
            context.set(Variable.STARTER, null);
            context.set(MatterVariables.MATTER_HANDED_ON, matters.handOn(new OrganisationId(context.get(MatterVariables.RAISER))));
        };
    }

    @Bean
    Machine sendMatterDelegate() {
        return context -> context.set(MatterVariables.MATTER_ARRIVED, matters.send(UUID.fromString(context.get(Variable.MATTER))));
    }
}
