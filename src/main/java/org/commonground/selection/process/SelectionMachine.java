package org.commonground.selection.process;

import org.commonground.engine.Machine;
import org.commonground.selection.SearchPurpose;
import org.commonground.selection.SelectionService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The boxes of the selection that nobody does by hand. */
@Configuration(proxyBeanMethods = false)
class SelectionMachine {

    private final SelectionService selections;

    SelectionMachine(SelectionService selections) {
        this.selections = selections;
    }

    @Bean
    Machine nominateConvenersDelegate() {
        return context -> selections.nominateConveners(context.partnership(), SearchPurpose.FOUNDING);
    }

    @Bean
    Machine seatPartnersDelegate() {
        return context -> selections.seatPartners(context.partnership());
    }
}
