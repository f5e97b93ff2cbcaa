package org.commonground.withdrawal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.commonground.foundation.NotFound;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** All withdrawals. Its bean leaves the name {@code withdrawals} to what diagrams ask. */
@org.springframework.stereotype.Repository("allWithdrawals")
interface Withdrawals extends Repository<Withdrawal, UUID> {

    Withdrawal save(Withdrawal withdrawal);

    Optional<Withdrawal> findById(UUID matter);

    @Query("select * from withdrawal where partnership = :partnership and open_for is not null order by given_on, matter")
    List<Withdrawal> open(String partnership);

    default Withdrawal get(UUID matter) {
        return findById(matter).orElseThrow(() -> new NotFound("Nobody has given notice in this matter yet."));
    }
}
