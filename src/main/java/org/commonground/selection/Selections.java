package org.commonground.selection;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jdbc.repository.query.Query;

/** All searches for partners. Its bean leaves the name {@code selections} to what diagrams ask. */
@org.springframework.stereotype.Repository("allSelections")
interface Selections extends org.springframework.data.repository.Repository<Selection, UUID> {

    Selection save(Selection selection);

    @Query("select * from selection where open_in = :partnership")
    Optional<Selection> findOpen(String partnership);
}
