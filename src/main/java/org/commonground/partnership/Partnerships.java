package org.commonground.partnership;

import java.util.Optional;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** All partnerships. Its bean leaves the name {@code partnerships} to what diagrams ask. */
@org.springframework.stereotype.Repository("allPartnerships")
interface Partnerships extends Repository<Partnership, String> {

    Partnership save(Partnership partnership);

    Optional<Partnership> findById(String id);

    @Query("select title, phase from partnership where id = :id")
    Optional<PartnershipTitle> title(String id);
}
