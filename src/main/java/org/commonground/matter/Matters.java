package org.commonground.matter;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** All matters, settled ones too. */
@org.springframework.stereotype.Repository("allMatters")
interface Matters extends Repository<Matter, UUID> {

    Matter save(Matter matter);

    Optional<Matter> findById(UUID id);

    @Query("select * from matter where partnership = :partnership and open_kind is not null order by raised_on, id")
    List<Matter> open(String partnership);

    @Query("select * from matter where partnership = :partnership order by raised_on, id")
    List<Matter> all(String partnership);
}
