package org.commonground.work;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;

import org.commonground.agreement.AgreedTerms;
import org.commonground.foundation.Days;
import org.commonground.foundation.PartnershipId;
import org.commonground.matter.MatterService;
import org.commonground.negotiation.Renewal;
import org.commonground.negotiation.Terms;
import org.commonground.negotiation.Topic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the partners agreed about a renewal: it is proposed in time, once for each end of the term. */
@Service
public class RenewalService {

    /** The kind of matter that takes it up. */
    private static final String RENEWAL = "renewal";

    private final AgreedTerms agreements;
    private final MatterService matters;
    private final JdbcClient jdbc;

    RenewalService(AgreedTerms agreements, MatterService matters, JdbcClient jdbc) {
        this.agreements = agreements;
        this.matters = matters;
        this.jdbc = jdbc;
    }

    /** When a renewal is to be proposed; the day after the term's last one where nobody agreed on that, or it was proposed for this end. */
    public Instant nextDate(PartnershipId partnership) {
        AgreedWork work = work(partnership);
        Terms terms = work.agreement().terms();
        return terms.renewal() == Renewal.PROPOSED && !isProposed(partnership, work.ends())
                ? work.morningOf(work.ends().plusDays(1).minusMonths(terms.renewalMonths())) : work.morningOf(work.ends().plusDays(2));
    }

    /** Raises the renewal as a matter. Does nothing where it was proposed already, or the partners do not want one any more. */
    @Transactional
    public void propose(PartnershipId partnership) {
        AgreedWork work = work(partnership);
        if (work.agreement().terms().renewal() != Renewal.PROPOSED || isProposed(partnership, work.ends())) {
            return;
        }
        jdbc.sql("insert into proposed_renewal (partnership, term_ends) values (?, ?)").params(partnership.value(),
                Date.valueOf(work.ends()))
                .update();
        matters.raiseDecided(partnership, RENEWAL, Topic.DURATION.key(),
                "The term ends on %s, and the partners agreed to talk in time about going on.".formatted(Days.inWords(work.ends())),
                "Agreed in the agreement, topic %d.".formatted(Topic.DURATION.number()));
    }

    private boolean isProposed(PartnershipId partnership, LocalDate ends) {
        return jdbc.sql("select count(*) from proposed_renewal where partnership = ? and term_ends = ?")
                .params(partnership.value(), Date.valueOf(ends)).query(Integer.class).single() > 0;
    }

    private AgreedWork work(PartnershipId partnership) {
        return new AgreedWork(agreements.of(partnership));
    }
}
