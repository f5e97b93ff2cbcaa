package org.commonground.home;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.commonground.foundation.CaseSearch;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.Phase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which partnerships somebody finds in this house: those of the own organisations; staff finds all. */
@Repository
public class MyPartnerships {

    private static final String CANDIDACIES = """
            selection s join candidacy n on n.selection = s.id left join decision d on d.nomination = n.id
            where s.open_in is not null and n.state not in ('DECLINED', 'SILENT') and (d.outcome is null or d.outcome <> 'decline')\s""";
    /** Whoever is no candidate any more, because it declined, never answered or was not chosen, is as anybody else. */
    private static final String INVOLVEMENT = """
            case when exists (select 1 from member m where m.partnership = p.id and m.present in (:own) and m.standing = 'partner')
                   then 'PARTNER'
                 when exists (select 1 from member m where m.partnership = p.id and m.present in (:own)) then 'ALLY'
                 when :staff then 'STAFF'
                 when exists (select 1 from member m where m.partnership = p.id and m.organisation in (:own)) then 'LEFT'
                 when p.phase in ('CLARIFYING', 'SELECTING') and (p.proposer in (:own) or p.lead_organisation in (:own)) then 'FOUNDING'
                 when exists (select 1 from %s and s.partnership = p.id and n.organisation in (:own)) then 'CANDIDATE' end"""
            .formatted(CANDIDACIES);
    private static final String MINE = "select p.id, p.title, p.phase, " + INVOLVEMENT + " as involvement, exists (select 1 from"
            + " suspension s where s.open_in = p.id) as pauses from partnership p";
    private static final List<String> NOBODY = List.of("-");

    private final JdbcClient jdbc;

    MyPartnerships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty for a stranger, as for a number that was never given. */
    public Optional<Line> find(PartnershipId partnership, Viewer viewer) {
        return query("where p.id = :id", "", viewer, Map.of("id", partnership.value())).stream().findFirst();
    }

    /**
     * Those that are under way first, then the latest first.
     *
     * @param words part of a title, a number or the name of a member; empty for all
     * @param first how many are passed over
     * @param most  how many at most
     */
    public List<Line> of(Viewer viewer, String words, int first, int most) {
        return query(among(words), " order by case when phase = 'ENDED' then 1 else 0 end, id desc offset " + first + " rows fetch first "
                + most + " rows only", viewer, pattern(words));
    }

    /** Who belongs to each of these now. */
    public Map<PartnershipId, List<OrganisationId>> members(Collection<String> numbers) {
        Map<PartnershipId, List<OrganisationId>> members = new HashMap<>();
        if (!numbers.isEmpty()) {
            jdbc.sql("select partnership, present from member where partnership in (:numbers) and present is not null order by joined_on,"
                    + " organisation").param("numbers", numbers).query(row -> {
                        members.computeIfAbsent(new PartnershipId(row.getString(1)), one -> new ArrayList<>())
                                .add(new OrganisationId(row.getString(2)));
                    });
        }
        return members;
    }

    /** Who is in question in its open searches. */
    public List<OrganisationId> candidates(PartnershipId partnership) {
        return jdbc.sql("select distinct n.organisation from " + CANDIDACIES + "and s.partnership = ? and not n.convener order by 1")
                .param(partnership.value()).query((row, nr) -> new OrganisationId(row.getString(1))).list();
    }

    /** Who belongs to it or once did. */
    public List<OrganisationId> everIn(PartnershipId partnership) {
        return jdbc.sql("select distinct organisation from member where partnership = ?").param(partnership.value())
                .query((row, nr) -> new OrganisationId(row.getString(1))).list();
    }

    private static String among(String words) {
        return words.isBlank() ? "" : """
                where lower(p.title) like :pattern escape '!' or lower(p.id) like :pattern escape '!' or exists (
                  select 1 from member m join organisation o on o.code = m.organisation
                  where m.partnership = p.id and m.present is not null and lower(o.name) like :pattern escape '!')""";
    }

    private static Map<String, Object> pattern(String words) {
        return words.isBlank() ? Map.of() : Map.of("pattern", CaseSearch.pattern(words));
    }

    private List<Line> query(String which, String rest, Viewer viewer, Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("own", viewer.own().isEmpty() ? NOBODY : viewer.own().stream().map(OrganisationId::code).toList());
        all.put("staff", viewer.staff());
        return new ArrayList<>(jdbc.sql("select id, title, phase, involvement, pauses from (" + MINE + " " + which
                + ") mine where involvement is not null" + rest)
                .params(all)
                .query((row, nr) -> new Line(new PartnershipId(row.getString("id")), row.getString("title"),
                        Phase.valueOf(row.getString("phase")), Involvement.valueOf(row.getString("involvement")), row.getBoolean("pauses")))
                .list());
    }

    /**
     * Who looks.
     *
     * @param own    the organisations the person belongs to
     * @param staff  whether the person serves all partnerships
     * @param groups all groups of the person
     */
    public record Viewer(String user, Collection<OrganisationId> own, boolean staff, List<String> groups) {

        public static Viewer of(String user, List<String> groups) {
            return new Viewer(user, GroupName.organisations(groups), GroupName.anyOfStaff(groups), groups);
        }
    }

    /** @param pauses whether the work is suspended */
    public record Line(PartnershipId id, String title, Phase phase, Involvement involvement, boolean pauses) {
    }
}
