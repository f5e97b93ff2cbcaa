package org.commonground.candidate;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.partnership.SeatIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of the candidates of an open selection: at most four statements, however many they are. */
@Component
class CandidateQueries {

    private static final String OPEN = " from candidacy n join selection s on s.id = n.selection ";

    private final JdbcClient jdbc;

    CandidateQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The conveners first, then all others by name. */
    List<Candidate> all(Search search) {
        return find("s.open_in = :search", Map.of("search", search.key()));
    }

    /** The conveners who stated their profile, in one statement: every candidate's form asks for them. */
    List<Convener> conveners(Search search) {
        return newest(profileRows("s.open_in = :search and n.convener", Map.of("search", search.key())));
    }

    /** The full partners of today with the profile that each stated last, in whatever search: whoever is invited to join looks at them. */
    List<Convener> partners(PartnershipId partnership) {
        return newest(profileRows("s.partnership = :partnership and exists (select 1 from present_partner m"
                + " where m.partnership = s.partnership and m.organisation = n.organisation)", Map.of("partnership", partnership.value())));
    }

    private static List<Convener> newest(List<ProfileRow> all) {
        return all.stream().collect(groupingBy(ProfileRow::organisation, LinkedHashMap::new, toList())).values().stream()
                .map(rows -> new Convener(new OrganisationId(rows.get(0).organisation), rows.get(0).name, newestProfile(rows))).toList();
    }

    /** @param rows of one organisation, in the order in which they were stated */
    private static Profile newestProfile(List<ProfileRow> rows) {
        UUID last = rows.get(rows.size() - 1).id;
        return profile(rows.stream().filter(row -> row.id.equals(last)).toList());
    }

    /** The newest profile of the organisation in whatever search of this partnership. */
    Optional<Profile> profile(PartnershipId partnership, OrganisationId organisation) {
        List<ProfileRow> rows = profileRows("s.partnership = :partnership and n.organisation = :organisation",
                Map.of("partnership", partnership.value(), "organisation", organisation.code()));
        return rows.isEmpty() ? Optional.empty() : Optional.of(newestProfile(rows));
    }

    List<SeatIn> asked(Search search, OrganisationId organisation) {
        return asked("s.open_in = :search and n.organisation = :organisation",
                Map.of("search", search.key(), "organisation", organisation.code())).values().stream().flatMap(List::stream).toList();
    }

    /** As what it is asked, in whatever open search of the partnership. */
    List<SeatIn> askedIn(PartnershipId partnership, OrganisationId organisation) {
        return asked("s.partnership = :partnership and s.open_in is not null and n.organisation = :organisation",
                Map.of("partnership", partnership.value(), "organisation", organisation.code())).values().stream().flatMap(List::stream)
                .toList();
    }

    Optional<Candidate> one(Search search, OrganisationId organisation) {
        return find("s.open_in = :search and n.organisation = :organisation",
                Map.of("search", search.key(), "organisation", organisation.code())).stream().findFirst();
    }

    Optional<Nomination> nomination(Search search, OrganisationId organisation) {
        return jdbc.sql("select n.id, n.state" + OPEN + "where s.open_in = ? and n.organisation = ?")
                .params(search.key(), organisation.code()).query(Nomination.class).optional();
    }

    /** Codes of the candidates in one of these states, the conveners first. */
    List<String> codes(Search search, List<CandidateState> states, boolean convenersOnly) {
        return jdbc.sql("select n.organisation" + OPEN + """
                where s.open_in = :search and n.state in (:states) and (n.convener or not :convenersOnly)
                order by n.convener desc, n.nominated_at, n.organisation""")
                .param("search", search.key()).param("states", states.stream().map(Enum::name).toList())
                .param("convenersOnly", convenersOnly).query(String.class).list();
    }

    boolean isIn(Search search, OrganisationId organisation, CandidateState state) {
        return !jdbc.sql("select n.organisation" + OPEN + "where s.open_in = ? and n.organisation = ? and n.state = ?")
                .params(search.key(), organisation.code(), state.name()).query(String.class).list().isEmpty();
    }

    /** In all selections of the partnership, open or not. */
    List<Expectation> expectations(PartnershipId partnership) {
        return jdbc.sql("""
                select n.organisation, p.expects_of_others from profile p join nomination n on n.id = p.nomination
                join selection s on s.id = n.selection where s.partnership = ? order by n.organisation, p.stated_at""")
                .param(partnership.value())
                .query((row, nr) -> new Expectation(new OrganisationId(row.getString(1)), row.getString(2))).list().stream()
                .collect(toMap(Expectation::organisation, expectation -> expectation, (earlier, later) -> later, LinkedHashMap::new))
                .values().stream().toList();
    }

    private List<Candidate> find(String which, Map<String, ?> parameters) {
        Map<UUID, List<SeatIn>> asked = asked(which, parameters);
        Map<UUID, Profile> profiles = profiles(which, parameters);
        Map<UUID, Assessment> assessments = assessments(which, parameters);
        return jdbc.sql("select n.id, n.organisation, o.name, n.convener, n.state, n.why, n.nominated_at, n.remark, a.reason as declined,"
                + " p.nr as answers, p.stated_at, f.outcome, f.reason, f.judged, f.judgement" + OPEN + """
                join organisation o on o.code = n.organisation
                left join invitation_answer a on a.nomination = n.id
                left join profile p on p.nomination = n.id
                left join fit f on f.nomination = n.id
                where\s""" + which + " order by n.convener desc, lower(o.name), n.organisation")
                .params(parameters)
                .query((row, nr) -> {
                    UUID id = row.getObject("id", UUID.class);
                    CandidateState state = CandidateState.valueOf(row.getString("state"));
                    Fit fit = row.getString("outcome") == null ? null
                            : new Fit(PartnerFit.of(row.getString("outcome")), row.getString("reason"),
                            row.getString("judged") == null ? null : PartnerFit.of(row.getString("judged")), row.getString("judgement"));
                    return new Candidate(id, new OrganisationId(row.getString("organisation")), row.getString("name"),
                            row.getBoolean("convener"), state, asked.getOrDefault(id, List.of()), row.getString("why"),
                            day(row, "nominated_at"),
                            state == CandidateState.DECLINED ? row.getString("declined") : row.getString("remark"),
                            profiles.get(id), row.getInt("answers") < 2 ? null : day(row, "stated_at"), assessments.get(id), fit);
                })
                .list();
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC).toLocalDate();
    }

    private Map<UUID, List<SeatIn>> asked(String which, Map<String, ?> parameters) {
        return jdbc.sql("select n.id, q.role, q.level, area.name as area, q.expertise" + OPEN
                + "join asked_seat q on q.nomination = n.id left join area on area.code = q.area where " + which + " order by q.nr")
                .params(parameters)
                .query((row, nr) -> Map.entry(row.getObject("id", UUID.class), new SeatIn(Role.of(row.getString("role")),
                        Level.of(row.getString("level")), row.getString("area"), row.getString("expertise"))))
                .list().stream().collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private Map<UUID, Profile> profiles(String which, Map<String, ?> parameters) {
        return profileRows(which, parameters).stream().collect(groupingBy(ProfileRow::id)).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, rows -> profile(rows.getValue())));
    }

    private List<ProfileRow> profileRows(String which, Map<String, ?> parameters) {
        return jdbc.sql("select n.id, n.organisation, o.name, p.expects_of_others, p.capacity_wanted, p.conveners_fit,"
                + " p.conveners_fit_reason, t.dimension, t.words, t.rating" + OPEN + """
                join organisation o on o.code = n.organisation
                join profile p on p.nomination = n.id
                join profile_statement t on t.nomination = n.id
                where\s""" + which + " order by lower(o.name), n.organisation, p.stated_at, n.id")
                .params(parameters).query(ProfileRow.class).list();
    }

    private static Profile profile(List<ProfileRow> rows) {
        ProfileRow one = rows.get(0);
        return new Profile(rows.stream().map(row -> new Statement(Dimension.of(row.dimension), row.words, row.rating)).toList(),
                one.expectsOfOthers, one.capacityWanted, one.convenersFit, one.convenersFitReason);
    }

    private Map<UUID, Assessment> assessments(String which, Map<String, ?> parameters) {
        return jdbc.sql("select n.id, t.dimension, t.rating, t.note" + OPEN + "join assessment t on t.nomination = n.id where " + which)
                .params(parameters).query(RatingRow.class).list().stream().collect(groupingBy(RatingRow::id)).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, rows -> new Assessment(rows.getValue().stream()
                        .map(row -> new Rating(Dimension.of(row.dimension), row.rating, row.note)).toList())));
    }

    private record ProfileRow(UUID id, String organisation, String name, String expectsOfOthers, String capacityWanted,
            Integer convenersFit,
            String convenersFitReason, String dimension, String words, Integer rating) {
    }

    private record RatingRow(UUID id, String dimension, Integer rating, String note) {
    }
}
