package org.commonground.negotiation;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.commonground.negotiation.Words.maybe;
import static org.commonground.negotiation.Words.said;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.commonground.foundation.Days;
import org.commonground.foundation.Fact;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.Seat;
import org.commonground.partnership.Member;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.partnership.Standing;
import org.commonground.selection.Expectation;
import org.commonground.selection.SelectionService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How partners agree. What a party says is kept as said and never changed; whether a topic is open follows from it. A wording is
 * agreed when every party that is still there accepted it or stands aside; one objection opens it again for all, and no other.
 */
@Service
public class NegotiationService {

    /** A partnership has partners, not a partner. */
    private static final int FEWEST = 2;
    /** So often in a row a party may be silent before the others may go on without it. */
    private static final int PATIENCE = 2;
    private static final String MACHINE = "system";

    private final Negotiations negotiations;
    private final NegotiationTables tables;
    private final NegotiationQueries queries;
    private final PartnershipService partnerships;
    private final SelectionService selections;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    NegotiationService(Negotiations negotiations, NegotiationTables tables, NegotiationQueries queries, PartnershipService partnerships,
            SelectionService selections, ApplicationEventPublisher facts, Clock clock) {
        this.negotiations = negotiations;
        this.tables = tables;
        this.queries = queries;
        this.partnerships = partnerships;
        this.selections = selections;
        this.facts = facts;
        this.clock = clock;
    }

    // Opening

    /** Opens the negotiation of a partnership that begins, among its full partners. May be repeated: there is one. */
    @Transactional
    public NegotiationId openFounding(PartnershipId partnership) {
        Optional<NegotiationId> opened = founding(partnership);
        if (opened.isPresent()) {
            return opened.get();
        }
        List<OrganisationId> partners = partnerships.members(partnership).stream().filter(member -> member.standing() == Standing.PARTNER)
                .map(Member::organisation).toList();
        partnerships.enter(partnership, Phase.NEGOTIATING);
        Negotiation negotiation = negotiations.save(Negotiation.open(partnership, Purpose.FOUNDING, clock.instant()));
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
    public NegotiationId open(PartnershipId partnership, Purpose purpose, List<OrganisationId> parties, Map<Topic, String> openTopics, Terms base) {
        Refusal.unless(purpose != Purpose.FOUNDING, "The founding negotiation is about everything; it is opened in its own way.");
        Refusal.unless(parties.size() >= FEWEST, "It takes at least two to negotiate.");
        Refusal.unless(!openTopics.isEmpty(), "Please choose at least one topic to talk about.");
        Negotiation negotiation = negotiations.save(Negotiation.open(partnership, purpose, clock.instant()));
        tables.addParties(negotiation.id(), parties);
        word(negotiation, openTopics.keySet().stream().collect(toMap(Function.identity(), topic -> 1)), openTopics, base, MACHINE);
        return negotiation.id();
    }

    // The vision

    /** What a party sees, and hopes for itself. */
    @Transactional
    public void shareVision(NegotiationId id, OrganisationId party, String words, String hopes, String person) {
        Negotiation negotiation = find(id);
        negotiation.mustBeAt(EnumSet.of(Stage.SHARING_VISION), "The visions are together already. You will be asked what you think of the shared one.");
        Refusal.unless(silentVisionaries(id).contains(party), "Your organisation has shared its vision already.");
        tables.shareVision(id, new VisionStatement(party, said(words, "Please say what we can do together, and how."),
                said(hopes, "Please say what you hope for your own organisation.")), person);
    }

    /** Whether a party can meet what the others said they expect. Once. */
    @Transactional
    public void answerExpectations(NegotiationId id, OrganisationId party, List<ExpectationAnswer> answers, String person) {
        find(id).mayGoOn();
        expectParty(id, party);
        Set<OrganisationId> expecting = expectationsOfOthers(id, party).stream().map(Expectation::organisation).collect(toSet());
        Refusal.unless(answers.stream().map(ExpectationAnswer::expecting).collect(toSet()).equals(expecting) && answers.size() == expecting.size(),
                "Please answer what each of the other partners expects. Open the form again if one of them is missing.");
        Refusal.unless(queries.expectationAnswers(id).stream().noneMatch(answer -> answer.organisation().equals(party)),
                "Your organisation has answered these expectations already.");
        Refusal.unless(answers.stream().noneMatch(answer -> answer.ability() != Ability.CAN && maybe(answer.words()) == null),
                "Where you can meet an expectation only in part, or not, please say what is possible.");
        tables.answerExpectations(id, party, answers.stream()
                .map(answer -> new ExpectationAnswer(answer.expecting(), answer.ability(), maybe(answer.words()))).toList(), person);
    }

    /** What the other parties said they expect of the others. */
    public List<Expectation> expectationsOfOthers(NegotiationId id, OrganisationId party) {
        Set<OrganisationId> others = parties(id).stream().filter(not(party::equals)).collect(toSet());
        return selections.expectations(find(id).partnership()).stream().filter(one -> others.contains(one.organisation())).toList();
    }

    /** Every answer to an expectation, with the expectation. */
    public List<MetExpectation> expectationAnswers(NegotiationId id) {
        Map<OrganisationId, String> expectations = selections.expectations(find(id).partnership()).stream()
                .collect(toMap(Expectation::organisation, Expectation::words, (one, same) -> one));
        return queries.expectationAnswers(id).stream().map(answer -> new MetExpectation(answer.expecting(), expectations.get(answer.expecting()),
                answer.organisation(), answer.ability(), answer.words())).toList();
    }

    /** Those who did not say whether they can meet what the others expect. */
    public List<OrganisationId> silentOnExpectations(NegotiationId id) {
        List<OrganisationId> parties = parties(id);
        Set<OrganisationId> expecting = selections.expectations(find(id).partnership()).stream().map(Expectation::organisation)
                .filter(parties::contains).collect(toSet());
        Set<OrganisationId> answered = queries.expectationAnswers(id).stream().map(MetExpectation::organisation).collect(toSet());
        return parties.stream().filter(not(answered::contains)).filter(party -> expecting.stream().anyMatch(not(party::equals))).toList();
    }

    public List<VisionStatement> visions(NegotiationId id) {
        return queries.visions(id);
    }

    /** Puts a shared vision to the parties. Where the words are the same as before, only those are asked who have not endorsed them. */
    @Transactional
    public void draftVision(NegotiationId id, String words, List<AgendaItem> agenda, String person) {
        Negotiation negotiation = find(id);
        negotiation.mustBeAt(EnumSet.of(Stage.SHARING_VISION), "The partners are asked about the shared vision already.");
        String vision = said(words, "Please write the shared vision.");
        Refusal.unless(!agenda.isEmpty(), "Please write at least one step of the agenda: what, who, by when, with what.");
        List<OrganisationId> parties = parties(id);
        agenda.forEach(item -> Refusal.unless(parties.contains(item.who()), "“%s”: %s is no partner in this negotiation.".formatted(item.what(), item.who())));
        SharedVision before = vision(id).orElse(null);
        boolean anew = before == null || !before.words().equals(vision) || !before.agenda().equals(agenda);
        negotiation.askToEndorse(anew);
        negotiations.save(negotiation);
        if (anew) {
            tables.draftVision(id, negotiation.vision(), vision, agenda, person);
        }
        tables.ask(id, negotiation.asking(), negotiation.vision(), null,
                parties.stream().filter(party -> anew || !before.endorsedBy().contains(party)).toList());
    }

    /** @param seen the number of the vision that the party saw */
    @Transactional
    public void endorse(NegotiationId id, OrganisationId party, int seen, String person) {
        tables.reply(id, endorsing(id, party, seen).asking(), party, true, null, person);
    }

    /** @param seen the number of the vision that the party saw */
    @Transactional
    public void askForChange(NegotiationId id, OrganisationId party, int seen, String words, String person) {
        String wish = said(words, "Please say what should be changed.");
        tables.reply(id, endorsing(id, party, seen).asking(), party, false, wish, person);
    }

    private Negotiation endorsing(NegotiationId id, OrganisationId party, int seen) {
        Negotiation negotiation = find(id);
        negotiation.mustBeAt(EnumSet.of(Stage.ENDORSING), "Nobody is asked about the vision now. You get a mail when it is your turn again.");
        Refusal.unless(negotiation.vision() == seen, "The vision was changed since you opened this page. Please open it again and look once more.");
        Refusal.unless(queries.isAwaited(id, negotiation.asking(), party), "Your organisation has answered already.");
        return negotiation;
    }

    /** Looks at what came in: whether every party endorses the vision. If so, all are told. */
    @Transactional
    public boolean countEndorsements(NegotiationId id) {
        Negotiation negotiation = find(id);
        negotiation.mustBeAt(EnumSet.of(Stage.ENDORSING), "Nobody was asked about the vision.");
        List<OrganisationId> parties = parties(id);
        boolean endorsed = parties.size() >= FEWEST && vision(id).orElseThrow().endorsedBy().containsAll(parties);
        negotiation.countEndorsements(endorsed);
        negotiations.save(negotiation);
        if (endorsed) {
            tell(new VisionEndorsed(negotiation.partnership(), id, parties));
        }
        return endorsed;
    }

    /** Whether it begins a partnership, and its vision is not endorsed yet. */
    public boolean wantsVision(NegotiationId id) {
        Negotiation negotiation = find(id);
        return negotiation.isAt(Stage.SHARING_VISION) || negotiation.isAt(Stage.ENDORSING);
    }

    /** What parties wanted to be changed when they were asked last. */
    public Map<OrganisationId, String> wishes(NegotiationId id) {
        return queries.wishes(id, find(id).asking());
    }

    // The topics

    /** Gives all sixteen topics their first wordings, with their terms. */
    @Transactional
    public void draftTopics(NegotiationId id, Map<Topic, String> wordings, Terms terms, String person) {
        Negotiation negotiation = find(id);
        negotiation.mustBeAt(EnumSet.of(Stage.DRAFTING_TOPICS), "The topics have their first wordings already.");
        terms.expectReviewWithinDuration();
        word(negotiation, Arrays.stream(Topic.values()).collect(toMap(Function.identity(), topic -> 1)), wordings, terms, person);
        negotiation.comeBetweenRounds();
        negotiations.save(negotiation);
    }

    /** Asks every party about each topic on which it has no position. What is contested goes to all again, in its old words if need be. */
    @Transactional
    public void openRound(NegotiationId id) {
        Negotiation negotiation = find(id);
        negotiation.mustBeAt(EnumSet.of(Stage.BETWEEN_ROUNDS), "A round is under way already, or nothing is open.");
        word(negotiation, contested(id), Map.of(), terms(id), MACHINE);
        negotiation.openRound();
        negotiations.save(negotiation);
        List<OpenTopic> topics = openTopics(id);
        tables.ask(id, negotiation.asking(), null, negotiation.rounds(), parties(id).stream()
                .filter(party -> topics.stream().anyMatch(topic -> topic.positionOf(party).isEmpty())).toList());
    }

    /** What a party says to every topic it is asked about, and to no other. */
    @Transactional
    public void statePositions(NegotiationId id, OrganisationId party, List<Position> positions, String person) {
        Negotiation negotiation = find(id);
        negotiation.mustBeAt(EnumSet.of(Stage.STATING_POSITIONS), "This round is over. You get a mail when it is your turn again.");
        Refusal.unless(queries.isAwaited(id, negotiation.asking(), party), "Your organisation has stated its positions in this round already.");
        Map<Topic, Integer> asked = queries.unansweredTopics(id, party);
        for (Position position : positions) {
            Refusal.unless(Integer.valueOf(position.wording()).equals(asked.remove(position.topic())),
                    "The wording of “%s” was changed since you opened this page. Please open it again and look once more.".formatted(position.topic().title()));
        }
        Refusal.unless(asked.isEmpty(), "Please also say what you think of %s."
                .formatted(asked.keySet().stream().sorted().map(topic -> "“" + topic.title() + "”").collect(joining(" and "))));
        tables.reply(id, negotiation.asking(), party, null, null, person);
        tables.state(id, negotiation.asking(), party, positions);
    }

    /** Lets all parties read what the others said, until that moment at most. */
    @Transactional
    public void openReading(NegotiationId id, Instant until) {
        Negotiation negotiation = find(id);
        negotiation.mustBeAt(EnumSet.of(Stage.STATING_POSITIONS), "No positions are stated at the moment.");
        negotiation.openReading();
        negotiations.save(negotiation);
        tables.openReading(id, negotiation.asking(), until);
    }

    /** Until when the positions are read; empty where no round was closed yet. */
    public Optional<Instant> readUntil(NegotiationId id) {
        return queries.readUntil(id, find(id).asking());
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
        Negotiation negotiation = find(id);
        negotiation.mustBeAt(EnumSet.of(Stage.READING), "The time to read is over.");
        Refusal.unless(queries.readers(id, negotiation.asking(), false).contains(party), "Your organisation has said already that it read the positions.");
        if (!secondThoughts.isEmpty()) {
            String why = said(reason, "Please say why you think again, so that the others can answer.");
            Map<Topic, Integer> accepted = queries.acceptedTopics(id, party);
            Refusal.unless(accepted.keySet().containsAll(secondThoughts), "One can think again only about what one had accepted.");
            accepted.keySet().retainAll(secondThoughts);
            tables.reopen(id, accepted, party, why, person);
        }
        tables.read(id, negotiation.asking(), party, ready, person);
    }

    /** Whether every party said that it is ready. */
    public boolean isReadingWaived(NegotiationId id) {
        return queries.readers(id, find(id).asking(), true).isEmpty();
    }

    /** Looks at what came in: whether everything is agreed. If so, all are told. Reading time that all did without is kept as an override. */
    @Transactional
    public boolean closeRound(NegotiationId id) {
        Negotiation negotiation = find(id);
        negotiation.mustBeAt(EnumSet.of(Stage.READING), "There is no round to be closed.");
        if (isReadingWaived(id)) {
            tables.waiveReading(id, negotiation.asking());
        }
        List<OrganisationId> parties = parties(id);
        boolean agreed = parties.size() >= FEWEST && openTopics(id).stream().allMatch(topic -> topic.isAgreedBy(parties));
        negotiation.closeRound(agreed);
        negotiations.save(negotiation);
        if (agreed) {
            tell(new TopicsAgreed(negotiation.partnership(), id, parties, negotiation.rounds()));
        }
        return agreed;
    }

    /** Gives contested topics new words and new terms. A topic without new words goes to all again as it is. */
    @Transactional
    public void reconcile(NegotiationId id, Map<Topic, String> wordings, Terms terms, String person) {
        Negotiation negotiation = find(id);
        negotiation.mustBeAt(EnumSet.of(Stage.BETWEEN_ROUNDS), "Words change between two rounds only.");
        Map<Topic, Integer> contested = contested(id);
        wordings.keySet().forEach(topic -> Refusal.unless(contested.containsKey(topic),
                "“%s” is not contested, so its words stay as they are.".formatted(topic.title())));
        terms.expectReviewWithinDuration();
        word(negotiation, contested, wordings, terms, person);
    }

    /** Contested topics, each with the number of its next wording. */
    private Map<Topic, Integer> contested(NegotiationId id) {
        return openTopics(id).stream().filter(OpenTopic::isContested).collect(toMap(OpenTopic::topic, topic -> topic.nr() + 1));
    }

    /** @param wordings new words; where there are none the old ones stand */
    private void word(Negotiation negotiation, Map<Topic, Integer> numbers, Map<Topic, String> wordings, Terms terms, String person) {
        if (numbers.isEmpty()) {
            return;
        }
        Map<Topic, String> before = openTopics(negotiation.id()).stream().collect(toMap(OpenTopic::topic, OpenTopic::wording));
        Map<Topic, NegotiationTables.Worded> worded = new LinkedHashMap<>();
        numbers.keySet().stream().sorted().forEach(topic -> {
            String words = maybe(wordings.get(topic));
            worded.put(topic, new NegotiationTables.Worded(numbers.get(topic), said(words == null ? before.get(topic) : words,
                    "“%s”: please write a wording.".formatted(topic.title()))));
            terms.check(topic);
        });
        if (numbers.containsKey(Topic.CONTRIBUTIONS)) {
            expectEachSeatContributes(negotiation, terms.contributions());
        }
        tables.word(negotiation.id(), worded, terms, person);
    }

    private void expectEachSeatContributes(Negotiation negotiation, List<Contribution> contributions) {
        List<Seat> seats = seats(negotiation.id());
        Map<OrganisationId, String> names = names(negotiation.id());
        List<Seat> giving = contributions.stream().map(one -> new Seat(one.organisation(), one.role())).toList();
        giving.forEach(seat -> Refusal.unless(seats.contains(seat), "%s has no seat as %s in this negotiation. Please open the form again."
                .formatted(names.getOrDefault(seat.organisation(), seat.organisation().code()), seat.role().label().toLowerCase())));
        String missing = seats.stream().filter(not(giving::contains))
                .map(seat -> names.get(seat.organisation()) + " as " + seat.role().label().toLowerCase()).collect(joining(", "));
        Refusal.unless(missing.isEmpty(), "Please also say what is contributed by %s.".formatted(missing));
    }

    /** The seats of those who negotiate, one for each role. */
    public List<Seat> seats(NegotiationId id) {
        List<OrganisationId> parties = parties(id);
        return partnerships.seats(find(id).partnership()).stream().filter(held -> parties.contains(held.organisation()))
                .map(held -> new Seat(held.organisation(), held.seat().role())).distinct().toList();
    }

    // Helping

    /** Keeps what came of a talk with somebody who is no party. All are told. */
    @Transactional
    public void holdMediation(NegotiationId id, Mediation mediation, String person) {
        Negotiation negotiation = find(id);
        negotiation.mustBeAt(EnumSet.of(Stage.BETWEEN_ROUNDS), "A mediation is held between two rounds.");
        Refusal.unless(!mediation.heldOn().isAfter(Days.latest(clock)), "This talk lies ahead. Please write it down once it was held.");
        Refusal.unless(names(id).entrySet().stream().noneMatch(party -> mediation.isLedBy(party.getKey(), party.getValue())),
                "Nobody mediates in their own case: please ask somebody who is no partner in this negotiation.");
        tables.mediate(id, negotiation.asking(), mediation, person);
        tell(new MediationHeld(negotiation.partnership(), id, parties(id), mediation.mediator(), mediation.outcome()));
    }

    public List<Mediation> mediations(NegotiationId id) {
        return queries.mediations(id);
    }

    // Leaving and ending

    /** A party leaves before anything is signed. Everybody hears why; at a founding its membership ends too. */
    @Transactional
    public void leave(NegotiationId id, OrganisationId party, String reason, String person) {
        leave(id, List.of(party), reason, person);
    }

    /** Several leave at once, and everybody hears of all of them once. */
    @Transactional
    public void leave(NegotiationId id, List<OrganisationId> leaving, String reason, String person) {
        Negotiation negotiation = find(id);
        negotiation.mayGoOn();
        leaving.forEach(party -> expectParty(id, party));
        String why = said(reason, "Please say why: all other partners will read it.");
        Map<OrganisationId, String> names = names(id);
        leaving.forEach(party -> {
            tables.leave(id, party, why, person);
            if (negotiation.isFounding()) {
                partnerships.leave(negotiation.partnership(), party, why, person);
            }
        });
        tell(new PartyLeft(negotiation.partnership(), id, List.copyOf(leaving), leaving.stream().map(names::get).collect(joining(", ")), why, parties(id)));
    }

    /** Goes on without parties that were asked twice in a row and did not answer. Everybody hears why, those parties too. */
    @Transactional
    public void goOnWithout(NegotiationId id, List<OrganisationId> silent, String reason, String person) {
        if (silent.isEmpty()) {
            return;
        }
        List<OrganisationId> silentTwice = silentTwice(id);
        silent.forEach(party -> Refusal.unless(silentTwice.contains(party), "%s has answered meanwhile, or was asked only once. Please open the form again."
                .formatted(names(id).getOrDefault(party, party.code()))));
        leave(id, silent, said(reason, "Please say why you go on without it: it and all others will read it."), person);
    }

    /** Those who did not answer when they were asked the last two times or more. */
    public List<OrganisationId> silentTwice(NegotiationId id) {
        return queries.silences(id).entrySet().stream().filter(one -> one.getValue() >= PATIENCE).map(Map.Entry::getKey).toList();
    }

    /** Those who did not answer when they were asked last. */
    public List<OrganisationId> silent(NegotiationId id) {
        return List.copyOf(queries.silences(id).keySet());
    }

    /** Opens topics again that were agreed. All parties are told; the words are looked at before they are asked again. */
    @Transactional
    public void reopen(NegotiationId id, Set<Topic> topics, String reason, OrganisationId by, String person) {
        Negotiation negotiation = find(id);
        negotiation.mustBeAt(EnumSet.of(Stage.AGREED, Stage.BETWEEN_ROUNDS), "This round is still under way: please state your position in it.");
        String why = said(reason, "Please say why: all other partners will read it.");
        Refusal.unless(!topics.isEmpty(), "Please choose the topic that has to be talked about again.");
        Map<Topic, Integer> wordings = openTopics(id).stream().filter(topic -> topics.contains(topic.topic()))
                .collect(toMap(OpenTopic::topic, OpenTopic::nr));
        Refusal.unless(wordings.keySet().containsAll(topics), "This topic was not part of the negotiation.");
        tables.reopen(id, wordings, by, why, person);
        negotiation.comeBetweenRounds();
        negotiations.save(negotiation);
        tell(new TopicsReopened(negotiation.partnership(), id, parties(id), Set.copyOf(topics), by, why));
    }

    /** Somebody finds that there is no common ground. It ends with the next step ({@link #end}). */
    @Transactional
    public void stop(NegotiationId id, String reason, String person) {
        Negotiation negotiation = find(id);
        negotiation.stop(said(reason, "Please say why there is no common ground: all partners will read it."), person);
        negotiations.save(negotiation);
    }

    /** Ends a negotiation that was stopped or has fewer than two parties left, and at a founding the partnership. All are told. May be repeated. */
    @Transactional
    public void end(NegotiationId id) {
        Negotiation negotiation = find(id);
        if (negotiation.isAt(Stage.ENDED)) {
            return;
        }
        List<OrganisationId> parties = parties(id);
        Refusal.unless(negotiation.isStopped() || parties.size() < FEWEST, "There are still partners who negotiate, and nobody stopped them.");
        if (!negotiation.isStopped()) {
            negotiation.stop("Fewer than two partners are left. " + queries.lastReasonToLeave(id).orElse(""), MACHINE);
        }
        negotiation.end();
        negotiations.save(negotiation);
        if (negotiation.isFounding()) {
            partnerships.endWithoutCommonGround(negotiation.partnership(), negotiation.stopped(), negotiation.stoppedBy());
        }
        List<OrganisationId> told = !negotiation.isFounding() ? parties
                : partnerships.members(negotiation.partnership()).stream().map(Member::organisation).toList();
        tell(new NegotiationEnded(negotiation.partnership(), id, told, negotiation.stopped()));
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
        return find(id).card();
    }

    /** Those still in it, by name. */
    public List<OrganisationId> parties(NegotiationId id) {
        return List.copyOf(queries.parties(id).keySet());
    }

    /** The same with their names. */
    public Map<OrganisationId, String> names(NegotiationId id) {
        return queries.parties(id);
    }

    /** Whether at least two parties are left and nobody stopped it. */
    public boolean goesOn(NegotiationId id) {
        return !find(id).isStopped() && parties(id).size() >= FEWEST;
    }

    /** The newest shared vision, endorsed or not; empty before the first draft. */
    public Optional<SharedVision> vision(NegotiationId id) {
        int newest = find(id).vision();
        return newest == 0 ? Optional.empty() : queries.vision(id, newest);
    }

    /** The number of the newest shared vision, 0 before the first draft. */
    public int visionNumber(NegotiationId id) {
        return find(id).vision();
    }

    /** The topics that are agreed, in the order of the agreement. */
    public List<AgreedTopic> topics(NegotiationId id) {
        List<OrganisationId> parties = parties(id);
        Map<Topic, Integer> rounds = queries.rounds(id);
        return openTopics(id).stream().filter(topic -> topic.isAgreedBy(parties))
                .map(topic -> new AgreedTopic(topic.topic(), topic.wording(), topic.positions().stream()
                        .filter(position -> position.kind() == PositionKind.STAND_ASIDE)
                        .map(position -> new Reservation(position.organisation(), position.words())).toList(), rounds.getOrDefault(topic.topic(), 0)))
                .toList();
    }

    /** All topics as they are on the table, agreed or not, with what was said to their newest wordings. */
    public List<OpenTopic> openTopics(NegotiationId id) {
        Map<OrganisationId, String> names = names(id);
        return queries.topics(id, names.keySet(), queries.terms(id), names);
    }

    /** The topics this party is asked about now. */
    public List<OpenTopic> topicsFor(NegotiationId id, OrganisationId party) {
        return openTopics(id).stream().filter(topic -> topic.positionOf(party).isEmpty()).toList();
    }

    /** The terms of the newest wordings; contributions only of those still in it. */
    public Terms terms(NegotiationId id) {
        return queries.terms(id);
    }

    /** The rules that all parties together did without. */
    public List<Override> overrides(NegotiationId id) {
        return queries.overrides(id);
    }

    /** Whether nothing is open: every topic is agreed, and the reading time of the last round is over. */
    public boolean allTopicsAgreed(NegotiationId id) {
        return find(id).isAt(Stage.AGREED);
    }

    /** Codes of those whose vision is awaited. */
    public List<OrganisationId> silentVisionaries(NegotiationId id) {
        List<OrganisationId> silent = new ArrayList<>(parties(id));
        visions(id).forEach(vision -> silent.remove(vision.organisation()));
        return silent;
    }

    /** Those who are asked now, to endorse the vision or for their positions, and have not answered. */
    public List<OrganisationId> awaited(NegotiationId id) {
        return queries.unanswered(id, find(id).asking());
    }

    /** Those who have not said yet that they read the positions. */
    public List<OrganisationId> readers(NegotiationId id) {
        return queries.readers(id, find(id).asking(), false);
    }

    private void expectParty(NegotiationId id, OrganisationId party) {
        Refusal.unless(parties(id).contains(party), "Your organisation is not in this negotiation any more.");
    }

    private Negotiation find(NegotiationId id) {
        return negotiations.findById(id.value()).orElseThrow(() -> new NotFound("There is no such negotiation."));
    }

    private void tell(Fact fact) {
        facts.publishEvent(fact);
    }
}
