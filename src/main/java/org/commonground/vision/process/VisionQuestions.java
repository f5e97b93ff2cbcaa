package org.commonground.vision.process;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.engine.DueDates;
import org.commonground.engine.OpenToModels;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.vision.FounderService;
import org.commonground.vision.VisionService;
import org.springframework.stereotype.Component;

/** What the diagram asks about a vision: {@code ${visions.visionaries(execution)}}. */
@Component("visions")
@OpenToModels
public class VisionQuestions {

    private final VisionService visions;
    private final FounderService founders;
    private final DueDates deadlines;
    private final Clock clock;

    VisionQuestions(VisionService visions, FounderService founders, DueDates deadlines, Clock clock) {
        this.visions = visions;
        this.founders = founders;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Codes of the partners whose vision is awaited. */
    public List<String> visionaries(DelegateExecution execution) {
        return codes(visions.silentVisionaries(id(execution)));
    }

    /** Whether somebody joined who was not asked for its vision. */
    public boolean visionaryMissing(DelegateExecution execution) {
        return !visionaries(execution).isEmpty();
    }

    /** Until when visions are awaited: each partner shares its own, then answers the others, and has the days of both steps. */
    public Date shareUntil(DelegateExecution execution) {
        Duration answering = Duration.between(clock.instant(), deadlines.dueFor("answer-expectations").orElseThrow());
        return Date.from(deadlines.dueFor("share-vision").orElseThrow().plus(answering));
    }

    /** Codes of the partners who are asked to endorse the draft and have not answered. */
    public List<String> endorsers(DelegateExecution execution) {
        return codes(founders.awaited(id(execution)));
    }

    /** Whether somebody joined who was not asked about the draft. */
    public boolean endorserMissing(DelegateExecution execution) {
        return !endorsers(execution).isEmpty();
    }

    /** Whether fewer than two partners are left, or somebody found that there is no common ground. */
    public boolean isOver(DelegateExecution execution) {
        return !founders.goOn(id(execution));
    }

    private static PartnershipId id(DelegateExecution execution) {
        return new PartnershipId(execution.getProcessBusinessKey());
    }

    private static List<String> codes(List<OrganisationId> partners) {
        return partners.stream().map(OrganisationId::code).toList();
    }
}
