package org.commonground.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was told at the end of partnerships before there was one place for lessons lies there now, for its own partnership alone. */
class LessonMigrationTest {

    private final DataSource database = database();
    private final JdbcClient jdbc = JdbcClient.create(database);

    private static DataSource database() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return h2;
    }

    @Test
    void each_lesson_comes_along_once_and_is_kept_within_its_partnership() {
        migrate("46");
        // Only the closing and what hangs on it matters here.
        jdbc.sql("set referential_integrity false").update();
        closed("P-2024-0001", "Fao", "Ngo", "Goi");
        closed("P-2025-0002", "Fao");
        migrate("47");

        assertThat(jdbc.sql("select partnership || ' ' || organisation || ' ' || source || ' ' || nr || ': ' || worked || ' ' || setting"
                + " || ' ' || failed from lesson order by 1").query(String.class).list()).containsExactly(
                        "P-2024-0001 Fao closing 0: Worked for Fao in the north not at night",
                        "P-2024-0001 Goi closing 0: Worked for Goi in the north not at night",
                        "P-2024-0001 Ngo closing 0: Worked for Ngo in the north not at night",
                        "P-2025-0002 Fao closing 0: Worked for Fao in the north not at night");
        assertThat(jdbc.sql("select c.reach || ' ' || (case when c.organisation = l.organisation then 'by its teller' else '' end)"
                + " from lesson l join lesson_consent c on c.lesson = l.id").query(String.class).list())
                .hasSize(4).containsOnly("own by its teller");
    }

    private void closed(String partnership, String... tellers) {
        UUID closure = UUID.randomUUID();
        jdbc.sql("insert into closure (id, version, partnership, opened_on) values (?, 1, ?, date '2026-01-01')")
                .params(closure, partnership).update();
        List.of(tellers).forEach(teller -> jdbc.sql("insert into closing_lesson values (?, ?, ?, 'in the north', 'not at night', ?,"
                + " timestamp with time zone '2026-02-01 10:00:00+00:00')").params(closure, teller, "Worked for " + teller, teller)
                .update());
    }

    private void migrate(String target) {
        Flyway.configure().dataSource(database).locations("classpath:db/migration").target(target).load().migrate();
    }
}
