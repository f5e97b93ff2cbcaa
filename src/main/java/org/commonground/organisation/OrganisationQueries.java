package org.commonground.organisation;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Stream;

import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What others ask of the registry while they work: one statement per question, however many organisations answer. */
@Component
class OrganisationQueries {

    private static final String CARDS = """
            select o.code, o.name, o.kind, o.country, o.standing, t.trait, t.word
            from organisation o left join (
                select organisation, 'role' as trait, role as word from organisation_role
                union all select organisation, 'level', level from organisation_level
                union all select w.organisation, 'area', a.name from organisation_area w join area a on a.code = w.area
                union all select organisation, 'flag', level from flag where resolved_on is null
            ) t on t.organisation = o.code
            where %s
            order by lower(o.name), o.code, t.word
            """;

    private static final String PEOPLE = """
            select p.user_id, p.organisation, p.name, p.email, p.focal_point, p.joined_on, p.left_on,
                   r.role, m.valid_from, m.valid_to, o.country, o.zone
            from affiliation p
            join organisation o on o.code = p.organisation
            left join held_role r on r.affiliation = p.id
            left join mandate m on m.affiliation = p.id and m.ended_on is null
            where p.organisation = :organisation and p.present is not null
            order by lower(p.name), p.user_id, m.valid_from
            """;

    private static final String RIGHTS_TO_SIGN = """
            select p.organisation, p.user_id, p.name, p.left_on, m.valid_from, m.valid_to, m.ended_on, o.country, o.zone
            from affiliation p join mandate m on m.affiliation = p.id join organisation o on o.code = p.organisation
            where %s
            order by p.organisation, lower(p.name)
            """;

    private final JdbcClient database;
    private final Clock clock;

    OrganisationQueries(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Optional<Whereabouts> whereabouts(OrganisationId id) {
        return Optional.ofNullable(whereabouts(List.of(id)).get(id));
    }

    Map<OrganisationId, Whereabouts> whereabouts(Collection<OrganisationId> some) {
        Map<OrganisationId, Whereabouts> places = new LinkedHashMap<>();
        if (!some.isEmpty()) {
            database.sql("select code, country, zone from organisation where code in (:some)").param("some", codes(some))
                    .query(row -> {
                        places.put(new OrganisationId(row.getString("code")), where(row));
                    });
        }
        return places;
    }

    private static Whereabouts where(ResultSet row) throws SQLException {
        return new Whereabouts(new Country(row.getString("country")), row.getString("zone"));
    }

    Optional<OrganisationCard> card(OrganisationId id) {
        return cards(database.sql(CARDS.formatted("o.code = :code")).param("code", id.code())).stream().findFirst();
    }

    List<OrganisationCard> cards(Collection<OrganisationId> some) {
        return some.isEmpty() ? List.of() : cards(database.sql(CARDS.formatted("o.code in (:some)")).param("some", codes(some)));
    }

    List<OrganisationCard> verified() {
        return cards(database.sql(CARDS.formatted("o.standing = 'VERIFIED'")));
    }

    private static List<OrganisationCard> cards(JdbcClient.StatementSpec statement) {
        return statement.query(CardRow.class).list().stream()
                .collect(groupingBy(CardRow::code, LinkedHashMap::new, toList()))
                .values().stream().map(OrganisationQueries::card).toList();
    }

    private static OrganisationCard card(List<CardRow> rows) {
        CardRow one = rows.get(0);
        return new OrganisationCard(new OrganisationId(one.code), one.name, OrganisationKind.of(one.kind).label(),
                new Country(one.country).inWords(),
                words(rows, "role").map(Role::of).collect(inOrder(Role.class)),
                words(rows, "level").map(Level::of).collect(inOrder(Level.class)),
                words(rows, "area").toList(), RegistrationState.valueOf(one.standing),
                words(rows, "flag").map(FlagLevel::valueOf).max(Comparator.naturalOrder()).orElse(null));
    }

    private static Stream<String> words(List<CardRow> rows, String trait) {
        return rows.stream().filter(row -> trait.equals(row.trait)).map(CardRow::word);
    }

    private static <E extends Enum<E>> Collector<E, ?, Set<E>> inOrder(Class<E> type) {
        return collectingAndThen(toCollection(() -> EnumSet.noneOf(type)), Collections::unmodifiableSet);
    }

    /** Those who belong to it, each with the right to sign that holds today or begins next. */
    List<Person> people(OrganisationId id) {
        return database.sql(PEOPLE).param("organisation", id.code()).query(PersonRow.class).list().stream()
                .collect(groupingBy(PersonRow::userId, LinkedHashMap::new, toList()))
                .values().stream().map(this::person).toList();
    }

    private Person person(List<PersonRow> rows) {
        PersonRow one = rows.get(0);
        LocalDate today = new Whereabouts(new Country(one.country), one.zone).today(clock);
        return new Person(one.userId, new OrganisationId(one.organisation), one.name, one.email, one.focalPoint,
                rows.stream().map(PersonRow::role).filter(Objects::nonNull).map(Role::of).collect(inOrder(Role.class)),
                one.joinedOn, one.leftOn,
                rows.stream().filter(row -> row.validFrom != null && (row.validTo == null || !row.validTo.isBefore(today))).findFirst()
                        .map(row -> new Person.Mandate(row.validFrom, row.validTo)).orElse(null));
    }

    private record CardRow(String code, String name, String kind, String country, String standing, String trait, String word) {
    }

    private record PersonRow(String userId, String organisation, String name, String email, boolean focalPoint,
            LocalDate joinedOn, LocalDate leftOn, String role, LocalDate validFrom, LocalDate validTo, String country, String zone) {
    }

    /** User ids and names, locked until the transaction ends: who is the last one must not be judged twice at once. */
    Map<String, String> focalPointsForUpdate(OrganisationId id) {
        Map<String, String> names = new LinkedHashMap<>();
        database.sql("""
                select user_id, name from affiliation
                where organisation = :organisation and focal_point and present is not null order by user_id for update""")
                .param("organisation", id.code()).query(row -> {
                    names.put(row.getString("user_id"), row.getString("name"));
                });
        return names;
    }

    Optional<OrganisationId> organisationOf(String userKey) {
        return database.sql("select organisation from affiliation where present = :user").param("user", userKey)
                .query(String.class).optional().map(OrganisationId::new);
    }

    boolean anybodyIn(Seat seat) {
        return exists("""
                select 1 from affiliation p join held_role r on r.affiliation = p.id
                where p.organisation = :organisation and p.present is not null and r.role = :role""",
                Map.of("organisation", seat.organisation().code(), "role", seat.role().key()));
    }

    /** The person's rights to sign for the organisation, also former and later ones. */
    List<RightToSign> rightsToSign(String userKey, OrganisationId organisation) {
        return rightsToSign(database.sql(RIGHTS_TO_SIGN.formatted("p.user_key = :user and p.organisation = :organisation"))
                .param("user", userKey).param("organisation", organisation.code()));
    }

    /** The same of all who belong to these organisations, by name. */
    List<RightToSign> rightsToSign(Collection<OrganisationId> some) {
        return some.isEmpty() ? List.of() : rightsToSign(database.sql(RIGHTS_TO_SIGN.formatted(
                "p.organisation in (:some) and p.present is not null")).param("some", codes(some)));
    }

    private static List<RightToSign> rightsToSign(JdbcClient.StatementSpec statement) {
        return statement.query((row, nr) -> new RightToSign(new OrganisationId(row.getString("organisation")),
                row.getString("user_id"), row.getString("name"),
                row.getObject("left_on", LocalDate.class), row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class), row.getObject("ended_on", LocalDate.class), where(row))).list();
    }

    /** Whether it is verified, and the last day of its document is not over where it is. */
    boolean registrationHolds(OrganisationId organisation) {
        return database.sql("select country, zone, expires_on from organisation where code = :code and standing = 'VERIFIED'")
                .param("code", organisation.code())
                .query((row, nr) -> !row.getObject("expires_on", LocalDate.class).isBefore(where(row).today(clock))).optional()
                .orElse(false);
    }

    boolean redFlagged(OrganisationId organisation) {
        return exists("select 1 from flag where organisation = :organisation and level = 'RED' and resolved_on is null",
                Map.of("organisation", organisation.code()));
    }

    Set<OrganisationId> redFlagged(Collection<OrganisationId> some) {
        return some.isEmpty() ? Set.of() : database.sql(
                        "select distinct organisation from flag where organisation in (:some) and level = 'RED' and resolved_on is null")
                .param("some", codes(some)).query((row, nr) -> new OrganisationId(row.getString(1))).set();
    }

    private static List<String> codes(Collection<OrganisationId> some) {
        return some.stream().map(OrganisationId::code).toList();
    }

    private boolean exists(String question, Map<String, Object> parameters) {
        return database.sql("select case when exists (" + question + ") then true else false end").params(parameters)
                .query(Boolean.class).single();
    }

    /** Verified organisations whose registration ends by the day, each with the reminders sent for that date. */
    List<Expiry> expiringBy(LocalDate day) {
        return database.sql("""
                select o.code, o.name, o.country, o.zone, o.expires_on, min(r.days_before) as reminded from organisation o
                left join expiry_reminder r on r.organisation = o.code and r.expires_on = o.expires_on
                where o.standing = 'VERIFIED' and o.expires_on <= :day
                group by o.code, o.name, o.country, o.zone, o.expires_on order by o.expires_on, o.code""")
                .param("day", day)
                .query((row, nr) -> new Expiry(new OrganisationId(row.getString("code")), row.getString("name"), where(row),
                        row.getObject("expires_on", LocalDate.class), row.getObject("reminded", Integer.class)))
                .list();
    }

    void noteReminder(Expiry expiry, int daysBefore) {
        database.sql("insert into expiry_reminder (organisation, expires_on, days_before) values (:organisation, :expires, :days)")
                .param("organisation", expiry.id().code()).param("expires", expiry.expiresOn()).param("days", daysBefore)
                .update();
    }

    /** @param reminded the nearest reminder that was sent, in days before, or null */
    record Expiry(OrganisationId id, String name, Whereabouts where, LocalDate expiresOn, Integer reminded) {
    }

    /**
     * @param leftOn  the day from which the person no longer belongs to the organisation, or null
     * @param to      last day, or null when it is open
     * @param endedOn the day from which it no longer counts, or null
     */
    record RightToSign(OrganisationId organisation, String user, String person, LocalDate leftOn, LocalDate from, LocalDate to,
            LocalDate endedOn, Whereabouts where) {

        boolean holdsOn(LocalDate day) {
            return !from.isAfter(day) && (to == null || !to.isBefore(day)) && (endedOn == null || endedOn.isAfter(day))
                    && (leftOn == null || leftOn.isAfter(day));
        }

        boolean holdsNow(Clock clock) {
            return holdsOn(where.today(clock));
        }
    }
}
