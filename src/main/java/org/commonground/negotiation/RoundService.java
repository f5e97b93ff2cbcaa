package org.commonground.negotiation;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.commonground.foundation.Words.said;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The topics, and the rounds in which they are agreed. What a party says is kept as said and never changed; whether a topic is open
 * follows from it. A wording is agreed when every party that is still there accepted it or stands aside; one objection opens it again for
 * all, and no other.
 */
@Service
public class RoundService {

    private final Negotiations negotiations;
    private final NegotiationService whole;
    private final NegotiationTables tables;
    private final NegotiationQueries queries;
    private final Wordings wordings;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    RoundService(Negotiations negotiations, NegotiationService whole, NegotiationTables tables, NegotiationQueries queries,
            Wordings wordings, ApplicationEventPublisher facts, Clock clock) {
        this.negotiations = negotiations;
        this.whole = whole;
        this.tables = tables;
        this.queries = queries;
        this.wordings = wordings;
        this.facts = facts;
        this.clock = clock;
    }

    // Words

    /** Gives all sixteen topics their first wordings, with their terms. */
    @Transactional
    public void draftTopics(NegotiationId id, Map<Topic, String> words, Terms terms, String person) {
        Negotiation negotiation = negotiations.get(id);
        negotiation.finishDraft();
        terms.expectReviewWithinDuration();
        wordings.expectWithinTerm(negotiation, terms);
        wordings.first(id, Topic.founding(), words, terms, person);
        negotiations.save(negotiation);
    }

    /** Gives contested topics new words and new terms. A topic without new words goes to all again as it is. */
    @Transactional
    public void reconcile(NegotiationId id, Map<Topic, String> words, Terms terms, String person) {
        Negotiation negotiation = negotiations.get(id);
        negotiation.mayReconcile();
        List<OpenTopic> contested = contested(id);
        words.keySet().forEach(topic -> Refusal.unless(contested.stream().anyMatch(one -> one.topic() == topic),
                "“%s” is not contested, so its words stay as they are.".formatted(topic.label())));
        terms.expectReviewWithinDuration();
        if (contested.stream().map(OpenTopic::topic).anyMatch(Set.of(Topic.CONTRIBUTIONS, Topic.DURATION)::contains)) {
            wordings.expectWithinTerm(negotiation, terms.over(terms(id)));
        }
        if (!negotiation.isFounding()) {
            wordings.expectStaying(negotiation, terms.burdened(terms(id)));
        }
        wordings.anew(id, contested, words, terms, person);
    }

    /** Opens topics again that were agreed. All parties are told; the words are looked at before they are asked again. */
    @Transactional
    public void reopen(NegotiationId id, Set<Topic> topics, String reason, OrganisationId by, String person) {
        Negotiation negotiation = negotiations.get(id);
        negotiation.reopen();
        String why = said(reason, "Please say why: all other partners will read it.");
        Refusal.unless(!topics.isEmpty(), "Please choose the topic that has to be talked about again.");
        Map<Topic, Integer> reopened = openTopics(id).stream().filter(topic -> topics.contains(topic.topic()))
                .collect(toMap(OpenTopic::topic, OpenTopic::nr));
        Refusal.unless(reopened.keySet().containsAll(topics), "This topic was not part of the negotiation.");
        tables.reopen(id, reopened, by, why, person);
        tables.letSpeak(id);
        negotiations.save(negotiation);
        facts.publishEvent(new TopicsReopened(negotiation.partnership(), id, negotiation.suffix(), queries.parties(id),
                Set.copyOf(topics), by, why));
    }

    // Positions

    /**
     * Asks every party about each topic on which it has no position. What is contested goes to all again, in its old words if need be.
     * Where it was stopped or too few are left, it ends instead.
     */
    @Transactional
    public void openRound(NegotiationId id) {
        if (!whole.goesOn(id)) {
            whole.end(id);
            return;
        }
        Negotiation negotiation = negotiations.get(id);
        negotiation.openRound();
        wordings.anew(id, contested(id), Map.of(), terms(id), NegotiationService.MACHINE);
        negotiations.save(negotiation);
        List<OpenTopic> topics = openTopics(id);
        tables.ask(id, negotiation.asking(), negotiation.rounds(), queries.parties(id).stream()
                .filter(party -> topics.stream().anyMatch(topic -> topic.positionOf(party).isEmpty())).toList());
    }

    /** What a party says to every topic it is asked about, and to no other. It may do so anew in the round; the last answer counts. */
    @Transactional
    public void recordPositions(NegotiationId id, OrganisationId party, List<Position> positions, String person) {
        Negotiation negotiation = negotiations.get(id);
        negotiation.mayStatePositions();
        int reply = nextReply(id, negotiation.asking(), party);
        Map<Topic, Integer> asked = queries.askedTopics(id, negotiation.asking(), party);
        for (Position position : positions) {
            Refusal.unless(Integer.valueOf(position.wording()).equals(asked.remove(position.topic())),
                    "The wording of “%s” was changed since you opened this page. Please open it again and look once more."
                            .formatted(position.topic().label()));
        }
        Refusal.unless(asked.isEmpty(), "Please also say what you think of %s."
                .formatted(asked.keySet().stream().sorted().map(topic -> "“" + topic.label() + "”").collect(joining(" and "))));
        tables.reply(id, negotiation.asking(), party, reply, person);
        tables.keepPositions(id, negotiation.asking(), party, reply, positions);
    }

    /** Who joined since the round began is asked with it. */
    private int nextReply(NegotiationId id, int asking, OrganisationId party) {
        return queries.nextReply(id, asking, party).orElseGet(() -> {
            Refusal.unless(queries.unanswered(id, asking).contains(party), "Your organisation is not asked in this round.");
            tables.alsoAsk(id, asking, List.of(party));
            return 1;
        });
    }

    // Reading

    /** Lets all parties read what the others said, until that moment at most. */
    @Transactional
    public void openReading(NegotiationId id, Instant until) {
        Negotiation negotiation = negotiations.get(id);
        negotiation.openReading();
        negotiations.save(negotiation);
        tables.openReading(id, negotiation.asking(), until);
    }

    /** Until when the positions are read; empty where no round was closed yet. */
    public Optional<Instant> readUntil(NegotiationId id) {
        return queries.readUntil(id);
    }

    /** What was said in the round, to be read. */
    public Reading reading(NegotiationId id) {
        Map<OrganisationId, String> names = queries.names(id);
        return new Reading(readUntil(id).orElseThrow(), names, queries.topics(id, names));
    }

    /**
     * A party read what the others said.
     *
     * @param ready          whether it needs no more time; only all together can shorten it
     * @param secondThoughts topics that it agreed to and does not any more
     * @param reason         for the second thoughts
     */
    @Transactional
    public void read(NegotiationId id, OrganisationId party, boolean ready, Set<Topic> secondThoughts, String reason, String person) {
        Negotiation negotiation = negotiations.get(id);
        negotiation.mayRead();
        Refusal.unless(queries.readers(id, negotiation.asking(), false).contains(party),
                "Your organisation has said already that it read the positions.");
        if (!secondThoughts.isEmpty()) {
            String why = said(reason, "Please say why you think again, so that the others can answer.");
            Map<Topic, Integer> accepted = queries.acceptedTopics(id, party);
            Refusal.unless(accepted.keySet().containsAll(secondThoughts), "One can think again only about what one had accepted.");
            accepted.keySet().retainAll(secondThoughts);
            tables.reopen(id, accepted, party, why, person);
        }
        tables.read(id, negotiation.asking(), party, ready, person);
    }

    /** Those who have not said yet that they read the positions; nobody once somebody found that there is no common ground. */
    public List<OrganisationId> readers(NegotiationId id) {
        Negotiation negotiation = negotiations.get(id);
        return negotiation.stopped() != null ? List.of() : queries.readers(id, negotiation.asking(), false);
    }

    /** Whether every party said that it is ready. Who joined while the others read has said nothing: then the time runs out. */
    public boolean isReadingWaived(NegotiationId id) {
        Negotiation negotiation = negotiations.get(id);
        return negotiation.stopped() != null || queries.readers(id, negotiation.asking(), true).isEmpty();
    }

    /**
     * Looks at what came in: whether everything is agreed. If so, all are told; where too few are left, it ends. Reading time that all did
     * without is kept.
     */
    @Transactional
    public boolean closeRound(NegotiationId id) {
        Negotiation negotiation = negotiations.get(id);
        List<OrganisationId> parties = queries.parties(id);
        boolean agreed = negotiation.closeRound(parties, openTopics(id));
        if (negotiation.stopped() == null && isReadingWaived(id)) {
            tables.waiveReading(id, negotiation.asking());
        }
        negotiations.save(negotiation);
        if (agreed) {
            facts.publishEvent(new TopicsAgreed(negotiation.partnership(), id, negotiation.suffix(), parties, negotiation.rounds()));
        } else if (!whole.goesOn(id)) {
            whole.end(id);
        }
        return agreed;
    }

    // Helping

    /** Keeps what came of a talk with somebody who is no party. All are told. */
    @Transactional
    public void holdMediation(NegotiationId id, Mediation mediation, String person) {
        Negotiation negotiation = negotiations.get(id);
        negotiation.mayMediate();
        mediation.expectHeldBetween(wordings.proposedOn(negotiation), Days.latest(clock));
        mediation.expectNobodysOwnCase(queries.names(id));
        tables.mediate(id, negotiation.asking(), mediation, person);
        facts.publishEvent(new MediationHeld(negotiation.partnership(), id, negotiation.suffix(), queries.parties(id),
                mediation.mediator(), mediation.minutes(), mediation.outcome()));
    }

    public List<Mediation> mediations(NegotiationId id) {
        return queries.mediations(id);
    }

    // What others ask

    /** Whether nothing is open: every topic is agreed, and the reading time of the last round is over. */
    public boolean allTopicsAgreed(NegotiationId id) {
        return negotiations.get(id).isAgreed();
    }

    /** The topics that are agreed, in the order of the agreement. */
    public List<AgreedTopic> topics(NegotiationId id) {
        List<OrganisationId> parties = queries.speakers(id);
        Map<Topic, Integer> rounds = queries.rounds(id);
        return openTopics(id).stream().filter(topic -> topic.isAgreedBy(parties))
                .map(topic -> topic.agreedAfter(rounds.getOrDefault(topic.topic(), 0))).toList();
    }

    /** All topics as they are on the table, agreed or not, with what was said to their newest wordings. */
    public List<OpenTopic> openTopics(NegotiationId id) {
        return queries.topics(id);
    }

    /** What it is about: the topics alone. */
    public List<Topic> subjects(NegotiationId id) {
        return queries.subjects(id);
    }

    /** Those on which somebody objects, proposes something else or thinks again. */
    public List<OpenTopic> contested(NegotiationId id) {
        return openTopics(id).stream().filter(OpenTopic::isContested).toList();
    }

    /** The round with the topics this party is asked about, also where it has answered in it. */
    public OpenRound roundFor(NegotiationId id, OrganisationId party) {
        Negotiation negotiation = negotiations.get(id);
        return new OpenRound(negotiation.rounds(), !negotiation.isFounding(),
                openTopics(id).stream().filter(topic -> topic.isAsked(party, negotiation.asking())).toList());
    }

    /** The same topics before their newest wordings, with what was said to that; those that have their first wording are left out. */
    public List<OpenTopic> replaced(NegotiationId id) {
        return queries.replacedTopics(id);
    }

    /** Where something is changed that was agreed: the same topics as they hold today; what is new is left out. */
    public List<OpenTopic> before(NegotiationId id) {
        return queries.topicsBefore(id);
    }

    /** The terms of the newest wordings; contributions only of those still in it. */
    public Terms terms(NegotiationId id) {
        return queries.terms(id);
    }

    /** The rules that all parties together did without. */
    public List<WaivedRule> overrides(NegotiationId id) {
        return queries.overrides(id);
    }
}
