package org.commonground.negotiation;

import static java.util.stream.Collectors.joining;
import static org.commonground.foundation.Words.said;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.Seat;
import org.commonground.partnership.PartnershipService;
import org.commonground.vision.VisionService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who negotiates with whom about what, from its opening to its end. */
@Service
public class NegotiationService {

    /** So often in a row a party may be silent before the others may go on without it. */
    private static final int PATIENCE = 2;
    static final String MACHINE = "system";

    private final Negotiations negotiations;
    private final NegotiationTables tables;
    private final NegotiationQueries queries;
    private final Wordings wordings;
    private final VisionService visions;
    private final PartnershipService partnerships;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    NegotiationService(Negotiations negotiations, NegotiationTables tables, NegotiationQueries queries, Wordings wordings,
            VisionService visions, PartnershipService partnerships, ApplicationEventPublisher facts, Clock clock) {
        this.negotiations = negotiations;
        this.tables = tables;
        this.queries = queries;
        this.wordings = wordings;
        this.visions = visions;
        this.partnerships = partnerships;
        this.facts = facts;
        this.clock = clock;
    }

    // Opening

    /** Opens the negotiation of a partnership that begins, among its full partners, who see the same. May be repeated: there is one. */
    @Transactional
    public NegotiationId openFounding(PartnershipId partnership) {
        Optional<NegotiationId> opened = founding(partnership);
        if (opened.isPresent()) {
            return opened.get();
        }
        Refusal.unless(visions.isEndorsed(partnership), "The partners have not endorsed a shared vision yet. It comes before the topics.");
        List<OrganisationId> partners = partnerships.partners(partnership);
        Negotiation negotiation = negotiations.save(Negotiation.found(partnership, clock.instant()));
        tables.addParties(negotiation.id(), partners);
        return negotiation.id();
    }

    /**
     * Opens a negotiation about something that was agreed before, among those it concerns.
     *
     * @param openTopics what is talked about, each with the wording to begin with
     * @param base       the terms to begin with, of these topics
     */
    @Transactional
    public NegotiationId open(PartnershipId partnership, Purpose purpose, List<OrganisationId> parties, Map<Topic, String> openTopics,
            Terms base) {
        Negotiation negotiation = negotiations.save(Negotiation.open(partnership, purpose, parties, openTopics.keySet(), clock.instant()));
        tables.addParties(negotiation.id(), parties);
        wordings.first(negotiation.id(), openTopics.keySet(), openTopics, base, MACHINE);
        return negotiation.id();
    }

    // Leaving

    /** A party leaves before anything is signed. Everybody hears why; at a founding its membership ends too. */
    @Transactional
    public void leave(NegotiationId id, OrganisationId party, String reason, String person) {
        leave(id, List.of(party), reason, person);
    }

    /** Several leave at once, and everybody hears of all of them once. */
    @Transactional
    public void leave(NegotiationId id, List<OrganisationId> leaving, String reason, String person) {
        Negotiation negotiation = negotiations.get(id);
        negotiation.mayGoOn();
        leaving.forEach(party -> queries.expectParty(id, party));
        String why = said(reason, "Please say why: all other partners will read it.");
        Map<OrganisationId, String> names = names(id);
        leaving.forEach(party -> {
            tables.leave(id, party, why, person);
            if (negotiation.isFounding()) {
                partnerships.leave(negotiation.partnership(), party, why, person);
            }
        });
        facts.publishEvent(new PartyLeft(negotiation.partnership(), id, List.copyOf(leaving),
                leaving.stream().map(names::get).collect(joining(", ")), why, parties(id)));
    }

    /** Goes on without parties that were asked twice in a row and did not answer. Everybody hears why, those parties too. */
    @Transactional
    public void goOnWithout(NegotiationId id, List<OrganisationId> silent, String reason, String person) {
        if (silent.isEmpty()) {
            return;
        }
        List<OrganisationId> silentTwice = silentTwice(id);
        silent.forEach(party -> Refusal.unless(silentTwice.contains(party),
                "%s has answered meanwhile, or was asked only once. Please open the form again."
                        .formatted(names(id).getOrDefault(party, party.code()))));
        leave(id, silent, said(reason, "Please say why you go on without it: it and all others will read it."), person);
    }

    /** Those who are asked for their positions now and have not answered. */
    public List<OrganisationId> awaited(NegotiationId id) {
        return queries.unanswered(id, negotiations.get(id).asking());
    }

    /** Those who did not answer when they were asked last. */
    public List<OrganisationId> silent(NegotiationId id) {
        return List.copyOf(queries.silences(id).keySet());
    }

    /** Those who did not answer when they were asked the last two times or more. */
    public List<OrganisationId> silentTwice(NegotiationId id) {
        return queries.silences(id).entrySet().stream().filter(one -> one.getValue() >= PATIENCE).map(Map.Entry::getKey).toList();
    }

    // Ending

    /** Somebody finds that there is no common ground. It ends with the next step ({@link #end}). */
    @Transactional
    public void stop(NegotiationId id, String reason, String person) {
        Negotiation negotiation = negotiations.get(id);
        negotiation.stop(said(reason, "Please say why there is no common ground: all partners will read it."), person);
        negotiations.save(negotiation);
    }

    /** Ends what was stopped or has too few parties left, and at a founding the partnership. All are told. May be repeated. */
    @Transactional
    public void end(NegotiationId id) {
        Negotiation negotiation = negotiations.get(id);
        if (negotiation.isEnded()) {
            return;
        }
        List<OrganisationId> parties = parties(id);
        negotiation.end(parties, queries.lastReasonToLeave(id).orElse(""), MACHINE);
        negotiations.save(negotiation);
        if (negotiation.isFounding()) {
            partnerships.endWithoutCommonGround(negotiation.partnership(), negotiation.stopped(), negotiation.stoppedBy());
        }
        List<OrganisationId> told = negotiation.isFounding() ? partnerships.memberIds(negotiation.partnership()) : parties;
        facts.publishEvent(new NegotiationEnded(negotiation.partnership(), id, told, negotiation.stopped()));
    }

    /** There is no common ground: the negotiation ends at once, and at a founding the partnership. All are told. */
    @Transactional
    public void giveUp(NegotiationId id, String reason, String person) {
        stop(id, reason, person);
        end(id);
    }

    // What others ask

    /** The negotiation of the partnership that begins; empty before it was opened. */
    public Optional<NegotiationId> founding(PartnershipId partnership) {
        return negotiations.findFounding(partnership.value()).map(Negotiation::id);
    }

    public NegotiationCard card(NegotiationId id) {
        return negotiations.get(id).card();
    }

    /** Those still in it, by name. */
    public List<OrganisationId> parties(NegotiationId id) {
        return queries.parties(id);
    }

    /** The same with their names. */
    public Map<OrganisationId, String> names(NegotiationId id) {
        return queries.names(id);
    }

    /** The seats of those who negotiate, one for each role. */
    public List<Seat> seats(NegotiationId id) {
        return wordings.seats(id);
    }

    /** Whether it begins a partnership, and its topics have no wordings yet. */
    public boolean wantsTopics(NegotiationId id) {
        return negotiations.get(id).wantsTopics();
    }

    /** Whether at least two parties are left and nobody stopped it. */
    public boolean goesOn(NegotiationId id) {
        return negotiations.get(id).goesOnAmong(parties(id));
    }
}
