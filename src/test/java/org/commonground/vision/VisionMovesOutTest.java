package org.commonground.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was said about visions while they were a part of negotiations goes with them into their own room. */
class VisionMovesOutTest {

    private static final String NOW = "timestamp with time zone '2026-11-01 10:00:00+00:00'";

    private final DataSource database = database();
    private final JdbcClient jdbc = JdbcClient.create(database);

    private static DataSource database() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return h2;
    }

    @BeforeEach
    void three_negotiations_before() {
        migrate("16");
        // Partnerships and organisations do not matter here.
        jdbc.sql("set referential_integrity false").update();
        negotiates("P-1", "ENDORSING");
        negotiates("P-2", "STATING_POSITIONS");
        jdbc.sql("insert into wording values (?, 'trust', 1, 'We tell', 'c', " + NOW + ")").param(id("P-2")).update();
        jdbc.sql("insert into asking values (?, 2, null, 1, " + NOW + ", null, false)").param(id("P-2")).update();
        jdbc.sql("insert into asked_party values (?, 2, 'Fao')").param(id("P-2")).update();
        jdbc.sql("insert into given_reply values (?, 2, 'Fao', 1, null, null, 'f', " + NOW + ")").param(id("P-2")).update();
        negotiates("P-3", "ENDED");
        migrate("18");
    }

    private void negotiates(String partnership, String stage) {
        jdbc.sql("insert into negotiation values (?, 1, ?, 'FOUNDING', ?, " + NOW + ", 1, 1, 0, null, null, ?)")
                .params(id(partnership), partnership, stage, partnership).update();
        jdbc.sql("insert into negotiating_party values (?, 'Fao', null, null, null)").param(id(partnership)).update();
        jdbc.sql("insert into negotiating_party values (?, 'Goi', " + NOW + ", 'No staff', 'g')").param(id(partnership)).update();
        jdbc.sql("insert into stated_vision values (?, 'Fao', 1, 'Schools', 'To learn', 'f', " + NOW + ")").param(id(partnership)).update();
        jdbc.sql("insert into answered_expectation values (?, 'Fao', 'Goi', 1, 'can', null, 'f', " + NOW + ")").param(id(partnership))
                .update();
        jdbc.sql("insert into shared_vision values (?, 1, 'Healthy fields', 'c', " + NOW + ")").param(id(partnership)).update();
        jdbc.sql("insert into agenda_item values (?, 1, 1, 'Train', 'Fao', date '2027-01-01', 'A field')").param(id(partnership)).update();
        jdbc.sql("insert into asking values (?, 1, 1, null, " + NOW + ", null, false)").param(id(partnership)).update();
        jdbc.sql("insert into asked_party values (?, 1, 'Fao')").param(id(partnership)).update();
        jdbc.sql("insert into given_reply values (?, 1, 'Fao', 1, true, null, 'f', " + NOW + ")").param(id(partnership)).update();
    }

    @Test
    void each_partnership_keeps_its_vision_and_what_was_said_about_it() {
        assertThat(jdbc.sql("select partnership || ' ' || stage || ' ' || draft || ' ' || asking from vision order by 1")
                .query(String.class).list()).containsExactly("P-1 ENDORSING 1 1", "P-2 ENDORSED 1 1", "P-3 ENDED 1 1");
        for (String table : List.of("vision_statement", "expectation_answer", "shared_vision", "agenda_item", "endorsement_asking",
                "asked_endorser", "endorsement")) {
            assertThat(jdbc.sql("select partnership from " + table + " order by 1").query(String.class).list()).as(table)
                    .containsExactly("P-1", "P-2", "P-3");
        }
        assertThat(jdbc.sql("select left_because from left_founder where partnership = 'P-1'").query(String.class).list())
                .containsExactly("No staff");
    }

    @Test
    void only_those_whose_vision_is_endorsed_negotiate_and_of_them_the_rounds_are_left() {
        assertThat(jdbc.sql("select partnership from negotiation").query(String.class).list()).containsExactly("P-2");
        assertThat(jdbc.sql("select organisation from negotiating_party order by 1").query(String.class).list())
                .containsExactly("Fao", "Goi");
        assertThat(jdbc.sql("select nr from asking").query(Integer.class).list()).containsExactly(2);
        assertThat(jdbc.sql("select asking from reply").query(Integer.class).list()).containsExactly(2);
    }

    private void migrate(String target) {
        Flyway.configure().dataSource(database).locations("classpath:db/migration").target(target).load().migrate();
    }

    private static UUID id(String partnership) {
        return UUID.nameUUIDFromBytes(partnership.getBytes());
    }
}
