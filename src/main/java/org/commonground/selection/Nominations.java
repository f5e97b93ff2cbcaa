package org.commonground.selection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** All candidates of all selections. */
interface Nominations extends Repository<Nomination, UUID> {

    Nomination save(Nomination nomination);

    List<Nomination> saveAll(Iterable<Nomination> nominations);

    @Query("""
            select n.* from nomination n join selection s on s.id = n.selection
            where s.open_in = :partnership and n.organisation = :organisation""")
    Optional<Nomination> findInOpenSelection(String partnership, String organisation);
}
