package org.commonground.matter;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.commonground.agreement.AgreedTerms;
import org.commonground.agreement.AgreementCalendar;
import org.commonground.agreement.SealedAgreement;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Pace;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.negotiation.AgendaItem;
import org.commonground.negotiation.DecisionRule;
import org.commonground.negotiation.Terms;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.partnership.Proposal;
import org.commonground.partnership.RoleRule;
import org.commonground.partnership.SampleAims;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;

/** A partnership in force to test with: the first partner leads it, each is an implementer. */
public final class CaseInForce {

    private CaseInForce() {
    }

    public static PartnershipId of(PartnershipService partnerships, OrganisationId... partners) {
        PartnershipId id = partnerships.propose(new Proposal("Cotton without poison", "Farmer Field Schools", "One district only"), partners[0], "focal");
        partnerships.clarifyAims(id, SampleAims.of(partners[0].code()), "focal");
        partnerships.determineNeededRoles(id, List.of(new RoleRule("implementer", "local", "anywhere", null, "Somebody must do it.")));
        for (OrganisationId partner : partners) {
            partnerships.admit(id, partner, Standing.PARTNER, List.of(new SeatIn(Role.IMPLEMENTER, Level.LOCAL, null, null)));
        }
        partnerships.enter(id, Phase.IN_FORCE);
        return id;
    }

    /** Rules that a test may change: by consensus, and for a long time from now on. */
    public static final class Rules implements AgreedTerms {

        /** The calendar repeats itself after so many years, so that the end comes out to the day. */
        private static final int YEARS = 400;

        public DecisionRule rule = DecisionRule.CONSENSUS;
        public LocalDate end = LocalDate.of(2999, 1, 1);

        @Override
        public SealedAgreement of(PartnershipId partnership) {
            Terms terms = new Terms(rule, null, null, null, null, null, null, null, null, null, null, YEARS * 12, null, null, null, null);
            return new SealedAgreement(1, null, null, null, null, terms,
                    new AgreementCalendar(end.minusYears(YEARS).atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC, Pace.IN_EARNEST), null, null);
        }

        @Override
        public List<AgendaItem> agenda(PartnershipId partnership) {
            return List.of();
        }
    }
}
