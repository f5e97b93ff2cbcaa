package org.commonground.amendment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.commonground.foundation.NotFound;
import org.springframework.data.jdbc.repository.query.Query;

/** All amendments. Its bean leaves the name {@code amendments} to what diagrams ask. */
@org.springframework.stereotype.Repository("allAmendments")
interface Amendments extends org.springframework.data.repository.Repository<Amendment, UUID> {

    Amendment save(Amendment amendment);

    Optional<Amendment> findById(UUID matter);

    Optional<Amendment> findByNegotiation(UUID negotiation);

    @Query("select * from amendment where partnership = :partnership and stage = 'OPEN'")
    List<Amendment> open(String partnership);

    default Amendment get(UUID matter) {
        return findById(matter).orElseThrow(() -> new NotFound("Nothing has been proposed in this matter yet."));
    }
}
