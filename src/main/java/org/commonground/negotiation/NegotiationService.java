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
import org.springframework.beans.factory.ObjectProvider;
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
    private final ObjectProvider<Motive> motives;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    NegotiationService(Negotiations negotiations, NegotiationTables tables, NegotiationQueries queries, Wordings wordings,
            VisionService visions, PartnershipService partnerships, ObjectProvider<Motive> motives, ApplicationEventPublisher facts,
            Clock clock) {
        this.negotiations = negotiations;
        this.tables = tables;
        this.queries = queries;
        this.wordings = wordings;
        this.visions = visions;
        this.partnerships = partnerships;
        this.motives = motives;
        this.facts = facts;
        this.clock = clock;
    }

    /** Who wants something that was agreed to be different, and why; empty at a founding. */
    public Optional<Motive.Wish> wish(NegotiationId id) {
        return motives.stream().map(motive -> motive.of(id)).flatMap(Optional::stream).findFirst();
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
     * Puts a change of what was agreed before on the table. What holds today is kept as the wording before the first one, so that
     * everybody sees both. Refused where a topic does not get all that it must yield. It begins with {@link #begin}.
     */
    @Transactional
    public NegotiationId propose(PartnershipId partnership, Purpose purpose, ProposedChange change, String person) {
        Negotiation negotiation = negotiations.save(Negotiation.propose(partnership, purpose,
                negotiations.nextAmendment(partnership.value()), change.words().keySet(), clock.instant()));
        wordings.propose(negotiation.id(), change, person);
        return negotiation.id();
    }

    /**
     * Lets a version of the agreement follow who belongs to the partnership: nothing is talked about.
     *
     * @param signing who joins by signing it; nobody where somebody left, or an ally came
     */
    @Transactional
    public NegotiationId openMembership(PartnershipId partnership, Purpose purpose, List<OrganisationId> signing) {
        Negotiation negotiation = negotiations.save(Negotiation.ofMembership(partnership, purpose,
                negotiations.nextAmendment(partnership.value()), clock.instant()));
        tables.addParties(negotiation.id(), signing);
        return negotiation.id();
    }

    /**
     * Begins it among those whom the change concerns. May be repeated.
     *
     * @param proposer whose proposal it is, where it is one of the parties: proposing it is its answer to it; else null
     */
    @Transactional
    public void begin(NegotiationId id, List<OrganisationId> parties, OrganisationId proposer, String person) {
        Negotiation negotiation = negotiations.get(id);
        if (negotiation.hasBegun()) {
            return;
        }
        int asking = negotiation.begin(parties.size());
        negotiations.save(negotiation);
        tables.addParties(id, parties);
        tables.ask(id, asking, 0, proposer == null ? List.of() : List.of(proposer));
        if (proposer != null) {
            tables.reply(id, asking, proposer, 1, person);
            tables.keepPositions(id, asking, proposer, 1, queries.topics(id, Map.of()).stream()
                    .map(topic -> new Position(topic.topic(), topic.nr(), PositionKind.ACCEPT, null)).toList());
        }
    }

    /**
     * Lets an organisation sign what the others agreed on: it read it, and it concerns it. It has no say in the wordings unless they are
     * opened again.
     */
    @Transactional
    public void alsoSigns(NegotiationId id, OrganisationId organisation) {
        Negotiation negotiation = negotiations.get(id);
        Refusal.unless(negotiation.isAgreed(), "The topics are open again. You are asked when they are agreed.");
        if (!queries.parties(id).contains(organisation)) {
            tables.addSignatory(id, organisation);
        }
    }

    /**
     * Lets a partner take part in the founding negotiation that came after it was opened: it is asked about all topics, and nobody else is
     * asked anew. Does nothing before it is opened and once it has ended. May be repeated.
     */
    @Transactional
    public void join(PartnershipId partnership, OrganisationId newcomer) {
        negotiations.findFounding(partnership.value()).filter(one -> !one.isEnded()).map(Negotiation::id)
                .filter(one -> !queries.parties(one).contains(newcomer)).ifPresent(one -> tables.join(one, newcomer));
    }

    /** Takes an organisation out that left the partnership meanwhile. */
    @Transactional
    public void gone(NegotiationId id, OrganisationId organisation, String reason) {
        if (queries.parties(id).contains(organisation)) {
            tables.leave(id, organisation, reason, MACHINE);
        }
    }

    // Leaving

    /**
     * A party leaves before anything is signed. At a founding everybody hears why, and its membership ends too. Otherwise it does not
     * agree to any change: what was agreed before holds, and the negotiation ends ({@link #end}).
     */
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
        if (!negotiation.isFounding()) {
            negotiation.stop("%s: %s".formatted(leaving.stream().map(names::get).collect(joining(", ")), why), person);
            negotiations.save(negotiation);
            return;
        }
        leaving.forEach(party -> {
            tables.leave(id, party, why, person);
            partnerships.leave(negotiation.partnership(), party, why, person);
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
        Refusal.unless(negotiations.get(id).isFounding(),
                "What concerns a partner is not changed without it. You can ask again, or end it.");
        List<OrganisationId> silentTwice = silentTwice(id);
        silent.forEach(party -> Refusal.unless(silentTwice.contains(party),
                "%s has answered meanwhile, or was asked only once. Please open the form again."
                        .formatted(names(id).getOrDefault(party, party.code()))));
        leave(id, silent, said(reason, "Please say why you go on without it: it and all others will read it."), person);
    }

    /** Those who are asked for their positions now and have not answered; nobody once somebody found that there is no common ground. */
    public List<OrganisationId> awaited(NegotiationId id) {
        Negotiation negotiation = negotiations.get(id);
        return negotiation.stopped() != null ? List.of() : queries.unanswered(id, negotiation.asking());
    }

    /** Those who did not answer when they were asked last. */
    public List<OrganisationId> silent(NegotiationId id) {
        return List.copyOf(queries.silences(id).keySet());
    }

    /** Those without whom the others may go on: at a founding, who did not answer when they were asked the last two times or more. */
    public List<OrganisationId> mayGoWithout(NegotiationId id) {
        return negotiations.get(id).isFounding() ? silentTwice(id) : List.of();
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
        if (negotiation.card().isMembership()) {
            // Nobody talked about anything: who asked for it tells what came of it.
            return;
        }
        List<OrganisationId> told = negotiation.isFounding() ? partnerships.memberIds(negotiation.partnership()) : parties;
        facts.publishEvent(new NegotiationEnded(negotiation.partnership(), id, negotiation.suffix(), told, negotiation.stopped()));
    }

    /** There is no common ground: the negotiation ends at once, and at a founding the partnership. All are told. */
    @Transactional
    public void giveUp(NegotiationId id, String reason, String person) {
        stop(id, reason, person);
        end(id);
    }

    /** The same where it was not given up before. */
    @Transactional
    public void giveUpOpen(NegotiationId id, String reason, String person) {
        if (!negotiations.get(id).isEnded()) {
            giveUp(id, reason, person);
        }
    }

    // What others ask

    /** The negotiation of the partnership that begins; empty before it was opened. */
    public Optional<NegotiationId> founding(PartnershipId partnership) {
        return negotiations.findFounding(partnership.value()).map(Negotiation::id);
    }

    /** Changes of what was agreed that did not come to nothing, in their order; what is sealed is among them. */
    public List<NegotiationCard> changes(PartnershipId partnership) {
        return negotiations.changes(partnership.value()).stream().map(Negotiation::card).toList();
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

    /** The names of all who belong to the partnership or did. */
    public Map<OrganisationId, String> everybody(NegotiationId id) {
        return queries.everybody(id);
    }

    /** The seats of those who negotiate, one for each role. */
    public List<Seat> seats(NegotiationId id) {
        return wordings.seats(id);
    }

    /** Whether it begins a partnership, and its topics have no wordings yet. */
    public boolean wantsTopics(NegotiationId id) {
        return negotiations.get(id).wantsTopics();
    }

    /** Whether it changes what was agreed, and all whom the change needs have left: nobody would sign it. */
    public boolean isForsaken(NegotiationId id) {
        return !card(id).isFounding() && queries.isForsaken(id);
    }

    /** Whether at least two parties are left and nobody stopped it. */
    public boolean goesOn(NegotiationId id) {
        return negotiations.get(id).goesOnAmong(parties(id));
    }
}
