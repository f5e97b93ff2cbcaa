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

/**
 * Counts the SQL statements of one action: those of the thread that counts and of the threads that answer its requests.
 * What runs beside them by itself, such as the sending of mail, is not counted. A batch of one statement counts once.
 */
@Component
public class StatementCount implements BeanPostProcessor {

    private static final String REQUEST_THREAD = "http-nio-";

    /** Null while nobody counts. */
    private List<String> statements;
    private Thread counting;

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
        counting = Thread.currentThread();
    }

    private synchronized List<String> counted() {
        return List.copyOf(statements);
    }

    private synchronized void count(String statement) {
        Thread thread = Thread.currentThread();
        if (statements != null && (thread == counting || thread.getName().startsWith(REQUEST_THREAD))) {
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
