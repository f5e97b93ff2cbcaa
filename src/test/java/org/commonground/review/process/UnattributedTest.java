package org.commonground.review.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.foundation.Role.EXPERT;
import static org.commonground.story.Answers.ratings;

import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.commonground.engine.MovableClock;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.review.ReviewService;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.Ladder;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A rating carries no name. Two reviews are played alike, but for one thing: the partners exchange their ratings. Whoever reads every
 * table of the database, the engine's and its history included, cannot tell one from the other.
 */
@ProcessTest
class UnattributedTest {

    private static final String RATE = "Rate partnership";
    private static final List<String> PARTNERS = List.of("Fao", "Goi", "Ngo", "Cicr", "Ffs");

    @Autowired
    private Stage stage;
    @Autowired
    private MovableClock clock;
    @Autowired
    private Ladder ladder;
    @Autowired
    private ReviewService reviews;
    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void whoever_reads_the_whole_database_cannot_tell_who_rated_what() {
        Map<String, List<String>> one = left(List.of(1, 5, 2, 4, 3));
        Map<String, List<String>> exchanged = left(List.of(4, 3, 5, 1, 2));

        assertThat(one.keySet()).contains("BALLOT_RECEIPT", "HEALTH_TALLY", "ACT_HI_TASKINST", "ACT_HI_OP_LOG", "OUTBOX");
        assertThat(exchanged).isEqualTo(one);
        assertThat(left(List.of(1, 5, 2, 4, 4))).as("the test sees a difference where there is one").isNotEqualTo(one);
        assertThat(jdbc.queryForList("select distinct name_ from act_hi_varinst union select name_ from act_hi_detail where name_ is not"
                + " null",
                String.class)).as("nothing that was typed becomes a variable").doesNotContain("trust", "equity", "indicators", "ballot");
    }

    /** What a play leaves behind in every table: its new rows, without the ids, names and moments that differ in every play. */
    private Map<String, List<String>> left(List<Integer> ratings) {
        Cast cast = stage.cast();
        Map<OrganisationId, Role> seats = new LinkedHashMap<>();
        Map<String, Actor> actors = new LinkedHashMap<>();
        for (String code : PARTNERS) {
            cast.organisation(code, code, Level.LOCAL, "Guntur", EXPERT);
            seats.put(cast.id(code), EXPERT);
            actors.put(code, cast.actor(code, EXPERT));
        }
        PartnershipId id = ladder.inForce(seats);
        clock.setTo(reviews.nextDate(id).plus(1, ChronoUnit.HOURS));
        stage.engine().getRuntimeService().startProcessInstanceByKey("review", id.value());
        stage.machineWorks();
        Map<String, Object> shown = actors.get("Fao").opens(RATE, id.value());
        Map<String, List<String>> before = allTables(cast, id);
        Instant began = clock.instant();
        for (int nr = 0; nr < PARTNERS.size(); nr++) {
            clock.setTo(began.plus(nr + 1, ChronoUnit.MINUTES));
            actors.get(PARTNERS.get(nr)).completes(RATE, id.value(), ratings(shown, ratings.get(nr)));
            assertThat(lastWriters(id)).as("which answer wrote a row last is the same for all rows").hasSize(1);
        }
        Map<String, List<String>> left = allTables(cast, id);
        left.forEach((table, rows) -> before.getOrDefault(table, List.of()).forEach(rows::remove));
        left.values().removeIf(List::isEmpty);
        left.values().forEach(rows -> rows.sort(String::compareTo));
        clock.reset();
        return left;
    }

    /** PostgreSQL keeps for each row which transaction wrote it last, and shows it to whoever asks; H2 does not. */
    private List<String> lastWriters(PartnershipId id) {
        return "postgres".equals(System.getProperty("commonground.test.database")) ? jdbc.queryForList("""
                select distinct t.xmin::text from health_tally t join review r on r.id = t.review where r.partnership = ?""",
                String.class, id.value())
                : List.of("nobody knows");
    }

    private Map<String, List<String>> allTables(Cast cast, PartnershipId id) {
        Map<String, List<String>> tables = new TreeMap<>();
        for (String table : jdbc.queryForList("""
                select table_name from information_schema.tables
                where table_type = 'BASE TABLE' and lower(table_schema) = 'public'""", String.class)) {
            if (!table.toLowerCase(Locale.ROOT).matches("act_ru_meter.*|flyway.*")) {
                List<String> rows = new ArrayList<>();
                jdbc.query("select * from " + table, row -> {
                    StringBuilder words = new StringBuilder();
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        words.append(plain(row.getObject(column))).append('|');
                    }
                    rows.add(nameless(words.toString(), cast, id));
                });
                tables.put(table.toUpperCase(Locale.ROOT), rows);
            }
        }
        return tables;
    }

    private static String plain(Object value) {
        try {
            return value instanceof Clob clob ? clob.getSubString(1, (int) clob.length())
                    : value instanceof Blob blob ? new String(blob.getBytes(1, (int) blob.length()), StandardCharsets.UTF_8)
                    : value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
        } catch (SQLException exception) {
            throw new IllegalStateException(exception);
        }
    }

    /** Ids, moments, and the numbers of the cast and of the case. */
    private static String nameless(String row, Cast cast, PartnershipId id) {
        String words = row.replace(id.value(), "CASE");
        for (String code : PARTNERS) {
            words = words.replaceAll("(?i)" + cast.code(code), code);
        }
        return words.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "ID")
                .replaceAll("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(\\+\\d{2}(:?\\d{2})?|Z)?", "MOMENT");
    }
}
