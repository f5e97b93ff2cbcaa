package org.commonground.accession.process;

import static org.commonground.accession.process.AccessionVariables.matter;

import java.util.List;

import org.commonground.accession.AccessionService;
import org.commonground.accession.Consent;
import org.commonground.accession.Newcomer;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.vision.Ability;
import org.springframework.stereotype.Component;

/** Whether a partner consents to who would join, and what it can do of what that one expects. */
@Component
@For("${organisations.group(party)}")
class GiveConsent implements Step<GiveConsent.Shown, GiveConsent.Given> {

    private final AccessionService accessions;

    GiveConsent(AccessionService accessions) {
        this.accessions = accessions;
    }

    @Override
    public Shown show(StepContext context) {
        AccessionService.Sheet sheet = accessions.sheet(matter(context));
        return new Shown(sheet.origin(), sheet.why(), sheet.rule(), sheet.newcomers().stream().map(Row::of).toList());
    }

    @Override
    public void take(Given given, StepContext context) {
        accessions.consent(matter(context), context.party(), given.newcomers().stream().map(Answer::consent).toList(), context.person());
    }

    record Row(String organisation, String name, String as, String seats, boolean invited, String why, String expects) {

        static Row of(Newcomer one) {
            return new Row(one.organisation().code(), one.name(), one.as(), String.join("; ", one.seats()), one.why() != null, one.why(),
                    one.expects());
        }
    }

    /** @param origin who proposed it, or since when it is needed */
    record Shown(String origin, String why, String rule, List<Row> newcomers) {
    }

    record Answer(String organisation, String answer, String reason, Ability ability, String words) {

        Consent consent() {
            return new Consent(new OrganisationId(organisation), "yes".equals(answer), reason, ability, words);
        }
    }

    record Given(List<Answer> newcomers) {
    }
}
