package org.commonground.partnership;

import java.time.Clock;
import java.time.LocalDate;

import org.commonground.foundation.PartnershipId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands out case numbers, counted per year without a gap: who takes one holds the year's row until the transaction ends, and
 * gives the number back when it fails.
 */
@Component
class CaseNumbers {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate apart;

    CaseNumbers(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    PartnershipId next() {
        int year = LocalDate.now(clock).getYear();
        if (!advance(year)) {
            begin(year);
            advance(year);
        }
        return PartnershipId.of(year, jdbc.sql("select last_number from case_count where case_year = ?").param(year).query(Integer.class)
                .single());
    }

    private boolean advance(int year) {
        return jdbc.sql("update case_count set last_number = last_number + 1 where case_year = ?").param(year).update() == 1;
    }

    /** The first two proposals of a year may meet here. In a transaction of its own the later one fails without harm. */
    private void begin(int year) {
        try {
            apart.executeWithoutResult(status -> jdbc.sql("insert into case_count (case_year, last_number) values (?, 0)").param(year)
                    .update());
        } catch (DuplicateKeyException begunMeanwhile) {
            // Then the year has begun, which is all that was wanted.
        }
    }
}
