package org.commonground.release;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.commonground.agreement.AgreedTerms;
import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.matter.MatterService;
import org.commonground.partnership.Member;
import org.commonground.partnership.OncePerTransaction;
import org.commonground.partnership.PartnershipService;
import org.commonground.period.Period;
import org.commonground.period.PeriodService;
import org.commonground.reporting.ReportService;
import org.commonground.review.ReviewService;
import org.commonground.work.AgreedWork;
import org.commonground.work.AlertKind;
import org.commonground.work.Alerts;
import org.springframework.stereotype.Component;

/**
 * Whether a partner does not answer any more: it was asked, has answered nothing since the last two reporting periods began, or for ninety
 * days where there were no two yet, and nothing that waits for it can still come in time.
 */
@Component
class Silence {

    /** As long as two of the shortest deadlines and their reminders, one after the other, and a holiday between them. */
    private static final int DAYS = 90;
    private static final int PERIODS = 2;

    private final PeriodService periods;
    private final ReportService reported;
    private final ReviewService reviews;
    private final MatterService matters;
    private final PartnershipService partnerships;
    private final AgreedTerms agreements;
    private final Alerts alerts;
    private final SignsOfLife signs;
    private final OncePerTransaction once;
    private final Clock clock;

    Silence(PeriodService periods, ReportService reported, ReviewService reviews, MatterService matters, PartnershipService partnerships,
            AgreedTerms agreements, Alerts alerts, SignsOfLife signs, OncePerTransaction once, Clock clock) {
        this.periods = periods;
        this.reported = reported;
        this.reviews = reviews;
        this.matters = matters;
        this.partnerships = partnerships;
        this.agreements = agreements;
        this.alerts = alerts;
        this.signs = signs;
        this.once = once;
        this.clock = clock;
    }

    Finding of(PartnershipId partnership, OrganisationId organisation, String name) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate joined = members(partnership).stream().filter(one -> one.organisation().equals(organisation))
                .map(Member::joined).findFirst().orElse(today);
        LocalDate there = Stream.of(joined, new AgreedWork(agreements.of(partnership)).begins()).max(LocalDate::compareTo).orElseThrow();
        List<Period> over = once.read(new PeriodsIn(partnership), () -> periods.periods(partnership)).stream()
                .filter(one -> !one.isOpen() && !one.begins().isBefore(there)).toList();
        List<Period> last = over.size() < PERIODS ? List.of() : over.subList(over.size() - PERIODS, over.size());
        LocalDate since = last.isEmpty() ? today.minusDays(DAYS) : last.get(0).begins();
        List<SignsOfLife.Step> open = signs.waiting(partnership, organisation);
        List<String> missed = new ArrayList<>(last.stream().filter(one -> reported.isSilent(one, organisation))
                .map(one -> "It said nothing of %s.".formatted(one.inWords())).toList());
        if (hasNotCommitted(partnership, organisation)) {
            missed.add("It has not said in time what it brings.");
        }
        open.stream().filter(this::isOverdue).forEach(one -> missed.add("%s: was due on %s.".formatted(one.label(), day(one.at()))));
        return new Finding(missed, objection(partnership, organisation, name, there, since, missed, open).orElse(null));
    }

    /** Its step is taken away when the time is over, so that nothing waits for it until it is asked again. */
    private boolean hasNotCommitted(PartnershipId partnership, OrganisationId organisation) {
        return once.read(new AlertsIn(partnership), () -> alerts.of(partnership)).stream().anyMatch(alert -> alert.isOpen()
                && alert.kind() == AlertKind.SEAT_SILENT && alert.organisation().equals(organisation));
    }

    private record AlertsIn(PartnershipId partnership) {
    }

    private List<Member> members(PartnershipId partnership) {
        return once.read(new MembersIn(partnership), () -> partnerships.members(partnership));
    }

    private record PeriodsIn(PartnershipId partnership) {
    }

    private record MembersIn(PartnershipId partnership) {
    }

    private Optional<String> objection(PartnershipId partnership, OrganisationId organisation, String name, LocalDate there,
            LocalDate since, List<String> missed, List<SignsOfLife.Step> open) {
        if (there.isAfter(since)) {
            return Optional.of("%s is at work here since %s. Only who has not answered for %d days is called silent: please wait until %s."
                    .formatted(name, Days.inWords(there), DAYS, Days.inWords(there.plusDays(DAYS))));
        }
        Instant signed = agreements.course(partnership).get(0).sealedAt();
        Instant begin = since.atStartOfDay(ZoneOffset.UTC).toInstant();
        Optional<String> answered = answeredSince(partnership, organisation, name, begin.isAfter(signed) ? begin : signed);
        if (answered.isPresent()) {
            return answered;
        }
        Optional<SignsOfLife.Step> inTime = open.stream().filter(one -> !isOverdue(one)).findFirst();
        if (inTime.isPresent()) {
            return Optional.of("%s can still answer in time: its step “%s” is due on %s. Please wait until then.".formatted(name,
                    inTime.get().label(), day(inTime.get().at())));
        }
        return missed.isEmpty() ? Optional.of("%s has left nothing unanswered since %s, so it cannot be called silent.".formatted(name,
                Days.inWords(since))) : Optional.empty();
    }

    /** What it has answered since then and when, as a sentence; empty where that is nothing. */
    Optional<String> answeredSince(PartnershipId partnership, OrganisationId organisation, String name, Instant since) {
        Optional<String> sent = signs.lastAnswer(partnership, organisation).filter(one -> !one.at().isBefore(since))
                .map(one -> "%s is not silent: on %s it answered “%s”.".formatted(name, day(one.at()), one.label()));
        Optional<String> raised = sent.isPresent() ? sent : matters.all(partnership).stream()
                .filter(one -> organisation.equals(one.raisedBy()) && !one.raisedOn().isBefore(dayOf(since))).findFirst()
                .map(one -> "%s is not silent: on %s it raised “%s”.".formatted(name, Days.inWords(one.raisedOn()), one.kind().label()));
        return raised.isPresent() ? raised : reviews.lastRatedBy(partnership, organisation, since)
                .map(nr -> "%s is not silent: it rated the partnership in review %d.".formatted(name, nr));
    }

    private boolean isOverdue(SignsOfLife.Step one) {
        return one.at().isBefore(clock.instant());
    }

    private static String day(Instant moment) {
        return Days.inWords(dayOf(moment));
    }

    private static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    /**
     * @param missed    what it has left unanswered, line by line
     * @param objection why it cannot be called silent, as a sentence; null where it can
     */
    record Finding(List<String> missed, String objection) {
    }
}
