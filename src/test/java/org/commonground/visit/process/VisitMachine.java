package org.commonground.visit.process;

import org.commonground.engine.Machine;
import org.commonground.visit.VisitService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What nobody does by hand in a visit. */
@Configuration(proxyBeanMethods = false)
class VisitMachine {

    private final VisitService visits;

    VisitMachine(VisitService visits) {
        this.visits = visits;
    }

    @Bean
    Machine openVisitDelegate() {
        return context -> visits.open(VisitVariables.matter(context));
    }

    @Bean
    Machine closeVisitDelegate() {
        return context -> visits.close(VisitVariables.matter(context));
    }
}
