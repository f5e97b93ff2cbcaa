package org.commonground.agreement.process;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.UUID;

import org.commonground.agreement.AgreementService;
import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.Topic;
import org.commonground.partnership.PartnershipService;
import org.springframework.stereotype.Component;

@Component
class CheckAgreementAnswer implements Answer<CheckAgreementAnswer.Given> {

    private final AgreementService agreements;
    private final PartnershipService partnerships;

    CheckAgreementAnswer(AgreementService agreements, PartnershipService partnerships) {
        this.agreements = agreements;
        this.partnerships = partnerships;
    }

    @Override
    public void take(Given given, StepContext context) {
        NegotiationId negotiation = AgreementVariables.negotiation(context);
        switch (given.outcome()) {
            case "release" -> agreements.release(negotiation, given.version(), context.person());
            case "reopen" -> agreements.reopen(negotiation, given.topics().stream().map(Topic::of).collect(toSet()), given.reason(), context.person());
            default -> given.waivers().forEach(waiver -> partnerships.waive(context.partnership(), UUID.fromString(waiver.role()), waiver.reason(),
                    context.person()));
        }
        context.set(AgreementVariables.AGREEMENT_RELEASED, given.outcome().equals("release"));
        context.set(AgreementVariables.TOPICS_REOPENED, given.outcome().equals("reopen"));
        context.set(AgreementVariables.AGREEMENT_SEALED, false);
    }

    record Given(Integer version, String outcome, List<Waiver> waivers, List<String> topics, String reason) {
    }

    record Waiver(String role, String reason) {
    }
}
