package org.commonground.review;

import java.time.Clock;
import java.util.List;

import org.commonground.agreement.AgreedTerms;
import org.commonground.agreement.AgreementCalendar;
import org.commonground.agreement.AgreementForm;
import org.commonground.agreement.SealedAgreement;
import org.commonground.foundation.Pace;
import org.commonground.foundation.PartnershipId;
import org.commonground.negotiation.AgendaItem;
import org.commonground.negotiation.DecisionRule;
import org.commonground.negotiation.Terms;

/**
 * What is agreed about reviews, for tests whose partners have negotiated nothing. Unless a test changes it, reviews come every year from
 * today on, and the partners decide by consensus.
 */
public class SampleReviewTerms implements AgreedTerms {

    private static final int FIVE_YEARS = 60;

    private SealedAgreement sealed;

    SampleReviewTerms(Clock clock) {
        agree(new AgreementCalendar(clock.instant(), clock.getZone(), Pace.IN_EARNEST), 12, List.of());
    }

    /** By consensus, for five years. */
    void agree(AgreementCalendar calendar, int intervalMonths, List<String> trustIndicators) {
        Terms terms = new Terms(DecisionRule.CONSENSUS, null, null, intervalMonths, null, null, null, null, trustIndicators, null, null, FIVE_YEARS,
                null, null, null, null);
        sealed = new SealedAgreement(1, null, AgreementForm.MEMORANDUM, null, calendar.sealedAt(), terms, calendar, null, null);
    }

    @Override
    public SealedAgreement of(PartnershipId partnership) {
        return sealed;
    }

    @Override
    public List<AgendaItem> agenda(PartnershipId partnership) {
        return List.of();
    }
}
