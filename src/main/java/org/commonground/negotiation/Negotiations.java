package org.commonground.negotiation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.commonground.foundation.NotFound;
import org.springframework.data.jdbc.repository.query.Query;

/** All negotiations. Its bean leaves the name {@code negotiations} to what diagrams ask. */
@org.springframework.stereotype.Repository("allNegotiations")
interface Negotiations extends org.springframework.data.repository.Repository<Negotiation, UUID> {

    Negotiation save(Negotiation negotiation);

    Optional<Negotiation> findById(UUID id);

    @Query("select * from negotiation where founds = :partnership")
    Optional<Negotiation> findFounding(String partnership);

    @Query("select coalesce(max(amendment), 0) + 1 from negotiation where partnership = :partnership")
    int nextAmendment(String partnership);

    /** Changes of what was agreed that did not come to nothing; what is sealed is among them. */
    @Query("select * from negotiation where partnership = :partnership and purpose <> 'FOUNDING' and stage <> 'ENDED' order by amendment")
    List<Negotiation> changes(String partnership);

    default Negotiation get(NegotiationId id) {
        return findById(id.value()).orElseThrow(() -> new NotFound("There is no such negotiation."));
    }
}
