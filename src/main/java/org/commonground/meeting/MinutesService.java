package org.commonground.meeting;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;
import org.commonground.partnership.Actions;
import org.commonground.partnership.Meeting;
import org.commonground.partnership.Meetings;
import org.commonground.partnership.PartnershipService;
import org.commonground.work.AlertKind;
import org.commonground.work.Alerts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is written down of a meeting, and what follows from it. */
@Service
public class MinutesService {

    private final MeetingTables tables;
    private final MeetingService meetings;
    private final InvitationService invitations;
    private final MeetingRecords records;
    private final Meetings held;
    private final Actions actions;
    private final PartnershipService partnerships;
    private final Alerts alerts;
    private final ApplicationEventPublisher facts;

    MinutesService(MeetingTables tables, MeetingService meetings, InvitationService invitations, MeetingRecords records, Meetings held,
            Actions actions, PartnershipService partnerships, Alerts alerts, ApplicationEventPublisher facts) {
        this.tables = tables;
        this.meetings = meetings;
        this.invitations = invitations;
        this.records = records;
        this.held = held;
        this.actions = actions;
        this.partnerships = partnerships;
        this.alerts = alerts;
        this.facts = facts;
    }

    /** Keeps what was said and agreed, or that nobody came: once. */
    @Transactional
    public void write(UUID id, Minutes minutes, String person) {
        MeetingCard card = tables.get(id);
        Refusal.unless(!card.isOver(), "The minutes of this meeting were written already.");
        if (!minutes.isHeld()) {
            tables.end(id, MeetingOutcome.NOBODY_CAME, null, minutes.nobodyCame());
            return;
        }
        List<MeetingGuest> guests = tables.guests(id);
        Refusal.unless(guests.stream().map(MeetingGuest::nr).collect(toSet()).containsAll(minutes.guests()),
                "One of these guests was not invited. Please name it among those who came besides.");
        Map<Integer, MeetingCard> hoped = openPolicies(card).stream().collect(Collectors.toMap(MeetingCard::nr, one -> one));
        Set<Integer> told = new HashSet<>();
        minutes.policies().forEach(policy -> Refusal.unless(hoped.containsKey(policy.nr()) && told.add(policy.nr()),
                "These policies have changed since you opened the page. Please open it again."));
        MeetingPlan plan = meetings.plan(card.partnership());
        minutes.further().forEach(further -> plan.expect(further.on(), meetings.today(plan)));
        Refusal.unless(minutes.heldOn() == null || !minutes.heldOn().isBefore(plan.work().begins()),
                "The agreement was sealed on %s: this meeting cannot have been before.".formatted(Days.inWords(plan.work().begins())));

        UUID meeting = held.record(card.partnership(), new Meeting(card.title(), minutes.heldOn(), minutes.present(), minutes.words()),
                person);
        actions.agree(card.partnership(), card.title(), minutes.actions(), person);
        tables.attend(id, guests.size(), minutes.guests(), minutes.besides());
        tables.decide(id, minutes.decisions());
        minutes.policies().stream().filter(policy -> policy.came() != null)
                .forEach(policy -> tables.tellOfPolicy(hoped.get(policy.nr()).id(), policy.came(), policy.words(), id));
        minutes.further().forEach(further -> tables.agree(card, tables.of(card.partnership()), further));
        tables.end(id, MeetingOutcome.HELD, meeting, null);
    }

    /** Tells all who were invited what was said, or that nobody came. What was missing of such a meeting before is better now. */
    @Transactional
    public void share(UUID id) {
        MeetingCard card = tables.get(id);
        alerts.resolve(card.partnership(), AlertKind.MINUTES_MISSING, card.kind().key());
        MeetingRecord record = records.of(card);
        facts.publishEvent(new MinutesShared(card.partnership(), card.titleWithSubject(), record.day(), card.nobodyCame(),
                record.present(), record.words(), record.decisions(),
                record.actions().stream().map(MeetingRecord.ActionLine::inWords).toList(), record.policies(), record.further(),
                invitations.invited(card)));
    }

    /** Keeps that nobody wrote minutes in time; the lead hears of it. Does nothing where somebody did. */
    @Transactional
    public void recordMissing(UUID id) {
        MeetingCard card = tables.get(id);
        if (card.isOver()) {
            return;
        }
        tables.end(id, MeetingOutcome.NO_MINUTES, null, null);
        OrganisationId first = partnerships.presentLead(card.partnership())
                .orElseGet(() -> partnerships.partners(card.partnership()).get(0));
        alerts.raise(card.partnership(), AlertKind.MINUTES_MISSING, first, card.kind().key(),
                "Nobody wrote down what was said in %s, or whether anybody came. Please see to it that there are minutes of the next one."
                        .formatted(card.dated()), List.of(first));
    }

    /** The earlier meetings of which nobody has told yet whether the policy came that they hoped for. */
    public List<MeetingCard> openPolicies(MeetingCard card) {
        return tables.of(card.partnership()).stream().filter(one -> one.isPolicyOpen() && !one.id().equals(card.id())).toList();
    }

    /** The day that is most likely the one on which it was held. */
    public LocalDate likelyDay(MeetingCard card, LocalDate today) {
        return card.on().isAfter(today) ? today : card.on();
    }
}
