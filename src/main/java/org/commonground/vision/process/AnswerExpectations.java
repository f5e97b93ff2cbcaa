package org.commonground.vision.process;

import java.util.List;
import java.util.Map;

import org.commonground.engine.AnsweredAnew;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.vision.Ability;
import org.commonground.vision.ExpectationAnswer;
import org.commonground.vision.FounderService;
import org.commonground.vision.VisionService;
import org.springframework.stereotype.Component;

/** What one partner can do of what the others expect of it. */
@Component
@For("${organisations.group(party)}")
@AnsweredAnew
class AnswerExpectations implements Step<AnswerExpectations.Shown, AnswerExpectations.Given> {

    private final FounderService founders;
    private final VisionService visions;

    AnswerExpectations(FounderService founders, VisionService visions) {
        this.founders = founders;
        this.visions = visions;
    }

    @Override
    public Shown show(StepContext context) {
        Map<OrganisationId, String> names = founders.names(context.partnership());
        return new Shown(visions.expectationsOfOthers(context.partnership(), context.party()).stream()
                .map(one -> new Expected(one.organisation().code(), names.get(one.organisation()), one.words())).toList());
    }

    @Override
    public void take(Given given, StepContext context) {
        visions.answerExpectations(context.partnership(), context.party(),
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
