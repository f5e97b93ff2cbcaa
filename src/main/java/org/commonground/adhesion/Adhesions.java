package org.commonground.adhesion;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** All adhesions. Its bean leaves the name {@code adhesions} to what diagrams ask. */
@org.springframework.stereotype.Repository("allAdhesions")
interface Adhesions extends Repository<Adhesion, UUID> {

    Adhesion save(Adhesion adhesion);

    Optional<Adhesion> findByMatterAndNewcomer(UUID matter, String newcomer);

    @Query("select * from adhesion where matter = :matter order by newcomer")
    List<Adhesion> of(UUID matter);

    default Adhesion get(UUID matter, OrganisationId newcomer) {
        return findByMatterAndNewcomer(matter, newcomer.code())
                .orElseThrow(() -> new NotFound("The partners have not consented that %s joins.".formatted(newcomer)));
    }
}
