package org.commonground.orientation.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.commonground.agreement.AgreedTerms;
import org.commonground.engine.Choice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.orientation.Orientation;
import org.commonground.orientation.OrientationService;
import org.springframework.stereotype.Component;

/** The meeting at which all partners hear how the work begins. */
@Component
@For("coordinator")
class OrientPartners implements Step<OrientPartners.Shown, OrientPartners.Given> {

    private final OrientationService orientations;
    private final AgreedTerms agreements;

    OrientPartners(OrientationService orientations, AgreedTerms agreements) {
        this.orientations = orientations;
        this.agreements = agreements;
    }

    @Override
    public Shown show(StepContext context) {
        Map<OrganisationId, String> names = orientations.names(context.partnership());
        return new Shown(Choice.ofOrganisations(names), agreements.agenda(context.partnership()).stream()
                .map(item -> new Planned(item.what(), names.getOrDefault(item.who(), item.who().code()), Days.brief(item.byWhen()),
                        item.with())).toList());
    }

    @Override
    public void take(Given given, StepContext context) {
        orientations.orient(context.partnership(), given.orientation(), context.person());
    }

    record Shown(List<Choice> members, List<Planned> agenda) {
    }

    record Planned(String what, String who, String byWhen, String with) {
    }

    /** As the form spells it. */
    enum Held {
        yes, no
    }

    record Given(Held held, LocalDate heldOn, List<String> present, String minutes) {

        Orientation orientation() {
            return held == Held.no ? Orientation.inWriting(minutes)
                    : new Orientation(heldOn, present.stream().map(OrganisationId::new).toList(), minutes);
        }
    }
}
