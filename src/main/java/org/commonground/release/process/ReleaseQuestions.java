package org.commonground.release.process;

import java.util.Date;
import java.util.List;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.engine.OpenToModels;
import org.commonground.engine.Variable;
import org.commonground.foundation.OrganisationId;
import org.commonground.release.ReleaseService;
import org.springframework.stereotype.Component;

/** What the diagram asks about a release: {@code ${releases.named(execution)}}. */
@Component("releases")
@OpenToModels
public class ReleaseQuestions {

    private final ReleaseService releases;

    ReleaseQuestions(ReleaseService releases) {
        this.releases = releases;
    }

    /** The group whose people name the partner: who raised the matter while it is there, else the coordinators. */
    public List<String> namers(DelegateExecution execution) {
        return List.of(releases.namer(matter(execution)).map(OrganisationId::groupId).orElse("coordinator"));
    }

    /** The group of the partner that was named. */
    public List<String> named(DelegateExecution execution) {
        return List.of(releases.named(matter(execution)).groupId());
    }

    /** Until when it can answer. */
    public Date answerUntil(DelegateExecution execution) {
        return Date.from(releases.letter(matter(execution)).until());
    }

    /** Whether the others decide now. */
    public boolean goesToVote(DelegateExecution execution) {
        return releases.goesToVote(matter(execution));
    }

    /** Whether it was decided that it leaves today. */
    public boolean leavesAtOnce(DelegateExecution execution) {
        return releases.leavesAtOnce(matter(execution));
    }

    /** Whether it was decided that it leaves on a later day. */
    public boolean leavesLater(DelegateExecution execution) {
        return releases.leavesLater(matter(execution));
    }

    private static UUID matter(DelegateExecution execution) {
        return UUID.fromString((String) execution.getVariable(Variable.MATTER.name()));
    }
}
