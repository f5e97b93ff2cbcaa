package org.commonground.lead.process;

import java.util.ArrayList;
import java.util.List;

import org.commonground.engine.Choice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.lead.LeadService;
import org.springframework.stereotype.Component;

/** Who wants the lead passed on says to whom. */
@Component
@For("${leads.proposers(execution)}")
class ProposeNewLead implements Step<ProposeNewLead.Shown, ProposeNewLead.Given> {

    private static final Choice NOBODY = new Choice("Nobody after all: the lead stays where it is", "nobody");

    private final LeadService leads;

    ProposeNewLead(LeadService leads) {
        this.leads = leads;
    }

    @Override
    public Shown show(StepContext context) {
        List<Choice> partners = new ArrayList<>(leads.successors(LeadVariables.matter(context)).stream()
                .map(one -> new Choice(one.name(), one.id().code())).toList());
        partners.add(NOBODY);
        return new Shown(partners);
    }

    @Override
    public void take(Given given, StepContext context) {
        boolean proposed = !given.lead.equals(NOBODY.value());
        context.set(LeadVariables.PARTNER_PROPOSED, proposed);
        if (proposed) {
            leads.propose(LeadVariables.matter(context), new OrganisationId(given.lead));
            context.set(LeadVariables.NAMED, given.lead);
        }
    }

    record Shown(List<Choice> partners) {
    }

    record Given(String lead) {
    }
}
