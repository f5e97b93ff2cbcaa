package org.commonground.closure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.meeting.MeetingService;
import org.commonground.orientation.SecretariatQueue;
import org.commonground.partnership.Meeting;
import org.commonground.partnership.Meetings;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.review.ReviewService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a partnership moves on once its work has ended, from its last day to the question half a year later what became of it. */
@Service
public class ClosureService {

    private static final String FINAL_REVIEW = "Joint final review";

    private final Closures closures;
    private final ClosureTables tables;
    private final ClosingListService closingList;
    private final PartnershipService partnerships;
    private final Meetings meetings;
    private final ReviewService reviews;
    private final MeetingService planned;
    private final SecretariatQueue secretariat;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    ClosureService(Closures closures, ClosureTables tables, ClosingListService closingList, PartnershipService partnerships,
            Meetings meetings, ReviewService reviews, MeetingService planned, SecretariatQueue secretariat,
            ApplicationEventPublisher facts, Clock clock) {
        this.closures = closures;
        this.tables = tables;
        this.closingList = closingList;
        this.partnerships = partnerships;
        this.meetings = meetings;
        this.reviews = reviews;
        this.planned = planned;
        this.secretariat = secretariat;
        this.facts = facts;
        this.clock = clock;
    }

    /** Begins to move on: the phase changes, and reviews and meetings that the end has overtaken are broken off. May be repeated. */
    @Transactional
    public void open(PartnershipId partnership) {
        if (closures.findByPartnership(partnership.value()).isEmpty()) {
            partnerships.enter(partnership, Phase.CLOSING);
            reviews.breakOff(partnership);
            planned.breakOff(partnership);
            closures.save(Closure.open(partnership, LocalDate.now(clock)));
        }
    }

    /** Keeps which way the partnership takes, and why: once, after talking with all. */
    @Transactional
    public void chooseTrajectory(PartnershipId partnership, Trajectory trajectory, String reason, String person) {
        Closure closure = closures.of(partnership);
        closure.choose(trajectory, reason, person);
        closures.save(closure);
    }

    /** Keeps the meeting at which the partners looked back together, once. */
    @Transactional
    public void reviewJointly(PartnershipId partnership, LocalDate heldOn, Set<OrganisationId> present, String minutes, String person) {
        Closure closure = closures.of(partnership);
        closure.review(meetings.record(partnership, new Meeting(FINAL_REVIEW, heldOn, present, minutes), person));
        closures.save(closure);
    }

    /**
     * Keeps what goes to whom. May be said again with more.
     *
     * @param nothing where there is nothing to hand over, or no more than before: said in words; else null
     */
    @Transactional
    public void handOver(PartnershipId partnership, List<Transfer> transfers, String nothing, String person) {
        Closure closure = closures.of(partnership);
        LocalDate proposed = partnerships.proposedOn(partnership);
        transfers.forEach(one -> one.expectFrom(proposed));
        closure.handOver(nothing, !transfers.isEmpty() || !tables.transfers(closure.id()).isEmpty());
        tables.handOver(closure.id(), transfers, person);
        closures.save(closure);
    }

    /** Ends the partnership for good. All who were members get the letter. May be repeated. */
    @Transactional
    public void close(PartnershipId partnership) {
        partnerships.oneAtATime(partnership);
        Closure closure = closures.of(partnership);
        if (closure.isClosed()) {
            return;
        }
        closure.close(closingList.blocking(partnership), LocalDate.now(clock));
        closures.save(closure);
        ClosureCard card = closure.card();
        partnerships.close(partnership, card.trajectory().label() + ". " + card.reason());
        secretariat.keep(partnership);
        facts.publishEvent(new PartnershipClosed(partnership, card.trajectory(), card.reason(), card.letter(),
                card.followUpWanted(), partnerships.memberIds(partnership)));
    }

    /** Keeps which document is the closing report. */
    @Transactional
    public void keepReport(PartnershipId partnership, UUID document) {
        Closure closure = closures.of(partnership);
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
        Closure closure = closures.of(partnership);
        closure.followUp(asked, words, LocalDate.now(clock));
        closures.save(closure);
        ClosureCard card = closure.card();
        facts.publishEvent(new PartnershipFollowedUp(partnership, card.followedUp(), card.followUp(), partnerships.memberIds(partnership)));
    }

    /** The card of a closure that is under way; refused once its closing list is settled, since nothing changes in it any more. */
    public ClosureCard openCard(PartnershipId partnership) {
        Closure closure = closures.of(partnership);
        closure.mayChange();
        return closure.card();
    }

    public ClosureCard card(PartnershipId partnership) {
        return closures.of(partnership).card();
    }

    /** Whether the partners have looked back together. */
    public boolean isReviewed(PartnershipId partnership) {
        return closures.of(partnership).isReviewed();
    }

    public List<Transfer> transfers(PartnershipId partnership) {
        return tables.transfers(closures.of(partnership).id());
    }
}
