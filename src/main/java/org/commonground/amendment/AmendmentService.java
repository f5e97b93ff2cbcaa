package org.commonground.amendment;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.commonground.foundation.Words.said;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import org.commonground.agreement.AgreedTerms;
import org.commonground.agreement.AgreementService;
import org.commonground.agreement.InForce;
import org.commonground.commitment.CommitmentService;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.Seat;
import org.commonground.foundation.Words;
import org.commonground.matter.MatterCard;
import org.commonground.matter.MatterService;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.Purpose;
import org.commonground.negotiation.Terms;
import org.commonground.negotiation.Topic;
import org.commonground.organisation.OrganisationCard;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.Coverage;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Place;
import org.commonground.partnership.Term;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes of what was agreed: who proposes them, who signs them. {@link AmendmentReaders} read them first; {@link AmendedWork} does what is
 * sealed.
 */
@Service
public class AmendmentService {

    static final String MACHINE = "system";

    private final Amendments amendments;
    private final AmendmentTables tables;
    private final MatterService matters;
    private final NegotiationService negotiations;
    private final AgreementService agreements;
    private final AgreedTerms agreed;
    private final PartnershipService partnerships;
    private final CommitmentService commitments;
    private final OrganisationService organisations;
    private final ApplicationEventPublisher facts;

    AmendmentService(Amendments amendments, AmendmentTables tables, MatterService matters, NegotiationService negotiations,
            AgreementService agreements, AgreedTerms agreed, PartnershipService partnerships, CommitmentService commitments,
            OrganisationService organisations, ApplicationEventPublisher facts) {
        this.amendments = amendments;
        this.tables = tables;
        this.matters = matters;
        this.negotiations = negotiations;
        this.agreements = agreements;
        this.agreed = agreed;
        this.partnerships = partnerships;
        this.commitments = commitments;
        this.organisations = organisations;
        this.facts = facts;
    }

    // Proposing

    /**
     * Who writes down what shall be different: who raised the matter, as long as it is there; else the lead organisation. Empty where the
     * coordinator has to.
     */
    public Optional<OrganisationId> writer(UUID matter) {
        MatterCard card = matters.card(matter);
        return Optional.ofNullable(card.raisedBy()).filter(partnerships.memberIds(card.partnership())::contains)
                .or(() -> partnerships.presentLead(card.partnership()));
    }

    /** All that holds today, to be changed. */
    public InForce today(UUID matter) {
        return agreed.inForce(matters.card(matter).partnership());
    }

    /** Why it was raised. */
    public String why(UUID matter) {
        return matters.card(matter).why();
    }

    /** The full partners, with their names. */
    public Map<OrganisationId, String> partners(UUID matter) {
        return partnerships.partners(matters.card(matter).partnership()).stream().map(organisations::card)
                .sorted(Comparator.comparing(card -> card.name().toLowerCase(Locale.ROOT)))
                .collect(toMap(OrganisationCard::id, OrganisationCard::name, (one, same) -> one, LinkedHashMap::new));
    }

    /** The seats of the full partners, one for each role. */
    public List<Seat> seats(UUID matter) {
        PartnershipId partnership = matters.card(matter).partnership();
        List<OrganisationId> partners = partnerships.partners(partnership);
        return partnerships.seats(partnership).stream().filter(held -> partners.contains(held.organisation()))
                .map(held -> new Seat(held.organisation(), held.seat().role())).distinct().toList();
    }

    /** What the matter names beforehand; empty where whoever writes it down chooses. */
    public Set<Topic> named(UUID matter) {
        return Topic.set(matters.card(matter).about());
    }

    /**
     * Proposes a change, in the name of who writes it down. Nothing is kept unless all of it makes sense: it is told what does not.
     */
    @Transactional
    public void propose(UUID matter, Proposed proposed, String person) {
        MatterCard card = matters.card(matter);
        OrganisationId party = writer(matter).orElse(null);
        PartnershipId partnership = card.partnership();
        matters.objection(partnership, card.kind()).ifPresent(sentence -> {
            throw new Refusal(sentence);
        });
        List<OrganisationId> partners = partnerships.partners(partnership);
        Refusal.unless(partners.containsAll(proposed.concerned()), "Only full partners can be named as concerned.");
        InForce today = agreed.inForce(partnership);
        Difference difference = Difference.between(today, proposed);
        difference.expectLocalPartners(today.terms(), isLocal(partnership, partners));
        expectWithinTerm(partnership, proposed.terms().over(today.terms()), difference.kinds().keySet());
        partnerships.expectStaying(partnership, proposed.terms().burdened(today.terms()));
        if (difference.kinds().containsKey(Topic.CONTRIBUTIONS)) {
            commitments.expectPaidStays(partnership, proposed.terms().contributions());
        }
        difference.kinds().keySet().forEach(topic -> expectFree(partnership, topic));
        NegotiationId negotiation = negotiations.propose(partnership, proposed.subjects().equals(Set.of(Topic.ANNEX)) ? Purpose.ANNEX
                : Purpose.AMENDMENT, difference.change(), person);
        amendments.save(Amendment.proposed(matter, partnership, negotiation, party, person, today.version()));
        tables.write(matter, difference.kinds(), difference.concerned().stream().filter(partners::contains).toList());
        try {
            tables.open(partnership, matter, difference.kinds().keySet().stream().filter(topic -> topic != Topic.ANNEX).toList());
        } catch (DuplicateKeyException meanwhile) {
            throw new Refusal("Somebody has just proposed to change the same. Please open the page again.");
        }
    }

    /** What is brought and done comes while the agreement holds, as it would hold then. */
    private void expectWithinTerm(PartnershipId partnership, Terms whole, Set<Topic> changing) {
        if (Collections.disjoint(changing, Set.of(Topic.DURATION, Topic.CONTRIBUTIONS, Topic.AGENDA))) {
            return;
        }
        Term term = new Term(partnerships.proposedOn(partnership), agreed.of(partnership).calendar().sealedOn(), whole.durationMonths(),
                true);
        String also = changing.contains(Topic.CONTRIBUTIONS) ? "" : " Please choose “4. Contributions” as well, and bring it within.";
        whole.contributions().forEach(one -> term.objection(one.what(), one.from(), one.to()).ifPresent(sentence -> {
            throw new Refusal(sentence + also);
        }));
        if (changing.contains(Topic.AGENDA)) {
            whole.aims().agenda().forEach(step -> term.expect(step.what(), step.byWhen()));
        }
    }

    /** Several annexes may be agreed at once; of everything else there is one. */
    private void expectFree(PartnershipId partnership, Topic topic) {
        Optional<UUID> open = topic == Topic.ANNEX ? Optional.empty() : tables.openIn(partnership, topic);
        open.ifPresent(other -> {
            throw new Refusal("“%s” is being changed already, in %s. Please take part in that one, or propose yours when it is settled."
                    .formatted(topic.inWords(), partnership + "/" + negotiations.card(amendments.get(other).negotiation()).suffix()));
        });
    }

    /** Whether a partner is at home there, as far as the registry and the seats know. */
    private Predicate<Place> isLocal(PartnershipId partnership, List<OrganisationId> partners) {
        Coverage coverage = partnerships.coverage(partnership);
        return place -> partners.stream().anyMatch(partner -> coverage.isAtHome(partner, place));
    }

    /** Proposes nothing after all. All are told why. */
    @Transactional
    public void takeBack(UUID matter, String reason) {
        end(matter, "It was taken back: " + said(reason, "Please say why you take it back: all partners read it."));
    }

    // Who signs

    /** What the decision about who signs again is asked with. */
    public Collection<AmendmentKind> kinds(UUID matter) {
        return tables.subjects(matter).values();
    }

    /** Keeps what the decision table says: of several kinds the one that asks the most. May be repeated. */
    @Transactional
    public void chooseSigners(UUID matter, Map<String, Signs> reasons) {
        Amendment amendment = amendments.get(matter);
        Signs signs = reasons.values().stream().max(Comparator.naturalOrder()).orElse(Signs.ALL);
        amendment.signedBy(signs, reasons.entrySet().stream().filter(one -> one.getValue() == signs).map(Map.Entry::getKey).sorted()
                .collect(joining(" ")));
        amendments.save(amendment);
    }

    /** Puts it on the table of those who sign it, and tells all members. May be repeated. */
    @Transactional
    public NegotiationId open(UUID matter) {
        Amendment amendment = amendments.get(matter);
        NegotiationId negotiation = amendment.negotiation();
        List<OrganisationId> signing = signing(amendment);
        OrganisationId proposer = amendment.proposer();
        negotiations.begin(negotiation, signing, proposer != null && signing.contains(proposer) ? proposer : null, amendment.proposedBy());
        facts.publishEvent(new AmendmentProposed(amendment.partnership(), negotiations.card(negotiation).suffix(),
                tables.subjects(matter).keySet().stream().map(Topic::inWords).toList(), signing.isEmpty() ? amendment.signs().label()
                        : "To be signed by " + Words.list(signing.stream().map(organisations::card).map(OrganisationCard::name).toList()),
                amendment.signsWhy(), partnerships.memberIds(amendment.partnership())));
        return negotiation;
    }

    private List<OrganisationId> signing(Amendment amendment) {
        List<OrganisationId> partners = partnerships.partners(amendment.partnership());
        List<OrganisationId> concerned = new ArrayList<>(tables.concerned(amendment.matter()));
        if (amendment.proposer() != null) {
            concerned.add(amendment.proposer());
        }
        return switch (amendment.signs()) {
            case ALL -> partners;
            case CONCERNED -> partners.stream().filter(concerned::contains).toList();
            case NOBODY -> List.of();
        };
    }

    /** Whether those who sign have to talk: there are several, or a topic was opened again; and nobody gave it up. */
    public boolean isTalkNeeded(UUID matter) {
        NegotiationId negotiation = amendments.get(matter).negotiation();
        return negotiations.goesOn(negotiation) && !negotiations.card(negotiation).isAgreed();
    }

    // Ending

    /** It came to nothing, for the reason that was said last. What was agreed before holds. May be repeated. */
    @Transactional
    public void endOpen(UUID matter, String otherwise) {
        if (matters.card(matter).outcome() != null) {
            return;
        }
        Optional<Amendment> amendment = amendments.findById(matter);
        String reason = amendment.map(one -> negotiations.card(one.negotiation()).reason()).orElse(null);
        end(matter, reason == null ? otherwise : reason);
    }

    private void end(UUID matter, String reason) {
        MatterCard card = matters.card(matter);
        Optional<Amendment> open = amendments.findById(matter).filter(Amendment::isOpen);
        String suffix = open.map(one -> negotiations.card(one.negotiation()).suffix()).orElse(null);
        open.ifPresent(amendment -> {
            agreements.giveUp(amendment.negotiation(), reason);
            negotiations.giveUpOpen(amendment.negotiation(), reason, MACHINE);
            tables.close(matter);
            amendment.end();
            amendments.save(amendment);
        });
        matters.end(matter, "What was agreed before holds. " + reason);
        facts.publishEvent(new AmendmentEnded(card.partnership(), suffix, reason, partnerships.memberIds(card.partnership())));
    }
}
