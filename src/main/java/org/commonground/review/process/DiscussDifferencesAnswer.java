package org.commonground.review.process;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.partnership.AgreedAction;
import org.commonground.review.ReviewService;
import org.springframework.stereotype.Component;

@Component
class DiscussDifferencesAnswer implements Answer<DiscussDifferencesAnswer.Given> {

    private final ReviewService reviews;

    DiscussDifferencesAnswer(ReviewService reviews) {
        this.reviews = reviews;
    }

    @Override
    public void take(Given given, StepContext context) {
        reviews.discuss(ReviewVariables.review(context), given.heldOn(), organisations(given.present()), given.minutes(),
                given.actions().stream().map(Row::action).toList(), context.person());
    }

    static Set<OrganisationId> organisations(List<String> codes) {
        return codes.stream().map(OrganisationId::new).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    record Given(LocalDate heldOn, List<String> present, String minutes, List<Row> actions) {
    }

    record Row(String about, String what, String owner, LocalDate due, String verifier) {

        AgreedAction action() {
            return new AgreedAction(about, what, new OrganisationId(owner), due, new OrganisationId(verifier));
        }
    }
}
