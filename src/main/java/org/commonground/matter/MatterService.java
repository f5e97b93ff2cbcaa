package org.commonground.matter;

import static org.commonground.foundation.Words.said;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.commonground.agreement.AgreedTerms;
import org.commonground.foundation.Days;
import org.commonground.foundation.Messenger;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.PersonLeft;
import org.commonground.partnership.Course;
import org.commonground.partnership.CourseOfWork;
import org.commonground.partnership.Member;
import org.commonground.partnership.OncePerTransaction;
import org.commonground.partnership.PartnerLeft;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.partnership.Standing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What any member may raise at any time, the smallest too. What kinds there are the rooms say ({@link MatterKind}). */
@Service
public class MatterService {

    private final Matters matters;
    private final MatterKinds kinds;
    private final PartnershipService partnerships;
    private final CourseOfWork work;
    private final AgreedTerms terms;
    private final OrganisationService organisations;
    private final Messenger messenger;
    private final OncePerTransaction once;
    private final List<LastCall> lastCalls;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    MatterService(Matters matters, MatterKinds kinds, PartnershipService partnerships, CourseOfWork work, AgreedTerms terms,
            OrganisationService organisations, Messenger messenger, OncePerTransaction once, List<LastCall> lastCalls,
            ApplicationEventPublisher facts, Clock clock) {
        this.matters = matters;
        this.kinds = kinds;
        this.partnerships = partnerships;
        this.work = work;
        this.terms = terms;
        this.organisations = organisations;
        this.messenger = messenger;
        this.once = once;
        this.lastCalls = lastCalls;
        this.facts = facts;
        this.clock = clock;
    }

    // Raising

    /** What people can raise in this house, in the order of the lines by which it is chosen. */
    public List<MatterKind> kinds() {
        return kinds.all().stream().filter(kind -> !kind.raisedBy().isEmpty()).toList();
    }

    /**
     * The partnerships in which this person's organisation may raise something; those whose end has come too, so that one reads why not.
     */
    public List<Course> raisableBy(String person) {
        return raisableBy(organisationOf(person));
    }

    private List<Course> raisableBy(OrganisationId organisation) {
        return work.with(organisation).stream().filter(course -> standing(course.id(), organisation)
                .filter(standing -> kinds().stream().anyMatch(kind -> kind.raisedBy().contains(standing)
                        && suits(kind, course.phase()))).isPresent()).toList();
    }

    /** Who closes the partnership at this moment does it before or after. */
    private void waitForClosing(PartnershipId partnership, MatterKind kind) {
        if (kind.occasions().contains(Occasion.CLOSING)) {
            partnerships.oneAtATime(partnership);
        }
    }

    private static boolean suits(MatterKind kind, Phase phase) {
        return switch (phase) {
            case CLARIFYING, ENDED -> false;
            case SELECTING, NEGOTIATING, SIGNING -> kind.occasions().contains(Occasion.BEFORE_IN_FORCE);
            case IN_FORCE -> kind.occasions().contains(Occasion.IN_FORCE);
            case CLOSING -> kind.occasions().contains(Occasion.CLOSING);
        };
    }

    /**
     * Who began to raise something for the organisation has left. It passes to its other people, unless there is no partnership any more in
     * which it could be raised: then it is over, and they are told. May be repeated.
     *
     * @return whether it passes to them
     */
    @Transactional
    public boolean handOn(OrganisationId organisation) {
        boolean raisable = !raisableBy(organisation).isEmpty();
        if (!raisable) {
            facts.publishEvent(new MatterDropped(organisation));
        }
        return raisable;
    }

    /** Refused with a sentence where this person may raise a matter in no partnership today. */
    public void expectRaisableBy(String person) {
        Refusal.unless(!raisableBy(person).isEmpty(),
                "%s belongs to no partnership in which it can raise something now."
                        .formatted(organisations.card(organisations.organisationOf(person)).name()));
    }

    /**
     * Raises a matter in the name of the organisation that the person belongs to. Refused unless the kind is for that member and for
     * the time in which the partnership stands, while the same is raised already, and when it makes no sense any more, such as
     * suspending what is suspended.
     *
     * @param kind its key
     */
    @Transactional
    public UUID raise(PartnershipId partnership, String kind, String why, String person) {
        MatterKind raised = kinds.of(kind);
        String reason = said(why, "Please say in a sentence why: everybody who is asked to decide reads it.");
        OrganisationId organisation = organisationOf(person);
        Refusal.unless(standing(partnership, organisation).filter(raised.raisedBy()::contains).isPresent(),
                (raised.raisedBy().contains(Standing.ALLY) ? "Only members of %s can raise a matter in it."
                        : "Only full partners of %s can raise a matter in it. Please ask one of them.").formatted(partnership));
        // What is raised while the partnership is being closed keeps it from being closed, or comes too late.
        waitForClosing(partnership, raised);
        objection(partnership, raised).ifPresent(sentence -> {
            throw new Refusal(sentence);
        });
        raised.objection(partnership, organisation).ifPresent(sentence -> {
            throw new Refusal(sentence);
        });
        expectFirst(partnership, raised);
        return saved(Matter.raise(partnership, raised, reason, organisation, person, clock));
    }

    /**
     * The coordinator puts something to the partners that only they decide. The diagram takes it up as soon as a machine gets to it.
     * Refused like {@link #raise}.
     *
     * @param kind its key
     */
    @Transactional
    public void propose(PartnershipId partnership, String kind, String why, String person) {
        MatterKind proposed = kinds.of(kind);
        String reason = said(why, "Please say in a sentence why: everybody who is asked to decide reads it.");
        objection(partnership, proposed).ifPresent(sentence -> {
            throw new Refusal(sentence);
        });
        expectFirst(partnership, proposed);
        MatterCard card = matters.save(Matter.propose(partnership, proposed, reason, person, clock)).card(kinds);
        List<OrganisationId> members = partnerships.memberIds(partnership);
        facts.publishEvent(new MatterRaised(partnership, card.id()));
        facts.publishEvent(new MatterTakenUp(card, members, members));
    }

    private void expectFirst(PartnershipId partnership, MatterKind kind) {
        if (!kind.severalAtOnce()) {
            undecided(partnership, kind).ifPresent(open -> {
                throw new Refusal("“%s” was raised already, by %s on %s, and is not settled yet. Please take part in that one.".formatted(
                        kind.label(), raiser(open), Days.inWords(open.raisedOn())));
            });
        }
    }

    private Optional<MatterCard> undecided(PartnershipId partnership, MatterKind kind) {
        return open(partnership).stream().filter(open -> open.kind().key().equals(kind.key()) && open.decided() == null).findFirst();
    }

    /**
     * Raises what all partners have decided on already, such as in a review: nobody is asked again. Only a machine's box may do that,
     * since the matter is sent at once. Nothing is raised where it makes no sense any more.
     *
     * @param kind    its key
     * @param about   what it is about, in the keys of its kind, or null
     * @param decided how they decided, as a sentence
     */
    @Transactional
    public void raiseDecided(PartnershipId partnership, String kind, String about, String why, String decided) {
        writeDecided(partnership, kind, about, why, decided).ifPresent(this::send);
    }

    /**
     * Writes down what was decided, as {@link #raiseDecided} does, for a room that adds something before it is sent.
     *
     * @return the matter that is to be sent; empty where it makes no sense any more
     */
    @Transactional
    public Optional<UUID> writeDecided(PartnershipId partnership, String kind, String about, String why, String decided) {
        MatterKind raised = kinds.of(kind);
        return objection(partnership, raised).isPresent() ? Optional.empty()
                : Optional.of(saved(Matter.decided(partnership, raised, about, why, decided, clock)));
    }

    /**
     * Raises in the name of one of its members what it named when all decided about something else, such as the way forward of a review, or
     * what follows from another matter: it goes on as if its people had raised it. Only a machine's box may do that, since the matter is
     * sent at once. Nothing is raised where it makes no sense any more.
     *
     * @param kind   its key
     * @param person who named it, or for whom the box acts
     * @return why nothing was raised, as a sentence; empty where it was
     */
    @Transactional
    public Optional<String> raiseFor(PartnershipId partnership, String kind, String why, OrganisationId organisation, String person) {
        MatterKind raised = kinds.of(kind);
        Optional<String> objection = objectionTo(partnership, kind, organisation);
        if (objection.isEmpty()) {
            send(saved(Matter.raise(partnership, raised, why, organisation, person, clock)));
        }
        return objection;
    }

    /** Why this member cannot raise such a matter now, as a sentence; empty when it can. */
    public Optional<String> objectionTo(PartnershipId partnership, String kind, OrganisationId organisation) {
        MatterKind raised = kinds.of(kind);
        if (standing(partnership, organisation).filter(raised.raisedBy()::contains).isEmpty()) {
            return Optional.of("%s cannot raise this.".formatted(organisations.card(organisation).name()));
        }
        return objection(partnership, raised).or(() -> raised.objection(partnership, organisation)).or(() -> (raised.severalAtOnce()
                ? Optional.<MatterCard>empty() : undecided(partnership, raised))
                .map(open -> "“%s” was raised already and is not settled yet.".formatted(raised.label())));
    }

    /** Those of these kinds that a room has brought and that make sense now, whoever raises them. */
    public Set<String> possible(PartnershipId partnership, Collection<String> some) {
        Course course = work.of(partnership);
        return kinds.all().stream().filter(kind -> some.contains(kind.key())).filter(kind -> objection(course, kind).isEmpty())
                .map(MatterKind::key).collect(Collectors.toSet());
    }

    /** Why such a matter makes no sense now, whoever raises it, as a sentence; empty when it does. */
    public Optional<String> objectionTo(PartnershipId partnership, String kind) {
        return objection(partnership, kinds.of(kind));
    }

    /** Why such a matter can be neither raised nor carried out now, as a sentence; empty when it can. */
    public Optional<String> objection(PartnershipId partnership, MatterKind kind) {
        return objection(work.of(partnership), kind);
    }

    private Optional<String> objection(Course course, MatterKind kind) {
        PartnershipId partnership = course.id();
        Optional<Occasion> occasion = occasion(course);
        if (occasion.filter(kind.occasions()::contains).isPresent()) {
            return lastCall(partnership, occasion.get()).or(() -> kind.objection(course));
        }
        if (occasion.filter(Occasion.TERM_OVER::equals).isEmpty()) {
            return Optional.of((kind.occasions().contains(Occasion.IN_FORCE) ? "%s is not in force: it stands at “%s”."
                    : "%s is past the time for this: it stands at “%s”.").formatted(partnership, course.phase().label()));
        }
        return Optional.of(course.endAgreed() ? "The partners have agreed to close %s, so nothing new can be raised in it.".formatted(
                partnership) : "The term of %s ended on %s, so nothing new can be raised in it.".formatted(partnership,
                        Days.inWords(LocalDate.ofInstant(terms.of(partnership).termEnds(), clock.getZone()))));
    }

    private Optional<String> lastCall(PartnershipId partnership, Occasion occasion) {
        return occasion != Occasion.CLOSING ? Optional.empty()
                : lastCalls.stream().map(one -> one.tooLate(partnership)).flatMap(Optional::stream).findFirst();
    }

    private Optional<Occasion> occasion(Course course) {
        return switch (course.phase()) {
            case SELECTING, NEGOTIATING, SIGNING -> Optional.of(Occasion.BEFORE_IN_FORCE);
            case IN_FORCE -> Optional.of(course.endAgreed() || isOver(course.id()) ? Occasion.TERM_OVER : Occasion.IN_FORCE);
            case CLOSING -> Optional.of(Occasion.CLOSING);
            case CLARIFYING, ENDED -> Optional.empty();
        };
    }

    private boolean isOver(PartnershipId partnership) {
        return !clock.instant().isBefore(terms.of(partnership).termEnds());
    }

    private Optional<Standing> standing(PartnershipId partnership, OrganisationId organisation) {
        return once.read(new StandingIn(partnership, organisation), () -> partnerships.members(partnership).stream()
                .filter(member -> member.organisation().equals(organisation)).map(Member::standing).findFirst());
    }

    private OrganisationId organisationOf(String person) {
        return once.read(new OrganisationOf(person), () -> organisations.organisationOf(person));
    }

    @EventListener({PersonLeft.class, PartnerLeft.class})
    void forget() {
        once.forget();
    }

    private record StandingIn(PartnershipId partnership, OrganisationId organisation) {
    }

    private record OrganisationOf(String person) {
    }

    // What becomes of it

    /**
     * Sends the matter to its partnership, where its room takes it up. When the partnership takes nothing up any more, the matter is over,
     * and who raised it is told. May be repeated.
     *
     * @return whether it arrived
     */
    @Transactional
    public boolean send(UUID id) {
        Matter matter = find(id);
        if (!matter.isRaised()) {
            return card(id).state() != MatterState.TOO_LATE;
        }
        MatterCard card = matter.card(kinds);
        List<OrganisationId> members = partnerships.members(card.partnership()).stream().map(Member::organisation).toList();
        waitForClosing(card.partnership(), card.kind());
        boolean arrived = work.of(card.partnership()).phase() != Phase.ENDED
                && messenger.reaches(new MatterRaised(card.partnership(), id));
        if (!arrived) {
            matter.comesTooLate(LocalDate.now(clock));
            facts.publishEvent(new MatterCameTooLate(card, members));
        } else {
            matter.arrive(card.kind().settledOnArrival().orElse(null), LocalDate.now(clock));
            if (card.decided() == null && !card.kind().isConfidential()) {
                facts.publishEvent(new MatterTakenUp(card, members,
                        members.stream().filter(member -> card.kind().maySeeWhy(card, member)).toList()));
            }
        }
        matters.save(matter);
        return arrived;
    }

    /** The process that takes the matter up. */
    public String room(UUID id) {
        return card(id).kind().room();
    }

    /** Says what an open matter is about, in the keys of its kind, where its room asks for that. */
    @Transactional
    public void specify(UUID id, String about) {
        Matter matter = find(id);
        matter.specify(about);
        matters.save(matter);
    }

    /** Settles a matter. */
    @Transactional
    public void end(UUID id, String outcome) {
        Matter matter = find(id);
        matter.end(said(outcome, "Please say what came of it."), LocalDate.now(clock));
        matters.save(matter);
    }

    /** Another member carries on from now on what this one raised. */
    @Transactional
    public void passOn(UUID id, OrganisationId next) {
        Matter matter = find(id);
        matter.passOn(next);
        matters.save(matter);
    }

    // What is asked

    public MatterCard card(UUID id) {
        return find(id).card(kinds);
    }

    /** The moment it was raised: who joined later is not asked in it. */
    public Instant raisedAt(UUID id) {
        return find(id).raisedAt();
    }

    /** What is raised and not settled yet, the oldest first. */
    public List<MatterCard> open(PartnershipId partnership) {
        return matters.open(partnership.value()).stream().map(matter -> matter.card(kinds)).toList();
    }

    /** Everything that was ever raised in the partnership, the oldest first. */
    public List<MatterCard> all(PartnershipId partnership) {
        return matters.all(partnership.value()).stream().map(matter -> matter.card(kinds)).toList();
    }

    /** Who raised it, in words. */
    public String raiser(MatterCard matter) {
        return matter.kind().isConfidential() ? "a member" : matter.decided() != null ? "all partners"
                : matter.raisedBy() == null ? "the coordinator" : organisations.card(matter.raisedBy()).name();
    }

    private UUID saved(Matter matter) {
        return matters.save(matter).card(kinds).id();
    }

    private Matter find(UUID id) {
        return matters.findById(id).orElseThrow(() -> new NotFound("There is no such matter."));
    }
}
