package org.commonground.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** H2 in memory, or PostgreSQL when the build says {@code -Ppostgres}: the same tests on both. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static EmbeddedPostgres postgres;
    private static int users;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String name = "test" + Integer.toHexString(System.identityHashCode(context));
        if ("postgres".equals(System.getProperty("commonground.test.database"))) {
            TestPropertyValues.of("spring.datasource.url=" + freshPostgres(name), "spring.datasource.username=postgres",
                    "spring.datasource.password=").applyTo(context);
            // Registered first, so destroyed last: the server outlives every connection pool.
            ((DefaultListableBeanFactory) context.getBeanFactory()).registerDisposableBean("testDatabase", TestDatabase::leave);
        } else {
            TestPropertyValues.of("spring.datasource.url=jdbc:h2:mem:" + name
                    + ";DB_CLOSE_DELAY=-1;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=20000;QUERY_CACHE_SIZE=256").applyTo(context);
        }
    }

    private static synchronized String freshPostgres(String name) {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
            }
            try (Connection connection = postgres.getPostgresDatabase()
                    .getConnection(); Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException exception) {
                throw new IllegalStateException(exception);
            }
            users++;
            return postgres.getJdbcUrl("postgres", name);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static synchronized void leave() throws IOException {
        users--;
        if (users == 0) {
            postgres.close();
            postgres = null;
        }
    }
}
