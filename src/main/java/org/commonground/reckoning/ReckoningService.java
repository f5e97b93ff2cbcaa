package org.commonground.reckoning;

import static org.commonground.foundation.Words.maybe;

import java.util.List;
import java.util.Set;

import org.commonground.closure.ClosureCard;
import org.commonground.closure.ClosureService;
import org.commonground.closure.Reckonings;
import org.commonground.commitment.Commitment;
import org.commonground.commitment.CommitmentService;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.learning.Lesson;
import org.commonground.learning.LessonService;
import org.commonground.learning.Reach;
import org.commonground.partnership.ActionCheck;
import org.commonground.partnership.Actions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each member says at the end. Partners and allies take part alike: all have given something and learned. */
@Service
public class ReckoningService {

    private final ReckoningTables tables;
    private final ClosureService closures;
    private final Reckonings reckonings;
    private final Actions actions;
    private final CommitmentService commitments;
    private final LessonService lessons;

    ReckoningService(ReckoningTables tables, ClosureService closures, Reckonings reckonings, Actions actions, CommitmentService commitments,
            LessonService lessons) {
        this.tables = tables;
        this.closures = closures;
        this.reckonings = reckonings;
        this.actions = actions;
        this.commitments = commitments;
        this.lessons = lessons;
    }

    /**
     * Keeps what a member says of the list of its contributions, once.
     *
     * @param kept   numbers of those open commitments that it has kept
     * @param checks what it saw of the actions that it verifies
     * @param words  what differs; needed unless it agrees with the list
     */
    @Transactional
    public void reconcile(PartnershipId partnership, OrganisationId organisation, Set<Integer> kept, List<ActionCheck> checks,
            boolean agreed, String words, String person) {
        ClosureCard closure = closures.openCard(partnership);
        String differs = maybe(words);
        Refusal.unless(agreed || differs != null, "Please say what differs: all members read it in the closing report.");
        Refusal.unless(tables.isAwaited(closure.id(), organisation), "Your organisation has answered already.");
        List<Commitment> all = kept.isEmpty() ? List.of() : commitments.of(partnership);
        for (int nr : kept) {
            Refusal.unless(nr >= 1 && nr <= all.size() && all.get(nr - 1).seat().organisation().equals(organisation)
                    && all.get(nr - 1).isOpen(), "These commitments have changed since you opened the page. Please open it again.");
        }
        kept.forEach(nr -> commitments.keep(all.get(nr - 1).id(), person));
        actions.check(partnership, organisation, checks, person);
        tables.reconcile(closure.id(), organisation, agreed, differs, person);
    }

    /** Keeps what a member learned, once, and how far that may go. */
    @Transactional
    public void share(PartnershipId partnership, OrganisationId organisation, Lesson lesson, Reach reach, String person) {
        closures.openCard(partnership);
        Refusal.unless(reckonings.silentLearners(partnership).contains(organisation), "Your organisation has shared its lesson already.");
        lessons.tellAtTheEnd(partnership, organisation, lesson, reach, person);
    }
}
