package org.commonground.closure.process;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.commonground.closure.ClosureService;
import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.springframework.stereotype.Component;

@Component
class ReviewJointlyAnswer implements Answer<ReviewJointlyAnswer.Given> {

    private final ClosureService closures;

    ReviewJointlyAnswer(ClosureService closures) {
        this.closures = closures;
    }

    @Override
    public void take(Given given, StepContext context) {
        if (given.held().equals("yes")) {
            closures.reviewJointly(context.partnership(), given.heldOn(), given.organisations(), given.minutes(), context.person());
        }
    }

    /** @param held where it was not, nothing is written down: the closing list names it as open */
    record Given(String held, LocalDate heldOn, List<String> present, String minutes) {

        Set<OrganisationId> organisations() {
            return present.stream().map(OrganisationId::new).collect(toSet());
        }
    }
}
