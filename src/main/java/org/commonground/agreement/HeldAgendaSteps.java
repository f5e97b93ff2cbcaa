package org.commonground.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.Holding;
import org.commonground.partnership.Holdings;
import org.commonground.vision.AgendaItem;
import org.springframework.stereotype.Component;

/** The steps of the agenda of action that an organisation is to take and whose day has not passed. */
@Component
class HeldAgendaSteps implements Holdings {

    private final AgreedTerms terms;
    private final PassedOnSteps passedOn;

    HeldAgendaSteps(AgreedTerms terms, PassedOnSteps passedOn) {
        this.terms = terms;
        this.passedOn = passedOn;
    }

    @Override
    public String kind() {
        return "agenda";
    }

    @Override
    public Set<String> columns() {
        return Set.of("agenda_item.who", "agenda_step_passed_on.organisation");
    }

    @Override
    public List<Holding> of(PartnershipId partnership, OrganisationId holder) {
        LocalDate today = passedOn.today();
        return terms.agenda(partnership).stream().filter(step -> step.who().equals(holder) && !step.byWhen().isBefore(today))
                .map(step -> new Holding(ref(step), "Step of the agenda: %s, by %s, with: %s.".formatted(step.what(),
                        Days.inWords(step.byWhen()), step.with()))).toList();
    }

    private static String ref(AgendaItem step) {
        return "%s:%08x".formatted(step.byWhen(), step.what().hashCode());
    }

    @Override
    public void handTo(PartnershipId partnership, String ref, OrganisationId holder, OrganisationId taker, String person) {
        find(partnership, ref, holder, taker);
    }

    @Override
    public void release(PartnershipId partnership, String ref, OrganisationId holder, String reason) {
        find(partnership, ref, holder, null);
    }

    private void find(PartnershipId partnership, String ref, OrganisationId holder, OrganisationId taker) {
        terms.agenda(partnership).stream().filter(step -> step.who().equals(holder) && ref(step).equals(ref))
                .forEach(step -> passedOn.write(partnership, step, taker));
    }

    @Override
    public String whenReleased() {
        return "Nobody takes this step any more.";
    }
}
