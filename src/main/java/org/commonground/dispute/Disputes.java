package org.commonground.dispute;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.commonground.foundation.NotFound;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** All disputes. Its bean leaves the name {@code disputes} to what diagrams ask. */
@org.springframework.stereotype.Repository("allDisputes")
interface Disputes extends Repository<Dispute, UUID> {

    Dispute save(Dispute dispute);

    Optional<Dispute> findById(UUID matter);

    @Query("select * from dispute where partnership = :partnership order by nr")
    List<Dispute> all(String partnership);

    @Query("select * from dispute where helper = :person and finished_on is null order by partnership, nr")
    List<Dispute> helpedBy(String person);

    default Dispute get(UUID matter) {
        return findById(matter).orElseThrow(() -> new NotFound("There is no such dispute."));
    }
}
