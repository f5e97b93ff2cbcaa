package org.commonground.negotiation.process;

import static org.commonground.negotiation.process.NegotiationVariables.negotiation;

import java.util.List;
import java.util.Map;

import org.commonground.engine.AnsweredAnew;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.negotiation.Ability;
import org.commonground.negotiation.ExpectationAnswer;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.VisionService;
import org.springframework.stereotype.Component;

/** What one party can do of what the others expect of it. */
@Component
@For("${organisations.group(party)}")
@AnsweredAnew
class AnswerExpectations implements Step<AnswerExpectations.Shown, AnswerExpectations.Given> {

    private final NegotiationService negotiations;
    private final VisionService visions;

    AnswerExpectations(NegotiationService negotiations, VisionService visions) {
        this.negotiations = negotiations;
        this.visions = visions;
    }

    @Override
    public Shown show(StepContext context) {
        Map<OrganisationId, String> names = negotiations.names(negotiation(context));
        return new Shown(visions.expectationsOfOthers(negotiation(context), context.party()).stream()
                .map(one -> new Expected(one.organisation().code(), names.get(one.organisation()), one.words())).toList());
    }

    @Override
    public void take(Given given, StepContext context) {
        visions.answerExpectations(negotiation(context), context.party(),
                given.expectations().stream().map(Answered::given).toList(), context.person());
    }

    record Expected(String organisation, String name, String expects) {
    }

    record Shown(List<Expected> expectations) {
    }

    record Answered(String organisation, Ability answer, String words) {

        ExpectationAnswer given() {
            return new ExpectationAnswer(new OrganisationId(organisation), answer, words);
        }
    }

    record Given(List<Answered> expectations) {
    }
}
