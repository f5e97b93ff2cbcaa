package org.commonground.dispute;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.commonground.agreement.AgreedTerms;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Pace;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.matter.MatterCard;
import org.commonground.matter.MatterService;
import org.commonground.negotiation.Terms;
import org.commonground.organisation.AccountRemoved;
import org.commonground.organisation.Neutrality;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.Member;
import org.commonground.partnership.OncePerTransaction;
import org.commonground.partnership.PartnerLeft;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Standing;
import org.commonground.withdrawal.WithdrawalService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way of a dispute from rung to rung. What is said on a rung is said in the room of talks, what others decide in {@link Steering}. */
@Service
public class DisputeService {

    private static final List<String> KINDS = List.of("amendment", "suspension", "closure", "withdrawal");
    private static final Map<WayOut, String> FOLLOWS = Map.of(WayOut.AMENDMENT, "an amendment", WayOut.SUSPENSION, "a pause of the work",
            WayOut.LEAVING, "that a partner leaves", WayOut.CLOSING, "closing the partnership");

    private final Disputes disputes;
    private final DisputeTables tables;
    private final MatterService matters;
    private final PartnershipService partnerships;
    private final OrganisationService organisations;
    private final Neutrality neutrality;
    private final WithdrawalService withdrawals;
    private final AgreedTerms terms;
    private final OncePerTransaction once;
    private final ApplicationEventPublisher facts;
    private final Pace pace;
    private final Clock clock;

    DisputeService(Disputes disputes, DisputeTables tables, MatterService matters, PartnershipService partnerships,
            OrganisationService organisations, Neutrality neutrality, WithdrawalService withdrawals, AgreedTerms terms,
            OncePerTransaction once, ApplicationEventPublisher facts, Pace pace, Clock clock) {
        this.disputes = disputes;
        this.tables = tables;
        this.matters = matters;
        this.partnerships = partnerships;
        this.organisations = organisations;
        this.neutrality = neutrality;
        this.withdrawals = withdrawals;
        this.terms = terms;
        this.once = once;
        this.facts = facts;
        this.pace = pace;
        this.clock = clock;
    }

    // From rung to rung

    /** Keeps whose dispute it is, and the version of the agreement by which it goes. May be repeated. */
    @Transactional
    public void open(UUID matter) {
        if (disputes.findById(matter).isEmpty()) {
            MatterCard card = matters.card(matter);
            partnerships.oneAtATime(card.partnership());
            disputes.save(Dispute.raised(matter, card.partnership(), tables.count(card.partnership().value()) + 1,
                    terms.of(card.partnership()).version()));
            tables.addSide(matter, card.raisedBy(), true);
        }
    }

    /** Says with whom the dispute is and what it is about, once. */
    @Transactional
    public void describe(UUID matter, Collection<OrganisationId> others, String about, String wish) {
        Dispute dispute = disputes.get(matter);
        OrganisationId raiser = raiser(matter);
        Refusal.unless(!others.isEmpty(), "Please say with whom the dispute is.");
        Refusal.unless(!others.contains(raiser), "Your own organisation stands on one side already: a dispute is with others.");
        Set<OrganisationId> present = members(matter).keySet();
        others.stream().filter(one -> !present.contains(one)).findFirst().ifPresent(one -> {
            throw new Refusal("%s is no member of this partnership, so the dispute cannot be with it.".formatted(one));
        });
        dispute.describe(about, wish);
        disputes.save(dispute);
        others.stream().distinct().forEach(other -> tables.addSide(matter, other, false));
        once.forget();
    }

    /** Begins the next rung of talks. The sides are told what they can do, all others how long it takes. */
    @Transactional
    public void climb(UUID matter) {
        Dispute dispute = disputes.get(matter);
        climb(dispute, Rung.talksAfter(dispute.card().rung()));
    }

    void climb(Dispute dispute, Rung next) {
        DisputeCard card = dispute.card();
        Instant ends = pace.after(clock.instant(), Duration.ofDays(agreed(card).ladderDays().get(next.nr() - 1)));
        dispute.climb(next, ends);
        disputes.save(dispute);
        once.forget();
        List<Side> sides = sides(card.matter());
        List<OrganisationId> parties = present(sides);
        facts.publishEvent(new DisputeClimbed(card.partnership(), card.matter(), card.nr(), next, ends, parties,
                others(card.partnership(), parties)));
    }

    /** What was agreed when it was raised. */
    public Terms agreed(DisputeCard card) {
        return terms.asOf(card.partnership(), card.base()).terms();
    }

    private List<OrganisationId> others(PartnershipId partnership, List<OrganisationId> parties) {
        return partnerships.memberIds(partnership).stream().filter(member -> !parties.contains(member)).toList();
    }

    /** Somebody of the secretariat takes it on to help the sides. Refused for who belongs to one of them. */
    @Transactional
    public void help(UUID matter, String person) {
        Dispute dispute = disputes.get(matter);
        neutrality.expect(person, sides(matter).stream().map(Side::organisation).toList());
        dispute.help(person);
        disputes.save(dispute);
        once.forget();
    }

    /** Who belongs to a side meanwhile helps no more; somebody else is asked on the next rung. */
    @Transactional
    public void keepHelperNeutral(UUID matter) {
        Dispute dispute = disputes.get(matter);
        String helper = dispute.helper();
        if (helper != null && sides(matter).stream().anyMatch(side -> organisations.isOf(helper, side.organisation()))) {
            dispute.helpNoMore();
            disputes.save(dispute);
            once.forget();
        }
    }

    @EventListener
    void on(AccountRemoved fact) {
        disputes.helpedBy(fact.user()).forEach(dispute -> {
            dispute.helpNoMore();
            disputes.save(dispute);
        });
    }

    /** How it ends, as the sides settled it. It is carried out when it is closed. */
    @Transactional
    public void settle(UUID matter, DisputeEnding ending) {
        end(matter, ending, false);
    }

    /** How others decided that it ends: the partners without a side, or somebody from outside. It is carried out when it is closed. */
    @Transactional
    public void decide(UUID matter, DisputeEnding ending) {
        end(matter, ending, true);
    }

    private void end(UUID matter, DisputeEnding ending, boolean decided) {
        Dispute dispute = disputes.get(matter);
        dispute.end(ending, decided);
        disputes.save(dispute);
        once.forget();
    }

    /** Raises what follows, settles the matter and tells all. May be repeated. */
    @Transactional
    public void close(UUID matter) {
        Dispute dispute = disputes.get(matter);
        if (!dispute.isOpen()) {
            return;
        }
        dispute.finish(LocalDate.now(clock));
        disputes.save(dispute);
        once.forget();
        DisputeCard card = dispute.card();
        List<Side> sides = sides(matter);
        String outcome = outcome(card, dispute, sides);
        matters.end(matter, outcome);
        String follows = card.ending() == null ? null : follow(card, sides);
        List<OrganisationId> parties = present(sides);
        facts.publishEvent(new DisputeEnded(card.partnership(), matter, card.nr(), outcome, follows, dispute.isDescribed(), parties,
                others(card.partnership(), parties)));
    }

    /** As all members read it: nobody's words. */
    private static String outcome(DisputeCard card, Dispute dispute, List<Side> sides) {
        if (!dispute.isDescribed()) {
            return "It was not described in time.";
        }
        String rung = card.rung().inWords();
        if (card.ending() != null) {
            return "It ended on %s.".formatted(rung);
        }
        return isOneSided(sides) ? "It ended on %s: only one of its sides is still in the partnership.".formatted(rung)
                : "It ended on %s, and was not settled.".formatted(rung);
    }

    private String follow(DisputeCard card, List<Side> sides) {
        if (card.ending().way() == WayOut.NOTHING_MORE) {
            return null;
        }
        boolean decided = binds(card, sides, card.decided()) && card.ending().way() != WayOut.AMENDMENT;
        return objection(card, sides, card.ending(), card.decided()).or(() -> decided ? raiseDecided(card) : raise(card, sides))
                .map(why -> "Nothing could be raised any more: " + why)
                .orElse("What follows from it has been raised: %s.".formatted(FOLLOWS.get(card.ending().way())));
    }

    /** Why this could not be raised now, as a sentence; empty when it could. */
    private Optional<String> objection(DisputeCard card, List<Side> sides, DisputeEnding ending,
            boolean decided) {
        if (ending.way() == WayOut.NOTHING_MORE) {
            return Optional.empty();
        }
        if (binds(card, sides, decided) && ending.way() != WayOut.AMENDMENT) {
            return ending.leaver() != null ? withdrawals.objectionToRelease(card.partnership(), ending.leaver())
                    : matters.objectionTo(card.partnership(), ending.way().matter().orElseThrow());
        }
        String kind = ending.way().matter().orElseThrow();
        if (ending.leaver() != null) {
            return matters.objectionTo(card.partnership(), kind, ending.leaver());
        }
        return proposer(card, kind, sides).isPresent() ? Optional.empty() : Optional.of("No side of the dispute can raise this now.");
    }

    /** Whether nobody has to vote on it again: the others decided, or a decider whom all partners accepted. */
    private boolean binds(DisputeCard card, List<Side> sides, boolean decided) {
        return decided && (card.rung() == Rung.STEERING || present(sides).containsAll(partners(card)));
    }

    private Optional<String> raiseDecided(DisputeCard card) {
        DisputeEnding ending = card.ending();
        String decided = "Decided in dispute %d.".formatted(card.nr());
        if (ending.leaver() != null) {
            return withdrawals.raiseDecided(card.partnership(), ending.leaver(), why(card), decided);
        }
        matters.raiseDecided(card.partnership(), ending.way().matter().orElseThrow(), null, why(card), decided);
        return Optional.empty();
    }

    private Optional<String> raise(DisputeCard card, List<Side> sides) {
        String kind = card.ending().way().matter().orElseThrow();
        OrganisationId by = card.ending().leaver() != null ? card.ending().leaver() : proposer(card, kind, sides).orElseThrow();
        return matters.raiseFor(card.partnership(), kind, why(card), by, matters.card(card.matter()).person());
    }

    private Optional<OrganisationId> proposer(DisputeCard card, String kind, List<Side> sides) {
        return present(sides).stream().filter(side -> matters.objectionTo(card.partnership(), kind, side).isEmpty()).findFirst();
    }

    private static String why(DisputeCard card) {
        return "It follows from dispute %d between members.".formatted(card.nr());
    }

    // What is asked

    public DisputeCard card(UUID matter) {
        return once.read(new CardOf(matter), () -> disputes.get(matter).card());
    }

    /** Who raised it first, then by name; those too who have left. */
    public List<Side> sides(UUID matter) {
        return once.read(new SidesOf(matter), () -> tables.sides(matter));
    }

    public OrganisationId raiser(UUID matter) {
        return sides(matter).stream().filter(Side::raised).map(Side::organisation).findFirst().orElseThrow();
    }

    /** The sides that still belong to the partnership. */
    public List<OrganisationId> parties(UUID matter) {
        return present(sides(matter));
    }

    private static List<OrganisationId> present(List<Side> sides) {
        return sides.stream().filter(Side::present).map(Side::organisation).toList();
    }

    private static boolean isOneSided(List<Side> sides) {
        return sides.stream().filter(Side::present).map(Side::raised).distinct().count() < 2;
    }

    /** Whether nothing is left to talk about: it is settled or decided, or one side has left the partnership. */
    public boolean isOver(UUID matter) {
        return card(matter).ending() != null || isOneSided(sides(matter));
    }

    /** Members with whom the raiser can have a dispute, by their names. */
    public Map<OrganisationId, String> possibleOthers(UUID matter) {
        Map<OrganisationId, String> names = new LinkedHashMap<>(members(matter));
        names.remove(raiser(matter));
        return names;
    }

    /** All members by their names: any of them can be asked to do something. */
    public Map<OrganisationId, String> members(UUID matter) {
        return once.read(new NamesOf(matter), () -> byName(membersOf(card(matter)).map(Member::organisation).toList()));
    }

    /** The full partners by their names: they look whether something is done. */
    public Map<OrganisationId, String> verifiers(UUID matter) {
        Map<OrganisationId, String> names = new LinkedHashMap<>(members(matter));
        names.keySet().retainAll(partners(card(matter)));
        return names;
    }

    private Map<OrganisationId, String> byName(List<OrganisationId> members) {
        Map<OrganisationId, String> names = new LinkedHashMap<>();
        organisations.cards(members).values().stream().sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
                .forEach(one -> names.put(one.id(), one.name()));
        return names;
    }

    /** The full partners that are no side. */
    public List<OrganisationId> withoutSide(UUID matter) {
        List<OrganisationId> parties = parties(matter);
        return partners(card(matter)).stream().filter(partner -> !parties.contains(partner)).toList();
    }

    /**
     * How the dispute can end now, in the order in which people read it.
     *
     * @param byOthers whether others decide it, and not the sides themselves
     */
    public Map<DisputeEnding, String> endings(UUID matter, boolean byOthers) {
        return once.read(new EndingsOf(matter, byOthers), () -> possible(matter, byOthers));
    }

    private Map<DisputeEnding, String> possible(UUID matter, boolean byOthers) {
        DisputeCard card = card(matter);
        List<Side> sides = sides(matter);
        boolean decided = binds(card, sides, byOthers);
        Set<String> kinds = matters.possible(card.partnership(), KINDS);
        Set<OrganisationId> partners = Set.copyOf(partners(card));
        List<Side> raisers = sides.stream().filter(side -> side.present() && partners.contains(side.organisation())).toList();
        Map<DisputeEnding, String> endings = new LinkedHashMap<>();
        endings.put(new DisputeEnding(WayOut.NOTHING_MORE, null), WayOut.NOTHING_MORE.label());
        Stream.of(WayOut.AMENDMENT, WayOut.SUSPENSION, WayOut.CLOSING).filter(way -> kinds.contains(way.matter().orElseThrow()))
                .filter(way -> !raisers.isEmpty() || decided && way != WayOut.AMENDMENT)
                .forEach(way -> endings.put(new DisputeEnding(way, null), way.label()));
        if (kinds.contains(WayOut.LEAVING.matter().orElseThrow())) {
            raisers.forEach(side -> endings.put(new DisputeEnding(WayOut.LEAVING, side.organisation()),
                    "%s %s".formatted(side.name(), WayOut.LEAVING.label())));
        }
        return endings;
    }

    private List<OrganisationId> partners(DisputeCard card) {
        return membersOf(card).filter(member -> member.standing() == Standing.PARTNER).map(Member::organisation).toList();
    }

    private Stream<Member> membersOf(DisputeCard card) {
        return once.read(new MembersOf(card.matter()), () -> partnerships.members(card.partnership())).stream();
    }

    /** Refuses an ending that is not possible now. */
    public void expectPossible(UUID matter, DisputeEnding ending, boolean byOthers) {
        Refusal.unless(ending != null, "Please say how the dispute ends.");
        Refusal.unless(endings(matter, byOthers).containsKey(ending),
                "The dispute cannot end in this way any more. Please open the form again.");
        objection(card(matter), sides(matter), ending, byOthers).ifPresent(sentence -> {
            throw new Refusal(sentence);
        });
    }

    @EventListener
    void left(PartnerLeft fact) {
        once.forget();
    }

    private record CardOf(UUID matter) {
    }

    private record SidesOf(UUID matter) {
    }

    private record NamesOf(UUID matter) {
    }

    private record EndingsOf(UUID matter, boolean byOthers) {
    }

    private record MembersOf(UUID matter) {
    }
}
