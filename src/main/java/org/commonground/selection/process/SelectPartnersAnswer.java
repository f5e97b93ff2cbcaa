package org.commonground.selection.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;
import org.commonground.selection.Decision;
import org.commonground.selection.PartnerFit;
import org.commonground.selection.SelectionService;
import org.springframework.stereotype.Component;

@Component
class SelectPartnersAnswer implements Answer<SelectPartnersAnswer.Given> {

    private final SelectionService selections;

    SelectPartnersAnswer(SelectionService selections) {
        this.selections = selections;
    }

    @Override
    public void take(Given given, StepContext context) {
        switch (given.outcome()) {
            case "choose" -> selections.choose(context.partnership(), given.chosen(), given.waived(), context.person());
            case "none" -> selections.endWithoutCommonGround(context.partnership(), given.endReason(), context.person());
            default -> {
                // More candidates are looked for: all that was said stands.
            }
        }
        context.set(SelectionVariables.MORE_CANDIDATES_WANTED, given.outcome().equals("more"));
        context.set(SelectionVariables.COMMON_GROUND_FOUND, given.outcome().equals("choose"));
    }

    record Given(String outcome, List<Row> decisions, List<Waiver> waivers, String endReason) {

        List<Decision> chosen() {
            return decisions.stream().map(row -> new Decision(new OrganisationId(row.organisation()), PartnerFit.of(row.decision()), row.reason())).toList();
        }

        Map<UUID, String> waived() {
            Map<UUID, String> waived = new LinkedHashMap<>();
            waivers.forEach(waiver -> Refusal.unless(waived.put(UUID.fromString(waiver.role()), waiver.reason()) == null,
                    "The same role stands there twice as one to go on without. Please keep one line."));
            return waived;
        }
    }

    record Row(String organisation, String decision, String reason) {
    }

    record Waiver(String role, String reason) {
    }
}
