package org.commonground.accession;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.commonground.foundation.NotFound;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** All accessions. Its bean leaves the name {@code accessions} to what diagrams ask. */
@org.springframework.stereotype.Repository("allAccessions")
interface Accessions extends Repository<Accession, UUID> {

    Accession save(Accession accession);

    Optional<Accession> findById(UUID matter);

    /** Those whose room is still at work: also where somebody has joined and is shown the work. */
    @Query("select * from accession where partnership = :partnership and stage <> 'ENDED' and overtaken is null")
    List<Accession> running(String partnership);

    default Accession get(UUID matter) {
        return findById(matter).orElseThrow(() -> new NotFound("Nobody is looked for in this matter yet."));
    }
}
