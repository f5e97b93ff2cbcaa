package org.commonground.adhesion.process;

import static org.commonground.adhesion.process.AdhesionVariables.matter;

import org.commonground.adhesion.AdhesionService;
import org.commonground.engine.CaseTasks;
import org.commonground.engine.Machine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The boxes of an adhesion that nobody does by hand. */
@Configuration(proxyBeanMethods = false)
class AdhesionMachine {

    private final AdhesionService adhesions;

    AdhesionMachine(AdhesionService adhesions) {
        this.adhesions = adhesions;
    }

    @Bean
    Machine prepareAdhesionDelegate() {
        return context -> context.set(AdhesionVariables.NEGOTIATION, adhesions.prepare(matter(context), context.party()).toString());
    }

    @Bean
    Machine admitNewcomerDelegate(CaseTasks tasks) {
        return context -> {
            adhesions.admit(matter(context), context.party());
            tasks.recalculate(context.partnership());
        };
    }

    @Bean
    Machine endAdhesionDelegate() {
        return context -> adhesions.end(matter(context), context.party());
    }
}
