package org.commonground.meeting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.commonground.agreement.AgreedTerms;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.CourseOfWork;
import org.commonground.work.AgreedWork;
import org.commonground.work.MeetingRhythm;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which meetings come when, how they are opened and taken up again, and what became of them. */
@Service
public class MeetingService implements MeetingRhythm {

    private final MeetingTables tables;
    private final AgreedTerms agreements;
    private final CourseOfWork work;
    private final Clock clock;

    MeetingService(MeetingTables tables, AgreedTerms agreements, CourseOfWork work, Clock clock) {
        this.tables = tables;
        this.agreements = agreements;
        this.work = work;
        this.clock = clock;
    }

    /**
     * When somebody is asked to invite to the next meeting. A moment that has passed is answered as it is, so that it is done at once; of
     * one that stopped together with the work too. Where the term leaves room for no other, the day after its end: a longer one may be
     * agreed.
     */
    public Instant nextDate(PartnershipId partnership) {
        MeetingPlan plan = plan(partnership);
        LocalDate today = today(plan);
        return plan.next(today).map(MeetingPlan.Next::asks).orElseGet(() -> {
            LocalDate over = plan.work().ends().plusDays(2);
            return plan.work().morningOf(over.isAfter(today) ? over : today.plusDays(1));
        });
    }

    @Override
    @Transactional
    public Optional<UUID> open(PartnershipId partnership) {
        MeetingPlan plan = plan(partnership);
        return plan.next(today(plan)).map(next -> {
            UUID id = next.known() != null ? next.known().id()
                    : tables.plan(partnership, plan.known(), next.kind(), next.dueOn(), next.missed(), next.on());
            tables.ask(id, plan.pauses(), next.on());
            return id;
        });
    }

    /** Ends what is still planned, because the work itself ends. */
    @Transactional
    public void breakOff(PartnershipId partnership) {
        MeetingPlan plan = plan(partnership);
        LocalDate today = today(plan);
        plan.known().stream().filter(one -> !one.isOver()).forEach(one -> tables.end(one.id(),
                one.isSent() && one.on().isBefore(today) ? MeetingOutcome.NO_MINUTES : MeetingOutcome.FELL_AWAY, null, null));
    }

    MeetingPlan plan(PartnershipId partnership) {
        return new MeetingPlan(agreements.course(partnership), tables.of(partnership),
                (int) work.pauses(partnership).stream().filter(pause -> pause.to() != null).count());
    }

    LocalDate today(MeetingPlan plan) {
        return plan.work().dayAt(clock.instant());
    }

    // What others ask

    public MeetingCard card(UUID id) {
        return tables.get(id);
    }

    public List<MeetingGuest> guests(UUID id) {
        return tables.guests(id);
    }

    public List<String> decisions(UUID id) {
        return tables.decisions(id);
    }

    /** Whether somebody has to invite to it. */
    public boolean isInvitationOpen(UUID id) {
        MeetingCard card = tables.get(id);
        return !card.isOver() && !card.isSent();
    }

    /** Whether people are invited, and nobody has written down what was said. */
    public boolean isAwaited(UUID id) {
        MeetingCard card = tables.get(id);
        return !card.isOver() && card.isSent();
    }

    /** The morning after it. */
    public Instant dayOver(UUID id) {
        MeetingCard card = tables.get(id);
        return new AgreedWork(agreements.of(card.partnership())).morningOf(card.on().plusDays(1));
    }

    /** How many meetings of each kind there were of those that were agreed. */
    public List<MeetingCount> counts(PartnershipId partnership) {
        List<MeetingCard> all = tables.of(partnership);
        return Arrays.stream(MeetingKind.values()).map(kind -> all.stream().filter(one -> one.kind() == kind).toList())
                .filter(some -> !some.isEmpty()).map(some -> new MeetingCount(some.get(0).kind(), number(some, MeetingOutcome.HELD),
                        some.size() + some.stream().mapToInt(MeetingCard::missed).sum(), number(some, MeetingOutcome.NOBODY_CAME),
                        number(some, MeetingOutcome.NO_MINUTES))).toList();
    }

    private static int number(List<MeetingCard> some, MeetingOutcome outcome) {
        return (int) some.stream().filter(one -> one.outcome() == outcome).count();
    }
}
