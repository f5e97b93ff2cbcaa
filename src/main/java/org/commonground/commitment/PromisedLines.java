package org.commonground.commitment;

import static org.commonground.foundation.Amounts.same;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

import org.commonground.agreement.AgreedTerms;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Seat;
import org.commonground.negotiation.Contribution;
import org.commonground.partnership.OncePerTransaction;
import org.commonground.work.AgreedWork;
import org.springframework.stereotype.Component;

/**
 * What a seat has promised, laid beside what the agreement says it brings: line by line, first those that say the same, then those of
 * the same kind and unit with equal words, then those of the same kind and unit in their order.
 */
@Component
class PromisedLines {

    private static final List<BiPredicate<Contribution, Contribution>> ALIKE = List.of(PromisedLines::saysTheSame,
            (one, other) -> comparable(one, other) && one.what().equals(other.what()), PromisedLines::comparable);

    private final CommitmentTables tables;
    private final AgreedTerms agreements;
    private final OncePerTransaction once;

    PromisedLines(CommitmentTables tables, AgreedTerms agreements, OncePerTransaction once) {
        this.tables = tables;
        this.agreements = agreements;
        this.once = once;
    }

    /** @param agreed what the seat shall bring now */
    Laid lay(PartnershipId partnership, Seat seat, List<Contribution> agreed) {
        List<Promised> left = new ArrayList<>(promised(partnership, seat));
        Promised[] before = new Promised[agreed.size()];
        for (BiPredicate<Contribution, Contribution> alike : ALIKE) {
            IntStream.range(0, before.length).filter(nr -> before[nr] == null).forEach(nr -> left.stream()
                    .filter(one -> alike.test(one.agreed(), agreed.get(nr))).findFirst().ifPresent(one -> {
                        before[nr] = one;
                        left.remove(one);
                    }));
        }
        List<Pair> pairs = IntStream.range(0, before.length).mapToObj(nr -> new Pair(nr + 1, agreed.get(nr), before[nr])).toList();
        return new Laid(pairs, left.stream().map(Promised::commitment).toList());
    }

    /** What was promised of a line and not promised anew since; what an amendment struck is no promise of a line any more. */
    private List<Promised> promised(PartnershipId partnership, Seat seat) {
        return once.read(new PromisedBy(partnership, seat), () -> {
            Map<Integer, List<Contribution>> byVersion = new HashMap<>();
            List<Promised> promised = new ArrayList<>();
            tables.standing(partnership).stream()
                    .filter(one -> one.commitment().seat().equals(seat) && one.line() != null && !one.struck()).forEach(one -> {
                        List<Contribution> then = byVersion.computeIfAbsent(one.version(),
                                version -> new AgreedWork(agreements.asOf(partnership, version)).contributionsOf(seat));
                        if (one.line() <= then.size()) {
                            promised.add(new Promised(then.get(one.line() - 1), one.commitment()));
                        }
                    });
            return promised;
        });
    }

    static boolean saysTheSame(Contribution one, Contribution other) {
        return comparable(one, other) && one.what().equals(other.what()) && same(one.amount(), other.amount())
                && one.from().equals(other.from()) && one.to().equals(other.to());
    }

    private static boolean comparable(Contribution one, Contribution other) {
        return one.kind() == other.kind() && (one.unit() == null ? other.unit() == null : one.unit().equals(other.unit()));
    }

    /**
     * @param pairs one for each line of the agreement
     * @param gone  what was promised of lines that stand there no more
     */
    record Laid(List<Pair> pairs, List<Commitment> gone) {

        /** The lines that are new or say something else than what was promised. */
        List<SeatLine> toAnswer() {
            return pairs.stream().filter(pair -> pair.before == null || !saysTheSame(pair.before.agreed, pair.agreed))
                    .map(pair -> new SeatLine(pair.nr, pair.agreed, pair.before == null ? null : pair.before.commitment)).toList();
        }
    }

    record Pair(int nr, Contribution agreed, Promised before) {
    }

    /** @param agreed what the agreement said when it was promised */
    record Promised(Contribution agreed, Commitment commitment) {
    }

    private record PromisedBy(PartnershipId partnership, Seat seat) {
    }
}
