package org.commonground.lead.process;

import java.util.List;

import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.lead.LeadService;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.NumberedObjective;
import org.commonground.partnership.PartnershipCard;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.springframework.stereotype.Component;

/** An organisation that was named says whether it leads the partnership. */
@Component
@For("${leads.asked(execution)}")
class AnswerLeadRequest implements Step<AnswerLeadRequest.Shown, AnswerLeadRequest.Given> {

    private final LeadService leads;
    private final PartnershipService partnerships;
    private final OrganisationService organisations;

    AnswerLeadRequest(LeadService leads, PartnershipService partnerships, OrganisationService organisations) {
        this.leads = leads;
        this.partnerships = partnerships;
        this.organisations = organisations;
    }

    @Override
    public Shown show(StepContext context) {
        PartnershipCard card = partnerships.card(context.partnership());
        boolean chosen = leads.isAmongPartners(card.id());
        String lead = card.lead() == null ? null : organisations.card(card.lead()).name();
        return new Shown(organisations.card(card.proposer()).name(), card.phase().isBefore(Phase.IN_FORCE), !chosen,
                chosen && lead == null, lead, card.practice(), card.whyTogether(), card.purpose(),
                card.objectives(), String.join(", ", card.areas()), card.targetParticipants(), card.horizonMonths(),
                card.growth(), card.newChallenge());
    }

    @Override
    public List<String> mailed(StepContext context) {
        PartnershipCard card = partnerships.card(context.partnership());
        return List.of("%s proposed the partnership “%s”; your organisation is asked to lead it.".formatted(
                organisations.card(card.proposer()).name(), card.title()));
    }

    @Override
    public void take(Given given, StepContext context) {
        leads.answer(context.partnership(), given.answer == Answer.accept, given.reason, context.person());
    }

    /**
     * @param unbound  whether no agreement is in force yet
     * @param founding whether partners are still to be found
     * @param chosen   whether they are, the organisation is one of them, and nobody leads
     * @param challenge what nobody of them has solved before, or null
     * @param lead     who leads until it answers; null where nobody does
     */
    record Shown(String proposer, boolean unbound, boolean founding, boolean chosen, String lead, String practice,
            String whyTogether, String purpose,
            List<NumberedObjective> objectives, String areas, String targetParticipants, Integer horizonMonths,
            String growth, String challenge) {
    }

    /** As the form spells them. */
    enum Answer {
        accept, decline
    }

    record Given(Answer answer, String reason) {
    }
}
