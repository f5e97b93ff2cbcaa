package org.commonground.accession.process;

import static org.commonground.accession.process.AccessionVariables.matter;

import org.commonground.accession.AccessionService;
import org.commonground.engine.Machine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The boxes of an accession that nobody does by hand. */
@Configuration(proxyBeanMethods = false)
class AccessionMachine {

    private final AccessionService accessions;

    AccessionMachine(AccessionService accessions) {
        this.accessions = accessions;
    }

    @Bean
    Machine openAccessionDelegate() {
        return context -> context.set(AccessionVariables.PURPOSE, accessions.open(matter(context)));
    }

    @Bean
    Machine askForConsentDelegate() {
        return context -> accessions.askForConsent(matter(context));
    }

    @Bean
    Machine countConsentsDelegate() {
        return context -> accessions.tally(matter(context));
    }

    @Bean
    Machine endAccessionDelegate() {
        return context -> accessions.end(matter(context));
    }

    @Bean
    Machine endOvertakenAccessionDelegate() {
        return context -> accessions.endOvertaken(matter(context));
    }
}
