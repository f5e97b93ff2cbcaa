package org.commonground.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.commonground.foundation.Keyed;
import org.commonground.negotiation.AimTerms;
import org.commonground.negotiation.Terms;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What people write, somebody reads: each column, term, choice and answer has a named reader in {@code house/readers/}, or stands in
 * {@code house/without-reader.txt} with the issue that brings one. How a line is written says {@code house/readers/README.md}.
 */
class ReadersLawTest {

    /** So many had none when the law was made. The number only becomes smaller: whoever brings a reader lowers it. */
    private static final int MOST_WITHOUT = 112;
    private static final Set<String> ISSUES = Set.of("learning", "capacity", "scale-up", "manager");

    private static final Path HOUSE = Path.of("src/test/resources/house");
    private static final ReaderList READERS = ReaderList.of(HOUSE.resolve("readers"));
    private static final ReaderList WITHOUT = ReaderList.of(HOUSE.resolve("without-reader.txt"));
    private static final Readings READINGS = new Readings();
    private static final Map<String, Set<String>> ANSWERS = READINGS.answers();
    private static final Map<String, Class<?>> TERMS = Map.of("Terms", Terms.class, "AimTerms", AimTerms.class);
    private static final Tables TABLES = Tables.migrated();

    // Each has a reader

    @Test
    void each_column_is_read_by_somebody() {
        assertThat(missing(TABLES.toRead())).as("Nobody reads these columns. Name the form, mail, paper, page or rule that does in"
                + " house/readers/<room>.txt, such as “vision.stopped -> FounderService: stopped”, or drop them by"
                + " a migration").isEmpty();
    }

    @Test
    void each_term_is_read_by_somebody() {
        assertThat(missing(terms())).as("These terms are agreed and then forgotten. Name what follows them in"
                + " house/readers/negotiation.txt, such as “Terms.noticeMonths -> NoticeTime: noticeMonths”, or ask them"
                + " no longer").isEmpty();
    }

    @Test
    void each_choice_leads_somewhere_or_is_printed() {
        Set<String> choices = choices();
        choices.removeIf(choice -> READERS.has(choice.substring(0, choice.indexOf('.'))));
        assertThat(missing(choices)).as("People can choose these, and nothing follows. Name where the label is printed for all values of"
                + " the enum, such as “Ground -> ReleaseMails: ground”, or what one value does, such as “Renewal.none -> …”").isEmpty();
    }

    @Test
    void each_answer_is_kept_where_somebody_reads_it() {
        Set<String> lost = new TreeSet<>();
        ANSWERS.forEach((form, keys) -> keys.stream().filter(key -> !isKept(form, key))
                .filter(key -> !READERS.has(anywhere(key))).map(key -> form + "." + key)
                .filter(answer -> !READERS.has(answer) && !WITHOUT.has(answer)).forEach(lost::add));
        assertThat(lost).as("People are asked this, and no line says where it goes. Name the form's tables, such as “share-vision ->"
                + " stated_vision”, for answers that are called like a column; for others the column or the reader, such as"
                + " “follow-up.words -> closure.follow_up”").isEmpty();
    }

    // No line is a lie

    @Test
    void each_line_speaks_of_something_that_there_is() {
        Set<String> known = new HashSet<>(TABLES.toRead());
        known.addAll(TABLES.columns());
        known.addAll(terms());
        known.addAll(choices());
        choices().forEach(choice -> known.add(choice.substring(0, choice.indexOf('.'))));
        ANSWERS.forEach((form, keys) -> {
            known.add(form);
            keys.forEach(key -> known.addAll(Set.of(form + "." + key, anywhere(key))));
        });
        Set<String> dead = new TreeSet<>(READERS.lines().keySet());
        dead.addAll(WITHOUT.lines().keySet());
        dead.removeAll(known);
        assertThat(dead).as("There is no such column, term, choice, form or answer any more: delete its line").isEmpty();
        assertThat(READERS.twice()).as("Two lines speak of the same").isEmpty();
    }

    @Test
    void each_named_reader_reads_it() {
        List<String> complaints = new ArrayList<>();
        READERS.lines().forEach((subject, leads) -> leads.stream().filter(lead -> !isPlace(subject, lead))
                .forEach(lead -> READINGS.complaint(lead).ifPresent(why -> complaints.add(subject + ": " + why))));
        assertThat(complaints).isEmpty();
    }

    @Test
    void each_table_that_a_form_names_keeps_one_of_its_answers() {
        Set<String> idle = new TreeSet<>();
        ANSWERS.forEach((form, keys) -> READERS.of(form).stream().filter(table -> keys.stream().noneMatch(key -> isIn(table, key)))
                .forEach(table -> idle.add(form + " -> " + table)));
        assertThat(idle).as("No answer of the form is called like a column of the table: leave the table out").isEmpty();
    }

    // What has none yet

    @Test
    void what_has_no_reader_waits_for_an_issue_and_becomes_less() {
        assertThat(WITHOUT.lines().values().stream().flatMap(List::stream)).as("the issues that bring a reader").isSubsetOf(ISSUES);
        assertThat(WITHOUT.lines().keySet()).as("What has a reader needs no exception: delete it there, and lower the number")
                .noneMatch(READERS::has);
        assertThat(WITHOUT.lines()).as("The exceptions may only become less").hasSizeLessThanOrEqualTo(MOST_WITHOUT);
    }

    private static Set<String> missing(Set<String> subjects) {
        return subjects.stream().filter(subject -> !READERS.has(subject) && !WITHOUT.has(subject))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a line leads on to a column or term, whose own line names who reads it, or, from a form, to a table or the terms. */
    private static boolean isPlace(String subject, String lead) {
        return TABLES.columns().contains(lead) || terms().contains(lead)
                || ANSWERS.containsKey(subject) && (TABLES.names().contains(lead) || TERMS.containsKey(lead));
    }

    private static boolean isKept(String form, String key) {
        return READERS.of(form).stream().anyMatch(place -> isIn(place, key));
    }

    /** Whether a table has a column that is called like the answer, or the agreement such a term. */
    private static boolean isIn(String place, String key) {
        return TABLES.columns().contains(place + "." + snake(key)) || terms().contains(place + "." + key);
    }

    /** The same question in several forms. */
    private static String anywhere(String key) {
        return "*." + key;
    }

    /** {@code objectives.aimsWish} → aims_wish. */
    private static String snake(String key) {
        return key.substring(key.lastIndexOf('.') + 1).replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase();
    }

    private static Set<String> terms() {
        return TERMS.values().stream().flatMap(type -> Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getType() != AimTerms.class)
                .map(component -> type.getSimpleName() + "." + component.getName())).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The values of all enums that an answer may have. */
    private static Set<String> choices() {
        Set<String> choices = new TreeSet<>();
        READINGS.forms().forEach(form -> READINGS.given(form).ifPresent(given -> Readings.walk(given, (name, type) -> {
            if (type.isEnum() && Keyed.class.isAssignableFrom(type)) {
                Arrays.stream(type.getEnumConstants()).forEach(one -> choices.add(type.getSimpleName() + "." + ((Keyed) one).key()));
            }
        }, new HashSet<>())));
        return choices;
    }

    /**
     * The house's own tables, as the migrations leave them.
     *
     * @param toRead columns that need a reader, and tables that have nothing but keys: a row there says something all the same
     */
    private record Tables(Set<String> names, Set<String> columns, Set<String> toRead) {

        /** Of the framework, not of the house. */
        private static final Set<String> FOREIGN = Set.of("flyway_schema_history", "spring_session", "spring_session_attributes");
        /** Those of the product: the tests have a room of their own, with tables that nobody needs to read. */
        private static final String MIGRATIONS = "filesystem:src/main/resources/db/migration";

        static Tables migrated() {
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
            Flyway.configure().dataSource(h2).locations(MIGRATIONS).load().migrate();
            JdbcClient jdbc = JdbcClient.create(h2);
            Set<String> keys = new HashSet<>(jdbc.sql("""
                    select lower(table_name) || '.' || lower(column_name) from information_schema.key_column_usage""")
                    .query(String.class).list());
            Set<String> columns = new LinkedHashSet<>(jdbc.sql("""
                    select lower(c.table_name) || '.' || lower(c.column_name) from information_schema.columns c
                    join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
                    where lower(c.table_schema) = 'public' and t.table_type = 'BASE TABLE'""").query(String.class).list());
            columns.removeIf(column -> FOREIGN.contains(table(column)));
            Set<String> names = columns.stream().map(Tables::table).collect(Collectors.toCollection(TreeSet::new));
            Set<String> toRead = columns.stream().filter(column -> !keys.contains(column) && !column.endsWith(".version"))
                    .collect(Collectors.toCollection(TreeSet::new));
            Map<String, Long> said = new TreeMap<>(toRead.stream().collect(Collectors.groupingBy(Tables::table, Collectors.counting())));
            names.stream().filter(name -> !said.containsKey(name)).forEach(toRead::add);
            return new Tables(names, columns, toRead);
        }

        private static String table(String column) {
            return column.substring(0, column.indexOf('.'));
        }
    }
}
