package org.commonground.commitment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.Holding;
import org.commonground.partnership.Holdings;
import org.springframework.stereotype.Component;

/** What an organisation has committed and not kept yet, with the money that is still to come of it. */
@Component
class HeldCommitments implements Holdings {

    private static final String BY = "system";

    private final CommitmentService commitments;
    private final CommitmentTables tables;

    HeldCommitments(CommitmentService commitments, CommitmentTables tables) {
        this.commitments = commitments;
        this.tables = tables;
    }

    @Override
    public String kind() {
        return "commitment";
    }

    @Override
    public Set<String> columns() {
        return Set.of("pledge.organisation", "commitment.holder");
    }

    @Override
    public List<Holding> of(PartnershipId partnership, OrganisationId holder) {
        List<Commitment> open = commitments.of(partnership).stream()
                .filter(one -> one.isOpen() && one.seat().organisation().equals(holder)).toList();
        Map<UUID, List<String>> toCome = open.isEmpty() ? Map.of() : tables.toCome(partnership, holder);
        return open.stream().map(one -> new Holding(one.id().toString(), inWords(one, toCome.getOrDefault(one.id(), List.of()))))
                .toList();
    }

    private static String inWords(Commitment one, List<String> toCome) {
        return "Commitment as %s: %s.%s".formatted(one.seat().role().label().toLowerCase(), one.inWords(),
                toCome.isEmpty() ? "" : " Money still to come: %s.".formatted(String.join(", ", toCome)));
    }

    @Override
    public void handTo(PartnershipId partnership, String ref, OrganisationId holder, OrganisationId taker, String person) {
        tables.passOn(UUID.fromString(ref), taker);
    }

    @Override
    public void release(PartnershipId partnership, String ref, OrganisationId holder, String reason) {
        commitments.release(partnership, UUID.fromString(ref), reason, BY);
    }

    @Override
    public String whenReleased() {
        return "Nobody has to keep it, and no money is awaited for it.";
    }
}
