package org.commonground.lead;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.matter.MatterCard;
import org.commonground.matter.MatterService;
import org.commonground.matter.MatterState;
import org.commonground.organisation.OrganisationCard;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.LeadDecline;
import org.commonground.partnership.Leadership;
import org.commonground.partnership.OncePerTransaction;
import org.commonground.partnership.PartnershipService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a partnership finds who leads it: somebody is named, asked, and agrees or declines. */
@Service
public class LeadService {

    private final Leadership leadership;
    private final PartnershipService partnerships;
    private final OrganisationService organisations;
    private final MatterService matters;
    private final OncePerTransaction once;
    private final ApplicationEventPublisher facts;

    LeadService(Leadership leadership, PartnershipService partnerships, OrganisationService organisations,
            MatterService matters, OncePerTransaction once, ApplicationEventPublisher facts) {
        this.leadership = leadership;
        this.partnerships = partnerships;
        this.organisations = organisations;
        this.matters = matters;
        this.once = once;
        this.facts = facts;
    }

    /** Whether partners are chosen: then one of them leads, and the coordinator names it. */
    public boolean isAmongPartners(PartnershipId partnership) {
        return !partnerships.partners(partnership).isEmpty();
    }

    /** Who was named agrees to lead, or says why not. Who named it hears it. */
    @Transactional
    public void answer(PartnershipId partnership, boolean accepts, String reason, String person) {
        if (accepts) {
            partnerships.expectStaying(partnership, leadership.named(partnership).stream().toList());
        }
        OrganisationId asked = leadership.answer(partnership, accepts, reason, person);
        if (accepts) {
            tellAccepted(partnership, asked);
            return;
        }
        Optional<OrganisationId> lead = partnerships.presentLead(partnership);
        if (lead.isPresent()) {
            tellStays(partnership, lead.get(), "%s was asked and does not want to lead: %s".formatted(nameOf(asked), reason.strip()));
        } else {
            facts.publishEvent(new LeadDeclined(partnership, asked, partnerships.proposer(partnership), reason.strip()));
        }
    }

    /**
     * Names another organisation to lead: any that is verified, and once partners are chosen, one of them. One that has declined is not
     * named again, unless its own people do, or all have declined.
     */
    @Transactional
    public void name(PartnershipId partnership, OrganisationId organisation, String person) {
        List<OrganisationId> partners = partnerships.partners(partnership);
        if (!partners.isEmpty() && !partners.contains(organisation)) {
            throw new Refusal("%s is no full partner of this partnership. Please name one of its partners."
                    .formatted(nameOf(organisation)));
        }
        partnerships.expectStaying(partnership, List.of(organisation));
        Set<OrganisationId> declined = organisationsOf(leadership.declines(partnership));
        if (declined.contains(organisation) && !organisations.isOf(person, organisation)
                && !declined.containsAll(ids(eligible(staying(partnership, partners))))) {
            throw new Refusal("%s has declined to lead this partnership. Please name another organisation."
                    .formatted(nameOf(organisation)));
        }
        if (leadership.name(partnership, organisation, person)) {
            tellAccepted(partnership, organisation);
        }
    }

    /** Where the search stands, for this person: its own organisation can always be named by it. */
    public LeadSearch search(PartnershipId partnership, String person) {
        List<OrganisationId> partners = partnerships.partners(partnership);
        List<OrganisationCard> eligible = eligible(staying(partnership, partners));
        List<LeadDecline> declines = leadership.declines(partnership);
        Set<OrganisationId> declined = organisationsOf(declines);
        Optional<OrganisationId> own = organisations.ownOf(person);
        List<OrganisationCard> choices = declined.containsAll(ids(eligible)) ? eligible
                : eligible.stream().filter(one -> !declined.contains(one.id()) || own.filter(one.id()::equals).isPresent()).toList();
        return new LeadSearch(!partners.isEmpty(), leadership.named(partnership).map(this::nameOf).orElse(null), declines, choices);
    }

    private List<OrganisationCard> eligible(List<OrganisationId> partners) {
        return organisations.verified().stream().filter(one -> partners.isEmpty() || partners.contains(one.id())).toList();
    }

    /** Whoever has given notice takes on no lead. */
    private List<OrganisationId> staying(PartnershipId partnership, List<OrganisationId> partners) {
        Set<OrganisationId> leaving = partnerships.leaving(partnership).keySet();
        return partners.stream().filter(one -> !leaving.contains(one)).toList();
    }

    private static List<OrganisationId> ids(List<OrganisationCard> cards) {
        return cards.stream().map(OrganisationCard::id).toList();
    }

    private static Set<OrganisationId> organisationsOf(List<LeadDecline> declines) {
        return declines.stream().map(LeadDecline::organisation).collect(toSet());
    }

    // Passing on

    /** Who says which partner shall take over: who raised the matter, as long as it is there; empty where the coordinator has to. */
    public Optional<OrganisationId> proposer(UUID matter) {
        MatterCard card = card(matter);
        return Optional.ofNullable(card.raisedBy()).filter(partners(card.partnership())::contains);
    }

    /** The partners who could take over, by name. */
    public List<OrganisationCard> successors(UUID matter) {
        return once.read(new Successors(matter), () -> {
            PartnershipId partnership = card(matter).partnership();
            Optional<OrganisationId> lead = partnerships.presentLead(partnership);
            return eligible(staying(partnership, partners(partnership))).stream()
                    .filter(one -> lead.filter(one.id()::equals).isEmpty()).toList();
        });
    }

    private MatterCard card(UUID matter) {
        return once.read(new Raised(matter), () -> matters.card(matter));
    }

    private List<OrganisationId> partners(PartnershipId partnership) {
        return once.read(new Deciding(partnership), () -> partnerships.partners(partnership));
    }

    private record Successors(UUID matter) {
    }

    private record Raised(UUID matter) {
    }

    private record Deciding(PartnershipId partnership) {
    }

    /** Says which partner shall take over; all partners decide on it. */
    @Transactional
    public void propose(UUID matter, OrganisationId organisation) {
        partnerships.expectStaying(card(matter).partnership(), List.of(organisation));
        Refusal.unless(ids(successors(matter)).contains(organisation),
                "The lead is passed on to a full partner that does not lead yet. Please choose another one.");
        matters.specify(matter, organisation.code());
    }

    /**
     * Nobody new leads: who waits is told why, unless it has heard it, and nobody is asked any more. Where nobody leads at all, another is
     * named next. May be repeated.
     *
     * @param matter by which the lead was to be passed on, or null
     */
    @Transactional
    public void closeRequest(PartnershipId partnership, UUID matter) {
        boolean dropped = matter != null && matters.card(matter).state() != MatterState.ENDED;
        if (dropped) {
            matters.end(matter, "Nobody was proposed.");
        }
        Optional<OrganisationId> lead = partnerships.presentLead(partnership);
        if (lead.isEmpty()) {
            return;
        }
        Optional<OrganisationId> silent = leadership.named(partnership);
        leadership.askNobody(partnership);
        if (dropped) {
            tellStays(partnership, lead.get(), "Nobody was proposed.");
        } else if (silent.isPresent()) {
            tellStays(partnership, lead.get(), "%s was asked and has not answered in time.".formatted(nameOf(silent.get())));
        }
    }

    private void tellStays(PartnershipId partnership, OrganisationId lead, String why) {
        facts.publishEvent(new LeadStays(partnership, lead, why, partnerships.memberIds(partnership)));
    }

    private void tellAccepted(PartnershipId partnership, OrganisationId organisation) {
        facts.publishEvent(new LeadAccepted(partnership, organisation, partnerships.proposer(partnership),
                partnerships.memberIds(partnership)));
    }

    private String nameOf(OrganisationId organisation) {
        return organisations.card(organisation).name();
    }
}
