package org.commonground.learning;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.LessonsAtHand.BuiltOn;
import org.commonground.partnership.LessonsAtHand.BuiltOn.Standing;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which partnership builds on which lessons: rows that are only ever added. */
@Repository
class LessonUses {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    LessonUses(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** Those that all may read. */
    List<Source> sharedAmong(Collection<UUID> lessons) {
        return jdbc.sql("select l.id, l.worked, o.name, l.told_at from lesson l join organisation o on o.code = l.organisation"
                + " where l.id in (:lessons) and " + LessonTables.SHARED + " order by l.told_at desc, cast(l.id as varchar(36))")
                .param("lessons", lessons)
                .query((row, nr) -> new Source(row.getObject(1, UUID.class), row.getString(2), row.getString(3) + ", "
                        + row.getTimestamp(4).toInstant().atOffset(ZoneOffset.UTC).getYear())).list();
    }

    void keep(PartnershipId partnership, List<Source> sources, String person) {
        Timestamp now = Timestamp.from(clock.instant());
        batches.batchUpdate("insert into lesson_use (partnership, lesson, sentence, source, used_by, used_at) values (?, ?, ?, ?, ?, ?)",
                sources.stream().map(one -> new Object[] {partnership.value(), one.lesson(), one.words(), one.source(), person, now})
                        .toList());
    }

    /** What is kept of one that may not be read any more nobody is shown. */
    List<BuiltOn> of(PartnershipId partnership) {
        return jdbc.sql("select u.lesson, u.sentence, u.source, u.used_by, u.used_at, " + LessonTables.SHARED + " as shared, "
                + LessonTables.WITHDRAWN + " as withdrawn from lesson_use u join lesson l on l.id = u.lesson where u.partnership = ?"
                + " order by u.used_at, l.told_at desc, cast(l.id as varchar(36))").param(partnership.value())
                .query((row, nr) -> {
                    Standing standing = row.getBoolean(7) ? Standing.WITHDRAWN : row.getBoolean(6) ? Standing.READABLE
                            : Standing.KEPT_INSIDE;
                    boolean readable = standing == Standing.READABLE;
                    return new BuiltOn(row.getObject(1, UUID.class), standing, readable ? row.getString(2) : null,
                            readable ? row.getString(3) : null, row.getString(4), row.getTimestamp(5).toInstant());
                }).list();
    }

    /** Each partnership that builds on it, with its source as it was then. */
    Map<PartnershipId, String> users(UUID lesson) {
        return jdbc.sql("select partnership, source from lesson_use where lesson = ? order by partnership").param(lesson)
                .query((row, nr) -> Map.entry(new PartnershipId(row.getString(1)), row.getString(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    record Source(UUID lesson, String words, String source) {
    }
}
