package org.commonground.lead.process;

import java.util.List;

import org.commonground.engine.Choice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.lead.LeadSearch;
import org.commonground.lead.LeadService;
import org.commonground.partnership.LeadDecline;
import org.springframework.stereotype.Component;

/** Nobody leads: who was named has declined, is silent or is gone, so another organisation is named. */
@Component
@For("${leads.namers(execution)}")
class NameAnotherLead implements Step<NameAnotherLead.Shown, NameAnotherLead.Given> {

    private final LeadService leads;

    NameAnotherLead(LeadService leads) {
        this.leads = leads;
    }

    @Override
    public Shown show(StepContext context) {
        LeadSearch search = leads.search(context.partnership(), context.person());
        return new Shown(search.amongPartners(), search.silent(), search.declines(),
                search.choices().stream().map(one -> new Choice(one.name(), one.id().code())).toList());
    }

    @Override
    public void take(Given given, StepContext context) {
        leads.name(context.partnership(), new OrganisationId(given.lead), context.person());
        context.set(LeadVariables.NAMED, given.lead);
    }

    /**
     * @param chosen whether the partners are chosen: then one of them leads
     * @param silent the name of who was asked and did not answer, or null
     */
    record Shown(boolean chosen, String silent, List<LeadDecline> declines, List<Choice> organisations) {
    }

    record Given(String lead) {
    }
}
