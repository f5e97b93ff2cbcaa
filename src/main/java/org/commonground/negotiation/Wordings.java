package org.commonground.negotiation;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.commonground.foundation.Words.maybe;
import static org.commonground.foundation.Words.said;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.commonground.document.Alphabet;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.Seat;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Term;
import org.commonground.vision.VisionService;
import org.springframework.stereotype.Component;

/** Gives topics their words and what goes with them, first ones and new ones. Refuses where a topic does not get all that it must yield. */
@Component
class Wordings {

    private final Negotiations negotiations;
    private final NegotiationTables tables;
    private final NegotiationQueries queries;
    private final PartnershipService partnerships;
    private final VisionService visions;

    Wordings(Negotiations negotiations, NegotiationTables tables, NegotiationQueries queries, PartnershipService partnerships,
            VisionService visions) {
        this.negotiations = negotiations;
        this.tables = tables;
        this.queries = queries;
        this.partnerships = partnerships;
        this.visions = visions;
    }

    void first(NegotiationId id, Collection<Topic> topics, Map<Topic, String> wordings, Terms terms, String person) {
        word(id, topics.stream().collect(toMap(Function.identity(), topic -> 1)), wordings, terms, person);
    }

    /** What changes, with what holds today as the wording before the first one. */
    void propose(NegotiationId id, ProposedChange change, String person) {
        Map<Topic, NegotiationTables.Worded> before = new LinkedHashMap<>();
        change.words().keySet().stream().sorted().filter(change.wordsBefore()::containsKey)
                .forEach(topic -> before.put(topic, new NegotiationTables.Worded(0, change.wordsBefore().get(topic))));
        tables.word(id, before, change.termsBefore(), person);
        first(id, change.words().keySet(), change.words(), change.terms(), person);
    }

    /** Contested topics go to all again, in their old words where there are no new ones. */
    void anew(NegotiationId id, List<OpenTopic> contested, Map<Topic, String> wordings, Terms terms, String person) {
        word(id, contested.stream().collect(toMap(OpenTopic::topic, topic -> topic.nr() + 1)), wordings, terms, person);
    }

    private void word(NegotiationId id, Map<Topic, Integer> numbers, Map<Topic, String> wordings, Terms terms, String person) {
        if (numbers.isEmpty()) {
            return;
        }
        Map<Topic, String> before = queries.topics(id).stream().collect(toMap(OpenTopic::topic, OpenTopic::wording));
        Map<Topic, NegotiationTables.Worded> worded = new LinkedHashMap<>();
        numbers.keySet().stream().sorted().forEach(topic -> {
            String words = maybe(wordings.get(topic));
            worded.put(topic, new NegotiationTables.Worded(numbers.get(topic), said(words == null ? before.get(topic) : words,
                    "“%s”: please write a wording.".formatted(topic.label()))));
            Alphabet.expectPrintable("“%s”".formatted(topic.inWords()), worded.get(topic).words());
            AimTerms.checkWords(topic, worded.get(topic).words());
            terms.check(topic);
        });
        if (numbers.containsKey(Topic.CONTRIBUTIONS)) {
            expectEachSeatContributes(id, terms.contributions());
        }
        tables.word(id, worded, terms, person);
    }

    /** The day on which its partnership was proposed. */
    LocalDate proposedOn(Negotiation negotiation) {
        return partnerships.proposedOn(negotiation.partnership());
    }

    /**
     * Refused where something is promised outside the time that the partnership lasts. What changes an agreement is looked at when it is
     * drafted: only there it is known since when its months count.
     */
    void expectWithinTerm(Negotiation negotiation, Terms terms) {
        if (!negotiation.isFounding() || terms.durationMonths() == null) {
            return;
        }
        Term term = partnerships.termFromToday(negotiation.partnership(), terms.durationMonths());
        terms.contributions().forEach(one -> term.expect(one.what(), one.from(), one.to()));
        visions.agenda(negotiation.partnership()).forEach(step -> term.expect(step.what(), step.byWhen()));
    }

    /** Whoever has given notice brings no more later and does nothing new. */
    void expectStaying(Negotiation negotiation, Collection<OrganisationId> burdened) {
        partnerships.expectStaying(negotiation.partnership(), burdened);
    }

    private void expectEachSeatContributes(NegotiationId id, List<Contribution> contributions) {
        List<Seat> seats = seats(id);
        Map<OrganisationId, String> names = queries.everybody(id);
        List<Seat> giving = contributions.stream().map(one -> new Seat(one.organisation(), one.role())).toList();
        giving.forEach(seat -> Refusal.unless(seats.contains(seat), "%s has no seat as %s in this negotiation. Please open the form again."
                .formatted(names.getOrDefault(seat.organisation(), seat.organisation().code()), seat.role().label().toLowerCase())));
        String missing = seats.stream().filter(not(giving::contains))
                .map(seat -> names.get(seat.organisation()) + " as " + seat.role().label().toLowerCase()).collect(joining(", "));
        Refusal.unless(missing.isEmpty(), "Please also say what is contributed by %s.".formatted(missing));
    }

    /** Of those who negotiate, one for each role; where something changes that was agreed,
            of all partners: their contributions are one list. */
    List<Seat> seats(NegotiationId id) {
        Negotiation negotiation = negotiations.get(id);
        List<OrganisationId> parties = negotiation.isFounding() ? queries.parties(id) : partnerships.partners(negotiation.partnership());
        return partnerships.seats(negotiation.partnership()).stream().filter(held -> parties.contains(held.organisation()))
                .map(held -> new Seat(held.organisation(), held.seat().role())).distinct().toList();
    }
}
