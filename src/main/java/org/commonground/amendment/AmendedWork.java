package org.commonground.amendment;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.commonground.agreement.AgreedTerms;
import org.commonground.agreement.AgreementService;
import org.commonground.agreement.SealedAgreement;
import org.commonground.commitment.CommitmentService;
import org.commonground.foundation.PartnershipId;
import org.commonground.matter.MatterService;
import org.commonground.negotiation.AgreedTopic;
import org.commonground.negotiation.AimTerms;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.RoundService;
import org.commonground.negotiation.Topic;
import org.commonground.partnership.ChangedAims;
import org.commonground.partnership.PartnershipService;
import org.commonground.work.AgreedWork;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What runs follows what was sealed: aims, commitments, dates. */
@Service
public class AmendedWork {

    private final Amendments amendments;
    private final AmendmentTables tables;
    private final MatterService matters;
    private final NegotiationService negotiations;
    private final RoundService rounds;
    private final AgreementService agreements;
    private final AgreedTerms agreed;
    private final PartnershipService partnerships;
    private final CommitmentService commitments;
    private final ApplicationEventPublisher facts;

    AmendedWork(Amendments amendments, AmendmentTables tables, MatterService matters, NegotiationService negotiations,
            RoundService rounds, AgreementService agreements, AgreedTerms agreed, PartnershipService partnerships,
            CommitmentService commitments, ApplicationEventPublisher facts) {
        this.amendments = amendments;
        this.tables = tables;
        this.matters = matters;
        this.negotiations = negotiations;
        this.rounds = rounds;
        this.agreements = agreements;
        this.agreed = agreed;
        this.partnerships = partnerships;
        this.commitments = commitments;
        this.facts = facts;
    }

    /**
     * Lets what was sealed hold: aims and commitments follow it, and its clauses can be changed again. May be repeated.
     *
     * @return whether some seats are asked anew what they bring
     */
    @Transactional
    public boolean putIntoForce(UUID matter) {
        Amendment amendment = amendments.get(matter);
        if (!amendment.isOpen()) {
            return false;
        }
        PartnershipId partnership = amendment.partnership();
        SealedAgreement now = agreed.of(partnership);
        SealedAgreement before = agreed.asOf(partnership, agreements.current(amendment.negotiation()).base());
        LocalDate ends = new AgreedWork(now).ends();
        partnerships.amendAims(partnership, aims(partnership, amendment));
        boolean asked = commitments.askAgainWhereChanged(partnership, before, now, matter);
        tables.close(matter);
        amendment.comesIntoForce();
        amendments.save(amendment);
        matters.end(matter, "Version %d of the agreement holds.".formatted(now.version()));
        facts.publishEvent(new AmendmentInForce(partnership, negotiations.card(amendment.negotiation()).suffix(), now.version(),
                ends.equals(new AgreedWork(before).ends()) ? null : ends, asked, partnerships.memberIds(partnership)));
        return asked;
    }

    /** What the partnership is called and for from now on. */
    private ChangedAims aims(PartnershipId partnership, Amendment amendment) {
        Map<Topic, String> words = rounds.topics(amendment.negotiation()).stream().collect(toMap(AgreedTopic::topic, AgreedTopic::wording));
        AimTerms changed = rounds.terms(amendment.negotiation()).aims();
        ChangedAims today = ChangedAims.of(partnerships.card(partnership));
        boolean places = !changed.places().isEmpty();
        return new ChangedAims(words.getOrDefault(Topic.NAME, today.title()), words.getOrDefault(Topic.PURPOSE, today.purpose()),
                changed.objectives().isEmpty() ? today.objectives() : changed.objectives(),
                places ? changed.targetParticipants() : today.targetParticipants(),
                places ? changed.participationMode() : today.participationMode(), places ? changed.places() : today.places());
    }
}
