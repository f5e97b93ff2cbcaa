package org.commonground.reporting;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.commonground.foundation.Words.withoutStop;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.commonground.commitment.Commitment;
import org.commonground.commitment.CommitmentService;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.negotiation.ContributionKind;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.PartnershipService;
import org.commonground.period.Period;
import org.commonground.period.PeriodService;
import org.commonground.period.Wishes;
import org.commonground.work.AlertKind;
import org.commonground.work.Alerts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What each seat says when a period ends: implementers how far the objectives are, participants what they met, experts what they advised,
 * decision makers what was decided, resource providers what they gave, allies what they saw. All read all of it.
 */
@Service
public class ReportService implements Wishes {

    private static final String SUPPORT = "What came of promised support";

    private final ReportTables tables;
    private final PeriodService periods;
    private final PartnershipService partnerships;
    private final OrganisationService organisations;
    private final CommitmentService commitments;
    private final Alerts alerts;
    private final ApplicationEventPublisher facts;

    ReportService(ReportTables tables, PeriodService periods, PartnershipService partnerships, OrganisationService organisations,
            CommitmentService commitments, Alerts alerts, ApplicationEventPublisher facts) {
        this.tables = tables;
        this.periods = periods;
        this.partnerships = partnerships;
        this.organisations = organisations;
        this.commitments = commitments;
        this.alerts = alerts;
        this.facts = facts;
    }

    /** The seats whose part in the period that runs is awaited. Who joined after it ended is asked the next time. */
    public List<Seat> awaited(PartnershipId partnership) {
        List<Seat> told = tables.told(periods.current(partnership).id());
        List<OrganisationId> later = partnerships.joinedAfter(partnership, periods.reportedSince(partnership));
        return partnerships.seats(partnership).stream().map(held -> new Seat(held.organisation(), held.seat().role())).distinct()
                .filter(seat -> !told.contains(seat) && !later.contains(seat.organisation())).toList();
    }

    /** Takes an implementer's report on the period that runs: a line for each objective. */
    @Transactional
    public void report(PartnershipId partnership, OrganisationId organisation, Report report, String person) {
        Period period = expectUntold(partnership, new Seat(organisation, Role.IMPLEMENTER));
        Refusal.unless(report.progress().stream().map(Report.Line::objective).sorted().toList()
                .equals(partnerships.card(partnership).objectiveNumbers()),
                "Please report on each objective once. Reload the page if one is missing.");
        tables.report(period.id(), organisation, report, person);
        rest(partnership, new Seat(organisation, Role.IMPLEMENTER));
    }

    /** The support that a seat promised and of which nothing came yet: it is asked each time until something does. */
    public List<Commitment> openSupport(PartnershipId partnership, Seat seat) {
        return commitments.of(partnership).stream().filter(one -> one.seat().equals(seat) && one.isOpen()
                && one.kind() == ContributionKind.SUPPORT).toList();
    }

    /** Takes what a seat other than an implementer's says of the period that runs. Support of which something came is kept. */
    @Transactional
    public void tell(PartnershipId partnership, Seat seat, SeatPart part, String person) {
        Period period = expectUntold(partnership, seat);
        Refusal.unless(part.support().stream().map(CameOf::commitment).sorted().toList()
                .equals(openSupport(partnership, seat).stream().map(Commitment::id).sorted().toList()),
                "Please say of each support what came of it. Reload the page if one is missing.");
        tables.tell(period.id(), seat, part);
        part.support().stream().filter(one -> one.came() != Came.NOTHING_YET).forEach(one -> commitments.keep(one.commitment(), person));
        rest(partnership, seat);
    }

    private Period expectUntold(PartnershipId partnership, Seat seat) {
        Period period = periods.current(partnership);
        Refusal.unless(!tables.told(period.id()).contains(seat), "A colleague has sent this report already.");
        return period;
    }

    /** Whoever reports is not missed any more, neither for this nor for a plan that is overtaken by it. */
    private void rest(PartnershipId partnership, Seat seat) {
        alerts.resolve(partnership, List.of(new Alerts.About(AlertKind.REPORT_MISSING, seat.groupId()),
                new Alerts.About(AlertKind.PLAN_MISSING, seat.organisation().code())));
    }

    /** What stood in the way in a period, each with the name of who says so. */
    public List<String> hindered(Period period) {
        return tables.hindered(period.id()).stream().map(one -> "%s: %s".formatted(one.name(), one.words())).toList();
    }

    /** Who said nothing of a period that is over: {@code Retail chain as ally}. */
    public List<String> missing(Period period) {
        return tables.missing(period.id()).stream().map(this::inWords).toList();
    }

    private String inWords(Seat seat) {
        return "%s as %s".formatted(organisations.card(seat.organisation()).name(), seat.role().label().toLowerCase());
    }

    /** Whether an organisation was asked for its part in a period and said nothing in it: neither what it planned nor what it did. */
    public boolean isSilent(Period period, OrganisationId organisation) {
        return tables.missing(period.id()).stream().anyMatch(seat -> seat.organisation().equals(organisation))
                && tables.told(period.id()).stream().noneMatch(seat -> seat.organisation().equals(organisation))
                && periods.plans(period).stream().noneMatch(plan -> plan.organisation().equals(organisation));
    }

    /** What the decision about the officers of an organisation is asked with, as it stands in its report. */
    public Report officers(PartnershipId partnership, OrganisationId organisation) {
        return new Report(List.of(), null, List.of(), tables.officers(periods.current(partnership).id(), organisation));
    }

    /**
     * Keeps what the decision table says about an organisation's officers: what is not fine raises an alert, what is better lets it rest.
     * Where no officer was named, nothing is known.
     */
    @Transactional
    public void judgeOfficers(PartnershipId partnership, OrganisationId organisation, OfficerLoad load, String reason) {
        if (officers(partnership, organisation).officers().isEmpty()) {
            return;
        }
        judge(partnership, organisation, AlertKind.OVERLOAD, load == OfficerLoad.OVERLOADED, reason);
        if (load != OfficerLoad.OVERLOADED) {
            judge(partnership, organisation, AlertKind.QUALITY_AT_RISK, load == OfficerLoad.UNVISITED, reason);
        }
    }

    private void judge(PartnershipId partnership, OrganisationId organisation, AlertKind kind, boolean raise, String reason) {
        if (raise) {
            alerts.raise(partnership, kind, organisation, organisation.code(),
                    "%s: %s".formatted(organisations.card(organisation).name(), reason),
                    Stream.concat(Stream.of(organisation), partnerships.presentLead(partnership).stream()).toList());
        } else {
            alerts.resolve(partnership, kind, organisation.code());
        }
    }

    /**
     * Closes the period that runs and tells all what each seat said of it. Whoever said nothing is named and raises an alert.
     */
    @Transactional
    public void close(PartnershipId partnership) {
        Period period = periods.current(partnership);
        List<Seat> silent = awaited(partnership);
        boolean last = periods.isLast(partnership, period);
        tables.miss(period.id(), silent);
        silent.forEach(seat -> alerts.raise(partnership, AlertKind.REPORT_MISSING, seat.organisation(), seat.groupId(),
                "%s has said nothing of %s.%s".formatted(inWords(seat), period.inWords(),
                        seat.role() == Role.IMPLEMENTER ? " What it reached is not in the figures." : ""), List.of(seat.organisation())));
        periods.close(partnership);
        List<String> reached = progress(partnership).stream()
                .map(one -> "%s (target: %s): %s".formatted(withoutStop(one.objective().wording()),
                one.objective().target(), one.inWords())).toList();
        facts.publishEvent(new PeriodClosed(partnership, period.inWords(), reached, hindered(period), told(period),
                results(partnership, period), silent.stream().map(this::inWords).toList(), last, partnerships.memberIds(partnership)));
    }

    /** What the other seats said of a period, under the heading of each kind; without those of which nobody spoke. */
    public List<PeriodClosed.Told> told(Period period) {
        List<ToldPart> parts = tables.parts(period.id());
        List<PeriodClosed.Told> told = PartOfRole.all().stream().flatMap(one -> {
            List<ToldPart> ofRole = parts.stream().filter(part -> part.seat().role() == one.role()).toList();
            return Stream.of(new PeriodClosed.Told(one.words(), ofRole.stream().map(part -> said(part, part.words())).toList()),
                    new PeriodClosed.Told(one.more(), ofRole.stream().filter(part -> part.more() != null)
                            .map(part -> said(part, part.more())).toList()));
        }).toList();
        return Stream.concat(told.stream(), Stream.of(new PeriodClosed.Told(SUPPORT, tables.support(period.id()).stream()
                .map(one -> "%s: %s".formatted(one.name(), one.inWords())).toList()))).filter(one -> !one.lines().isEmpty()).toList();
    }

    private static String said(ToldPart part, String words) {
        return "%s: %s".formatted(part.name(), words);
    }

    /** What was reported of each objective in one period; without what is nobody's part. */
    public List<ReachedLine> reached(Period period) {
        return tables.reached(period.id());
    }

    /** The lines of one implementer's report on a period, as they stand. */
    public List<ReportedFigure> figures(UUID period, OrganisationId organisation) {
        return tables.figures(period, organisation);
    }

    /** The seats that said their part of a period. */
    public List<Seat> told(UUID period) {
        return tables.told(period);
    }

    /** All that the seats said of a period, line by line, by name. */
    public List<ReportedLine> statements(PartnershipId partnership, Period period) {
        Stream<ReportedLine> reached = reached(period).stream().map(one -> new ReportedLine(
                new Seat(one.organisation(), Role.IMPLEMENTER), one.who(), one.objective(),
                "%s (%s)".formatted(one.measured(), one.standing().toLowerCase())));
        Stream<ReportedLine> hindered = tables.hindered(period.id()).stream().map(one -> new ReportedLine(
                new Seat(one.organisation(), Role.IMPLEMENTER), one.name(), "What stood in the way", one.words()));
        Stream<ReportedLine> parts = tables.parts(period.id()).stream().flatMap(one -> Stream.of(
                new ReportedLine(one.seat(), one.name(), PartOfRole.of(one.seat().role()).words(), one.words()),
                new ReportedLine(one.seat(), one.name(), PartOfRole.of(one.seat().role()).more(), one.more())));
        Stream<ReportedLine> results = results(partnership).stream().filter(one -> one.period() == period.nr())
                .map(one -> new ReportedLine(one.seat(), one.name(), one.kind().label(), one.inWords()));
        Stream<ReportedLine> support = tables.support(period.id()).stream().map(one -> new ReportedLine(one.seat(), one.name(), SUPPORT,
                one.inWords()));
        return Stream.of(reached, hindered, parts, support, results).flatMap(one -> one).filter(one -> one.words() != null)
                .sorted(comparing((ReportedLine one) -> one.who().toLowerCase()).thenComparing(one -> one.seat().key())).toList();
    }

    /** Results of one period: {@code New grant: From the bank (5,000 EUR). Facilitating NGO}. */
    public List<String> results(PartnershipId partnership, Period period) {
        return results(partnership).stream().filter(one -> one.period() == period.nr())
                .map(one -> "%s: %s. %s".formatted(one.kind().label(), withoutStop(one.inWords()), one.name())).toList();
    }

    @Override
    public List<Wish> ofLastPeriod(PartnershipId partnership) {
        List<Period> over = periods.periods(partnership).stream().filter(period -> !period.isOpen()).toList();
        return over.isEmpty() ? List.of() : wishes(over.get(over.size() - 1)).toList();
    }

    /** What participants wanted changed in any period so far, the last one first. */
    public List<Wish> wishes(PartnershipId partnership) {
        List<Period> over = periods.periods(partnership).stream().filter(period -> !period.isOpen()).toList();
        return Stream.iterate(over.size() - 1, nr -> nr >= 0, nr -> nr - 1).flatMap(nr -> wishes(over.get(nr))
                .map(wish -> new Wish("%s, period %d".formatted(wish.who(), over.get(nr).nr()), wish.words()))).toList();
    }

    private Stream<Wish> wishes(Period period) {
        return tables.parts(period.id()).stream().filter(part -> part.seat().role() == Role.PARTICIPANT && part.more() != null)
                .map(part -> new Wish(part.name(), part.more()));
    }

    /** How far each objective is that is aimed at today, by what was reported last. */
    public List<ObjectiveProgress> progress(PartnershipId partnership) {
        Map<Integer, List<ObjectiveProgress.Latest>> latest = latest(partnership);
        return partnerships.card(partnership).objectives().stream()
                .map(one -> new ObjectiveProgress(one, null, latest.getOrDefault(one.nr(), List.of()))).toList();
    }

    /** The same of those that an amendment gave up. */
    public List<ObjectiveProgress> givenUp(PartnershipId partnership) {
        Map<Integer, List<ObjectiveProgress.Latest>> latest = latest(partnership);
        return partnerships.givenUpObjectives(partnership).entrySet().stream().map(one -> new ObjectiveProgress(one.getKey(),
                one.getValue(),
                latest.getOrDefault(one.getKey().nr(), List.of()))).toList();
    }

    private Map<Integer, List<ObjectiveProgress.Latest>> latest(PartnershipId partnership) {
        return tables.progress(partnership).stream()
                .collect(groupingBy(ReportTables.Progress::objective, mapping(ReportTables.Progress::latest, toList())));
    }

    /** Policy outcomes, new grants and other results, in the order of the periods. */
    public List<WorkResult> results(PartnershipId partnership) {
        return tables.results(partnership);
    }
}
