package org.commonground.organisation;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.ArrayList;
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
                   r.role, m.valid_from, m.valid_to
            from affiliation p
            left join held_role r on r.affiliation = p.id
            left join mandate m on m.affiliation = p.id and m.ended_on is null and (m.valid_to is null or m.valid_to >= :today)
            where p.organisation = :organisation and p.present is not null
            order by lower(p.name), p.user_id, m.valid_from
            """;

    private final JdbcClient database;

    OrganisationQueries(JdbcClient database) {
        this.database = database;
    }

    Optional<OrganisationCard> card(OrganisationId id) {
        return cards(database.sql(CARDS.formatted("o.code = :code")).param("code", id.code())).stream().findFirst();
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
        return new OrganisationCard(new OrganisationId(one.code), one.name, OrganisationKind.of(one.kind).label(), one.country,
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

    List<Person> people(OrganisationId id, LocalDate today) {
        return database.sql(PEOPLE).param("organisation", id.code()).param("today", today).query(PersonRow.class).list().stream()
                .collect(groupingBy(PersonRow::userId, LinkedHashMap::new, toList()))
                .values().stream().map(OrganisationQueries::person).toList();
    }

    private static Person person(List<PersonRow> rows) {
        PersonRow one = rows.get(0);
        return new Person(one.userId, new OrganisationId(one.organisation), one.name, one.email, one.focalPoint,
                rows.stream().map(PersonRow::role).filter(Objects::nonNull).map(Role::of).collect(inOrder(Role.class)),
                one.joinedOn, one.leftOn,
                one.validFrom == null ? null : new Person.Mandate(one.validFrom, one.validTo));
    }

    private record CardRow(String code, String name, String kind, String country, String standing, String trait, String word) {
    }

    private record PersonRow(String userId, String organisation, String name, String email, boolean focalPoint,
            LocalDate joinedOn, LocalDate leftOn, String role, LocalDate validFrom, LocalDate validTo) {
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

    /** The name of the person, where it has the right to sign on that day. */
    Optional<String> mandated(String userKey, OrganisationId organisation, LocalDate day) {
        return database.sql("""
                select distinct p.name from affiliation p join mandate m on m.affiliation = p.id
                where p.user_key = :user and p.organisation = :organisation and (p.left_on is null or p.left_on > :day)
                and m.valid_from <= :day and (m.valid_to is null or m.valid_to >= :day) and (m.ended_on is null or m.ended_on > :day)""")
                .param("user", userKey).param("organisation", organisation.code()).param("day", day).query(String.class).list().stream()
                .findFirst();
    }

    boolean redFlagged(OrganisationId organisation) {
        return exists("select 1 from flag where organisation = :organisation and level = 'RED' and resolved_on is null",
                Map.of("organisation", organisation.code()));
    }

    Map<OrganisationId, List<String>> signatories(Collection<OrganisationId> some, LocalDate day) {
        Map<OrganisationId, List<String>> names = new LinkedHashMap<>();
        if (!some.isEmpty()) {
            database.sql("""
                    select distinct p.organisation, p.name, lower(p.name) from affiliation p join mandate m on m.affiliation = p.id
                    where p.organisation in (:some) and p.present is not null
                    and m.valid_from <= :day and (m.valid_to is null or m.valid_to >= :day) and (m.ended_on is null or m.ended_on > :day)
                    order by 1, 3""").param("some", codes(some)).param("day", day).query(row -> {
                        names.computeIfAbsent(new OrganisationId(row.getString(1)), organisation -> new ArrayList<>())
                                .add(row.getString(2));
                    });
        }
        return names;
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
                select o.code, o.name, o.expires_on, min(r.days_before) as reminded from organisation o
                left join expiry_reminder r on r.organisation = o.code and r.expires_on = o.expires_on
                where o.standing = 'VERIFIED' and o.expires_on <= :day
                group by o.code, o.name, o.expires_on order by o.expires_on, o.code""")
                .param("day", day)
                .query((row, nr) -> new Expiry(new OrganisationId(row.getString("code")), row.getString("name"),
                        row.getObject("expires_on", LocalDate.class), row.getObject("reminded", Integer.class)))
                .list();
    }

    void noteReminder(Expiry expiry, int daysBefore) {
        database.sql("insert into expiry_reminder (organisation, expires_on, days_before) values (:organisation, :expires, :days)")
                .param("organisation", expiry.id().code()).param("expires", expiry.expiresOn()).param("days", daysBefore)
                .update();
    }

    /** @param reminded the nearest reminder that was sent, in days before, or null */
    record Expiry(OrganisationId id, String name, LocalDate expiresOn, Integer reminded) {
    }
}
