package org.commonground.learning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which lessons are near to a case. One comes for a tag that the case speaks of, for the same area, or for two words that both have. Then
 * the order: more such tags, the same area, the same larger area, the same country, the same role, more words, the younger.
 */
@Repository
class NearLessons {

    private static final int ENOUGH_WORDS = 2;
    private static final String NOBODY = "-";

    private static final String SAID = """
            select p.title, p.practice, p.why_together, p.purpose, p.target_participants, p.new_challenge, p.expertise,
              (select string_agg(o.wording, ' ' order by o.nr) from objective o where o.partnership = p.id and o.given_up_on is null)
            from partnership p where p.id = ?""";

    /** Before the aims say where, it is where the one works whose step it is; and a place that the case speaks of counts always. */
    private static final String AREAS = """
            (select pa.area from partnership_area pa where pa.partnership = :case and pa.left_on is null
             union select a.code from area a where a.code in (:places)
             union select oa.area from organisation_area oa where oa.organisation = :asker
               and not exists (select 1 from partnership_area pa where pa.partnership = :case))""";

    /** A country is where the participants are: those who bring money or advice come from anywhere. */
    private static final String COUNTRIES = """
            (select o.country from organisation o where o.code = :asker and not exists (select 1 from member m where m.partnership = :case)
             union select o.country from member m join seat s on s.member = m.id join organisation o on o.code = m.organisation
               where m.partnership = :case and m.present is not null and s.role = 'participant')""";

    private static final String NEAR = """
            select near.*, (select string_agg(t.name, ',') from lesson_tag t where t.lesson = near.id) as tags,
              (select string_agg(w.word, ' ') from lesson_word w where w.lesson = near.id) as words
            from (select l.id, l.partnership, l.worked, l.told_at, o.name as teller, coalesce(t.n, 0) as tagged,
                place.name as area, coalesce(w.n, 0) as told,
                (select min(larger.name) from area larger join area mine on mine.parent = larger.code where mine.code in %1$s
                  and exists (select 1 from partnership_area pa join area a on a.code = pa.area where pa.partnership = l.partnership
                  and (a.code = larger.code or a.parent = larger.code))) as region,
                (select min(c.country) from member m join seat s on s.member = m.id join organisation c on c.code = m.organisation
                  where m.partnership = l.partnership and s.role = 'participant' and c.country in %2$s) as country,
                (select min(s.role) from member m join seat s on s.member = m.id
                  join organisation_role mine on mine.role = s.role and mine.organisation = :asker
                  where m.partnership = l.partnership and m.organisation = l.organisation) as role
              from lesson l join organisation o on o.code = l.organisation
              left join (select lesson, count(*) as n from lesson_tag where folded in (:names) group by lesson) t on t.lesson = l.id
              left join (select lesson, count(*) as n from lesson_word where word in (:words) group by lesson) w on w.lesson = l.id
              left join (select pa.partnership, min(a.name) as name from partnership_area pa join area a on a.code = pa.area
                where pa.area in %1$s group by pa.partnership) place on place.partnership = l.partnership
              where (t.n > 0 or place.name is not null or w.n >= %3$d) and (l.partnership = :case or %4$s) and not %5$s) near
            order by near.tagged desc, case when near.area is null then 1 else 0 end, case when near.region is null then 1 else 0 end,
              case when near.country is null then 1 else 0 end, case when near.role is null then 1 else 0 end, near.told desc,
              near.told_at desc, cast(near.id as varchar(36)) fetch first %6$d rows only""";

    private final JdbcClient jdbc;

    NearLessons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that the case says of itself by now, from the most general on. */
    String said(PartnershipId partnership) {
        return jdbc.sql(SAID).param(partnership.value()).query((row, nr) -> {
            List<String> said = new ArrayList<>();
            for (int column = 1; column <= 8; column++) {
                said.add(row.getString(column) == null ? "" : row.getString(column));
            }
            return String.join("\n", said);
        }).single();
    }

    /**
     * @param names  what would be a tag
     * @param places what would be the code of an area
     */
    List<Line> find(PartnershipId partnership, OrganisationId asker, Collection<String> words, Collection<String> names,
            Collection<String> places, int most) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("case", partnership.value());
        parameters.put("asker", asker == null ? NOBODY : asker.code());
        parameters.put("words", orNone(words));
        parameters.put("names", orNone(names));
        parameters.put("places", orNone(places));
        return jdbc.sql(NEAR.formatted(AREAS, COUNTRIES, ENOUGH_WORDS, LessonTables.SHARED, LessonTables.WITHDRAWN, most))
                .params(parameters).query((row, nr) -> line(row)).list();
    }

    private static Collection<String> orNone(Collection<String> words) {
        return words.isEmpty() ? List.of(NOBODY) : words;
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(row.getObject("id", UUID.class), new PartnershipId(row.getString("partnership")), row.getString("worked"),
                row.getString("teller"), row.getTimestamp("told_at").toInstant(), row.getString("area"), row.getString("region"),
                row.getString("country"), row.getString("role"), parts(row.getString("tags"), ","), parts(row.getString("words"), " "));
    }

    private static List<String> parts(String all, String between) {
        return all == null ? List.of() : List.of(all.split(between));
    }

    /**
     * @param area    where both are, or null
     * @param region  what the areas of both lie in, or null
     * @param country the code of the one that participants of both are from, or null
     * @param role    what who told it was there and the asker is too, or null
     * @param tags    all of it
     * @param words   all of it
     */
    record Line(UUID id, PartnershipId partnership, String worked, String teller, Instant at, String area, String region, String country,
            String role, List<String> tags, List<String> words) {
    }
}
