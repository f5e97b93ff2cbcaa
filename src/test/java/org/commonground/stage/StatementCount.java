package org.commonground.stage;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Counts the SQL statements that reach the database; a batch of one statement counts once. */
@Component
public class StatementCount implements BeanPostProcessor {

    /** Null while nobody counts. */
    private List<String> statements;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof DataSource source && !(bean instanceof ProxyDataSource)) {
            return ProxyDataSourceBuilder.create(source).listener(new Counter()).build();
        }
        return bean;
    }

    /** Runs the action and returns the statements it sent. */
    public List<String> during(Runnable action) {
        counts(new ArrayList<>());
        try {
            action.run();
            return counted();
        } finally {
            counts(null);
        }
    }

    private synchronized void counts(List<String> into) {
        statements = into;
    }

    private synchronized List<String> counted() {
        return List.copyOf(statements);
    }

    private synchronized void count(String statement) {
        if (statements != null) {
            statements.add(statement);
        }
    }

    private final class Counter implements QueryExecutionListener {

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            count(queries.get(0).getQuery());
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            // Counted before.
        }
    }
}
