package org.commonground.closure;

import java.util.Optional;
import java.util.UUID;

import org.commonground.foundation.NotFound;
import org.commonground.foundation.PartnershipId;
import org.springframework.data.repository.Repository;

/** All closures. Its bean leaves the name {@code closures} to what diagrams ask. */
@org.springframework.stereotype.Repository("allClosures")
interface Closures extends Repository<Closure, UUID> {

    Closure save(Closure closure);

    Optional<Closure> findByPartnership(String partnership);

    default Closure of(PartnershipId partnership) {
        return findByPartnership(partnership.value()).orElseThrow(() -> new NotFound("%s is not moving on yet.".formatted(partnership)));
    }
}
