package org.commonground.closure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.commonground.commitment.Commitment;
import org.commonground.commitment.CommitmentService;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.Actions;
import org.commonground.partnership.OpenAtTheEnd;
import org.commonground.partnership.PartnershipService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The closing list: what is still open at the end, and what becomes of it. */
@Service
public class ClosingListService {

    private final Closures closures;
    private final ClosureTables tables;
    private final Reckonings reckonings;
    private final PartnershipService partnerships;
    private final List<OpenAtTheEnd> rooms;
    private final CommitmentService commitments;
    private final Actions actions;
    private final OrganisationService organisations;
    private final Clock clock;

    ClosingListService(Closures closures, ClosureTables tables, Reckonings reckonings, PartnershipService partnerships,
            List<OpenAtTheEnd> rooms, CommitmentService commitments, Actions actions, OrganisationService organisations, Clock clock) {
        this.closures = closures;
        this.tables = tables;
        this.reckonings = reckonings;
        this.partnerships = partnerships;
        this.rooms = rooms;
        this.commitments = commitments;
        this.actions = actions;
        this.organisations = organisations;
        this.clock = clock;
    }

    /**
     * Settles the closing list. Refused while something blocks it, and for an item that is called done while something of it is open,
     * each time naming what it is. Any other item may be left open with a reason.
     *
     * @param letter   what all members get when the partnership is closed
     * @param followUp whether somebody asks half a year later what became of it
     */
    @Transactional
    public void settle(PartnershipId partnership, List<Settlement> settlements, List<Promise> promises, String letter, boolean followUp,
            String person) {
        // A dispute that is raised at this moment is on the list, or comes too late.
        partnerships.oneAtATime(partnership);
        Closure closure = closures.of(partnership);
        closure.mayChange();
        Map<Integer, Commitment> undecided = reckonings.openCommitments(partnership);
        Map<Promise, Commitment> decided = new LinkedHashMap<>();
        for (Promise promise : promises) {
            Commitment commitment = undecided.remove(promise.nr());
            Refusal.unless(commitment != null, "The open commitments have changed since you opened the page. Please open it again.");
            decided.put(promise, commitment);
        }
        closure.settle(settlements, blocking(partnership, undecided), stillOpen(partnership), letter, followUp, LocalDate.now(clock));
        decided.forEach((promise, commitment) -> {
            if (promise.kept()) {
                commitments.keep(commitment.id(), person);
            } else {
                commitments.release(partnership, commitment.id(), promise.reason(), person);
            }
        });
        tables.settle(closure.id(), settlements, person);
        closures.save(closure);
    }

    /** Asks those again who have not answered, and for the joint review. Refused when all have answered and looked back. */
    @Transactional
    public void askAgain(PartnershipId partnership) {
        closures.of(partnership)
                .askAgain(reckonings.unreconciled(partnership).isEmpty() && reckonings.silentLearners(partnership).isEmpty());
    }

    /** The closing list as it was settled; empty before. */
    public List<Settlement> settlements(PartnershipId partnership) {
        return tables.settlements(closures.of(partnership).id());
    }

    /** What keeps the partnership from being closed, whatever is said of it: what rooms call open, and open commitments, in sentences. */
    public List<String> blocking(PartnershipId partnership) {
        return blocking(partnership, reckonings.openCommitments(partnership));
    }

    private List<String> blocking(PartnershipId partnership, Map<Integer, Commitment> undecided) {
        return Stream.concat(rooms.stream().flatMap(room -> room.openAtTheEnd(partnership).stream()),
                undecided.values().stream().map(open -> "“%s” of %s is neither kept nor released.".formatted(open.what(), open.name())))
                        .toList();
    }

    /** What the tables know to be open of each item, as a sentence; items without are left out. */
    public Map<ClosingItem, String> stillOpen(PartnershipId partnership) {
        Closure closure = closures.of(partnership);
        Map<ClosingItem, String> open = new EnumMap<>(ClosingItem.class);
        put(open, ClosingItem.OBLIGATIONS, "nobody has seen %s done yet.", "nobody has seen this done yet: %s.",
                actions.open(partnership).stream().map(action -> "“%s” (%s)".formatted(action.what(), action.ownerName())).toList());
        put(open, ClosingItem.CONTRIBUTIONS, "%s has not said whether its list is right.",
                "these have not said whether their lists are right: %s.", names(reckonings.unreconciled(partnership)));
        put(open, ClosingItem.LESSONS, "%s has not shared what it learned.", "these have not shared what they learned: %s.",
                names(reckonings.silentLearners(partnership)));
        if (!closure.isReviewed()) {
            open.put(ClosingItem.FINAL_REVIEW, "the partners have not looked back together.");
        }
        return open;
    }

    private static void put(Map<ClosingItem, String> open, ClosingItem item, String ofOne, String ofSeveral, List<String> names) {
        if (!names.isEmpty()) {
            open.put(item, (names.size() == 1 ? ofOne : ofSeveral).formatted(String.join(", ", names)));
        }
    }

    private List<String> names(List<OrganisationId> ids) {
        return ids.stream().map(id -> organisations.card(id).name()).toList();
    }
}
