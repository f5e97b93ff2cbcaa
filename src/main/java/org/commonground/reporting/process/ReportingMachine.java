package org.commonground.reporting.process;

import org.commonground.engine.Machine;
import org.commonground.reporting.ReportService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The box of the reports that nobody does by hand. */
@Configuration(proxyBeanMethods = false)
class ReportingMachine {

    private final ReportService reports;

    ReportingMachine(ReportService reports) {
        this.reports = reports;
    }

    @Bean
    Machine closePeriodDelegate() {
        return context -> reports.close(context.partnership());
    }
}
