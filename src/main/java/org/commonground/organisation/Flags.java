package org.commonground.organisation;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/** All flags, resolved ones too. */
interface Flags extends Repository<Flag, UUID> {

    Optional<Flag> findById(UUID id);

    Flag save(Flag flag);
}
