package org.commonground.work;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.commonground.agreement.AgreementCalendar;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Pace;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.negotiation.Contribution;
import org.commonground.negotiation.ContributionKind;
import org.commonground.partnership.SampleAims;
import org.commonground.stage.Ladder;
import org.commonground.stage.SampleAgreement;

/** Five who work together in tests of this room, and what they agreed on the last day of a month, as it happens. */
public final class FiveAtWork {

    public static final OrganisationId GOI = new OrganisationId("Goi");
    public static final OrganisationId EU = new OrganisationId("Eu");
    public static final OrganisationId NGO = new OrganisationId("Ngo");
    public static final OrganisationId FFS = new OrganisationId("Ffs");
    public static final OrganisationId SHOP = new OrganisationId("Shop");
    public static final Seat DECIDER = new Seat(GOI, Role.DECISION_MAKER);
    public static final Seat FUNDER = new Seat(EU, Role.RESOURCE_PROVIDER);
    public static final Seat WORKER = new Seat(NGO, Role.IMPLEMENTER);
    public static final Seat FARMERS = new Seat(FFS, Role.IMPLEMENTER);
    public static final Seat FRIEND = new Seat(SHOP, Role.ALLY);
    public static final LocalDate SEALED = LocalDate.of(2027, 8, 31);
    public static final AgreementCalendar CALENDAR =
            new AgreementCalendar(SEALED.atTime(15, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC, Pace.IN_EARNEST);

    private FiveAtWork() {
    }

    public static PartnershipId in(Ladder ladder, SampleAgreement agreed) {
        agreed.calendar = CALENDAR;
        agreed.durationMonths = 12;
        agreed.contributions = List.of(
                of(DECIDER, ContributionKind.POLICY_DECISION, "Spraying rules are changed", null, null),
                of(FUNDER, ContributionKind.FUNDS, "Money for the schools", "1000", "EUR"),
                of(WORKER, ContributionKind.ACTIVITIES, "Field schools", "40", "groups"),
                of(FARMERS, ContributionKind.FUNDS, "What the federation puts in", "50", "EUR"));
        ladder.verified(List.of(GOI, EU, NGO, FFS, SHOP));
        return ladder.chosen(SampleAims.withTwoObjectives(GOI.code()), List.of(DECIDER, FUNDER, WORKER, FARMERS, FRIEND), null);
    }

    private static Contribution of(Seat seat, ContributionKind kind, String what, String amount, String unit) {
        return new Contribution(null, seat.organisation(), seat.role(), kind, what, amount == null ? null : new BigDecimal(amount), unit,
                SEALED, SEALED.plusMonths(12).minusDays(1));
    }
}
