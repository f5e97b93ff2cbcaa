package org.commonground.accession;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.commonground.adhesion.AdhesionService;
import org.commonground.agreement.AgreedTerms;
import org.commonground.agreement.AgreementService;
import org.commonground.agreement.SealedAgreement;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.matter.MatterCard;
import org.commonground.matter.MatterService;
import org.commonground.matter.MatterState;
import org.commonground.negotiation.ConsentRule;
import org.commonground.partnership.OncePerTransaction;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;
import org.commonground.selection.ChosenCandidate;
import org.commonground.candidate.PartnerFit;
import org.commonground.selection.SelectionService;
import org.commonground.vision.ExpectationAnswer;
import org.commonground.vision.FounderService;
import org.commonground.vision.VisionService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether somebody joins: who was chosen in the search, and whether the partners consent. */
@Service
public class AccessionService {

    private final Accessions accessions;
    private final Consents consents;
    private final MatterService matters;
    private final SelectionService selections;
    private final AdhesionService adhesions;
    private final AgreementService agreements;
    private final AgreedTerms terms;
    private final VisionService visions;
    private final FounderService founders;
    private final PartnershipService partnerships;
    private final OncePerTransaction once;
    private final ApplicationEventPublisher facts;

    AccessionService(Accessions accessions, Consents consents, MatterService matters, SelectionService selections,
            AdhesionService adhesions, AgreementService agreements, AgreedTerms terms, VisionService visions, FounderService founders,
            PartnershipService partnerships, OncePerTransaction once, ApplicationEventPublisher facts) {
        this.accessions = accessions;
        this.consents = consents;
        this.matters = matters;
        this.selections = selections;
        this.adhesions = adhesions;
        this.agreements = agreements;
        this.terms = terms;
        this.visions = visions;
        this.founders = founders;
        this.partnerships = partnerships;
        this.once = once;
        this.facts = facts;
    }

    // The search

    /**
     * Takes the matter up, with the rule of consent that held when it was raised; before there is an agreement all partners consent. May be
     * repeated.
     *
     * @return why somebody is looked for, as the room of selection spells it
     */
    @Transactional
    public String open(UUID matter) {
        MatterCard card = matters.card(matter);
        Accession accession = accessions.findById(matter).orElseGet(() -> accessions.save(Accession.open(matter, card.partnership(),
                AccessionMatter.isReplacement(card), rule(card.partnership(), matters.raisedAt(matter)))));
        return accession.isReplacement() ? "replacement" : "accession";
    }

    private ConsentRule rule(PartnershipId partnership, Instant raised) {
        if (!agreements.isSealed(partnership)) {
            return ConsentRule.ALL;
        }
        SealedAgreement held = null;
        for (SealedAgreement one : terms.course(partnership)) {
            held = held == null || !one.sealedAt().isAfter(raised) ? one : held;
        }
        ConsentRule rule = held.terms().consentToJoin();
        return rule == null ? ConsentRule.ALL : rule;
    }

    // Consent

    /** From now on those are asked who are full partners now. May be repeated. */
    @Transactional
    public void askForConsent(UUID matter) {
        Accession accession = accessions.get(matter);
        if (!accession.isConsenting() && !accession.isCounted()) {
            accession.askForConsent();
            accessions.save(accession);
            consents.ask(matter, partnerships.partners(accession.partnership()));
        }
    }

    /** Those whose answer is awaited; nobody's once it is counted. */
    public List<OrganisationId> awaited(UUID matter) {
        return !accessions.get(matter).isConsenting() ? List.of() : consents.asked(matter).entrySet().stream()
                .filter(one -> !one.getValue()).map(Map.Entry::getKey).toList();
    }

    /** What a partner looks at. */
    public Sheet sheet(UUID matter) {
        MatterCard card = matters.card(matter);
        Accession accession = read(matter);
        return new Sheet(origin(card), card.why(), ConsentCount.inWords(accession.rule(), asked(matter).size()),
                newcomers(card.partnership(), matter));
    }

    /**
     * @param origin who proposed it, or since when it is needed
     * @param why    in the words of who proposed it
     * @param rule   how it is counted, as a sentence
     */
    public record Sheet(String origin, String why, String rule, List<Newcomer> newcomers) {
    }

    /** Where a role lies open, or a review has decided it, nobody alone has proposed it. */
    private String origin(MatterCard card) {
        return card.decided() != null ? card.decided() : "Proposed by %s:".formatted(matters.raiser(card));
    }

    /** It is read once in each transaction of somebody who answers. */
    private Accession read(UUID matter) {
        return once.read(new AccessionOf(matter), () -> accessions.get(matter));
    }

    private Map<OrganisationId, Boolean> asked(UUID matter) {
        return once.read(new AskedIn(matter), () -> consents.asked(matter));
    }

    private record AccessionOf(UUID matter) {
    }

    private record AskedIn(UUID matter) {
    }

    private List<Newcomer> newcomers(PartnershipId partnership, UUID matter) {
        return chosen(partnership, matter).stream().map(one -> new Newcomer(one.organisation(), one.name(), as(one),
                one.seats().stream().map(SeatIn::inWords).toList(), one.why(), one.expectsOfOthers())).toList();
    }

    private List<ChosenCandidate> chosen(PartnershipId partnership, UUID matter) {
        return once.read(new ChosenIn(matter), () -> selections.chosen(partnership, matter));
    }

    private record ChosenIn(UUID matter) {
    }

    private static String as(ChosenCandidate one) {
        return one.standing() == Standing.ALLY ? "Ally: it is named, and neither decides nor signs"
                : one.outcome() == PartnerFit.STRENGTHEN_FIRST ? "Full partner, to be strengthened first" : "Full partner";
    }

    /**
     * What a partner says of everybody who would join: once, and only until it is counted. What it can do of what they expect is kept
     * beside
     * it.
     */
    @Transactional
    public void consent(UUID matter, OrganisationId partner, List<Consent> given, String person) {
        Accession accession = read(matter);
        accession.mayConsent();
        Refusal.unless(asked(matter).containsKey(partner), "Only those are asked who were full partners when consent was asked for.");
        Refusal.unless(!asked(matter).get(partner), "Your organisation has answered already.");
        Set<OrganisationId> newcomers = chosen(accession.partnership(), matter).stream().map(ChosenCandidate::organisation)
                .collect(toSet());
        Refusal.unless(given.size() == newcomers.size() && given.stream().map(Consent::newcomer).collect(toSet()).equals(newcomers),
                "Please answer for each organisation. Open the form again if one is missing.");
        consents.add(matter, partner, given, person);
        visions.answerNewcomers(accession.partnership(), partner, given.stream()
                .map(one -> new ExpectationAnswer(one.newcomer(), one.ability(), one.words())).toList(), person);
    }

    /** Counts, tells everybody, and lets those come in to whom the partners consent. May be repeated. */
    @Transactional
    public void tally(UUID matter) {
        Accession accession = accessions.get(matter);
        if (accession.isCounted()) {
            return;
        }
        accession.count();
        accessions.save(accession);
        MatterCard card = matters.card(matter);
        chosen(accession.partnership(), matter).forEach(one -> tell(accession, card, one));
    }

    private void tell(Accession accession, MatterCard card, ChosenCandidate one) {
        UUID matter = accession.matter();
        PartnershipId partnership = accession.partnership();
        List<Consents.Said> said = consents.of(matter, one.organisation());
        ConsentCount count = count(accession, said);
        String way = count.consented() ? "The coordinator now draws with whom it is connected; then it is asked to join."
                : "Nothing changes.";
        if (count.consented()) {
            adhesions.open(partnership, matter, one.organisation(), one.standing(), String.join(" ", origin(card), card.why(),
                    count.inWords()));
        }
        Map<OrganisationId, String> names = founders.names(partnership);
        facts.publishEvent(new ConsentsCounted(partnership, one.organisation(), count.consented(), count.inWords(),
                said.stream().map(Consents.Said::inWords).toList(), said.stream().filter(who -> !who.consents())
                        .map(Consents.Said::reason).toList(), visions.answersTo(partnership, one.organisation()).stream()
                                .map(answer -> "%s: %s.%s".formatted(names.getOrDefault(answer.organisation(),
                                        answer.organisation().code()),
                                        answer.ability().label(), answer.words() == null ? "" : " " + answer.words())).toList(),
                way, partnerships.memberIds(partnership)));
    }

    private ConsentCount count(Accession accession, List<Consents.Said> said) {
        int inFavour = (int) said.stream().filter(Consents.Said::consents).count();
        return new ConsentCount(accession.rule(), consents.asked(accession.matter()).size(), inFavour, said.size() - inFavour);
    }

    /** Those to whom the partners consented and who are not in yet. */
    public List<OrganisationId> comingIn(UUID matter) {
        return adhesions.underWay(matter);
    }

    // The end

    /** Nobody was chosen, or the partners consented to nobody. May be repeated. */
    @Transactional
    public void end(UUID matter) {
        Accession accession = accessions.get(matter);
        end(accession, !accession.isCounted() ? "Nobody was found who joins." : chosen(accession.partnership(), matter).stream()
                .map(one -> "%s: %s".formatted(one.name(), count(accession, consents.of(matter, one.organisation())).inWords()))
                .collect(joining(" ")));
    }

    private void end(Accession accession, String reason) {
        UUID matter = accession.matter();
        accession.end();
        accessions.save(accession);
        if (matters.card(matter).state() == MatterState.ENDED) {
            return;
        }
        if (accession.overtaken() == null) {
            selections.closeSearch(matter);
        } else {
            selections.endSearch(matter, reason);
        }
        matters.end(matter, "Nobody joins. " + reason);
        facts.publishEvent(new AccessionEnded(accession.partnership(), reason, partnerships.memberIds(accession.partnership())));
    }

    /** Passes on to the diagrams that time has passed over whatever is asked here in this partnership. */
    @Transactional
    public void overtake(PartnershipId partnership, String why) {
        accessions.running(partnership.value()).stream().filter(one -> one.isOvertaken(why)).forEach(one -> {
            accessions.save(one);
            facts.publishEvent(new AccessionOvertaken(partnership, one.matter()));
        });
    }

    /** The partnership ends with all that is asked here: nobody joins, and all are told. */
    @Transactional
    public void endAll(PartnershipId partnership, String why) {
        accessions.running(partnership.value()).forEach(one -> {
            if (one.isOvertaken(why)) {
                accessions.save(one);
            }
            endOvertaken(one.matter());
        });
    }

    /** Ends what is overtaken: who has signed is in, nobody else comes in, and all are told. May be repeated. */
    @Transactional
    public void endOvertaken(UUID matter) {
        Accession accession = accessions.get(matter);
        adhesions.endOpen(matter, accession.overtaken());
        end(accession, accession.overtaken());
    }
}
