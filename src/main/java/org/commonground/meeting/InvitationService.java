package org.commonground.meeting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.commonground.agreement.AgreedTerms;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.negotiation.Terms;
import org.commonground.partnership.Member;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Standing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How people are invited to a meeting: by somebody in time, or else with what was agreed, so that no meeting hangs on one person. */
@Service
public class InvitationService {

    private static final String USUAL_AGENDA =
            "What each of us did since we last met, the actions that are open, and what comes next.";

    private final MeetingTables tables;
    private final MeetingService meetings;
    private final AgreedTerms agreements;
    private final PartnershipService partnerships;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    InvitationService(MeetingTables tables, MeetingService meetings, AgreedTerms agreements, PartnershipService partnerships,
            ApplicationEventPublisher facts, Clock clock) {
        this.tables = tables;
        this.meetings = meetings;
        this.agreements = agreements;
        this.partnerships = partnerships;
        this.facts = facts;
        this.clock = clock;
    }

    /** Keeps to what people are invited; they hear of it from the machine. */
    @Transactional
    public void invite(UUID id, MeetingInvitation invitation, String person) {
        MeetingCard card = tables.get(id);
        Refusal.unless(!card.isOver() && !card.isSent() && card.invitedBy() == null, "The invitation to this meeting was written already.");
        MeetingPlan plan = meetings.plan(card.partnership());
        plan.expect(invitation.on(), meetings.today(plan));
        tables.invite(id, invitation, person);
    }

    /** Invites all whom it concerns; where nobody said to what, to what was agreed. May be repeated. */
    @Transactional
    public void send(UUID id) {
        MeetingCard card = tables.get(id);
        if (card.isOver() || card.isSent()) {
            return;
        }
        Terms terms = agreements.of(card.partnership()).terms();
        boolean inTime = card.invitedBy() != null;
        String place = inTime ? card.place() : place(card);
        String agenda = inTime ? card.agenda() : agenda(card);
        tables.send(id, place, agenda);
        List<MeetingGuest> guests = tables.guests(id);
        facts.publishEvent(new MeetingInvited(card.partnership(), card.titleWithSubject(), card.on(), card.hour(), place, agenda,
                terms.languages(), terms.channel(), guests.stream().map(MeetingGuest::inWords).toList(), card.policy(), inTime,
                guests.stream().filter(guest -> guest.address() != null)
                        .map(guest -> new InvitedGuest(guest.name(), guest.from(), guest.address(), guest.why())).toList(),
                invited(card)));
    }

    /** Where they meet unless somebody says otherwise: by the way in which they agreed to inform each other. */
    public String place(MeetingCard card) {
        return agreements.of(card.partnership()).terms().channel();
    }

    /** In which languages the partners agreed to speak with each other. */
    public String languages(MeetingCard card) {
        return agreements.of(card.partnership()).terms().languages();
    }

    /** What it is about unless somebody says otherwise. */
    public String agenda(MeetingCard card) {
        return card.subject() == null ? USUAL_AGENDA : card.subject();
    }

    /** Why the meeting comes: what was agreed, in a sentence. */
    public String reason(MeetingCard card) {
        if (card.agreedIn() != null) {
            return "You agreed on it in %s.".formatted(tables.get(card.agreedIn()).dated());
        }
        return switch (card.kind()) {
            case STEERING -> {
                Integer times = agreements.of(card.partnership()).terms().meetingsPerYear();
                yield "You agreed to meet %s a year.".formatted(times == 1 ? "once" : times + " times");
            }
            default -> {
                Integer months = agreements.of(card.partnership()).terms().consultationIntervalMonths();
                yield "You agreed on a consultation every %s.".formatted(months == 1 ? "month" : months + " months");
            }
        };
    }

    /** The members whom it concerns: the full partners, and allies where it is not only about deciding. */
    public List<OrganisationId> invited(MeetingCard card) {
        return invited(card.partnership(), card.kind());
    }

    private List<OrganisationId> invited(PartnershipId partnership, MeetingKind kind) {
        return partnerships.members(partnership).stream().filter(member -> kind.isWithAllies() || member.standing() == Standing.PARTNER)
                .map(Member::organisation).toList();
    }

    /** Until when somebody can invite at the latest: half of the time that is left now is kept for those who come. */
    public Instant halfwayTo(UUID id) {
        MeetingCard card = tables.get(id);
        Instant now = clock.instant();
        return now.plus(Duration.between(now, meetings.plan(card.partnership()).work().morningOf(card.on())).dividedBy(2));
    }
}
