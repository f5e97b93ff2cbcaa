package org.commonground.organisation;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/** Who belongs to which organisation, and who once did. */
interface Affiliations extends Repository<Affiliation, UUID> {

    /** The person's stay of today. */
    Optional<Affiliation> findByPresent(String userKey);

    /** The person's latest stay that is over. */
    Optional<Affiliation> findFirstByUserKeyOrderByJoinedOnDesc(String userKey);

    /** Somebody who is there: while an organisation is not verified, its only person, the focal point. */
    Optional<Affiliation> findFirstByOrganisationAndPresentIsNotNull(String organisation);

    /** The focal point named last, also one who has left. */
    Optional<Affiliation> findFirstByOrganisationAndFocalPointIsTrueOrderByJoinedOnDesc(String organisation);

    Affiliation save(Affiliation affiliation);
}
