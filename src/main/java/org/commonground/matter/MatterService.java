package org.commonground.matter;

import static org.commonground.matter.Words.said;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.commonground.foundation.Days;
import org.commonground.foundation.Messenger;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.Course;
import org.commonground.partnership.CourseOfWork;
import org.commonground.partnership.Member;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.partnership.Standing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What any partner may raise at any time, the smallest too. */
@Service
public class MatterService {

    private final Matters matters;
    private final PartnershipService partnerships;
    private final CourseOfWork work;
    private final AgreedTerms terms;
    private final ReviewsUnderWay reviews;
    private final OrganisationService organisations;
    private final Messenger messenger;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    MatterService(Matters matters, PartnershipService partnerships, CourseOfWork work, AgreedTerms terms, ReviewsUnderWay reviews,
            OrganisationService organisations, Messenger messenger, ApplicationEventPublisher facts, Clock clock) {
        this.matters = matters;
        this.partnerships = partnerships;
        this.work = work;
        this.terms = terms;
        this.reviews = reviews;
        this.organisations = organisations;
        this.messenger = messenger;
        this.facts = facts;
        this.clock = clock;
    }

    /** The partnerships in which this person may raise a matter today; maybe none. */
    public List<Course> raisableBy(String person) {
        return work.inForceWith(organisations.organisationOf(person));
    }

    /** Refused with a sentence where this person may raise a matter in no partnership today. */
    public void expectRaisableBy(String person) {
        Refusal.unless(!raisableBy(person).isEmpty(), ("%s is a full partner in no partnership that is in force, so there is nothing to raise. "
                + "An ally asks one of the partners to raise it.").formatted(organisations.card(organisations.organisationOf(person)).name()));
    }

    /**
     * Raises a matter in the name of the organisation that the person belongs to. Refused unless that is a full partner of a
     * partnership in force, while the same is raised already, and when it makes no sense any more, such as suspending what is
     * suspended. Once the term is over or the end is agreed nothing new is raised.
     */
    @Transactional
    public UUID raise(PartnershipId partnership, MatterKind kind, String why, String person) {
        String reason = said(why, "Please say in a sentence why: everybody who is asked to decide reads it.");
        OrganisationId organisation = organisations.organisationOf(person);
        Refusal.unless(partnerships.members(partnership).stream()
                        .anyMatch(member -> member.organisation().equals(organisation) && member.standing() == Standing.PARTNER),
                "Only full partners of %s can raise a matter in it. Please ask one of them.".formatted(partnership));
        objection(partnership, kind).ifPresent(sentence -> {
            throw new Refusal(sentence);
        });
        matters.open(partnership.value()).stream().map(Matter::card).filter(open -> open.kind() == kind).findFirst().ifPresent(open -> {
            throw new Refusal("“%s” was raised already, by %s on %s, and is not settled yet. Please take part in that one.".formatted(
                    kind.label(), organisations.card(open.raisedBy()).name(), Days.inWords(open.raisedOn())));
        });
        return matters.save(Matter.raise(partnership, kind, reason, organisation, person, today())).card().id();
    }

    /** Why such a matter can be neither raised nor carried out now, as a sentence; empty when it can. */
    public Optional<String> objection(PartnershipId partnership, MatterKind kind) {
        Course course = work.of(partnership);
        Instant end = course.phase() == Phase.IN_FORCE ? terms.ends(partnership) : null;
        if (course.phase() != Phase.IN_FORCE) {
            return Optional.of("%s is not in force: it stands at “%s”.".formatted(partnership, course.phase().label()));
        } else if (course.endAgreed()) {
            return Optional.of("The partners have agreed to close %s, so nothing new can be raised in it.".formatted(partnership));
        } else if (!clock.instant().isBefore(end)) {
            return Optional.of("The term of %s ended on %s, so nothing new can be raised in it.".formatted(partnership,
                    Days.inWords(LocalDate.ofInstant(end, clock.getZone()))));
        } else if (kind == MatterKind.SUSPENSION && course.suspended()) {
            return Optional.of("The work of %s pauses already.".formatted(partnership));
        } else if (kind == MatterKind.RESUMPTION && !course.suspended()) {
            return Optional.of("The work of %s goes on, so there is nothing to take up again.".formatted(partnership));
        }
        return kind == MatterKind.REVIEW ? reviews.objection(partnership) : Optional.empty();
    }

    /**
     * Sends the matter to its partnership. A review that arrives has begun, and with that the matter is settled; a proposal is open
     * until it is decided. When the partnership takes nothing up any more, the matter is over and the person who raised it is told.
     * May be repeated.
     *
     * @return whether it arrived
     */
    @Transactional
    public boolean send(UUID id) {
        Matter matter = find(id);
        if (!matter.isRaised()) {
            return matter.card().state() != MatterState.TOO_LATE;
        }
        MatterCard card = matter.card();
        boolean arrived = messenger.reaches(matter.message());
        if (arrived) {
            matter.arrive(today());
            facts.publishEvent(new MatterTakenUp(card.partnership(), card.kind(), card.raisedBy(), card.why(),
                    partnerships.members(card.partnership()).stream().map(Member::organisation).toList()));
        } else {
            matter.comesTooLate(today());
            facts.publishEvent(new MatterCameTooLate(card.partnership(), card.kind(), card.why(), card.person()));
        }
        matters.save(matter);
        return arrived;
    }

    /** Settles a matter. */
    @Transactional
    public void end(UUID id, String outcome) {
        Matter matter = find(id);
        matter.end(said(outcome, "Please say what came of it."), today());
        matters.save(matter);
    }

    public MatterCard card(UUID id) {
        return find(id).card();
    }

    /** What is raised and not settled yet, the oldest first. */
    public List<MatterCard> open(PartnershipId partnership) {
        return matters.open(partnership.value()).stream().map(Matter::card).toList();
    }

    /** Everything that was ever raised in the partnership, the oldest first. */
    public List<MatterCard> all(PartnershipId partnership) {
        return matters.all(partnership.value()).stream().map(Matter::card).toList();
    }

    private Matter find(UUID id) {
        return matters.findById(id).orElseThrow(() -> new NotFound("There is no such matter."));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
