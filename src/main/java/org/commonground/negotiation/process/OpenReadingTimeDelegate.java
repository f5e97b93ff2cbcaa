package org.commonground.negotiation.process;

import static org.commonground.negotiation.process.NegotiationVariables.negotiation;

import org.commonground.engine.DueDates;
import org.commonground.engine.ProcessStep;
import org.commonground.engine.StepContext;
import org.commonground.negotiation.NegotiationService;
import org.springframework.stereotype.Component;

@Component
class OpenReadingTimeDelegate implements ProcessStep {

    private final NegotiationService negotiations;
    private final DueDates deadlines;

    OpenReadingTimeDelegate(NegotiationService negotiations, DueDates deadlines) {
        this.negotiations = negotiations;
        this.deadlines = deadlines;
    }

    @Override
    public void perform(StepContext context) {
        negotiations.openReading(negotiation(context), deadlines.dueFor("read-the-positions").orElseThrow());
    }
}
