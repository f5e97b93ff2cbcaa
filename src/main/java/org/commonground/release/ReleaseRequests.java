package org.commonground.release;

import java.util.Optional;
import java.util.UUID;

import org.commonground.foundation.NotFound;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** All requests to release a partner. */
interface ReleaseRequests extends Repository<ReleaseRequest, UUID> {

    ReleaseRequest save(ReleaseRequest request);

    Optional<ReleaseRequest> findById(UUID matter);

    @Query("select * from release_request where open_for = :key")
    Optional<ReleaseRequest> findOpen(String key);

    default ReleaseRequest get(UUID matter) {
        return findById(matter).orElseThrow(() -> new NotFound("Nobody has named a partner in this matter yet."));
    }
}
