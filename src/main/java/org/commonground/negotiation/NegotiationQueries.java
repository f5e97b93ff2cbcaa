package org.commonground.negotiation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** What is known of a negotiation: few statements, however many parties and topics there are. */
@Component
class NegotiationQueries {

    /** Which wording of a topic, beside its newest one. */
    private static final String NEWEST = "w.nr";
    private static final String REPLACED = "w.nr - 1";
    private static final String BEFORE = "0";

    private final JdbcClient jdbc;

    NegotiationQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those still in it, by name. */
    List<OrganisationId> parties(NegotiationId negotiation) {
        return List.copyOf(names(negotiation).keySet());
    }

    /** Those of them who have a say in the wordings: not who only signs them. */
    List<OrganisationId> speakers(NegotiationId negotiation) {
        return organisations("""
                select p.organisation from negotiating_party p where p.negotiation = ? and p.left_at is null and not p.only_signs
                order by p.organisation""", negotiation.value());
    }

    /** The names of all who belong to the partnership or did, for those whom a change concerns and who are no party. */
    Map<OrganisationId, String> everybody(NegotiationId negotiation) {
        Map<OrganisationId, String> names = new LinkedHashMap<>();
        jdbc.sql("""
                select distinct m.organisation, o.name from negotiation n join member m on m.partnership = n.partnership
                join organisation o on o.code = m.organisation where n.id = ?""").param(negotiation.value())
                .query((row, nr) -> Map.entry(new OrganisationId(row.getString(1)), row.getString(2))).list()
                .forEach(one -> names.put(one.getKey(), one.getValue()));
        return names;
    }

    void expectParty(NegotiationId negotiation, OrganisationId party) {
        Refusal.unless(parties(negotiation).contains(party), "Your organisation is not in this negotiation any more.");
    }

    /** The same, each with its name. */
    Map<OrganisationId, String> names(NegotiationId negotiation) {
        Map<OrganisationId, String> parties = new LinkedHashMap<>();
        jdbc.sql("""
                select p.organisation, o.name from negotiating_party p join organisation o on o.code = p.organisation
                where p.negotiation = ? and p.left_at is null order by lower(o.name), p.organisation""")
                .param(negotiation.value())
                .query((row, nr) -> Map.entry(new OrganisationId(row.getString(1)), row.getString(2))).list()
                .forEach(party -> parties.put(party.getKey(), party.getValue()));
        return parties;
    }

    /** Whether there were parties, and all of them have left. */
    boolean isForsaken(NegotiationId negotiation) {
        return jdbc.sql("""
                select count(*) > 0 and count(left_at) = count(*) from negotiating_party where negotiation = ?""")
                .param(negotiation.value()).query(Boolean.class).single();
    }

    /** Why the last one left; empty when nobody did. */
    Optional<String> lastReasonToLeave(NegotiationId negotiation) {
        return jdbc.sql("""
                select o.name || ' left: ' || p.left_because from negotiating_party p join organisation o on o.code = p.organisation
                where p.negotiation = ? and p.left_at is not null order by p.left_at desc, p.organisation fetch first 1 row only""")
                .param(negotiation.value()).query(String.class).optional();
    }

    /** Those still in it who were asked this time and have not answered; also those who joined since and were never asked before. */
    List<OrganisationId> unanswered(NegotiationId negotiation, int asking) {
        return organisations("""
                select p.organisation from negotiating_party p
                left join reply r on r.negotiation = p.negotiation and r.asking = ? and r.organisation = p.organisation
                where p.negotiation = ? and p.left_at is null and r.organisation is null and (
                    exists (select 1 from asked_party a where a.negotiation = p.negotiation and a.asking = ?
                            and a.organisation = p.organisation)
                    or not exists (select 1 from asked_party a where a.negotiation = p.negotiation and a.organisation = p.organisation))
                order by p.organisation""",
                asking, negotiation.value(), asking);
    }

    /** The number of the next reply of this party; empty where it is not in it any more, or was not asked this time. */
    Optional<Integer> nextReply(NegotiationId negotiation, int asking, OrganisationId party) {
        return jdbc.sql("""
                select (select coalesce(max(g.nr), 0) + 1 from given_reply g
                        where g.negotiation = a.negotiation and g.asking = a.asking and g.organisation = a.organisation)
                from asked_party a join negotiating_party p on p.negotiation = a.negotiation and p.organisation = a.organisation
                where a.negotiation = ? and a.asking = ? and a.organisation = ? and p.left_at is null""")
                .params(negotiation.value(), asking, party.code()).query(Integer.class).optional();
    }

    /** The day of an answer that was given anew: its number stands in this column, its moment in the next. */
    private static LocalDate changedOn(ResultSet row, int number) throws SQLException {
        return row.getInt(number) < 2 ? null
                : row.getObject(number + 1, OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC).toLocalDate();
    }

    /** How often in a row each party that is still in it did not answer when it was asked; those who answered last are left out. */
    Map<OrganisationId, Integer> silences(NegotiationId negotiation) {
        Map<OrganisationId, List<Boolean>> answered = jdbc.sql("""
                select a.organisation, r.organisation is not null as answered from asked_party a
                join negotiating_party p on p.negotiation = a.negotiation and p.organisation = a.organisation
                left join reply r on r.negotiation = a.negotiation and r.asking = a.asking and r.organisation = a.organisation
                where a.negotiation = ? and p.left_at is null order by a.organisation, a.asking desc""")
                .param(negotiation.value())
                .query((row, nr) -> Map.entry(new OrganisationId(row.getString(1)), row.getBoolean(2))).list().stream()
                .collect(groupingBy(Map.Entry::getKey, LinkedHashMap::new, mapping(Map.Entry::getValue, toList())));
        Map<OrganisationId, Integer> silences = new LinkedHashMap<>();
        answered.forEach((party, latestFirst) -> {
            int silent = latestFirst.contains(true) ? latestFirst.indexOf(true) : latestFirst.size();
            if (silent > 0) {
                silences.put(party, silent);
            }
        });
        return silences;
    }

    /** All topics with their newest wordings, in the order of the agreement. */
    List<OpenTopic> topics(NegotiationId negotiation) {
        return topics(negotiation, names(negotiation));
    }

    /** @param names of those still in it */
    List<OpenTopic> topics(NegotiationId negotiation, Map<OrganisationId, String> names) {
        return topics(negotiation, names, NEWEST);
    }

    /** The same for the wordings that the newest ones took the place of; a topic with its first wording is left out. */
    List<OpenTopic> replacedTopics(NegotiationId negotiation) {
        return topics(negotiation, names(negotiation), REPLACED);
    }

    /** What held before it was proposed to change it; a topic that is new is left out. */
    List<OpenTopic> topicsBefore(NegotiationId negotiation) {
        return topics(negotiation, names(negotiation), BEFORE);
    }

    private List<OpenTopic> topics(NegotiationId negotiation, Map<OrganisationId, String> names, String which) {
        Set<OrganisationId> parties = names.keySet();
        SingletonSupplier<Map<OrganisationId, String>> everybody = SingletonSupplier.of(() -> everybody(negotiation));
        Function<OrganisationId, String> nameOf = one -> names.containsKey(one) ? names.get(one) : everybody.obtain().get(one);
        Terms terms = terms(negotiation, which);
        Map<String, List<OpenTopic.Stated>> positions = jdbc.sql("""
                select q.topic, q.organisation, q.kind, q.words, q.nr, q.given_at, q.asking from newest_wording w
                join party_position q on q.negotiation = w.negotiation and q.topic = w.topic and q.wording = %s
                where w.negotiation = ? order by q.organisation""".formatted(which))
                .param(negotiation.value())
                .query((row, nr) -> Map.entry(row.getString(1), new OpenTopic.Stated(new OrganisationId(row.getString(2)),
                        PositionKind.of(row.getString(3)), row.getString(4), changedOn(row, 5), row.getInt(7)))).list().stream()
                .filter(one -> parties.contains(one.getValue().organisation()))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        Map<String, List<OpenTopic.Reopening>> reopenings = jdbc.sql("""
                select r.topic, r.organisation, r.words from newest_wording w
                join reopening r on r.negotiation = w.negotiation and r.topic = w.topic and r.wording = %s
                where w.negotiation = ? order by r.reopened_at, r.organisation""".formatted(which))
                .param(negotiation.value())
                .query((row, nr) -> Map.entry(row.getString(1), new OpenTopic.Reopening(
                        row.getString(2) == null ? null : new OrganisationId(row.getString(2)), row.getString(3)))).list().stream()
                .filter(one -> one.getValue().organisation() == null || parties.contains(one.getValue().organisation()))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        return jdbc.sql("""
                select x.topic, x.nr, x.words from newest_wording w
                join wording x on x.negotiation = w.negotiation and x.topic = w.topic and x.nr = %s
                where w.negotiation = ?""".formatted(which))
                .param(negotiation.value())
                .query((row, nr) -> {
                    Topic topic = Topic.of(row.getString(1));
                    return new OpenTopic(topic, row.getInt(2), row.getString(3), terms.inWords(topic, nameOf),
                            positions.getOrDefault(topic.key(), List.of()), reopenings.getOrDefault(topic.key(), List.of()));
                })
                .list().stream().sorted(Comparator.comparing(OpenTopic::topic)).toList();
    }

    /** The topics alone, in the order of the agreement. */
    List<Topic> subjects(NegotiationId negotiation) {
        return jdbc.sql("select topic from newest_wording where negotiation = ?").param(negotiation.value())
                .query((row, nr) -> Topic.of(row.getString(1))).list().stream().sorted().toList();
    }

    /** The numbers of the newest wordings that this party is asked about this time: it has said nothing to them, or only now. */
    Map<Topic, Integer> askedTopics(NegotiationId negotiation, int asking, OrganisationId party) {
        return numbers(negotiation, party, "(q.organisation is null or q.asking = " + asking + ")");
    }

    /** The numbers of the newest wordings that this party can live with. */
    Map<Topic, Integer> acceptedTopics(NegotiationId negotiation, OrganisationId party) {
        return numbers(negotiation, party, "q.kind in ('accept', 'standAside')");
    }

    private Map<Topic, Integer> numbers(NegotiationId negotiation, OrganisationId party, String which) {
        return jdbc.sql("""
                select w.topic, w.nr from newest_wording w left join party_position q on q.negotiation = w.negotiation and q.topic = w.topic
                and q.wording = w.nr and q.organisation = ?
                where w.negotiation = ? and\s""" + which)
                .params(party.code(), negotiation.value())
                .query((row, nr) -> Map.entry(Topic.of(row.getString(1)), row.getInt(2))).list().stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** In how many rounds each topic was talked about. */
    Map<Topic, Integer> rounds(NegotiationId negotiation) {
        return jdbc.sql("select topic, count(distinct asking) from party_position where negotiation = ? group by topic")
                .param(negotiation.value())
                .query((row, nr) -> Map.entry(Topic.of(row.getString(1)), row.getInt(2))).list().stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The terms of the newest wordings; contributions only of those still in it. */
    Terms terms(NegotiationId negotiation) {
        return terms(negotiation, NEWEST);
    }

    private Terms terms(NegotiationId negotiation, String which) {
        Map<String, String> written = new HashMap<>();
        jdbc.sql("""
                select t.name, t.written from newest_wording w
                join term t on t.negotiation = w.negotiation and t.topic = w.topic and t.wording = %s
                where w.negotiation = ?""".formatted(which))
                .param(negotiation.value()).query((row, nr) -> Map.entry(row.getString(1), row.getString(2))).list()
                .forEach(term -> written.put(term.getKey(), term.getValue()));
        return Terms.read(written, jdbc.sql("""
                select c.id, c.organisation, c.role, c.kind, c.what, c.amount, c.unit, c.from_day, c.to_day from newest_wording w
                join contribution c on c.negotiation = w.negotiation and c.topic = w.topic and c.wording = %s
                left join negotiating_party p on p.negotiation = c.negotiation and p.organisation = c.organisation
                where w.negotiation = ? and p.left_at is null order by c.nr""".formatted(which))
                .param(negotiation.value())
                .query((row, nr) -> new Contribution(row.getObject(1, UUID.class), new OrganisationId(row.getString(2)),
                        Role.of(row.getString(3)), ContributionKind.of(row.getString(4)), row.getString(5), row.getBigDecimal(6),
                        row.getString(7), row.getObject(8, LocalDate.class), row.getObject(9, LocalDate.class))).list());
    }

    /** Of the newest round. */
    Optional<Instant> readUntil(NegotiationId negotiation) {
        return jdbc.sql("""
                select a.read_until from negotiation n join asking a on a.negotiation = n.id and a.nr = n.asking
                where n.id = ? and a.read_until is not null""")
                .param(negotiation.value()).query((row, nr) -> row.getObject(1, OffsetDateTime.class).toInstant()).optional();
    }

    /** Those still in it who have not said that they read the positions, or, where it is asked, that they are ready. */
    List<OrganisationId> readers(NegotiationId negotiation, int asking, boolean orNotReady) {
        return organisations("""
                select p.organisation from negotiating_party p
                left join positions_read r on r.negotiation = p.negotiation and r.asking = ? and r.organisation = p.organisation
                where p.negotiation = ? and p.left_at is null and (r.organisation is null or (? and not r.ready))
                order by p.organisation""",
                asking, negotiation.value(), orNotReady);
    }

    List<WaivedRule> overrides(NegotiationId negotiation) {
        return jdbc.sql("select round_nr from asking where negotiation = ? and waived order by nr").param(negotiation.value())
                .query((row, nr) -> new WaivedRule(row.getInt(1), "Reading time waived by all in round " + row.getInt(1))).list();
    }

    List<Mediation> mediations(NegotiationId negotiation) {
        return jdbc.sql("select mediator, held_on, minutes, outcome, settled from mediation where negotiation = ? order by asking")
                .param(negotiation.value())
                .query((row, nr) -> new Mediation(row.getString(1), row.getObject(2, LocalDate.class), row.getString(3), row.getString(4),
                        row.getBoolean(5))).list();
    }

    private List<OrganisationId> organisations(String sql, Object... params) {
        return new ArrayList<>(jdbc.sql(sql).params(params).query((row, nr) -> new OrganisationId(row.getString(1))).list());
    }
}
