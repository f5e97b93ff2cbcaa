package org.commonground.period;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.commonground.foundation.Words.withoutStop;
import static org.commonground.foundation.Words.maybe;
import static org.commonground.foundation.Words.said;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.commonground.agreement.AgreedTerms;
import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.Role;
import org.commonground.organisation.OrganisationCard;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.HeldSeat;
import org.commonground.partnership.OncePerTransaction;
import org.commonground.partnership.PartnershipCard;
import org.commonground.partnership.PartnershipService;
import org.commonground.vision.AgendaItem;
import org.commonground.work.AgreedWork;
import org.commonground.work.AlertKind;
import org.commonground.work.Alerts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rhythm of the work: periods that implementers plan and all seats report. Each begins on the day after the one before it and ends
 * where the agreed rhythm, counted from the day of sealing, has its next mark: so they never drift, and where another rhythm or term is
 * agreed, the one that runs keeps its days and the next one fits in. None is skipped: where a stop made people miss some, the next one
 * covers them all, so that nobody writes a pile of late reports. With the term the last one ends.
 */
@Service
public class PeriodService {

    /** A report has fourteen days, and the last one is there before the term ends. */
    private static final int REPORT_DAYS = 15;

    private final PeriodTables tables;
    private final AgreedTerms agreements;
    private final PartnershipService partnerships;
    private final OrganisationService organisations;
    private final Alerts alerts;
    private final ApplicationEventPublisher facts;
    private final Clock clock;
    private final OncePerTransaction once;

    PeriodService(PeriodTables tables, AgreedTerms agreements, PartnershipService partnerships, OrganisationService organisations,
            Alerts alerts, ApplicationEventPublisher facts, Clock clock, OncePerTransaction once) {
        this.tables = tables;
        this.agreements = agreements;
        this.partnerships = partnerships;
        this.organisations = organisations;
        this.alerts = alerts;
        this.facts = facts;
        this.clock = clock;
        this.once = once;
    }

    /** Whether a period runs, or another one begins before the term ends. */
    public boolean isAnother(PartnershipId partnership) {
        return isOpen(partnership) || next(work(partnership), tables.last(partnership)).isPresent();
    }

    /**
     * The day on which to look whether another period begins, while none runs: today if so, else a day a few months ahead, since a longer
     * term may be agreed.
     */
    public LocalDate nextLook(PartnershipId partnership) {
        AgreedWork work = work(partnership);
        LocalDate today = work.dayAt(clock.instant());
        return isAnother(partnership) ? today : work.nextLookAfter(today);
    }

    /** Whether the term is over, so that no period begins any more. */
    public boolean isTermOver(PartnershipId partnership) {
        return work(partnership).isOverAt(clock.instant());
    }

    /** Whether a period runs. */
    public boolean isOpen(PartnershipId partnership) {
        return tables.last(partnership).filter(Period::isOpen).isPresent();
    }

    /** Opens the next period; does nothing while one runs, or when the term leaves room for none. */
    @Transactional
    public void open(PartnershipId partnership) {
        Optional<Period> last = tables.last(partnership);
        if (last.filter(Period::isOpen).isEmpty()) {
            AgreedWork work = work(partnership);
            next(work, last).ifPresent(begins -> {
                int first = work.slotOf(begins);
                int end = Math.max(first, Math.min(work.slotOf(work.dayAt(clock.instant())), work.slotOf(work.ends())));
                tables.open(partnership, last.map(Period::nr).orElse(0) + 1, first, end, begins,
                        earlier(work.beginOf(end + 1).minusDays(1), work.ends()));
            });
        }
    }

    /** The first day of the period after the last one; empty where the term leaves no room for it. */
    private static Optional<LocalDate> next(AgreedWork work, Optional<Period> last) {
        return Optional.of(last.map(period -> period.ends().plusDays(1)).orElse(work.begins())).filter(day -> !day.isAfter(work.ends()));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** The period that runs. */
    public Period current(PartnershipId partnership) {
        return tables.last(partnership).filter(Period::isOpen).map(period -> period.within(work(partnership).ends()))
                .orElseThrow(() -> new Refusal("This period is over. What was said in it stands."));
    }

    /**
     * The day from which the period that runs is reported: the one after it. The last one is reported while the partners still work
     * together, since whatever is open ends with the term.
     */
    public LocalDate reportOn(PartnershipId partnership) {
        return reportOn(current(partnership), work(partnership));
    }

    private static LocalDate reportOn(Period period, AgreedWork work) {
        return isLast(period, work) ? work.ends().minusDays(REPORT_DAYS) : period.ends().plusDays(1);
    }

    /** Whether a period ends with the term. */
    public boolean isLast(PartnershipId partnership, Period period) {
        return isLast(period, work(partnership));
    }

    private static boolean isLast(Period period, AgreedWork work) {
        return !period.ends().isBefore(work.ends());
    }

    /** A period that is over. */
    public Period closed(PartnershipId partnership, UUID id) {
        return tables.periods(partnership).stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    /** The period that was closed last. */
    public Period lastClosed(PartnershipId partnership) {
        List<Period> over = tables.periods(partnership).stream().filter(one -> !one.isOpen()).toList();
        return over.get(over.size() - 1);
    }

    /** All periods so far, in their order. */
    public List<Period> periods(PartnershipId partnership) {
        List<Period> all = tables.periods(partnership);
        return all.stream().anyMatch(Period::isOpen)
                ? all.stream().map(period -> period.isOpen() ? period.within(work(partnership).ends()) : period).toList() : all;
    }

    // Planning

    /** What the partners want and where: what a plan is made for. */
    public PartnershipCard aims(PartnershipId partnership) {
        return once.read(new AimsOf(partnership), () -> partnerships.card(partnership));
    }

    /** The implementers whose plan for this period is awaited: nobody's once it is time to report. */
    public List<OrganisationId> planners(PartnershipId partnership) {
        Period period = current(partnership);
        return isOver(partnership, period) ? List.of() : without(partnership, tables.planned(period.id()), period.openedAt());
    }

    private boolean isOver(PartnershipId partnership, Period period) {
        AgreedWork work = work(partnership);
        return !work.dayAt(clock.instant()).isBefore(reportOn(period, work));
    }

    /** @param begun since when the others are asked: who joined later is asked the next time */
    private List<OrganisationId> without(PartnershipId partnership, List<OrganisationId> answered, Instant begun) {
        List<OrganisationId> later = partnerships.joinedAfter(partnership, begun);
        return implementers(partnership).stream().filter(one -> !answered.contains(one) && !later.contains(one)).toList();
    }

    private List<OrganisationId> implementers(PartnershipId partnership) {
        return partnerships.seats(partnership).stream().filter(held -> held.seat().role() == Role.IMPLEMENTER).map(HeldSeat::organisation)
                .distinct().toList();
    }

    /** What an implementer may begin its plan with: its steps of the agenda that are not over before the period begins. */
    public List<AgendaItem> agendaOf(PartnershipId partnership, OrganisationId organisation, Period period) {
        return agreements.agenda(partnership).stream()
                .filter(item -> item.who().equals(organisation) && !item.byWhen().isBefore(period.begins())).toList();
    }

    /**
     * Takes an implementer's plan for the period that runs.
     *
     * @param remark what the others should know; needed where nothing is planned
     */
    @Transactional
    public void plan(PartnershipId partnership, OrganisationId organisation, List<PlanItem> items, String remark, String person) {
        Period period = current(partnership);
        Refusal.unless(plans(period).stream().noneMatch(plan -> plan.organisation().equals(organisation)),
                "A colleague has sent this plan already.");
        Refusal.unless(!items.isEmpty() || maybe(remark) != null, "Please add what you plan, or say why you plan nothing in this period.");
        PartnershipCard card = aims(partnership);
        for (PlanItem item : items) {
            Refusal.unless(!item.from().isBefore(period.begins()) && !item.to().isAfter(period.ends()),
                    "“%s” does not lie in this period, which goes from %s to %s."
                    .formatted(item.what(), Days.inWords(period.begins()), Days.inWords(period.ends())));
            Refusal.unless(item.area() == null || card.areas().contains(item.area()),
                    "“%s” is no area of this partnership.".formatted(item.area()));
            Refusal.unless(card.objectiveNumbers().contains(item.objective()),
                    "Please choose the objective that “%s” serves.".formatted(item.what()));
        }
        tables.plan(period.id(), organisation, items, maybe(remark), person);
        alerts.resolve(partnership, AlertKind.PLAN_MISSING, organisation.code());
    }

    /** The plans of a period, by name of the organisation. */
    public List<Plan> plans(Period period) {
        return tables.plans(period.id());
    }

    /**
     * Lays all plans side by side and tells everybody of clashes and gaps. Whoever sent no plan raises an alert. May be repeated until
     * it is settled what to do, or the period is over.
     */
    @Transactional
    public void comparePlans(PartnershipId partnership) {
        Period period = current(partnership);
        if (period.settlement() != null || isOver(partnership, period)) {
            return;
        }
        PartnershipCard card = partnerships.card(partnership);
        List<OrganisationCard> missing = planners(partnership).stream().map(organisations::card).toList();
        List<Plan> plans = tables.plans(period.id());
        List<PlanFinding> findings = PlanComparison.of(plans, card.objectives(), card.areas(),
                missing.stream().map(OrganisationCard::name).toList());
        tables.compare(period.id(), findings);
        missing.forEach(one -> alerts.raise(partnership, AlertKind.PLAN_MISSING, one.id(), one.id().code(),
                "%s has sent no plan for %s. The others plan without it.".formatted(one.name(), period.inWords()), List.of(one.id())));
        facts.publishEvent(new PlansCompared(partnership, period.inWords(), findings.stream().map(PlanFinding::words).toList(),
                plans.stream().filter(plan -> plan.remark() != null).map(plan -> "%s: %s".formatted(plan.name(), plan.remark())).toList(),
                partnerships.memberIds(partnership)));
    }

    /** What the last comparison found in a period. */
    public List<PlanFinding> findings(Period period) {
        return tables.findings(period.id());
    }

    /** Whether clashes or gaps were found that nobody has settled while there was time. */
    public boolean isUnsettled(PartnershipId partnership) {
        Period period = current(partnership);
        return period.settlement() == null && !tables.findings(period.id()).isEmpty() && !isOver(partnership, period);
    }

    /** Keeps what was agreed about clashes and gaps; everybody reads it when reporting. */
    @Transactional
    public void settle(PartnershipId partnership, String words, String person) {
        Period period = current(partnership);
        Refusal.unless(period.settlement() == null, "What was agreed about these plans was written down already.");
        tables.settle(period.id(), said(words, "Please write down what was agreed."), person);
    }

    // The end

    /** Since when the period that runs is reported: the morning after it. */
    public Instant reportedSince(PartnershipId partnership) {
        AgreedWork work = work(partnership);
        return work.morningOf(reportOn(current(partnership), work));
    }

    /** Closes the period that runs. What is told of it the room of the reports knows. */
    @Transactional
    public void close(PartnershipId partnership) {
        Period period = current(partnership);
        tables.close(period.id(), period.ends());
    }

    private AgreedWork work(PartnershipId partnership) {
        return new AgreedWork(agreements.of(partnership));
    }

    private record AimsOf(PartnershipId partnership) {
    }
}
