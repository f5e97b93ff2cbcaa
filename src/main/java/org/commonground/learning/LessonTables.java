package org.commonground.learning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.LessonShelf.Reader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lessons, the words by which they are found and how far each may go: rows that are only ever added. */
@Repository
class LessonTables {

    private static final String CLOSING = "closing";
    private static final String REVIEW = "review";
    private static final List<String> NOBODY = List.of("-");

    /** The last word of each organisation counts, and of all these the narrowest. Who told it has always said one. */
    static final String SHARED = """
            not exists (select 1 from lesson_consent c where c.lesson = l.id and c.reach <> 'shared' and not exists (
              select 1 from lesson_consent later where later.lesson = c.lesson and later.organisation = c.organisation
              and later.nr > c.nr))""";
    static final String WITHDRAWN =
            "exists (select 1 from lesson_consent c where c.lesson = l.id and c.reach = 'withdrawn')";
    private static final String INSIDE = "(:staff or l.organisation in (:own) or exists (select 1 from member m where m.partnership ="
            + " l.partnership and m.present in (:own)))";
    private static final String READABLE = "(" + INSIDE + " or " + SHARED + ")";
    private static final String LINE = "select l.id, l.partnership, p.title, l.organisation, o.name, l.nr, l.worked, l.setting, l.failed,"
            + " l.evidence, l.told_at, " + INSIDE + " as inside, " + SHARED + " as shared from lesson l join partnership p on p.id ="
            + " l.partnership join organisation o on o.code = l.organisation";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    LessonTables(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    // Telling

    /**
     * @param review the number of the review; 0 at the end
     * @param areas  of the partnership, by name
     */
    void keep(PartnershipId partnership, int review, OrganisationId organisation, Lesson lesson, List<String> areas, Reach reach,
            String person) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into lesson (id, partnership, organisation, source, nr, worked, setting, failed, evidence, told_by, told_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(id, partnership.value(), organisation.code(), review == 0 ? CLOSING : REVIEW, review,
                        lesson.worked(), lesson.setting(), lesson.failed(), lesson.evidence(), person, now())).update();
        batches.batchUpdate("insert into lesson_tag (lesson, name, folded) values (?, ?, ?)",
                lesson.tags().stream().map(tag -> new Object[] {id, tag.name(), tag.folded()}).toList());
        index(id, areas, Stream.concat(Stream.of(lesson.worked(), lesson.setting(), lesson.failed(), lesson.evidence()),
                lesson.tags().stream().map(Tag::name)));
        consent(id, organisation, reach, null, person);
    }

    /** The names of the areas of a partnership: a lesson is found by them too. */
    List<String> areas(PartnershipId partnership) {
        return jdbc.sql("select a.name from partnership_area pa join area a on a.code = pa.area where pa.partnership = ?")
                .param(partnership.value()).query(String.class).list();
    }

    private void index(UUID id, List<String> areas, Stream<String> texts) {
        Set<String> words = LessonWords.of(Stream.concat(texts.filter(text -> text != null), areas.stream())
                .collect(Collectors.joining("\n")));
        batches.batchUpdate("insert into lesson_word (lesson, word) values (?, ?)",
                words.stream().map(word -> new Object[] {id, word}).toList());
    }

    /** Those that a migration copied have no words yet. */
    void indexCopied() {
        jdbc.sql("select id, partnership, worked, setting, failed from lesson l where not exists (select 1 from lesson_word w where"
                + " w.lesson = l.id)")
                .query((row, nr) -> Map.entry(row.getObject(1, UUID.class), List.of(row.getString(2), row.getString(3), row.getString(4),
                        row.getString(5)))).list()
                .forEach(one -> index(one.getKey(), areas(new PartnershipId(one.getValue().get(0))), one.getValue().stream().skip(1)));
    }

    void consent(UUID lesson, OrganisationId organisation, Reach reach, String reason, String person) {
        jdbc.sql("insert into lesson_consent (lesson, organisation, reach, reason, said_by, said_at) values (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(lesson, organisation.code(), reach.key(), reason, person, now())).update();
    }

    // Reading

    /** What was told at the end, in the order of the names. */
    List<ToldLesson> atTheEnd(PartnershipId partnership) {
        Map<UUID, List<Tag>> tags = tags("select t.lesson, t.name, t.folded from lesson_tag t join lesson l on l.id = t.lesson where"
                + " l.partnership = :partnership order by t.folded", Map.of("partnership", partnership.value()));
        return jdbc.sql("select l.id, l.organisation, o.name, l.worked, l.setting, l.failed, l.evidence, " + SHARED + " from lesson l join"
                + " organisation o on o.code = l.organisation where l.partnership = ? and l.source = '" + CLOSING
                + "' order by lower(o.name), o.code").param(partnership.value())
                .query((row, nr) -> new ToldLesson(new OrganisationId(row.getString(2)), row.getString(3),
                        new Lesson(row.getString(4), row.getString(5), row.getString(6), row.getString(7),
                                tags.getOrDefault(row.getObject(1, UUID.class), List.of())), row.getBoolean(8))).list();
    }

    List<OrganisationId> tellersAtTheEnd(PartnershipId partnership) {
        return jdbc.sql("select organisation from lesson where partnership = ? and source = '" + CLOSING + "'").param(partnership.value())
                .query((row, nr) -> new OrganisationId(row.getString(1))).list();
    }

    /**
     * Those with a word in common, the best first: one whose tag is asked for, then those with all the words, then the more words the
     * better, then the younger. Without words all of them.
     *
     * @param names what would be a tag if it were one
     */
    List<Line> search(Set<String> words, Set<String> names, Reader reader, int first, int most) {
        Map<String, Object> parameters = reading(reader);
        parameters.put("words", words.isEmpty() ? NOBODY : words);
        parameters.put("names", names.isEmpty() ? NOBODY : names);
        parameters.put("count", words.size());
        return jdbc.sql("select * from (select line.*, (select count(*) from lesson_word w where w.lesson = line.id and w.word in (:words))"
                + " as hits, (select count(*) from lesson_tag t where t.lesson = line.id and t.folded in (:names)) as tagged from (" + LINE
                + " where " + READABLE + " and not " + WITHDRAWN + ") line) ranked where " + (words.isEmpty() ? "" : "hits > 0 and ")
                + "1 = 1 order by case when tagged > 0 then 0 else 1 end, case when hits = :count then 0 else 1 end, hits desc,"
                + " told_at desc, cast(id as varchar(36)) offset " + first + " rows fetch first " + most + " rows only")
                .params(parameters).query((row, nr) -> line(row)).list();
    }

    int count(Set<String> words, Reader reader) {
        Map<String, Object> parameters = reading(reader);
        parameters.put("words", words.isEmpty() ? NOBODY : words);
        return jdbc.sql("select count(*) from lesson l where " + READABLE + " and not " + WITHDRAWN + (words.isEmpty() ? ""
                : " and exists (select 1 from lesson_word w where w.lesson = l.id and w.word in (:words))")).params(parameters)
                .query(Integer.class).single();
    }

    Optional<Line> find(UUID id, Reader reader) {
        Map<String, Object> parameters = reading(reader);
        parameters.put("id", id);
        return jdbc.sql(LINE + " where l.id = :id and " + READABLE).params(parameters).query((row, nr) -> line(row)).optional();
    }

    Map<UUID, List<Tag>> tags(List<UUID> lessons) {
        return lessons.isEmpty() ? Map.of() : tags("select lesson, name, folded from lesson_tag where lesson in (:lessons) order by folded",
                Map.of("lessons", lessons));
    }

    private Map<UUID, List<Tag>> tags(String sql, Map<String, Object> parameters) {
        return jdbc.sql(sql).params(parameters)
                .query((row, nr) -> Map.entry(row.getObject(1, UUID.class), new Tag(row.getString(2), row.getString(3)))).list().stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** The last word of each organisation that said one, in the order in which they spoke first. */
    Map<OrganisationId, Consent> consents(UUID lesson) {
        Map<OrganisationId, Consent> last = new LinkedHashMap<>();
        jdbc.sql("select c.organisation, o.name, c.reach, c.reason, c.said_at from lesson_consent c join organisation o on o.code ="
                + " c.organisation where c.lesson = ? order by c.nr").param(lesson).query(row -> {
                    last.put(new OrganisationId(row.getString(1)), new Consent(row.getString(2), Reach.of(row.getString(3)),
                            row.getString(4), row.getTimestamp(5).toInstant()));
                });
        return last;
    }

    /** Empty where none of these is one of its partners now. */
    Optional<OrganisationId> partnerAmong(PartnershipId partnership, Reader reader) {
        return jdbc.sql("select present from member where partnership = :partnership and standing = 'partner' and present in (:own)")
                .param("partnership", partnership.value()).param("own", own(reader))
                .query((row, nr) -> new OrganisationId(row.getString(1))).list().stream().findFirst();
    }

    private static Map<String, Object> reading(Reader reader) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("own", own(reader));
        parameters.put("staff", reader.staff());
        return parameters;
    }

    private static List<String> own(Reader reader) {
        return reader.own().isEmpty() ? NOBODY : reader.own().stream().map(OrganisationId::code).toList();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(row.getObject("id", UUID.class), new PartnershipId(row.getString("partnership")), row.getString("title"),
                new OrganisationId(row.getString("organisation")), row.getString("name"), row.getInt("nr"), row.getString("worked"),
                row.getString("setting"), row.getString("failed"), row.getString("evidence"), row.getTimestamp("told_at").toInstant(),
                row.getBoolean("inside"), row.getBoolean("shared"));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    /** @param inside whether who reads belongs to its partnership, told it or serves all */
    record Line(UUID id, PartnershipId partnership, String title, OrganisationId organisation, String name, int review, String worked,
            String setting, String failed, String evidence, Instant at, boolean inside, boolean shared) {
    }

    record Consent(String name, Reach reach, String reason, Instant at) {
    }
}
