package org.commonground.selection.process;

import org.commonground.engine.Machine;
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

    /** By its second name it was called when a partnership was only founded: a case may stand before that box still. */
    @Bean({"openSearchDelegate", "nominateConvenersDelegate"})
    Machine openSearchDelegate() {
        return context -> selections.openSearch(SelectionVariables.search(context), SelectionVariables.purpose(context));
    }

    @Bean
    Machine seatPartnersDelegate() {
        return context -> selections.seatPartners(context.partnership());
    }
}
