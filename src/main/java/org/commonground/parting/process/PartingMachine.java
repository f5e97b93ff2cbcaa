package org.commonground.parting.process;

import static org.commonground.parting.process.PartingQuestions.matter;

import org.commonground.engine.CaseTasks;
import org.commonground.engine.Machine;
import org.commonground.parting.PartingService;
import org.commonground.parting.ReplacementService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The boxes of a parting that nobody does by hand. */
@Configuration(proxyBeanMethods = false)
class PartingMachine {

    private final PartingService partings;
    private final ReplacementService replacements;

    PartingMachine(PartingService partings, ReplacementService replacements) {
        this.partings = partings;
        this.replacements = replacements;
    }

    @Bean
    Machine openSettlingDelegate() {
        return context -> partings.openSettling(matter(context));
    }

    @Bean
    Machine partWithPartnerDelegate(CaseTasks tasks) {
        return context -> {
            partings.part(matter(context));
            context.set(PartingQuestions.REPLACEMENT_SOUGHT, false);
            tasks.recalculate(context.partnership());
        };
    }

    @Bean
    Machine renewAgreementDelegate() {
        return context -> replacements.renewAgreement(matter(context));
    }

    @Bean
    Machine proposeReplacementDelegate() {
        return context -> replacements.propose(matter(context));
    }
}
