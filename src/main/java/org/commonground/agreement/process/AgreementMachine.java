package org.commonground.agreement.process;

import static org.commonground.agreement.process.AgreementVariables.negotiation;

import org.commonground.agreement.DraftingService;
import org.commonground.agreement.SigningService;
import org.commonground.engine.Machine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The boxes of the agreement that nobody does by hand. */
@Configuration(proxyBeanMethods = false)
class AgreementMachine {

    private final DraftingService drafting;
    private final SigningService signing;

    AgreementMachine(DraftingService drafting, SigningService signing) {
        this.drafting = drafting;
        this.signing = signing;
    }

    @Bean
    Machine draftAgreementDelegate() {
        return context -> drafting.draft(negotiation(context));
    }

    @Bean
    Machine openSigningDelegate() {
        return context -> signing.openSigning(negotiation(context));
    }

    @Bean
    Machine reopenDeclinedTopicsDelegate() {
        return context -> {
            signing.reopenDeclined(negotiation(context));
            context.set(AgreementVariables.TOPICS_REOPENED, true);
        };
    }

    @Bean
    Machine sealAgreementDelegate() {
        return context -> {
            boolean sealed = signing.seal(negotiation(context));
            context.set(AgreementVariables.AGREEMENT_SEALED, sealed);
        };
    }
}
