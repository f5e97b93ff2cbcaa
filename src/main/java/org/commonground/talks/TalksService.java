package org.commonground.talks;

import static java.util.stream.Collectors.toSet;
import static org.commonground.foundation.Words.said;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.commonground.dispute.DisputeCard;
import org.commonground.dispute.DisputeService;
import org.commonground.dispute.DisputeEnding;
import org.commonground.dispute.Rung;
import org.commonground.dispute.Side;
import org.commonground.dispute.WayOut;
import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;
import org.commonground.orientation.SecretariatQueue;
import org.commonground.organisation.Neutrality;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.Person;
import org.commonground.partnership.Actions;
import org.commonground.partnership.AgreedAction;
import org.commonground.partnership.PartnerLeft;
import org.commonground.partnership.OncePerTransaction;
import org.commonground.partnership.PartnershipService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the sides of a dispute talk on one rung, alone or with somebody who helps. */
@Service
public class TalksService {

    private static final String SETTLED = "What a settled dispute asks for";

    private final TalkTables tables;
    private final DisputeService disputes;
    private final PartnershipService partnerships;
    private final OrganisationService organisations;
    private final Neutrality neutrality;
    private final SecretariatQueue queue;
    private final Actions actions;
    private final OncePerTransaction once;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    TalksService(TalkTables tables, DisputeService disputes, PartnershipService partnerships, OrganisationService organisations,
            Neutrality neutrality, SecretariatQueue queue, Actions actions, OncePerTransaction once,
            ApplicationEventPublisher facts, Clock clock) {
        this.tables = tables;
        this.disputes = disputes;
        this.partnerships = partnerships;
        this.organisations = organisations;
        this.neutrality = neutrality;
        this.queue = queue;
        this.actions = actions;
        this.once = once;
        this.facts = facts;
        this.clock = clock;
    }

    /** Begins the next rung; who helped and belongs to a side meanwhile helps no more. */
    @Transactional
    public void begin(UUID matter) {
        disputes.keepHelperNeutral(matter);
        disputes.climb(matter);
        DisputeCard card = disputes.card(matter);
        if (card.rung() == Rung.FACILITATION) {
            neutrality.tell(card.partnership(), disputes.sides(matter).stream().map(Side::organisation).toList(),
                    disputes.parties(matter), true);
        }
    }

    // What people say

    /** Keeps how a side sees it. It may say so again after another side has spoken. */
    @Transactional
    public void say(UUID matter, OrganisationId side, Word word, String person) {
        int nr = tables.next(matter);
        DisputeCard card = openCard(matter);
        Refusal.unless(disputes.parties(matter).contains(side), "Only the sides of a dispute say whether it is settled.");
        word.expectFor(card.rung());
        if (word.named() != null) {
            new Neutral(word.named()).expectNoneOf(ofSides(matter));
        }
        if (word.meeting() != null) {
            word.meeting().expectHeldBetween(partnerships.proposedOn(card.partnership()), Days.latest(clock));
        }
        if (word.stand() == Stand.SETTLED) {
            disputes.expectPossible(matter, word.ending(), false);
        }
        word.actions().forEach(action -> actions.objection(card.partnership(), action).ifPresent(sentence -> {
            throw new Refusal(sentence);
        }));
        tables.say(matter, nr, card.rung(), side, word, person);
        once.forget();
    }

    /** Somebody of the secretariat takes it on to help the sides. */
    @Transactional
    public void takeOn(UUID matter, String person) {
        openCard(matter);
        disputes.help(matter, person);
    }

    /** Keeps what came of a talk that was led, or that nobody came. */
    @Transactional
    public void writeDown(UUID matter, Encounter met, String words, String person) {
        writeDown(matter, met, null, said(words, "Please say in a few words how it went, or why nobody came."), person);
    }

    /** Keeps how the decider decided whom all sides accepted: that ends the dispute. */
    @Transactional
    public void decide(UUID matter, DisputeEnding ending, Encounter met, String words, String person) {
        String decided = said(words, "Please write down what was decided, and why: the sides read it.");
        DisputeCard card = openCard(matter);
        Refusal.unless(card.rung() == Rung.OUTSIDE, "Nobody from outside decides on this rung.");
        disputes.expectPossible(matter, ending, true);
        writeDown(matter, met, ending, decided, person);
        disputes.decide(matter, ending);
    }

    private void writeDown(UUID matter, Encounter met, DisputeEnding decided, String words, String person) {
        int nr = tables.next(matter);
        DisputeCard card = openCard(matter);
        Refusal.unless(person.equals(card.helper()), "Somebody else helps the sides of this dispute now.");
        neutrality.expect(person, disputes.sides(matter).stream().map(Side::organisation).toList());
        boolean led = met != null || decided != null;
        Refusal.unless(!led || !card.rung().namesSomebody() || mind(matter).accepted().isPresent(),
                "The sides have not all named the same person yet, so nobody can have led this talk. Please remind them, or write down that"
                        + " nobody came.");
        if (met != null) {
            met.expectHeldBetween(partnerships.proposedOn(card.partnership()), Days.latest(clock));
        }
        tables.writeDown(matter, nr, card.rung(), words, decided, met, person);
        once.forget();
    }

    private DisputeCard openCard(UUID matter) {
        DisputeCard card = disputes.card(matter);
        Refusal.unless(card.isOpen() && card.ending() == null, "This dispute has ended.");
        return card;
    }

    /** Names of the sides and of their people: whoever is named from outside has another. */
    private List<String> ofSides(UUID matter) {
        List<String> names = new ArrayList<>();
        for (Side side : disputes.sides(matter)) {
            names.add(side.name());
            names.add(side.organisation().code());
            organisations.peopleIn(side.organisation()).stream().map(Person::name).forEach(names::add);
        }
        return names;
    }

    // What follows

    /** Asks the other sides again once one of them has spoken, unless all are of one mind. */
    @Transactional
    public void weigh(UUID matter, OrganisationId spoke) {
        DisputeCard card = disputes.card(matter);
        if (!isOver(matter)) {
            disputes.parties(matter).stream().filter(side -> !side.equals(spoke) && isBehind(matter, side))
                    .forEach(side -> facts.publishEvent(new OthersSpoke(card.partnership(), matter, side)));
        }
    }

    /** Ends the rung. What all settled is agreed there and then. May be repeated. */
    @Transactional
    public void end(UUID matter) {
        DisputeCard card = disputes.card(matter);
        if (disputes.isOver(matter)) {
            return;
        }
        Mind mind = mind(matter);
        mind.settled().ifPresent(ending -> {
            mind.list().ifPresent(word -> agree(card, word));
            disputes.settle(matter, ending);
        });
        if (mind.settled().isEmpty()) {
            mind.parting().ifPresent(word -> disputes.settle(matter, word.stand() == Stand.LEAVE
                    ? new DisputeEnding(WayOut.LEAVING, word.organisation()) : new DisputeEnding(WayOut.CLOSING, null)));
        }
    }

    /** Something that shall be done since the dispute is settled; all members read it, as they read every action. */
    public static AgreedAction action(String what, OrganisationId owner, LocalDate due, OrganisationId verifier) {
        return new AgreedAction(SETTLED, what, owner, due, verifier);
    }

    private void agree(DisputeCard card, SpokenWord word) {
        List<AgreedAction> agreed = new ArrayList<>();
        for (TalkTables.Listed one : tables.actions(card.matter()).stream().filter(one -> one.word().equals(word.id())).toList()) {
            AgreedAction action = action(one.what(), one.owner(), one.due(), one.verifier());
            Optional<String> objection = actions.objection(card.partnership(), action);
            objection.ifPresentOrElse(why -> tables.leaveOut(one, why), () -> agreed.add(action));
        }
        actions.agree(card.partnership(), "Dispute " + card.nr(), agreed, "system");
    }

    // What is asked

    /** Whether nobody has to say anything more on this rung. */
    public boolean isOver(UUID matter) {
        return disputes.isOver(matter) || mind(matter).isOne();
    }

    /** Whether another side has said something new since this one spoke. */
    public boolean isBehind(UUID matter, OrganisationId side) {
        return mind(matter).isBehind(side);
    }

    /** Whom all sides accepted on this rung as mediator or decider, by name. */
    public Optional<String> accepted(UUID matter) {
        return mind(matter).accepted();
    }

    /** Who spoke for a side last; empty before it said who does. */
    public Optional<String> speaker(UUID matter, OrganisationId side) {
        return words(matter).stream().filter(word -> side.equals(word.organisation()) && word.speaker() != null)
                .reduce((earlier, later) -> later).map(SpokenWord::speaker);
    }

    /** Whom each side named on this rung, as a sentence; null where nobody is named. */
    public String named(UUID matter) {
        Mind mind = mind(matter);
        return mind.accepted().map("All sides accept %s."::formatted).orElseGet(() -> {
            List<String> named = mind.last().values().stream().filter(word -> word.named() != null)
                    .map(word -> "%s names %s".formatted(word.name(), word.named())).sorted().toList();
            return named.isEmpty() ? "No side has named anybody yet." : String.join(", ", named) + ". All sides have to name the same.";
        });
    }

    /** Who may help the sides: the coordinators, and those of the secretariat who belong to none; else the manager. */
    public List<String> secretariat(UUID matter) {
        DisputeCard card = disputes.card(matter);
        List<OrganisationId> sides = disputes.sides(matter).stream().map(Side::organisation).toList();
        List<String> groups = new ArrayList<>();
        if (neutrality.hasCoordinator(sides)) {
            groups.add("coordinator");
        }
        groups.addAll(queue.serving(card.partnership(), sides));
        return groups.isEmpty() ? List.of("manager") : groups;
    }

    private Mind mind(UUID matter) {
        return once.read(new MindOf(matter), () -> {
            Rung rung = disputes.card(matter).rung();
            return Mind.of(words(matter).stream().filter(word -> word.rung() == rung).toList(), disputes.parties(matter),
                    listed(matter).stream().map(TalkTables.Listed::word).collect(toSet()));
        });
    }

    /** All that was said, the first word first. */
    List<SpokenWord> words(UUID matter) {
        return once.read(new WordsOf(matter), () -> tables.of(matter));
    }

    /** All that was listed to be done. */
    List<TalkTables.Listed> listed(UUID matter) {
        return once.read(new ListedOf(matter), () -> tables.actions(matter));
    }

    @EventListener
    void left(PartnerLeft fact) {
        once.forget();
    }

    private record MindOf(UUID matter) {
    }

    private record WordsOf(UUID matter) {
    }

    private record ListedOf(UUID matter) {
    }
}
