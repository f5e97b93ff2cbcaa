package org.commonground.learning;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** SQL copies lessons, but takes no words out of them: at the first start afterwards they are made to be found. */
@Component
class CopiedLessons implements ApplicationRunner {

    private final LessonTables tables;
    private final TransactionOperations transactions;

    CopiedLessons(LessonTables tables, TransactionOperations transactions) {
        this.tables = tables;
        this.transactions = transactions;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transactions.executeWithoutResult(all -> tables.indexCopied());
    }
}
