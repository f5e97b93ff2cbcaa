package org.commonground.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Countries that were written freely become those of the list, where it has them. */
class CountryMigrationTest {

    private final DataSource database = database();
    private final JdbcClient jdbc = JdbcClient.create(database);

    private static DataSource database() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return h2;
    }

    @BeforeEach
    void organisations_of_before() {
        migrate("22");
        registered("Plain", "India");
        registered("Spaced", "  nicaragua ");
        registered("Formal", "United Republic of Tanzania");
        registered("Accents", "Côte d'Ivoire");
        registered("Short", "UK");
        registered("Coded", "np");
        registered("Doubtful", "Congo");
        registered("Wide", "Central America");
        migrate("latest");
    }

    private void registered(String code, String country) {
        jdbc.sql("insert into organisation values (?, 1, ?, ?, 'ngo', ?, 'VERIFIED', null, 'Charter', '1', date '2030-01-01', 'c',"
                + " date '2026-01-01')").params(code, code, code.toLowerCase(), country).update();
    }

    @Test
    void known_names_become_their_letters_and_the_others_keep_their_words() {
        assertThat(jdbc.sql("select code || ': ' || country from organisation order by code").query(String.class).list())
                .containsExactly("Accents: CI", "Coded: NP", "Doubtful: Congo", "Formal: TZ", "Plain: IN", "Short: GB", "Spaced: NI",
                        "Wide: Central America");
        assertThat(jdbc.sql("select count(*) from organisation where zone is not null").query(Integer.class).single()).isZero();
    }

    /** The list of names in the migration stays as it is, that of the library may grow. */
    @Test
    void every_name_of_the_list_is_known_to_the_migration() {
        migrateAnew();
        Country.all().forEach(country -> registered(country.code(), country.inWords()));
        migrate("latest");
        assertThat(jdbc.sql("select code from organisation where code <> country").query(String.class).list()).isEmpty();
    }

    private void migrateAnew() {
        Flyway.configure().dataSource(database).locations("classpath:db/migration").cleanDisabled(false).load().clean();
        migrate("22");
    }

    private void migrate(String target) {
        Flyway.configure().dataSource(database).locations("classpath:db/migration").target(target).load().migrate();
    }
}
