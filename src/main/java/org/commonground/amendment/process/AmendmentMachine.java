package org.commonground.amendment.process;

import static org.commonground.amendment.process.AmendmentVariables.matter;

import org.commonground.amendment.AmendedWork;
import org.commonground.amendment.AmendmentService;
import org.commonground.engine.CaseTimers;
import org.commonground.engine.Machine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The boxes of an amendment that nobody does by hand. */
@Configuration(proxyBeanMethods = false)
class AmendmentMachine {

    private final AmendmentService amendments;
    private final AmendedWork work;

    AmendmentMachine(AmendmentService amendments, AmendedWork work) {
        this.amendments = amendments;
        this.work = work;
    }

    @Bean
    Machine openAmendmentDelegate() {
        return context -> context.set(AmendmentVariables.NEGOTIATION, amendments.open(matter(context)).toString());
    }

    @Bean
    Machine putAmendmentIntoForceDelegate(CaseTimers timers) {
        return context -> {
            context.set(AmendmentVariables.COMMITMENTS_CHANGED, work.putIntoForce(matter(context)));
            timers.recalculate(context.partnership());
        };
    }

    @Bean
    Machine endAmendmentDelegate() {
        return context -> amendments.endOpen(matter(context), "Nobody wrote down in time what shall be different.");
    }

    @Bean
    Machine endOvertakenAmendmentDelegate() {
        return context -> amendments.endOpen(matter(context), "The joint work ended meanwhile.");
    }
}
