package org.commonground.organisation.process;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.organisation.OrganisationService;
import org.springframework.stereotype.Component;

@Component
class VerifyOrganisationAnswer implements Answer<VerifyOrganisationAnswer.Given> {

    private final OrganisationService organisations;

    VerifyOrganisationAnswer(OrganisationService organisations) {
        this.organisations = organisations;
    }

    @Override
    public void take(Given given, StepContext context) {
        OrganisationId organisation = new OrganisationId(context.businessKey());
        switch (given.outcome) {
            case verified -> organisations.verify(organisation);
            case more -> organisations.askForMore(organisation, given.needed);
            case refused -> organisations.refuse(organisation, given.reason);
        }
        context.set(OrganisationVariables.ORGANISATION_VERIFIED, given.outcome == Outcome.verified);
        context.set(OrganisationVariables.MORE_NEEDED, given.outcome == Outcome.more);
    }

    /** As the form spells them. */
    enum Outcome {
        verified, more, refused
    }

    record Given(Outcome outcome, String needed, String reason) {
    }
}
