package org.commonground.closure;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.commonground.closure.Words.maybe;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.commonground.delivery.Commitment;
import org.commonground.delivery.DeliveryService;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.matter.MatterService;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.Action;
import org.commonground.partnership.ActionCheck;
import org.commonground.partnership.Actions;
import org.commonground.partnership.Meeting;
import org.commonground.partnership.Meetings;
import org.commonground.partnership.Member;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.review.ReviewService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a partnership moves on once its work has ended. Partners and allies take part alike: all have given something and learned. */
@Service
public class ClosureService {

    private static final String FINAL_REVIEW = "Joint final review";

    private final Closures closures;
    private final ClosureTables tables;
    private final PartnershipService partnerships;
    private final OrganisationService organisations;
    private final Meetings meetings;
    private final Actions actions;
    private final DeliveryService delivery;
    private final ReviewService reviews;
    private final MatterService matters;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    ClosureService(Closures closures, ClosureTables tables, PartnershipService partnerships, OrganisationService organisations, Meetings meetings,
            Actions actions, DeliveryService delivery, ReviewService reviews, MatterService matters, ApplicationEventPublisher facts, Clock clock) {
        this.closures = closures;
        this.tables = tables;
        this.partnerships = partnerships;
        this.organisations = organisations;
        this.meetings = meetings;
        this.actions = actions;
        this.delivery = delivery;
        this.reviews = reviews;
        this.matters = matters;
        this.facts = facts;
        this.clock = clock;
    }

    // What is done, in order

    /** Begins to move on: the phase changes, and a review that the end has overtaken is broken off. May be repeated. */
    @Transactional
    public void open(PartnershipId partnership) {
        if (closures.findByPartnership(partnership.value()).isEmpty()) {
            partnerships.enter(partnership, Phase.CLOSING);
            reviews.breakOff(partnership);
            closures.save(Closure.open(partnership, today()));
        }
    }

    /** Keeps which way the partnership takes, and why: once, after talking with all. */
    @Transactional
    public void chooseTrajectory(PartnershipId partnership, Trajectory trajectory, String reason, String person) {
        Closure closure = find(partnership);
        closure.choose(trajectory, reason, person);
        closures.save(closure);
    }

    /**
     * Keeps what a member says of the list of its contributions, once.
     *
     * @param kept   numbers of those open commitments that it has kept
     * @param checks what it saw of the actions that it verifies
     * @param words  what differs; needed unless it agrees with the list
     */
    @Transactional
    public void reconcile(PartnershipId partnership, OrganisationId organisation, Set<Integer> kept, List<ActionCheck> checks, boolean agreed,
            String words, String person) {
        Closure closure = find(partnership);
        closure.mayChange();
        String differs = maybe(words);
        Refusal.unless(agreed || differs != null, "Please say what differs: all members read it in the closing report.");
        Refusal.unless(unreconciled(partnership).contains(organisation), "Your organisation has answered already.");
        List<Commitment> all = delivery.commitments(partnership);
        for (int nr : kept) {
            Refusal.unless(nr >= 1 && nr <= all.size() && all.get(nr - 1).seat().organisation().equals(organisation) && all.get(nr - 1).isOpen(),
                    "These commitments have changed since you opened the page. Please open it again.");
        }
        kept.forEach(nr -> delivery.keep(all.get(nr - 1).id(), person));
        actions.check(partnership, organisation, checks, person);
        tables.reconcile(closure.id(), organisation, agreed, differs, person);
    }

    /** Keeps the meeting at which the partners looked back together, once. */
    @Transactional
    public void reviewJointly(PartnershipId partnership, LocalDate heldOn, Set<OrganisationId> present, String minutes, String person) {
        Closure closure = find(partnership);
        closure.review(meetings.record(partnership, new Meeting(FINAL_REVIEW, heldOn, present, minutes), person));
        closures.save(closure);
    }

    /** Keeps what a member learned, once. */
    @Transactional
    public void share(PartnershipId partnership, OrganisationId organisation, Lesson lesson, String person) {
        Closure closure = find(partnership);
        closure.mayChange();
        Refusal.unless(silentLearners(partnership).contains(organisation), "Your organisation has shared its lesson already.");
        tables.share(closure.id(), organisation, lesson, person);
    }

    /**
     * Keeps what goes to whom. May be said again with more.
     *
     * @param nothing where there is nothing to hand over, or no more than before: said in words; else null
     */
    @Transactional
    public void handOver(PartnershipId partnership, List<Transfer> transfers, String nothing, String person) {
        Closure closure = find(partnership);
        String why = maybe(nothing);
        Refusal.unless(!transfers.isEmpty() || why != null || !tables.transfers(closure.id()).isEmpty(),
                "Please list what is handed over, or say in words that there is nothing.");
        closure.handOver(why, today());
        tables.handOver(closure.id(), transfers, person);
        closures.save(closure);
    }

    /**
     * Settles the closing list. Refused while a matter or a commitment is open, and for an item that is called done while
     * something of it is open, each time naming what it is. Any other item may be left open with a reason.
     *
     * @param letter   what all members get when the partnership is closed
     * @param followUp whether somebody asks half a year later what became of it
     */
    @Transactional
    public void settle(PartnershipId partnership, List<Settlement> settlements, List<Promise> promises, String letter, boolean followUp, String person) {
        Closure closure = find(partnership);
        closure.settle(letter, followUp, today());
        Map<Integer, Commitment> undecided = openCommitments(partnership);
        Map<Promise, Commitment> decided = new LinkedHashMap<>();
        for (Promise promise : promises) {
            Commitment commitment = undecided.remove(promise.nr());
            Refusal.unless(commitment != null, "The open commitments have changed since you opened the page. Please open it again.");
            decided.put(promise, commitment);
        }
        Set<ClosingItem> named = settlements.stream().map(Settlement::item).collect(toSet());
        Refusal.unless(named.size() == settlements.size() && named.containsAll(Set.of(ClosingItem.values())),
                "Please say of each item of the list what became of it.");
        List<String> blocking = blocking(partnership, undecided);
        Map<ClosingItem, String> open = stillOpen(partnership);
        List<String> undone = settlements.stream().filter(one -> one.done() && open.containsKey(one.item()))
                .map(one -> "“%s” is open: %s".formatted(one.item().label(), open.get(one.item()))).toList();
        Refusal.unless(undone.isEmpty(), "Before it can be closed: %s Settle what is open, ask again, or leave it open and say why.".formatted(
                Stream.concat(blocking.stream(), undone.stream()).collect(joining(" "))));
        Refusal.unless(blocking.isEmpty(), "Before it can be closed: " + String.join(" ", blocking));
        decided.forEach((promise, commitment) -> {
            if (promise.kept()) {
                delivery.keep(commitment.id(), person);
            } else {
                delivery.release(partnership, commitment.id(), promise.reason(), person);
            }
        });
        tables.settle(closure.id(), settlements, person);
        closures.save(closure);
    }

    /** Asks those again who have not answered, and for the joint review. Refused when all have answered and looked back. */
    @Transactional
    public void askAgain(PartnershipId partnership) {
        Closure closure = find(partnership);
        closure.mayChange();
        Refusal.unless(!closure.isReviewed() || !unreconciled(partnership).isEmpty() || !silentLearners(partnership).isEmpty(),
                "All members have answered and looked back together, so there is nobody to ask again.");
    }

    /** Ends the partnership for good. All who were members get the letter. May be repeated. */
    @Transactional
    public void close(PartnershipId partnership) {
        Closure closure = find(partnership);
        if (closure.isClosed()) {
            return;
        }
        List<String> blocking = blocking(partnership);
        Refusal.unless(blocking.isEmpty(), "It cannot be closed: " + String.join(" ", blocking));
        closure.close(today());
        closures.save(closure);
        ClosureCard card = closure.card();
        partnerships.close(partnership, card.trajectory().label() + ". " + card.reason());
        facts.publishEvent(new PartnershipClosed(partnership, card.trajectory(), card.reason(), card.letter(), members(partnership)));
    }

    /** Keeps which document is the closing report. */
    @Transactional
    public void keepReport(PartnershipId partnership, UUID document) {
        Closure closure = find(partnership);
        closure.write(document);
        closures.save(closure);
    }

    /**
     * Keeps what became of it, once.
     *
     * @param asked false when nobody asks any more; the words then say why
     */
    @Transactional
    public void followUp(PartnershipId partnership, boolean asked, String words) {
        Closure closure = find(partnership);
        closure.followUp(asked, words, today());
        closures.save(closure);
        if (asked) {
            facts.publishEvent(new PartnershipFollowedUp(partnership, closure.card().followUp(), members(partnership)));
        }
    }

    // What is asked

    public ClosureCard card(PartnershipId partnership) {
        return find(partnership).card();
    }

    /** Whether the partners have looked back together. */
    public boolean isReviewed(PartnershipId partnership) {
        return find(partnership).isReviewed();
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
        return members(partnership).stream().filter(Predicate.not(done::contains)).toList();
    }

    public List<Reconciliation> reconciliations(PartnershipId partnership) {
        return tables.reconciliations(find(partnership).id());
    }

    public List<SharedLesson> lessons(PartnershipId partnership) {
        return tables.lessons(find(partnership).id());
    }

    public List<Transfer> transfers(PartnershipId partnership) {
        return tables.transfers(find(partnership).id());
    }

    /** The closing list as it was settled; empty before. */
    public List<Settlement> settlements(PartnershipId partnership) {
        return tables.settlements(find(partnership).id());
    }

    /** The commitments that are neither kept nor released, by their number among all, from 1. */
    public Map<Integer, Commitment> openCommitments(PartnershipId partnership) {
        List<Commitment> all = delivery.commitments(partnership);
        return IntStream.range(0, all.size()).filter(index -> all.get(index).isOpen()).boxed()
                .collect(Collectors.toMap(index -> index + 1, all::get, (one, same) -> one, TreeMap::new));
    }

    /** What keeps the partnership from being closed, whatever is said of it: open matters and open commitments, in sentences. */
    public List<String> blocking(PartnershipId partnership) {
        return blocking(partnership, openCommitments(partnership));
    }

    private List<String> blocking(PartnershipId partnership, Map<Integer, Commitment> undecided) {
        List<String> blocking = new ArrayList<>();
        matters.open(partnership).forEach(open -> blocking.add(open.kind().openAtTheEnd(open, matters.raiser(open))));
        undecided.values().forEach(open -> blocking.add("“%s” of %s is neither kept nor released."
                .formatted(open.what(), open.name())));
        return blocking;
    }

    /** What the tables know to be open of each item, as a sentence; items without are left out. */
    public Map<ClosingItem, String> stillOpen(PartnershipId partnership) {
        Closure closure = find(partnership);
        Map<ClosingItem, String> open = new EnumMap<>(ClosingItem.class);
        put(open, ClosingItem.OBLIGATIONS, "nobody has seen %s done yet.", "nobody has seen this done yet: %s.", actions.open(partnership).stream()
                .map(action -> "“%s” (%s)".formatted(action.what(), action.ownerName())).toList());
        put(open, ClosingItem.CONTRIBUTIONS, "%s has not said whether its list is right.",
                "these have not said whether their lists are right: %s.", names(unreconciled(partnership)));
        put(open, ClosingItem.LESSONS, "%s has not shared what it learned.", "these have not shared what they learned: %s.", names(silentLearners(partnership)));
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

    /** Those who are still there at the end, partners and allies. */
    public List<OrganisationId> members(PartnershipId partnership) {
        return partnerships.members(partnership).stream().map(Member::organisation).toList();
    }

    /** The actions that this member may verify. */
    public List<Action> toVerify(PartnershipId partnership, OrganisationId organisation) {
        return actions.toVerify(partnership, organisation);
    }

    private Closure find(PartnershipId partnership) {
        return closures.findByPartnership(partnership.value())
                .orElseThrow(() -> new NotFound("%s is not moving on yet.".formatted(partnership)));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
