package org.commonground.meeting;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.commonground.foundation.Days;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.organisation.OrganisationCard;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.Action;
import org.commonground.partnership.Actions;
import org.commonground.partnership.Meeting;
import org.commonground.partnership.Meetings;
import org.commonground.partnership.PartnershipService;
import org.springframework.stereotype.Service;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** What people read of meetings, before and after them. */
@Service
public class MeetingRecords {

    private static final String TEMPLATE = "meeting/meeting-record";

    private final MeetingTables tables;
    private final InvitationService invitations;
    private final Meetings held;
    private final Actions actions;
    private final OrganisationService organisations;
    private final PartnershipService partnerships;
    private final ITemplateEngine templates;

    MeetingRecords(MeetingTables tables, InvitationService invitations, Meetings held, Actions actions, OrganisationService organisations,
            PartnershipService partnerships, ITemplateEngine templates) {
        this.tables = tables;
        this.invitations = invitations;
        this.held = held;
        this.actions = actions;
        this.organisations = organisations;
        this.partnerships = partnerships;
        this.templates = templates;
    }

    /** Those to which people are or were invited, the first one first; and those that fell away before. */
    List<MeetingCard> told(PartnershipId partnership) {
        return tables.of(partnership).stream().filter(card -> card.isSent() || card.isOver()).toList();
    }

    MeetingCard find(PartnershipId partnership, int nr) {
        return told(partnership).stream().filter(card -> card.nr() == nr).findFirst()
                .orElseThrow(() -> new NotFound("There is no such meeting."));
    }

    /** Whose people read it: of those who are or would be invited today. */
    Set<OrganisationId> readers(MeetingCard card) {
        return Set.copyOf(invitations.invited(card));
    }

    /** What it says on the list of papers. */
    String inShort(MeetingCard card) {
        return card.isOver() ? card.outcome().label() : "People are invited";
    }

    /** As a whole page in HTML, with the words of others escaped. */
    String page(MeetingCard card) {
        return templates.process(TEMPLATE, new Context(Locale.ENGLISH, Map.of("record", of(card), "number", card.partnership().value(),
                "title", partnerships.card(card.partnership()).title())));
    }

    MeetingRecord of(MeetingCard card) {
        Optional<Meeting> meeting = held.find(card.heldAs());
        List<MeetingGuest> guests = tables.guests(card.id());
        LocalDate day = meeting.map(Meeting::heldOn).orElse(card.on());
        List<MeetingCard> all = tables.of(card.partnership());
        return new MeetingRecord(card.titleWithSubject(), day, stands(card), invitations.reason(card), late(card),
                "%s%s".formatted(Days.inWords(card.on()), card.hour() == null ? "" : ", " + card.hour()), card.place(), card.agenda(),
                guests.stream().filter(guest -> guest.why() != null).map(MeetingRecords::inWords).toList(), hoped(card, all),
                meeting.map(one -> present(one, guests)).orElse(null), meeting.map(Meeting::minutes).orElse(null),
                tables.decisions(card.id()), actions.all(card.partnership()).stream().filter(one -> one.source().equals(card.title()))
                        .map(MeetingRecords::line).toList(),
                all.stream().filter(one -> card.id().equals(one.policyToldIn())).map(one -> "%s hoped for “%s”: %s".formatted(one.dated(),
                        one.policy(), became(one))).toList(),
                all.stream().filter(one -> card.id().equals(one.agreedIn())).map(MeetingRecords::further).toList());
    }

    private static String stands(MeetingCard card) {
        return card.isOver() ? card.outcome() == MeetingOutcome.NOBODY_CAME ? "Nobody came. " + card.nobodyCame()
                : card.outcome().label() + "." : "It lies ahead, or its minutes are awaited.";
    }

    private static String late(MeetingCard card) {
        return card.missed() == 0 ? null
                : "It stands also for %d earlier %s that passed without a meeting.".formatted(card.missed(),
                        card.missed() == 1 ? "date" : "dates");
    }

    private static String inWords(MeetingGuest guest) {
        return "%s: %s%s".formatted(guest.inWords(), guest.why(),
                guest.came() == null ? "" : guest.came() ? ". Came." : ". Did not come.");
    }

    private static String hoped(MeetingCard card, List<MeetingCard> all) {
        if (card.policy() == null) {
            return null;
        }
        return card.policyCame() == null ? card.policy() : "%s – %s (told in %s)".formatted(card.policy(), became(card),
                all.stream().filter(one -> one.id().equals(card.policyToldIn())).map(MeetingCard::title).collect(joining()));
    }

    private static String became(MeetingCard card) {
        return (card.policyCame() ? "It came. " : "It did not come. ") + card.policyWords();
    }

    private static String further(MeetingCard card) {
        return "%s on %s%s".formatted(card.titleWithSubject(), Days.inWords(card.on()), card.whom() == null ? "" : ", with " + card.whom());
    }

    private String present(Meeting meeting, List<MeetingGuest> guests) {
        Map<OrganisationId, OrganisationCard> names = organisations.cards(meeting.present());
        return Stream.concat(meeting.present().stream().map(one -> names.get(one).name()).sorted(),
                guests.stream().filter(MeetingGuest::hasCome).map(MeetingGuest::inWords)).collect(joining(", "));
    }

    private static MeetingRecord.ActionLine line(Action action) {
        return new MeetingRecord.ActionLine(action.what(), action.ownerName(), Days.inWords(action.due()), action.verifierName(),
                action.open() ? "open" : "settled");
    }

    /** Policies that came of meetings, each with the meeting that hoped for it. */
    public List<PolicyLine> policies(PartnershipId partnership) {
        return tables.of(partnership).stream().filter(one -> Boolean.TRUE.equals(one.policyCame()))
                .map(one -> new PolicyLine(one.dated(), one.policyWords())).toList();
    }

    /** @param words what came */
    public record PolicyLine(String meeting, String words) {
    }
}
