package org.commonground.commitment;

import static org.commonground.foundation.Amounts.same;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.commonground.foundation.Amounts;
import org.commonground.foundation.Money;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.Role;
import org.commonground.negotiation.Contribution;
import org.commonground.negotiation.ContributionKind;
import org.commonground.work.AgreedWork;

/** Whether a seat's word fits what the agreement expects of it. */
final class Pledging {

    private Pledging() {
    }

    /**
     * One thing that a seat offers, completed by what the agreement says.
     *
     * @param agreed   the lines that the seat is to answer
     * @param promised what was promised of them before, by its id
     */
    static CommitmentTables.Pledged row(Offer offer, List<SeatLine> agreed, Map<UUID, Before> promised, Role role) {
        UUID id = UUID.randomUUID();
        if (offer.nr() == null) {
            Refusal.unless(!offer.cannot(),
                    "“%s” goes beyond the agreement. If you cannot bring it, please remove the line.".formatted(offer.what()));
            Refusal.unless(role != Role.RESOURCE_PROVIDER || (offer.amount() != null && offer.unit() != null),
                    "“%s”: please say how much, and in which currency.".formatted(offer.what()));
            if (role == Role.RESOURCE_PROVIDER) {
                Money.expect(offer.what(), offer.amount(), offer.unit());
            }
            return new CommitmentTables.Pledged(id, ContributionKind.usualOf(role), offer, null, null, id, BigDecimal.ZERO);
        }
        SeatLine line = agreed.stream().filter(one -> one.nr() == offer.nr()).findFirst()
                .orElseThrow(() -> new Refusal("The agreement has changed since you opened this page. Please reload it."));
        Contribution contribution = line.agreed();
        Before before = line.before() == null ? new Before(id, BigDecimal.ZERO) : promised.get(line.before().id());
        Offer complete = offer.within(contribution);
        if (contribution.kind() == ContributionKind.FUNDS) {
            Money.expectCounted(complete.what(), complete.amount(), complete.unit());
        }
        return new CommitmentTables.Pledged(id, contribution.kind(), complete, AgreedWork.inWords(contribution),
                complete.difference(contribution), before.origin(), before.came());
    }

    /**
     * When the money comes: of a resource provider it comes in instalments, which with what came already make up the amount; what another
     * seat puts in is reckoned in the end.
     */
    static Map<UUID, List<Payment>> schedule(Role role, List<CommitmentTables.Pledged> rows, List<Payment> payments,
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
            BigDecimal came = row.came();
            Refusal.unless(came.signum() == 0 || !offer.cannot() && offer.amount().compareTo(came) >= 0,
                    "“%s”: %s has come already. Please commit that amount at least.".formatted(offer.what(),
                            Amounts.inWords(came, offer.unit())));
            boolean money = role == Role.RESOURCE_PROVIDER && row.kind() == ContributionKind.FUNDS && !offer.cannot();
            Refusal.unless(money || sum.signum() == 0,
                    "No money is awaited for “%s”. Please remove its instalments.".formatted(offer.what()));
            if (money) {
                schedule.getOrDefault(row.id(), List.of())
                        .forEach(payment -> Money.expectCounted(offer.what(), payment.amount(), offer.unit()));
            }
            Refusal.unless(!money || came.signum() == 0 || same(sum.add(came), offer.amount()),
                    "“%s”: %s has come and the instalments make %s, but you commit %s. Please bring the three together.".formatted(
                            offer.what(), Amounts.inWords(came, offer.unit()), Amounts.inWords(sum, offer.unit()),
                            money ? Amounts.inWords(offer.amount(), offer.unit()) : ""));
            Refusal.unless(!money || came.signum() > 0 || same(sum, offer.amount()),
                    "“%s”: the instalments make %s, but you commit %s. Please bring the two together.".formatted(offer.what(),
                            Amounts.inWords(sum, offer.unit()), money ? Amounts.inWords(offer.amount(), offer.unit()) : ""));
        }
        return schedule;
    }

    /**
     * What was promised of a line before.
     *
     * @param origin the first commitment for the same thing
     * @param came   of the money
     */
    record Before(UUID origin, BigDecimal came) {
    }
}
