package org.commonground.organisation;

import java.util.Optional;

import org.springframework.data.repository.Repository;

/** All organisations, refused ones too. */
interface Registry extends Repository<Organisation, String> {

    Optional<Organisation> findById(String code);

    Optional<Organisation> findByNameKey(String nameKey);

    Organisation save(Organisation organisation);
}
