package org.commonground.commitment;

import static java.util.Comparator.naturalOrder;
import static org.commonground.work.Amounts.same;
import static org.commonground.foundation.Words.said;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.commonground.agreement.AgreedTerms;
import org.commonground.foundation.Days;
import org.commonground.foundation.Money;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.negotiation.Contribution;
import org.commonground.negotiation.ContributionKind;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Term;
import org.commonground.work.AgreedWork;
import org.commonground.work.AlertKind;
import org.commonground.work.Alerts;
import org.commonground.work.Amounts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each seat brings to the work, and what becomes of it. */
@Service
public class CommitmentService {

    /** After so many days whoever said nothing is asked again. */
    private static final int ASK_AGAIN_DAYS = 14;

    private final CommitmentTables tables;
    private final AgreedTerms agreements;
    private final PartnershipService partnerships;
    private final OrganisationService organisations;
    private final Alerts alerts;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    CommitmentService(CommitmentTables tables, AgreedTerms agreements, PartnershipService partnerships,
            OrganisationService organisations, Alerts alerts, ApplicationEventPublisher facts, Clock clock) {
        this.tables = tables;
        this.agreements = agreements;
        this.partnerships = partnerships;
        this.organisations = organisations;
        this.alerts = alerts;
        this.facts = facts;
        this.clock = clock;
    }

    /** The seats that have not said yet what they bring. */
    public List<Seat> silentSeats(PartnershipId partnership) {
        Set<Seat> pledged = tables.pledged(partnership);
        return seats(partnership).filter(seat -> !pledged.contains(seat)).toList();
    }

    private Stream<Seat> seats(PartnershipId partnership) {
        return partnerships.seats(partnership).stream().map(held -> new Seat(held.organisation(), held.seat().role())).distinct();
    }

    /**
     * Takes a seat's word about everything that the agreement expects of it, and about what it brings beyond that. What is less than
     * agreed needs a reason, and all others hear of it.
     *
     * @param seen     the version of the agreement that was shown
     * @param payments of money: those of one offer add up to its amount
     */
    @Transactional
    public void commit(PartnershipId partnership, Seat seat, int seen, List<Offer> offers, List<Payment> payments, String person) {
        AgreedWork work = new AgreedWork(agreements.of(partnership));
        Refusal.unless(work.agreement().version() == seen,
                "The agreement has changed since you opened this page. Please reload it and look again.");
        Set<Seat> pledged = tables.pledged(partnership);
        Refusal.unless(!pledged.contains(seat), "A colleague has answered for this seat already.");
        List<Contribution> agreed = work.contributionsOf(seat);
        Refusal.unless(offers.stream().filter(offer -> offer.nr() != null).map(Offer::nr).distinct().count() == agreed.size(),
                "Please answer each line of the agreement. Reload the page if one is missing.");
        Refusal.unless(!offers.isEmpty(), "Please say at least one thing that you bring. A small thing counts.");
        List<CommitmentTables.Pledged> rows = offers.stream().map(offer -> pledged(offer, agreed, seat.role())).toList();
        expectWithinTerm(partnership, work, rows.stream().map(CommitmentTables.Pledged::offer).toList(), agreed, payments);
        List<OrganisationId> receivers = payments.isEmpty() ? List.of() : partnerships.memberIds(partnership);
        Map<UUID, List<Payment>> schedule = schedule(seat.role(), rows, payments, receivers);
        tables.pledge(partnership, seat, seen, rows, schedule, person);
        alerts.resolve(partnership, AlertKind.SEAT_SILENT, seat.groupId());
        List<String> differences = rows.stream().filter(row -> row.difference() != null && row.offer().reason() != null)
                .map(row -> "%s: %s. %s".formatted(row.offer().what(), row.difference(), row.offer().reason())).toList();
        if (!differences.isEmpty()) {
            facts.publishEvent(new CommitmentDiffers(partnership, seat.organisation(), differences,
                    others(partnership, seat.organisation())));
        }
    }

    /** What a seat promises otherwise than it was agreed, and money, come while the agreement holds. */
    private void expectWithinTerm(PartnershipId partnership, AgreedWork work, List<Offer> offers, List<Contribution> agreed,
            List<Payment> payments) {
        List<Offer> elsewhen = offers.stream().filter(offer -> !offer.cannot() && offer.from() != null && offer.to() != null)
                .filter(offer -> offer.nr() == null || !offer.from().equals(agreed.get(offer.nr() - 1).from())
                        || !offer.to().equals(agreed.get(offer.nr() - 1).to())).toList();
        if (!elsewhen.isEmpty()) {
            Term term = work.term(partnerships.proposedOn(partnership));
            elsewhen.forEach(offer -> term.expect(offer.what(), offer.from(), offer.to()));
        }
        payments.forEach(payment -> Refusal.unless(!payment.due().isBefore(work.begins()) && !payment.due().isAfter(work.ends()),
                "An instalment is due on %s, but the agreement holds from %s to %s. Please choose a day within that time.".formatted(
                Days.inWords(payment.due()), Days.inWords(work.begins()), Days.inWords(work.ends()))));
    }

    private static CommitmentTables.Pledged pledged(Offer offer, List<Contribution> agreed, Role role) {
        if (offer.nr() == null) {
            Refusal.unless(!offer.cannot(),
                    "“%s” goes beyond the agreement. If you cannot bring it, please remove the line.".formatted(offer.what()));
            Refusal.unless(role != Role.RESOURCE_PROVIDER || (offer.amount() != null && offer.unit() != null),
                    "“%s”: please say how much, and in which currency.".formatted(offer.what()));
            if (role == Role.RESOURCE_PROVIDER) {
                Money.expect(offer.what(), offer.amount(), offer.unit());
            }
            return new CommitmentTables.Pledged(UUID.randomUUID(), ContributionKind.usualOf(role), offer, null, null);
        }
        Refusal.unless(offer.nr() >= 1 && offer.nr() <= agreed.size(),
                "The agreement has changed since you opened this page. Please reload it.");
        Contribution contribution = agreed.get(offer.nr() - 1);
        Offer complete = offer.within(contribution);
        if (contribution.kind() == ContributionKind.FUNDS) {
            Money.expectCounted(complete.what(), complete.amount(), complete.unit());
        }
        return new CommitmentTables.Pledged(UUID.randomUUID(), contribution.kind(), complete, AgreedWork.inWords(contribution),
                complete.difference(contribution));
    }

    /** Money of a resource provider comes in instalments; what another seat puts in is reckoned in the end. */
    private static Map<UUID, List<Payment>> schedule(Role role, List<CommitmentTables.Pledged> rows, List<Payment> payments,
            List<OrganisationId> members) {
        Map<UUID, List<Payment>> schedule = new LinkedHashMap<>();
        for (Payment payment : payments) {
            Refusal.unless(payment.of() >= 0 && payment.of() < rows.size(),
                    "An instalment belongs to no line of yours. Please choose which one it is of.");
            Refusal.unless(members.contains(payment.receiver()), "Only a member of the partnership can receive an instalment.");
            schedule.computeIfAbsent(rows.get(payment.of()).id(), row -> new ArrayList<>()).add(payment);
        }
        for (CommitmentTables.Pledged row : rows) {
            Offer offer = row.offer();
            BigDecimal sum = schedule.getOrDefault(row.id(), List.of()).stream().map(Payment::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            boolean money = role == Role.RESOURCE_PROVIDER && row.kind() == ContributionKind.FUNDS && !offer.cannot();
            Refusal.unless(money || sum.signum() == 0,
                    "No money is awaited for “%s”. Please remove its instalments.".formatted(offer.what()));
            if (money) {
                schedule.getOrDefault(row.id(), List.of())
                        .forEach(payment -> Money.expectCounted(offer.what(), payment.amount(), offer.unit()));
            }
            Refusal.unless(!money || same(sum, offer.amount()),
                    "“%s”: the instalments make %s, but you commit %s. Please bring the two together.".formatted(offer.what(),
                            Amounts.inWords(sum, offer.unit()), money ? Amounts.inWords(offer.amount(), offer.unit()) : ""));
        }
        return schedule;
    }

    /** Raises an alert for each seat that said nothing; it is asked again later. */
    @Transactional
    public void alertSilentSeats(PartnershipId partnership) {
        LocalDate again = askSeatsAgainOn(partnership);
        for (Seat seat : silentSeats(partnership)) {
            alerts.raise(partnership, AlertKind.SEAT_SILENT, seat.organisation(), seat.groupId(),
                    "%s has not said yet what it brings as %s. The others cannot count on it. It is asked again on %s."
                            .formatted(organisations.card(seat.organisation()).name(), seat.role().label().toLowerCase(),
                                    Days.inWords(again)),
                    Stream.concat(Stream.of(seat.organisation()), partnerships.presentLead(partnership).stream()).toList());
        }
    }

    /** When silent seats are asked again: with the next period, where that comes soon. */
    public LocalDate askSeatsAgainOn(PartnershipId partnership) {
        AgreedWork work = new AgreedWork(agreements.of(partnership));
        LocalDate today = work.dayAt(clock.instant());
        return Stream.of(work.beginOf(work.slotOf(today) + 1), today.plusDays(ASK_AGAIN_DAYS)).min(naturalOrder()).orElseThrow();
    }

    /** What was promised, kept and released, seat by seat. */
    public List<Commitment> of(PartnershipId partnership) {
        return tables.commitments(partnership);
    }

    /** Says that a promise was kept, where no payment says so. */
    @Transactional
    public void keep(UUID commitment, String person) {
        Refusal.unless(tables.decide(commitment, true, null, person), "It was said before what became of this commitment.");
    }

    /** Lets an organisation off a promise. The others hear the reason; its open instalments are not asked for any more. */
    @Transactional
    public void release(PartnershipId partnership, UUID commitment, String reason, String person) {
        Commitment released = of(partnership).stream().filter(one -> one.id().equals(commitment)).findFirst()
                .orElseThrow(() -> new NotFound("There is no such commitment in this partnership."));
        String why = said(reason, "Please say why “%s” is released: all partners read the reason.".formatted(released.what()));
        Refusal.unless(released.isOpen(),
                "“%s” is no open promise any more: %s.".formatted(released.what(), released.state().label().toLowerCase()));
        tables.decide(commitment, false, why, person);
        tables.instalments(commitment)
                .forEach(instalment -> alerts.resolve(partnership, AlertKind.MONEY_LATE, instalment.toString()));
        OrganisationId organisation = released.seat().organisation();
        facts.publishEvent(new CommitmentReleased(partnership, organisation, released.inWords(), why, others(partnership, organisation)));
    }

    /** The seat in words: {@code Cotton institute, expert}. */
    public String inWords(Seat seat) {
        return organisations.card(seat.organisation()).name() + ", " + seat.role().label().toLowerCase();
    }

    private List<OrganisationId> others(PartnershipId partnership, OrganisationId but) {
        return partnerships.memberIds(partnership).stream().filter(member -> !member.equals(but)).toList();
    }
}
