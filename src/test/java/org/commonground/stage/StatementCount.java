package org.commonground.stage;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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

    private final List<String> statements = new CopyOnWriteArrayList<>();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof DataSource source && !(bean instanceof ProxyDataSource)) {
            return ProxyDataSourceBuilder.create(source).listener(new Counter()).build();
        }
        return bean;
    }

    /** Runs the action and returns the statements it sent. */
    public List<String> during(Runnable action) {
        int before = statements.size();
        action.run();
        return List.copyOf(statements.subList(before, statements.size()));
    }

    private final class Counter implements QueryExecutionListener {

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            statements.add(queries.get(0).getQuery());
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            // Counted before.
        }
    }
}
