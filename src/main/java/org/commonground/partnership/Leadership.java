package org.commonground.partnership;

import static org.commonground.foundation.Words.said;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.organisation.OrganisationCard;
import org.commonground.organisation.OrganisationService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who leads a partnership, and who was named for that: nobody leads who has not agreed. */
@Service
public class Leadership {

    private final Partnerships partnerships;
    private final Members members;
    private final LeadConsents consents;
    private final OrganisationService organisations;
    private final ApplicationEventPublisher facts;

    Leadership(Partnerships partnerships, Members members, LeadConsents consents, OrganisationService organisations,
            ApplicationEventPublisher facts) {
        this.partnerships = partnerships;
        this.members = members;
        this.consents = consents;
        this.organisations = organisations;
        this.facts = facts;
    }

    /** Who was named, and has not said yet whether it leads. */
    public Optional<OrganisationId> named(PartnershipId id) {
        return Optional.ofNullable(find(id).namedLead());
    }

    /** Who proposed it, while no partners are looked for: until then it names who shall lead, afterwards the coordinator alone does. */
    public Optional<OrganisationId> namingProposer(PartnershipId id) {
        Partnership partnership = find(id);
        return partnership.phase() == Phase.CLARIFYING ? Optional.of(partnership.proposer()) : Optional.empty();
    }

    /** Whether nobody leads, while there is something to lead. */
    public boolean isMissing(PartnershipId id) {
        return find(id).lacksLead();
    }

    /**
     * Says who shall lead; whoever was asked before is not asked any more.
     *
     * @return whether it leads from now on, since its own people named it
     */
    @Transactional
    public boolean name(PartnershipId id, OrganisationId organisation, String person) {
        Partnership partnership = find(id);
        boolean agrees = nameIn(partnership, organisation, person);
        partnerships.save(partnership);
        return agrees;
    }

    /** The same in a partnership that is about to be saved. */
    boolean nameIn(Partnership partnership, OrganisationId organisation, String person) {
        OrganisationCard card = organisations.card(organisation);
        Refusal.unless(card.verified(),
                "%s is not verified, so it cannot lead. Please choose another organisation.".formatted(card.name()));
        boolean agrees = organisations.isOf(person, organisation);
        partnership.nameLead(organisation, agrees);
        if (agrees) {
            consents.add(partnership.id(), organisation, true, null, person);
        }
        return agrees;
    }

    /**
     * Who was named leads from now on, or says why not. Returns who it is.
     *
     * @param reason why it declines; nothing where it accepts
     */
    @Transactional
    public OrganisationId answer(PartnershipId id, boolean accepts, String reason, String person) {
        Partnership partnership = find(id);
        OrganisationId asked = partnership.answerAsLead(accepts);
        if (accepts && partnership.phase() == Phase.IN_FORCE) {
            Map<OrganisationId, LocalDate> leaving = members.leaving(id);
            Refusal.unless(!leaving.containsKey(asked), "Your organisation leaves and takes on nothing new. Please decline, so that another"
                    + " one is asked.");
        }
        String why = accepts ? null : said(reason, "Please say why you do not lead: who proposed you reads it.");
        partnerships.save(partnership);
        consents.add(id, asked, accepts, why, person);
        return asked;
    }

    /** Whether who answered last agreed to lead. */
    public boolean isAccepted(PartnershipId id) {
        return consents.lastAccepted(id);
    }

    /** Asks a partner to take over the lead, as all decided; not where it has left, or another is looked for meanwhile. May be repeated. */
    @Transactional
    public void askToTakeOver(PartnershipId id, OrganisationId organisation) {
        Partnership partnership = find(id);
        if (!partnership.isLeadSought() && members.partners(id).contains(organisation) && !members.leaving(id).containsKey(organisation)) {
            partnership.askToTakeOver(organisation);
            partnerships.save(partnership);
        }
    }

    /** Who leads hands the lead to a partner that has agreed to take it; whoever was asked meanwhile is not asked any more. */
    @Transactional
    public void handTo(PartnershipId id, OrganisationId taker, String person) {
        Partnership partnership = find(id);
        Refusal.unless(members.partners(id).contains(taker), "Only a full partner can lead. %s is none.".formatted(taker));
        partnership.handLeadTo(taker);
        partnerships.save(partnership);
        consents.add(id, taker, true, null, person);
    }

    /** Nobody is asked any more. May be repeated. */
    @Transactional
    public void askNobody(PartnershipId id) {
        Partnership partnership = find(id);
        if (partnership.namedLead() != null) {
            partnership.askNobody();
            partnerships.save(partnership);
        }
    }

    /** Whether who led is gone, and another is looked for. */
    public boolean isSought(PartnershipId id) {
        return find(id).isLeadSought();
    }

    /** Those who were asked and do not want to lead, the latest first. */
    public List<LeadDecline> declines(PartnershipId id) {
        return consents.declines(id);
    }

    /**
     * Once partners are chosen, one of them leads. Where who led is none of them any more, or never became one, the partnership is without
     * a lead from now on. May be repeated.
     */
    @Transactional
    public void keepAmongPartners(PartnershipId id) {
        Partnership partnership = find(id);
        List<OrganisationId> partners = members.partners(id);
        OrganisationId before = partnership.lead();
        OrganisationId asked = partnership.namedLead();
        boolean searchBegins = partnership.keepLeadAmong(partners);
        if (!Objects.equals(before, partnership.lead()) || !Objects.equals(asked, partnership.namedLead())) {
            partnerships.save(partnership);
        }
        if (searchBegins) {
            facts.publishEvent(new LeadGone(id, before, partnership.phase() == Phase.IN_FORCE, partners));
        }
    }

    private Partnership find(PartnershipId id) {
        return partnerships.findById(id.value())
                .orElseThrow(() -> new NotFound("There is no partnership with the number %s.".formatted(id)));
    }
}
