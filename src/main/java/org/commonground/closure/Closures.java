package org.commonground.closure;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/** All closures. Its bean leaves the name {@code closures} to what diagrams ask. */
@org.springframework.stereotype.Repository("allClosures")
interface Closures extends Repository<Closure, UUID> {

    Closure save(Closure closure);

    Optional<Closure> findByPartnership(String partnership);
}
