package org.commonground.withdrawal;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.commonground.foundation.Words.maybe;
import static org.commonground.foundation.Words.said;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.organisation.OrganisationService;
import org.commonground.orientation.OrientationService;
import org.commonground.partnership.OncePerTransaction;
import org.commonground.partnership.PartnershipService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How what a partner holds passes on when it leaves: offered and taken, declined and offered again, released by whoever is owed it. What
 * people say is written down by their submission; what follows from it is done in the machine's box behind it.
 */
@Service
public class PassingService {

    private static final String MACHINE = "system";
    private static final String CHANGED = "This has changed since you opened the page. Please open it again.";

    private final Withdrawals withdrawals;
    private final Passings passings;
    private final HeldThings held;
    private final PartnershipService partnerships;
    private final OrganisationService organisations;
    private final OrientationService orientations;
    private final OncePerTransaction once;
    private final ApplicationEventPublisher facts;

    PassingService(Withdrawals withdrawals, Passings passings, HeldThings held, PartnershipService partnerships,
            OrganisationService organisations, OrientationService orientations, OncePerTransaction once, ApplicationEventPublisher facts) {
        this.withdrawals = withdrawals;
        this.passings = passings;
        this.held = held;
        this.partnerships = partnerships;
        this.organisations = organisations;
        this.orientations = orientations;
        this.once = once;
        this.facts = facts;
    }

    // Offering

    /** What the leaving partner still holds and nobody has taken or released; neither what waits for an answer. */
    public List<HeldThing> toOffer(UUID matter) {
        return once.read(new ToOffer(matter), () -> readToOffer(matter));
    }

    private record ToOffer(UUID matter) {
    }

    private List<HeldThing> readToOffer(UUID matter) {
        Withdrawal withdrawal = find(matter);
        Set<String> gone = new HashSet<>();
        passings.of(matter).stream().filter(one -> one.isOpen() || one.isSettled()).map(Passing::key).forEach(gone::add);
        return held.of(withdrawal.partnership(), withdrawal.organisation()).stream().filter(one -> !gone.contains(one.key())).toList();
    }

    /** What was offered so far and what came of it, in words. */
    public Map<String, String> offered(UUID matter) {
        Map<String, String> offered = new LinkedHashMap<>();
        passings.of(matter).forEach(one -> offered.put(one.words(), became(one)));
        return offered;
    }

    private static String became(Passing one) {
        String who = one.taker() == null ? "Release asked for" : "Offered to " + one.takerName();
        return "%s: %s.%s".formatted(who, one.state().label(), one.reason() == null ? "" : " " + one.reason());
    }

    /** The full partners that stay, by name. */
    public Map<OrganisationId, String> takers(UUID matter) {
        PartnershipId partnership = find(matter).partnership();
        Map<OrganisationId, String> takers = new LinkedHashMap<>(orientations.names(partnership));
        takers.keySet().retainAll(staying(partnership));
        return takers;
    }

    /** The full partners that have not given notice. */
    public List<OrganisationId> staying(PartnershipId partnership) {
        return once.read(new StayingIn(partnership), () -> {
            Set<OrganisationId> leaving = partnerships.leaving(partnership).keySet();
            return partnerships.partners(partnership).stream().filter(one -> !leaving.contains(one)).toList();
        });
    }

    private record StayingIn(PartnershipId partnership) {
    }

    /** Whoever has it may change it; it is read once in each transaction. */
    private Withdrawal find(UUID matter) {
        return once.read(new WithdrawalOf(matter), () -> withdrawals.get(matter));
    }

    private record WithdrawalOf(UUID matter) {
    }

    /**
     * Offers things to partners that stay, or asks that they be released. Nothing is kept unless all of it can be.
     *
     * @param wishes by the thing's key: whom it is offered to, or empty where it shall be released
     */
    @Transactional
    public void offer(UUID matter, Map<String, Optional<OrganisationId>> wishes, String person) {
        Withdrawal withdrawal = find(matter);
        withdrawal.expectNotice();
        Refusal.unless(!wishes.isEmpty(), "Please choose for at least one thing who shall have it, or that it be released.");
        PartnershipId partnership = withdrawal.partnership();
        Map<String, HeldThing> things = toOffer(matter).stream().collect(toMap(HeldThing::key, Function.identity()));
        Refusal.unless(things.keySet().containsAll(wishes.keySet()), CHANGED);
        List<OrganisationId> takers = wishes.values().stream().flatMap(Optional::stream).distinct().toList();
        expectTakers(partnership, takers);
        List<Passing> before = passings.of(matter);
        before.stream().filter(one -> one.isOpen() && one.taker() != null && takers.contains(one.taker())).findFirst().ifPresent(one -> {
            throw new Refusal("%s has not answered your earlier offer yet. Please wait for its answer, or choose somebody else."
                    .formatted(one.takerName()));
        });
        wishes.forEach((key, taker) -> taker.flatMap(one -> things.get(key).kind().objection(partnership,
                things.get(key).holding().ref(), one)).ifPresent(sentence -> {
                    throw new Refusal(sentence);
                }));
        passings.add(matter, wishes.entrySet().stream().map(one -> new Passings.Offered(things.get(one.getKey()),
                one.getValue().orElse(null))).toList(), PassingState.OPEN, person);
        withdrawals.save(withdrawal);
        if (!takers.isEmpty()) {
            facts.publishEvent(new ThingsOffered(partnership, matter));
        }
        boolean release = wishes.values().stream().anyMatch(Optional::isEmpty);
        if (release && before.stream().noneMatch(one -> one.isOpen() && one.taker() == null)) {
            facts.publishEvent(new ReleaseAsked(partnership, matter));
        }
    }

    private void expectTakers(PartnershipId partnership, List<OrganisationId> takers) {
        takers.stream().filter(one -> !staying(partnership).contains(one)).findFirst().ifPresent(one -> {
            partnerships.expectStaying(partnership, List.of(one));
            throw new Refusal("%s is no full partner now, so it can take nothing over. Please choose another organisation.".formatted(
                    organisations.card(one).name()));
        });
    }

    // Taking over

    /** Those whom nobody has asked yet are asked together, until then. May be repeated. */
    @Transactional
    public void askTakers(UUID matter, Instant until) {
        Withdrawal withdrawal = find(matter);
        int batch = withdrawal.nextBatch();
        withdrawals.save(withdrawal);
        passings.ask(passings.of(matter).stream().filter(one -> one.isOpen() && one.taker() != null && one.batch() == null)
                .map(Passing::id).toList(), batch, until);
    }

    /** Until when those who were asked last can answer. */
    public Instant askedUntil(UUID matter, Instant otherwise) {
        return passings.until(matter, find(matter).batch()).orElse(otherwise);
    }

    /** Those who were asked last and have not answered. */
    public List<OrganisationId> asked(UUID matter) {
        Withdrawal withdrawal = find(matter);
        return passings.of(matter).stream().filter(one -> one.isOpen() && one.batch() != null && one.batch() == withdrawal.batch())
                .map(Passing::taker).distinct().toList();
    }

    /** What is offered to this partner: words by key. */
    public Map<String, String> offeredTo(UUID matter, OrganisationId taker) {
        return open(matter, taker).stream().collect(toMap(Passing::key, Passing::words, (one, same) -> one, LinkedHashMap::new));
    }

    private List<Passing> open(UUID matter, OrganisationId taker) {
        return passings.of(matter).stream().filter(one -> one.isOpen() && (taker == null ? one.taker() == null
                : taker.equals(one.taker()))).toList();
    }

    /** Accepts or declines each thing that is offered: all of them at once, and only once. */
    @Transactional
    public void answer(UUID matter, OrganisationId taker, Map<String, Said> answers, String person) {
        Withdrawal withdrawal = find(matter);
        withdrawal.expectNotice();
        Map<String, Passing> open = byKey(open(matter, taker));
        Refusal.unless(open.keySet().equals(answers.keySet()), CHANGED);
        if (answers.values().stream().anyMatch(Said::yes)) {
            expectTakers(withdrawal.partnership(), List.of(taker));
        }
        passings.answer(answers.entrySet().stream().map(one -> new Passings.Answered(open.get(one.getKey()).id(),
                one.getValue().yes() ? PassingState.ACCEPTED : PassingState.DECLINED, maybe(one.getValue().words()))).toList(), person);
        withdrawals.save(withdrawal);
    }

    private static Map<String, Passing> byKey(List<Passing> some) {
        return some.stream().collect(toMap(Passing::key, Function.identity()));
    }

    /** @param words why, or what the other one should know; may be null */
    public record Said(boolean yes, String words) {
    }

    /** Whoever did not answer in time, or left, is asked no more; the leaving partner can offer it again. */
    @Transactional
    public void closeOffers(UUID matter) {
        passings.closeOffers(matter);
    }

    // Releasing

    /** Who decides on releases: who leads, as long as it stays; empty where the coordinator has to. */
    public Optional<OrganisationId> releaser(UUID matter, PartnershipId partnership) {
        Set<OrganisationId> leaving = partnerships.leaving(partnership).keySet();
        return partnerships.presentLead(partnership).filter(lead -> !leaving.contains(lead));
    }

    /** What shall be released: key, words, and what a release means. */
    public List<Wish> wishes(UUID matter) {
        return open(matter, null).stream().map(one -> new Wish(one.key(), one.words(), held.room(one.kind()).whenReleased())).toList();
    }

    public record Wish(String key, String what, String means) {
    }

    /** Releases or keeps each thing, with a reason that all members read. */
    @Transactional
    public void decide(UUID matter, Map<String, Said> answers, String person) {
        Withdrawal withdrawal = find(matter);
        withdrawal.expectNotice();
        Map<String, Passing> open = byKey(open(matter, null));
        Refusal.unless(open.keySet().equals(answers.keySet()), CHANGED);
        passings.answer(answers.entrySet().stream().map(one -> new Passings.Answered(open.get(one.getKey()).id(),
                one.getValue().yes() ? PassingState.RELEASED : PassingState.KEPT,
                said(one.getValue().words(), "Please give a reason for each: all members read it."))).toList(), person);
        withdrawals.save(withdrawal);
    }

    /** Nobody decided in time; it can be asked for again. */
    @Transactional
    public void closeReleases(UUID matter) {
        passings.closeReleases(matter);
    }

    // Doing it

    /** Hands on what was taken and releases what was released, and tells all members. What is done or settled meanwhile is left out. */
    @Transactional
    public void carryOut(UUID matter) {
        Withdrawal withdrawal = find(matter);
        List<String> lines = carryOut(withdrawal);
        if (!lines.isEmpty()) {
            held.handedOn(withdrawal.partnership());
            facts.publishEvent(new ThingsPassedOn(withdrawal.partnership(), withdrawal.organisation(), lines,
                    partnerships.memberIds(withdrawal.partnership())));
        }
        List<String> refused = tellRefused(matter);
        if (!refused.isEmpty()) {
            facts.publishEvent(new OffersAnswered(withdrawal.partnership(), withdrawal.organisation(), refused));
        }
    }

    private List<String> tellRefused(UUID matter) {
        List<Passing> refused = passings.of(matter).stream().filter(one -> !one.done() && (one.state() == PassingState.DECLINED
                || one.state() == PassingState.KEPT || one.state() == PassingState.RETURNED)).toList();
        passings.done(refused.stream().map(Passing::id).toList());
        return refused.stream().map(one -> one.words() + " " + became(one)).toList();
    }

    List<String> carryOut(Withdrawal withdrawal) {
        List<String> lines = new ArrayList<>();
        List<Passing> due = passings.of(withdrawal.matter()).stream().filter(one -> one.isSettled() && !one.done()).toList();
        List<Passings.Answered> returned = new ArrayList<>();
        for (Passing one : due) {
            held.find(withdrawal.partnership(), withdrawal.organisation(), one.kind(), one.ref()).ifPresent(thing -> {
                Optional<String> hindered = hindered(withdrawal.partnership(), one, thing);
                if (hindered.isPresent()) {
                    returned.add(new Passings.Answered(one.id(), PassingState.RETURNED, hindered.get()));
                } else if (one.state() == PassingState.RELEASED) {
                    thing.kind().release(withdrawal.partnership(), one.ref(), withdrawal.organisation(), one.reason());
                    lines.add("%s It is released: %s".formatted(thing.words(), one.reason()));
                } else {
                    thing.kind().handTo(withdrawal.partnership(), one.ref(), withdrawal.organisation(), one.taker(),
                            one.answeredBy());
                    lines.add("%s %s has it from now on.".formatted(thing.words(), one.takerName()));
                }
            });
        }
        Set<UUID> back = returned.stream().map(Passings.Answered::passing).collect(toSet());
        passings.done(due.stream().map(Passing::id).filter(one -> !back.contains(one)).toList());
        passings.answer(returned, MACHINE);
        return lines;
    }

    /** Why who took it cannot have it any more, as a sentence: it has left itself since, or holds what does not go with it. */
    private Optional<String> hindered(PartnershipId partnership, Passing one, HeldThing thing) {
        if (one.taker() == null) {
            return Optional.empty();
        }
        return partnerships.partners(partnership).contains(one.taker())
                ? thing.kind().objection(partnership, one.ref(), one.taker()) : Optional.of(one.takerName() + " has left itself.");
    }

    // What nobody has taken when the day has come

    /** What nobody has taken so far. */
    public List<HeldThing> left(UUID matter) {
        return left(find(matter));
    }

    private List<HeldThing> left(Withdrawal withdrawal) {
        Set<String> settled = new HashSet<>();
        passings.of(withdrawal.matter()).stream().filter(Passing::isSettled).map(Passing::key).forEach(settled::add);
        return held.of(withdrawal.partnership(), withdrawal.organisation()).stream().filter(one -> !settled.contains(one.key())).toList();
    }

    /**
     * A partner takes some of what is left, or nothing of it.
     *
     * @param keys of what is left and it takes
     */
    @Transactional
    public void takeLeft(UUID matter, OrganisationId taker, Set<String> keys, String person) {
        Withdrawal withdrawal = find(matter);
        withdrawal.expectSettling();
        PartnershipId partnership = withdrawal.partnership();
        List<Passings.Offered> taken = left(withdrawal).stream().filter(one -> keys.contains(one.key()))
                .map(one -> new Passings.Offered(one, taker)).toList();
        taken.forEach(one -> one.thing().kind().objection(partnership, one.thing().holding().ref(), taker).ifPresent(sentence -> {
            throw new Refusal(sentence);
        }));
        passings.add(matter, taken, PassingState.ACCEPTED, person);
        withdrawals.save(withdrawal);
    }

    /** Hands on what was taken, and releases the rest. Returns it all in words. */
    @Transactional
    public List<String> passOnTheRest(UUID matter) {
        Withdrawal withdrawal = withdrawals.get(matter);
        List<String> lines = new ArrayList<>(carryOut(withdrawal));
        String reason = "Nobody took it over when %s left on %s.".formatted(organisations.card(withdrawal.organisation()).name(),
                Days.inWords(withdrawal.effective()));
        List<HeldThing> rest = left(withdrawal);
        rest.forEach(thing -> {
            thing.kind().release(withdrawal.partnership(), thing.holding().ref(), withdrawal.organisation(), reason);
            lines.add("%s It is released: %s %s".formatted(thing.words(), reason, thing.kind().whenReleased()));
        });
        passings.add(matter, rest.stream().map(thing -> new Passings.Offered(thing, null)).toList(), PassingState.RELEASED, MACHINE);
        passings.done(passings.of(matter).stream().filter(one -> one.isSettled() && !one.done()).map(Passing::id).toList());
        return lines;
    }
}
