package org.commonground.decision;

import static java.util.function.Predicate.not;
import static org.commonground.foundation.Words.maybe;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.commonground.agreement.AgreedTerms;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.matter.MatterCard;
import org.commonground.matter.MatterService;
import org.commonground.matter.MatterState;
import org.commonground.negotiation.DecisionRule;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.Member;
import org.commonground.partnership.PartnershipService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How the partners decide on what one of them proposes, by the rule of their agreement ({@link Count}). The engine has a bean called
 * decisionService already.
 */
@Service("partnersDecisions")
public class DecisionService {

    private final Votes votes;
    private final MatterService matters;
    private final PartnershipService partnerships;
    private final AgreedTerms terms;
    private final OrganisationService organisations;
    private final ApplicationEventPublisher facts;

    DecisionService(Votes votes, MatterService matters, PartnershipService partnerships, AgreedTerms terms,
            OrganisationService organisations, ApplicationEventPublisher facts) {
        this.votes = votes;
        this.matters = matters;
        this.partnerships = partnerships;
        this.terms = terms;
        this.organisations = organisations;
        this.facts = facts;
    }

    /** What is proposed, by whom and why, and how it will be decided. */
    public Proposal proposal(UUID matter) {
        MatterCard card = matters.card(matter);
        return new Proposal(card, matters.raiser(card),
                Count.inWords(rule(card), voters(matter).size()));
    }

    private DecisionRule rule(MatterCard card) {
        return (card.kind() instanceof ProposalKind kind ? kind.rule() : Optional.<DecisionRule>empty())
                .orElseGet(() -> terms.of(card.partnership()).terms().decisionRule());
    }

    /** The full partners that decide: those who were there when it was raised, and are still. */
    private List<OrganisationId> voters(UUID matter) {
        MatterCard card = matters.card(matter);
        List<OrganisationId> later = partnerships.joinedAfter(card.partnership(), matters.raisedAt(matter));
        return partners(card).stream().filter(not(later::contains))
                .filter(one -> !(card.kind() instanceof ProposalKind kind) || kind.asks(card, one)).toList();
    }

    /** What those said who still have a voice. */
    private List<Vote> said(UUID matter) {
        List<OrganisationId> voters = voters(matter);
        return votes.of(matter).stream().filter(vote -> voters.contains(vote.organisation())).toList();
    }

    private List<OrganisationId> partners(MatterCard card) {
        List<OrganisationId> partners = partnerships.partners(card.partnership());
        return partners.isEmpty() && card.kind() instanceof ProposalKind kind ? kind.votersBeforePartners(card.partnership()) : partners;
    }

    /** Those of them who have not said what they think. */
    public List<OrganisationId> awaited(UUID matter) {
        List<OrganisationId> spoken = said(matter).stream().map(Vote::organisation).toList();
        return voters(matter).stream().filter(not(spoken::contains)).toList();
    }

    /** Says what the organisation thinks of the proposal: once, and only until it is counted. Whoever is against says why. */
    @Transactional
    public void decide(UUID matter, OrganisationId organisation, Voice voice, String words, String person) {
        String said = maybe(words);
        Refusal.unless(voice != Voice.AGAINST || said != null, "Please say why you are against it: the others should understand.");
        Refusal.unless(votes.count(matter).isEmpty(), "The time to decide is over, and the voices are counted.");
        MatterCard card = matters.card(matter);
        Refusal.unless(partners(card).contains(organisation), "Only full partners decide on proposals.");
        Refusal.unless(!(card.kind() instanceof ProposalKind kind) || kind.asks(card, organisation),
                "This is about your organisation itself, so the others decide.");
        Refusal.unless(voters(matter).contains(organisation),
                "Your organisation joined after this was proposed, so the others decide on it.");
        Refusal.unless(!votes.has(matter, organisation), "Your organisation has decided already.");
        votes.add(matter, organisation, voice, said, person);
    }

    /** Counts, tells all members, and settles the matter unless it was accepted and can be carried out. May be repeated. */
    @Transactional
    public Count tally(UUID matter) {
        Optional<Count> counted = votes.count(matter);
        if (counted.isPresent()) {
            return counted.get();
        }
        MatterCard card = matters.card(matter);
        List<OrganisationId> voters = voters(matter);
        List<OrganisationId> told = Stream.concat(partnerships.memberIds(card.partnership()).stream(), voters.stream()).distinct()
                .toList();
        List<Vote> said = said(matter);
        Count count = Count.of(rule(card), voters(matter).size(), said.stream().map(Vote::voice).toList());
        votes.keep(matter, count);
        Optional<String> objection = count.accepted() ? matters.objection(card.partnership(), card.kind()) : Optional.empty();
        if (!count.accepted()) {
            matters.end(matter, count.inWords());
        } else if (objection.isPresent()) {
            endUndone(matter, count.inWords(), objection.get());
        }
        facts.publishEvent(new ProposalDecided(card.partnership(), card.kind(), count, said, told, objection.orElse(null)));
        return count;
    }

    /**
     * Does what was accepted. Where time has overtaken it, such as a suspension in a partnership whose term ended meanwhile,
     * nothing is done, and the matter and a mail say so. May be repeated.
     */
    @Transactional
    public void carryOut(UUID matter) {
        MatterCard card = matters.card(matter);
        if (card.state() == MatterState.ENDED) {
            return;
        }
        PartnershipId partnership = card.partnership();
        String how = card.decided() != null ? card.decided() : votes.count(matter).orElseThrow().inWords();
        Optional<String> objection = matters.objection(partnership, card.kind());
        if (objection.isPresent()) {
            endUndone(matter, how, objection.get());
            facts.publishEvent(new ProposalOvertaken(partnership, card.kind(), objection.get(),
                    partnerships.members(partnership).stream().map(Member::organisation).toList()));
            return;
        }
        if (!(card.kind() instanceof ProposalKind proposed)) {
            throw new IllegalStateException("“%s” is nothing that can be decided on: %s".formatted(card.kind().label(), matter));
        }
        proposed.carryOut(card);
        if (!proposed.goesOn()) {
            matters.end(matter, how);
        }
    }

    private void endUndone(UUID matter, String how, String objection) {
        matters.end(matter, how + " Nothing was done: " + objection);
    }

    /** Whether all partners had decided on it before it was raised, so that nobody is asked again. */
    public boolean isDecidedAlready(UUID matter) {
        return matters.card(matter).decided() != null;
    }

    /** How a proposal was decided; empty until it is counted. */
    public Optional<Count> result(UUID matter) {
        return votes.count(matter);
    }
}
