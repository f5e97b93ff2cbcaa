package org.commonground.closure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.commonground.commitment.Commitment;
import org.commonground.commitment.CommitmentService;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.learning.LessonService;
import org.commonground.partnership.PartnershipService;
import org.springframework.stereotype.Component;

/** What members have said at the end, and what is still awaited. Partners and allies alike: all have given something and learned. */
@Component
public class Reckonings {

    private final Closures closures;
    private final ClosureTables tables;
    private final PartnershipService partnerships;
    private final CommitmentService commitments;
    private final LessonService lessons;

    Reckonings(Closures closures, ClosureTables tables, PartnershipService partnerships, CommitmentService commitments,
            LessonService lessons) {
        this.closures = closures;
        this.tables = tables;
        this.partnerships = partnerships;
        this.commitments = commitments;
        this.lessons = lessons;
    }

    /** The members who have not said yet whether the list of their contributions is right. */
    public List<OrganisationId> unreconciled(PartnershipId partnership) {
        return without(partnership, reconciliations(partnership).stream().map(Reconciliation::organisation).toList());
    }

    /** The members who have not shared yet what they learned. */
    public List<OrganisationId> silentLearners(PartnershipId partnership) {
        return without(partnership, lessons.tellersAtTheEnd(partnership));
    }

    private List<OrganisationId> without(PartnershipId partnership, List<OrganisationId> done) {
        return partnerships.memberIds(partnership).stream().filter(Predicate.not(done::contains)).toList();
    }

    public List<Reconciliation> reconciliations(PartnershipId partnership) {
        return tables.reconciliations(closures.of(partnership).id());
    }

    /** The commitments that are neither kept nor released, by their number among all, from 1. */
    public Map<Integer, Commitment> openCommitments(PartnershipId partnership) {
        List<Commitment> all = commitments.of(partnership);
        return IntStream.range(0, all.size()).filter(index -> all.get(index).isOpen()).boxed()
                .collect(Collectors.toMap(index -> index + 1, all::get, (one, same) -> one, TreeMap::new));
    }
}
