package org.commonground.closure;

import static org.commonground.foundation.Words.maybe;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.commonground.commitment.Commitment;
import org.commonground.commitment.CommitmentService;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.partnership.ActionCheck;
import org.commonground.partnership.Actions;
import org.commonground.partnership.PartnershipService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each member says at the end. Partners and allies take part alike: all have given something and learned. */
@Service
public class ReckoningService {

    private final Closures closures;
    private final ClosureTables tables;
    private final PartnershipService partnerships;
    private final Actions actions;
    private final CommitmentService commitments;

    ReckoningService(Closures closures, ClosureTables tables, PartnershipService partnerships, Actions actions,
            CommitmentService commitments) {
        this.closures = closures;
        this.tables = tables;
        this.partnerships = partnerships;
        this.actions = actions;
        this.commitments = commitments;
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
        Closure closure = closures.of(partnership);
        closure.mayChange();
        String differs = maybe(words);
        Refusal.unless(agreed || differs != null, "Please say what differs: all members read it in the closing report.");
        Refusal.unless(unreconciled(partnership).contains(organisation), "Your organisation has answered already.");
        List<Commitment> all = commitments.of(partnership);
        for (int nr : kept) {
            Refusal.unless(nr >= 1 && nr <= all.size() && all.get(nr - 1).seat().organisation().equals(organisation)
                    && all.get(nr - 1).isOpen(), "These commitments have changed since you opened the page. Please open it again.");
        }
        kept.forEach(nr -> commitments.keep(all.get(nr - 1).id(), person));
        actions.check(partnership, organisation, checks, person);
        tables.reconcile(closure.id(), organisation, agreed, differs, person);
    }

    /** Keeps what a member learned, once. */
    @Transactional
    public void share(PartnershipId partnership, OrganisationId organisation, Lesson lesson, String person) {
        Closure closure = closures.of(partnership);
        closure.mayChange();
        Refusal.unless(silentLearners(partnership).contains(organisation), "Your organisation has shared its lesson already.");
        tables.share(closure.id(), organisation, lesson, person);
    }

    /** The members who have not said yet whether the list of their contributions is right. */
    public List<OrganisationId> unreconciled(PartnershipId partnership) {
        return without(partnership, reconciliations(partnership).stream().map(Reconciliation::organisation).toList());
    }

    /** The members who have not shared yet what they learned. */
    public List<OrganisationId> silentLearners(PartnershipId partnership) {
        return without(partnership, lessons(partnership).stream().map(SharedLesson::organisation).toList());
    }

    private List<OrganisationId> without(PartnershipId partnership, List<OrganisationId> done) {
        return partnerships.memberIds(partnership).stream().filter(Predicate.not(done::contains)).toList();
    }

    public List<Reconciliation> reconciliations(PartnershipId partnership) {
        return tables.reconciliations(closures.of(partnership).id());
    }

    public List<SharedLesson> lessons(PartnershipId partnership) {
        return tables.lessons(closures.of(partnership).id());
    }

    /** The commitments that are neither kept nor released, by their number among all, from 1. */
    public Map<Integer, Commitment> openCommitments(PartnershipId partnership) {
        List<Commitment> all = commitments.of(partnership);
        return IntStream.range(0, all.size()).filter(index -> all.get(index).isOpen()).boxed()
                .collect(Collectors.toMap(index -> index + 1, all::get, (one, same) -> one, TreeMap::new));
    }
}
