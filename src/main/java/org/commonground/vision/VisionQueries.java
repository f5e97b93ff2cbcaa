package org.commonground.vision;

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

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.partnership.MendedAims;
import org.commonground.partnership.Objective;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of a vision: few statements, however many partners there are. Who has left the partnership counts nowhere. */
@Component
class VisionQueries {

    private final JdbcClient jdbc;

    VisionQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The full partners of today, by name. */
    List<OrganisationId> partners(PartnershipId partnership) {
        return List.copyOf(names(partnership).keySet());
    }

    void expectPartner(PartnershipId partnership, OrganisationId partner) {
        Refusal.unless(partners(partnership).contains(partner), "Your organisation is no partner of this partnership any more.");
    }

    /** The same, each with its name. */
    Map<OrganisationId, String> names(PartnershipId partnership) {
        Map<OrganisationId, String> partners = new LinkedHashMap<>();
        jdbc.sql("""
                select p.organisation, o.name from present_partner p join organisation o on o.code = p.organisation
                where p.partnership = ? order by lower(o.name), p.organisation""")
                .param(partnership.value())
                .query((row, nr) -> Map.entry(new OrganisationId(row.getString(1)), row.getString(2))).list()
                .forEach(partner -> partners.put(partner.getKey(), partner.getValue()));
        return partners;
    }

    /** Why the last one left; empty when nobody did. */
    Optional<String> lastReasonToLeave(PartnershipId partnership) {
        return jdbc.sql("""
                select o.name || ' left: ' || f.left_because from left_founder f join organisation o on o.code = f.organisation
                where f.partnership = ? order by f.left_at desc, f.organisation fetch first 1 row only""")
                .param(partnership.value()).query(String.class).optional();
    }

    List<VisionStatement> visions(PartnershipId partnership) {
        return jdbc.sql("""
                select v.organisation, v.words, v.hopes, v.aims_wish, v.nr, v.stated_at from vision_statement v
                join present_partner p on p.partnership = v.partnership and p.organisation = v.organisation
                where v.partnership = ? order by v.organisation""")
                .param(partnership.value())
                .query((row, nr) -> new VisionStatement(new OrganisationId(row.getString(1)), row.getString(2), row.getString(3),
                        row.getString(4), changedOn(row, 5))).list();
    }

    /** Answers between partners, without the expectations they answer. */
    List<MetExpectation> expectationAnswers(PartnershipId partnership) {
        return jdbc.sql("""
                select a.expecting, a.organisation, a.can, a.words, a.nr, a.answered_at from expectation_answer a
                join present_partner p on p.partnership = a.partnership and p.organisation = a.organisation
                join present_partner q on q.partnership = a.partnership and q.organisation = a.expecting
                where a.partnership = ? order by a.expecting, a.organisation""")
                .param(partnership.value())
                .query((row, nr) -> new MetExpectation(new OrganisationId(row.getString(1)), null, new OrganisationId(row.getString(2)),
                        Ability.of(row.getString(3)), row.getString(4), changedOn(row, 5))).list();
    }

    /** The same to somebody who need not be a partner yet. */
    List<MetExpectation> answersTo(PartnershipId partnership, OrganisationId expecting) {
        return jdbc.sql("""
                select a.expecting, a.organisation, a.can, a.words, a.nr, a.answered_at from expectation_answer a
                join present_partner p on p.partnership = a.partnership and p.organisation = a.organisation
                where a.partnership = ? and a.expecting = ? order by a.organisation""")
                .params(partnership.value(), expecting.code())
                .query((row, nr) -> new MetExpectation(new OrganisationId(row.getString(1)), null, new OrganisationId(row.getString(2)),
                        Ability.of(row.getString(3)), row.getString(4), changedOn(row, 5))).list();
    }

    List<AgendaItem> agenda(PartnershipId partnership, int draft) {
        return steps(partnership, draft).stream().map(OpenStep::item).toList();
    }

    /** The steps that were not dropped, each with its number and with who has taken it over. */
    List<OpenStep> steps(PartnershipId partnership, int draft) {
        return jdbc.sql("select what, who, by_when, needed, nr from agenda_step where partnership = ? and draft = ? order by nr")
                .params(partnership.value(), draft)
                .query((row, n) -> new OpenStep(row.getInt(5), new AgendaItem(row.getString(1), new OrganisationId(row.getString(2)),
                        row.getObject(3, LocalDate.class), row.getString(4)))).list();
    }

    List<SettledStep> settled(PartnershipId partnership, int draft) {
        return jdbc.sql("""
                select i.what, s.was_of, s.taken_by, s.words from settled_step s
                join agenda_item i on i.partnership = s.partnership and i.draft = s.draft and i.nr = s.step
                where s.partnership = ? and s.draft = ? order by s.step, s.nr""")
                .params(partnership.value(), draft)
                .query((row, n) -> new SettledStep(row.getString(1), new OrganisationId(row.getString(2)), row.getString(3) == null ? null
                        : new OrganisationId(row.getString(3)), row.getString(4))).list();
    }

    List<AgendaItem> newestAgenda(PartnershipId partnership) {
        return jdbc.sql("""
                select a.what, a.who, a.by_when, a.needed from agenda_step a
                join vision v on v.partnership = a.partnership and v.draft = a.draft where a.partnership = ? order by a.nr""")
                .param(partnership.value())
                .query((row, n) -> new AgendaItem(row.getString(1), new OrganisationId(row.getString(2)), row.getObject(3, LocalDate.class),
                        row.getString(4))).list();
    }

    Optional<SharedVision> vision(PartnershipId partnership, int draft) {
        List<AgendaItem> agenda = agenda(partnership, draft);
        List<Drafted> lines = jdbc.sql("""
                select v.words, v.purpose, v.target_participants, v.participation_mode, o.wording, o.indicator, o.baseline, o.target
                from shared_vision v join drafted_objective o on o.partnership = v.partnership and o.draft = v.nr
                where v.partnership = ? and v.nr = ? order by o.nr""")
                .params(partnership.value(), draft).query(Drafted.class).list();
        return lines.stream().findFirst().map(one -> new SharedVision(one.words(), agenda, new MendedAims(one.purpose(),
                lines.stream().map(Drafted::objective).toList(), one.targetParticipants(), one.participationMode()),
                endorsers(partnership, draft)));
    }

    /** A draft with one of its objectives. */
    private record Drafted(String words, String purpose, String targetParticipants, String participationMode, String wording,
            String indicator, String baseline, String target) {

        Objective objective() {
            return new Objective(wording, indicator, baseline, target);
        }
    }

    private List<OrganisationId> endorsers(PartnershipId partnership, int draft) {
        return organisations("""
                select distinct e.organisation from endorsement e
                join endorsement_asking a on a.partnership = e.partnership and a.nr = e.asking
                join present_partner p on p.partnership = e.partnership and p.organisation = e.organisation
                where e.partnership = ? and a.draft = ? and e.endorsed order by e.organisation""", partnership.value(), draft);
    }

    /** What partners want changed in the newest draft, by what they said last. */
    Map<OrganisationId, String> wishes(PartnershipId partnership, int asking) {
        return jdbc.sql("""
                select e.organisation, e.words from endorsement e
                join present_partner p on p.partnership = e.partnership and p.organisation = e.organisation
                where e.partnership = ? and e.asking = ? and not e.endorsed and e.words is not null order by e.organisation""")
                .params(partnership.value(), asking)
                .query((row, nr) -> Map.entry(new OrganisationId(row.getString(1)), row.getString(2))).list().stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one, LinkedHashMap::new));
    }

    /** Partners who were asked this time and have not answered; also those who joined since and were never asked before. */
    List<OrganisationId> unanswered(PartnershipId partnership, int asking) {
        return organisations("""
                select p.organisation from present_partner p
                left join endorsement e on e.partnership = p.partnership and e.asking = ? and e.organisation = p.organisation
                where p.partnership = ? and e.organisation is null and (
                    exists (select 1 from asked_endorser a where a.partnership = p.partnership and a.asking = ?
                            and a.organisation = p.organisation)
                    or not exists (select 1 from asked_endorser a where a.partnership = p.partnership and a.organisation = p.organisation))
                order by p.organisation""", asking, partnership.value(), asking);
    }

    /** Whether it is still a partner and was asked this time, also where it has answered. */
    boolean isAsked(PartnershipId partnership, int asking, OrganisationId partner) {
        return !organisations("""
                select a.organisation from asked_endorser a
                join present_partner p on p.partnership = a.partnership and p.organisation = a.organisation
                where a.partnership = ? and a.asking = ? and a.organisation = ?""",
                partnership.value(), asking, partner.code()).isEmpty();
    }

    /** How often in a row each partner did not answer when it was asked; those who answered last are left out. */
    Map<OrganisationId, Integer> silences(PartnershipId partnership) {
        Map<OrganisationId, List<Boolean>> answered = jdbc.sql("""
                select a.organisation, e.organisation is not null as answered from asked_endorser a
                join present_partner p on p.partnership = a.partnership and p.organisation = a.organisation
                left join endorsement e on e.partnership = a.partnership and e.asking = a.asking and e.organisation = a.organisation
                where a.partnership = ? order by a.organisation, a.asking desc""")
                .param(partnership.value())
                .query((row, nr) -> Map.entry(new OrganisationId(row.getString(1)), row.getBoolean(2))).list().stream()
                .collect(groupingBy(Map.Entry::getKey, LinkedHashMap::new, mapping(Map.Entry::getValue, toList())));
        Map<OrganisationId, Integer> silences = new LinkedHashMap<>();
        answered.forEach((partner, latestFirst) -> {
            int silent = latestFirst.contains(true) ? latestFirst.indexOf(true) : latestFirst.size();
            if (silent > 0) {
                silences.put(partner, silent);
            }
        });
        return silences;
    }

    /** The day of an answer that was given anew: its number stands in this column, its moment in the next. */
    private static LocalDate changedOn(ResultSet row, int number) throws SQLException {
        return row.getInt(number) < 2 ? null
                : row.getObject(number + 1, OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC).toLocalDate();
    }

    private List<OrganisationId> organisations(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query((row, nr) -> new OrganisationId(row.getString(1))).list();
    }
}
