package org.commonground.stage;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.commonground.agreement.AgreedTerms;
import org.commonground.agreement.AgreementCalendar;
import org.commonground.agreement.AgreementForm;
import org.commonground.agreement.InForce;
import org.commonground.agreement.SealedAgreement;
import org.commonground.foundation.Pace;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.negotiation.ConsentRule;
import org.commonground.negotiation.Contribution;
import org.commonground.negotiation.ContributionKind;
import org.commonground.negotiation.DecisionRule;
import org.commonground.negotiation.Renewal;
import org.commonground.negotiation.Terms;
import org.commonground.partnership.PartnershipService;
import org.commonground.vision.AgendaItem;
import org.springframework.context.annotation.Primary;

/**
 * What is agreed in tests whose partners have negotiated nothing, unless the test changes it: sealed today for three years, reported every
 * three months, reviewed every year, decided by consensus; each implementer brings forty field schools.
 */
@Primary
public class SampleAgreement implements AgreedTerms, Prop {

    /** The calendar repeats itself after so many years, so that an end comes out to the day. */
    private static final int YEARS = 400;

    public DecisionRule rule;
    public AgreementCalendar calendar;
    public int durationMonths;
    public int reportingMonths;
    public int reviewMonths;
    public int meetingsPerYear;
    public int consultationMonths;
    public List<String> trustIndicators;
    public List<Integer> ladderDays;
    /** Null while they are the usual. */
    public List<Contribution> contributions;
    public List<AgendaItem> agenda;

    private final List<SealedAgreement> earlier = new ArrayList<>();
    private final PartnershipService partnerships;
    private final Clock clock;
    private Instant newestSealedAt;

    SampleAgreement(PartnershipService partnerships, Clock clock) {
        this.partnerships = partnerships;
        this.clock = clock;
        putBack();
    }

    @Override
    public void putBack() {
        rule = DecisionRule.CONSENSUS;
        calendar = new AgreementCalendar(clock.instant(), clock.getZone(), Pace.IN_EARNEST);
        durationMonths = 36;
        reportingMonths = 3;
        reviewMonths = 12;
        meetingsPerYear = 4;
        consultationMonths = 6;
        trustIndicators = List.of();
        ladderDays = List.of(14, 21, 30, 30);
        contributions = null;
        agenda = List.of();
        earlier.clear();
        newestSealedAt = null;
    }

    /** What is agreed so far was one version; by the next one, sealed now, something is changed. Returns what it was before. */
    public SealedAgreement amend(PartnershipId partnership, Runnable change) {
        earlier.add(of(partnership));
        change.run();
        newestSealedAt = clock.instant();
        return earlier.get(earlier.size() - 1);
    }

    /** The term is over when this day begins. */
    public void endsOn(LocalDate end) {
        calendar = new AgreementCalendar(end.minusYears(YEARS).atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC, Pace.IN_EARNEST);
        durationMonths = YEARS * 12;
    }

    @Override
    public SealedAgreement of(PartnershipId partnership) {
        Terms terms = new Terms(rule, meetingsPerYear, reportingMonths, reviewMonths, "English", "Mail", 12, consultationMonths,
                trustIndicators, ladderDays, "The law clinic", durationMonths, 3, ConsentRule.ALL, Renewal.NONE, null,
                contributions == null ? fieldSchools(partnership) : contributions, null);
        return new SealedAgreement(earlier.size() + 1, null, AgreementForm.MEMORANDUM, null,
                newestSealedAt == null ? calendar.sealedAt() : newestSealedAt, terms, calendar, null, null);
    }

    @Override
    public SealedAgreement asOf(PartnershipId partnership, int version) {
        return version <= earlier.size() ? earlier.get(version - 1) : of(partnership);
    }

    @Override
    public List<SealedAgreement> course(PartnershipId partnership) {
        return Stream.concat(earlier.stream(), Stream.of(of(partnership))).toList();
    }

    @Override
    public InForce inForce(PartnershipId partnership) {
        return new InForce(1, Map.of(), of(partnership).terms());
    }

    private List<Contribution> fieldSchools(PartnershipId partnership) {
        LocalDate from = calendar.sealedOn();
        return partnerships.seats(partnership).stream().filter(held -> held.seat().role() == Role.IMPLEMENTER)
                .map(held -> new Contribution(null, held.organisation(), Role.IMPLEMENTER, ContributionKind.ACTIVITIES, "Field schools",
                        BigDecimal.valueOf(40), "groups", from, from.plusMonths(36))).toList();
    }

    @Override
    public List<AgendaItem> agenda(PartnershipId partnership) {
        return agenda;
    }
}
