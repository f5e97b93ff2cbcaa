package org.commonground.parting.process;

import static org.commonground.parting.process.PartingQuestions.matter;

import org.commonground.engine.CaseTasks;
import org.commonground.engine.Machine;
import org.commonground.parting.PartingService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The boxes of a parting that nobody does by hand. */
@Configuration(proxyBeanMethods = false)
class PartingMachine {

    private final PartingService partings;

    PartingMachine(PartingService partings) {
        this.partings = partings;
    }

    @Bean
    Machine openSettlingDelegate() {
        return context -> partings.openSettling(matter(context));
    }

    @Bean
    Machine partWithPartnerDelegate(CaseTasks tasks) {
        return context -> {
            partings.part(matter(context));
            tasks.recalculate(context.partnership());
        };
    }
}
