package org.commonground.closure.process;

import org.commonground.closure.ClosingReports;
import org.commonground.closure.ClosureService;
import org.commonground.engine.Machine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The boxes of the closure that nobody does by hand. */
@Configuration(proxyBeanMethods = false)
class ClosureMachine {

    private final ClosureService closures;
    private final ClosingReports reports;

    ClosureMachine(ClosureService closures, ClosingReports reports) {
        this.closures = closures;
        this.reports = reports;
    }

    @Bean
    Machine openClosureDelegate() {
        return context -> closures.open(context.partnership());
    }

    @Bean
    Machine writeClosingReportDelegate() {
        return context -> reports.write(context.partnership());
    }

    @Bean
    Machine closePartnershipDelegate() {
        return context -> closures.close(context.partnership());
    }
}
