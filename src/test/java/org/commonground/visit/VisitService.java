package org.commonground.visit;

import static org.commonground.foundation.Words.said;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.matter.MatterService;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.PartnershipService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Partners visit the fields of the one that asks for it, and say what they saw. */
@Service
public class VisitService {

    private static final String VISIT = "select matter, partnership, nr, host, held_on, over from visit ";
    private static final RowMapper<Visit> ROW = (row, number) -> new Visit(row.getObject(1, UUID.class), row.getString(2), row.getInt(3),
            new OrganisationId(row.getString(4)), row.getObject(5, LocalDate.class), row.getBoolean(6));

    private final JdbcClient jdbc;
    private final MatterService matters;
    private final PartnershipService partnerships;
    private final OrganisationService organisations;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    VisitService(JdbcClient jdbc, MatterService matters, PartnershipService partnerships, OrganisationService organisations,
            ApplicationEventPublisher facts, Clock clock) {
        this.jdbc = jdbc;
        this.matters = matters;
        this.partnerships = partnerships;
        this.organisations = organisations;
        this.facts = facts;
        this.clock = clock;
    }

    /** Opens the visit that was asked for. May be repeated. */
    @Transactional
    public void open(UUID matter) {
        PartnershipId partnership = matters.card(matter).partnership();
        if (jdbc.sql(VISIT + "where matter = ?").param(matter).query(ROW).optional().isEmpty()) {
            jdbc.sql("insert into visit (matter, partnership, nr, host, over) values (?, ?, ?, ?, false)")
                    .params(matter, partnership.value(), of(partnership).size() + 1, matters.card(matter).raisedBy().code()).update();
        }
    }

    /** Keeps the day. Refused where it has passed. */
    @Transactional
    public void plan(UUID matter, LocalDate day) {
        Refusal.unless(!day.isBefore(LocalDate.now(clock)), "The visit lies ahead: please choose a day from today on.");
        jdbc.sql("update visit set held_on = ? where matter = ?").params(Date.valueOf(day), matter).update();
    }

    /** Keeps what a member saw, once. */
    @Transactional
    public void report(UUID matter, OrganisationId visitor, String words) {
        String seen = said(words, "Please say what you saw.");
        Refusal.unless(visitors(matter).contains(visitor), "Only those who were asked to come say what they saw.");
        jdbc.sql("insert into sight (matter, organisation, words) values (?, ?, ?)").params(matter, visitor.code(), seen).update();
    }

    /** Ends the visit with what was seen, if anything was. May be repeated. */
    @Transactional
    public void close(UUID matter) {
        Visit visit = find(matter);
        if (visit.over()) {
            return;
        }
        List<Sight> seen = sights(matter);
        jdbc.sql("update visit set over = true where matter = ?").param(matter).update();
        matters.end(matter, seen.isEmpty() ? "Nobody came." : "%d of the partners said what they saw.".formatted(seen.size()));
        PartnershipId partnership = new PartnershipId(visit.partnership());
        facts.publishEvent(new VisitReported(partnership, visit.host(), seen.stream().map(one -> one.name() + ": " + one.words()).toList(),
                partnerships.memberIds(partnership)));
    }

    public OrganisationId host(UUID matter) {
        return find(matter).host();
    }

    public LocalDate day(UUID matter) {
        return find(matter).heldOn();
    }

    /** All members but the host. */
    public List<OrganisationId> visitors(UUID matter) {
        Visit visit = find(matter);
        return partnerships.memberIds(new PartnershipId(visit.partnership())).stream()
                .filter(member -> !member.equals(visit.host())).toList();
    }

    /** Whether all who are still there have said what they saw. */
    public boolean allReported(UUID matter) {
        return jdbc.sql("select organisation from sight where matter = ?").param(matter).query(String.class).list()
                .containsAll(visitors(matter).stream().map(OrganisationId::code).toList());
    }

    List<Visit> of(PartnershipId partnership) {
        return jdbc.sql(VISIT + "where partnership = ? order by nr").param(partnership.value()).query(ROW).list();
    }

    List<Sight> sights(UUID matter) {
        return jdbc.sql("select o.name, s.words from sight s join organisation o on o.code = s.organisation where s.matter = ? order by"
                + " o.code").param(matter).query((row, nr) -> new Sight(row.getString(1), row.getString(2))).list();
    }

    String nameOfHost(Visit visit) {
        return organisations.card(visit.host()).name();
    }

    private Visit find(UUID matter) {
        return jdbc.sql(VISIT + "where matter = ?").param(matter).query(ROW).optional()
                .orElseThrow(() -> new NotFound("There is no such visit."));
    }
}
