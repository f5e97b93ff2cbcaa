package org.commonground.decision;

import static org.commonground.decision.Words.maybe;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.commonground.foundation.Fact;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.matter.AgreedTerms;
import org.commonground.matter.MatterCard;
import org.commonground.matter.MatterService;
import org.commonground.matter.MatterState;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.ClosureAgreed;
import org.commonground.partnership.PartnershipResumed;
import org.commonground.partnership.PartnershipSuspended;
import org.commonground.partnership.CourseOfWork;
import org.commonground.partnership.Member;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Standing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the partners decide on what one of them proposes, by the rule of their agreement ({@link Count}). The engine has a bean called decisionService already. */
@Service("partnersDecisions")
public class DecisionService {

    private final Votes votes;
    private final MatterService matters;
    private final PartnershipService partnerships;
    private final CourseOfWork work;
    private final AgreedTerms terms;
    private final OrganisationService organisations;
    private final ApplicationEventPublisher facts;

    DecisionService(Votes votes, MatterService matters, PartnershipService partnerships, CourseOfWork work, AgreedTerms terms,
            OrganisationService organisations, ApplicationEventPublisher facts) {
        this.votes = votes;
        this.matters = matters;
        this.partnerships = partnerships;
        this.work = work;
        this.terms = terms;
        this.organisations = organisations;
        this.facts = facts;
    }

    /** What is proposed, by whom and why, and how it will be decided. */
    public Proposal proposal(UUID matter) {
        MatterCard card = matters.card(matter);
        return new Proposal(card, organisations.card(card.raisedBy()).name(),
                Count.inWords(terms.decisionRule(card.partnership()), partners(card.partnership()).size()));
    }

    /** The full partners that decide. */
    public List<OrganisationId> voters(UUID matter) {
        return partners(matters.card(matter).partnership());
    }

    /** Says what the organisation thinks of the proposal: once, and only until it is counted. Whoever is against says why. */
    @Transactional
    public void decide(UUID matter, OrganisationId organisation, Voice voice, String words, String person) {
        String said = maybe(words);
        Refusal.unless(voice != Voice.AGAINST || said != null, "Please say why you are against it: the others should understand.");
        Refusal.unless(votes.count(matter).isEmpty(), "The time to decide is over, and the voices are counted.");
        Refusal.unless(voters(matter).contains(organisation), "Only full partners decide on proposals.");
        Refusal.unless(!votes.has(matter, organisation), "Your organisation has decided already.");
        votes.add(matter, organisation, voice, said, person);
    }

    /** Counts, tells all members, and settles the matter unless it was accepted and can be carried out. May be repeated. */
    @Transactional
    public Count count(UUID matter) {
        Optional<Count> counted = votes.count(matter);
        if (counted.isPresent()) {
            return counted.get();
        }
        MatterCard card = matters.card(matter);
        List<Member> members = partnerships.members(card.partnership());
        List<Vote> said = votes.of(matter);
        Count count = Count.of(terms.decisionRule(card.partnership()),
                (int) members.stream().filter(member -> member.standing() == Standing.PARTNER).count(), said.stream().map(Vote::voice).toList());
        votes.keep(matter, count);
        Optional<String> objection = count.accepted() ? matters.objection(card.partnership(), card.kind()) : Optional.empty();
        if (!count.accepted()) {
            matters.end(matter, count.inWords());
        } else if (objection.isPresent()) {
            endUndone(matter, count, objection.get());
        }
        tell(new ProposalDecided(card.partnership(), card.kind(), count, said, members.stream().map(Member::organisation).toList(),
                objection.orElse(null)));
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
        Count count = votes.count(matter).orElseThrow();
        Optional<String> objection = matters.objection(partnership, card.kind());
        if (objection.isPresent()) {
            endUndone(matter, count, objection.get());
            tell(new ProposalOvertaken(partnership, card.kind(), objection.get(),
                    partnerships.members(partnership).stream().map(Member::organisation).toList()));
            return;
        }
        switch (card.kind()) {
            case SUSPENSION -> {
                work.suspend(partnership, card.why());
                tell(new PartnershipSuspended(partnership));
            }
            case RESUMPTION -> {
                work.resume(partnership);
                tell(new PartnershipResumed(partnership));
            }
            case CLOSURE -> {
                work.agreeToEnd(partnership, card.why());
                tell(new ClosureAgreed(partnership));
            }
            case REVIEW -> throw new IllegalStateException("A review is called, not decided on: " + matter);
        }
        matters.end(matter, count.inWords());
    }

    private void endUndone(UUID matter, Count count, String objection) {
        matters.end(matter, count.inWords() + " Nothing was done: " + objection);
    }

    /** How a proposal was decided; empty until it is counted. */
    public Optional<Count> result(UUID matter) {
        return votes.count(matter);
    }

    private List<OrganisationId> partners(PartnershipId partnership) {
        return partnerships.members(partnership).stream().filter(member -> member.standing() == Standing.PARTNER)
                .map(Member::organisation).toList();
    }

    private void tell(Fact fact) {
        facts.publishEvent(fact);
    }
}
