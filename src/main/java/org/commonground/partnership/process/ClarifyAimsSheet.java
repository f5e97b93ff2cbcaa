package org.commonground.partnership.process;

import java.util.List;

import org.commonground.engine.Choice;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.PartnershipCard;
import org.commonground.partnership.PartnershipService;
import org.springframework.stereotype.Component;

@Component
class ClarifyAimsSheet implements Sheet<ClarifyAimsSheet.Shown> {

    private final PartnershipService partnerships;
    private final OrganisationService organisations;

    ClarifyAimsSheet(PartnershipService partnerships, OrganisationService organisations) {
        this.partnerships = partnerships;
        this.organisations = organisations;
    }

    @Override
    public Shown read(StepContext context) {
        PartnershipCard card = partnerships.card(context.partnership());
        return new Shown(organisations.card(card.proposer()).name(), card.practice(), card.whyTogether(),
                organisations.verified().stream().map(one -> new Choice(one.name(), one.id().code())).toList());
    }

    record Shown(String proposer, String practice, String whyTogether, List<Choice> organisations) {
    }
}
