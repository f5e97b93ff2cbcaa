package org.commonground.organisation;

import java.util.Optional;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** All organisations, refused ones too. */
interface Organisations extends Repository<Organisation, String> {

    Optional<Organisation> findById(String code);

    Optional<Organisation> findByNameKey(String nameKey);

    Organisation save(Organisation organisation);

    /** Lets one change of an organisation's people wait for the other: who is its last focal point must not be judged twice at once. */
    @Query("select code from organisation where code = :code for update")
    Optional<String> lock(String code);
}
