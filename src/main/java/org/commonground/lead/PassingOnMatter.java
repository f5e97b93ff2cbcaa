package org.commonground.lead;

import java.util.Optional;

import org.commonground.decision.ProposalKind;
import org.commonground.foundation.OrganisationId;
import org.commonground.matter.MatterCard;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.Course;
import org.commonground.partnership.Leadership;
import org.springframework.stereotype.Component;

/** Another partner takes over the lead: the partners decide, then that one is asked. It is about that partner, by its code. */
@Component
class PassingOnMatter implements ProposalKind {

    private final Leadership leadership;
    private final OrganisationService organisations;

    PassingOnMatter(Leadership leadership, OrganisationService organisations) {
        this.leadership = leadership;
        this.organisations = organisations;
    }

    @Override
    public String key() {
        return "lead";
    }

    @Override
    public String label() {
        return "Passing on the lead";
    }

    @Override
    public String choice() {
        return "Passing on the lead: another partner leads from now on";
    }

    @Override
    public String consequence() {
        return "Another partner leads, if the partners decide so and it agrees. Until then everything stays as it is.";
    }

    @Override
    public String consequence(MatterCard matter) {
        return matter.about() == null ? consequence()
                : "%s leads from now on, if the partners decide so and it agrees. Until then everything stays as it is."
                .formatted(organisations.card(new OrganisationId(matter.about())).name());
    }

    @Override
    public Optional<String> objection(Course course) {
        return leadership.isMissing(course.id())
                ? Optional.of("Nobody leads %s now: the coordinator names a partner, who is asked.".formatted(course.id()))
                : Optional.empty();
    }

    @Override
    public String room() {
        return "lead";
    }

    @Override
    public String next() {
        return "Who raised it now says which partner; then all full partners decide, and that one is asked.";
    }

    @Override
    public void carryOut(MatterCard matter) {
        leadership.askToTakeOver(matter.partnership(), new OrganisationId(matter.about()));
    }
}
