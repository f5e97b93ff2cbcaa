package org.commonground.selection;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jdbc.repository.query.Query;

/** All searches for partners. Its bean leaves the name {@code selections} to what diagrams ask. */
@org.springframework.stereotype.Repository("allSelections")
interface Selections extends org.springframework.data.repository.Repository<Selection, UUID> {

    Selection save(Selection selection);

    /** @param search its key */
    @Query("select * from selection where open_in = :search")
    Optional<Selection> findOpen(String search);

    /** Whether there is or was one of this matter. */
    @Query("select count(*) > 0 from selection where matter = :matter")
    boolean knows(UUID matter);
}
