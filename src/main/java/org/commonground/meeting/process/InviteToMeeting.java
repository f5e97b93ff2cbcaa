package org.commonground.meeting.process;

import java.time.LocalDate;
import java.util.List;

import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.commonground.meeting.InvitationService;
import org.commonground.meeting.InvitedGuest;
import org.commonground.meeting.MeetingCard;
import org.commonground.meeting.MeetingInvitation;
import org.commonground.meeting.MeetingService;
import org.commonground.partnership.Action;
import org.commonground.partnership.Actions;
import org.springframework.stereotype.Component;

/** To what members and guests are invited. */
@Component
@For("coordinator")
class InviteToMeeting implements Step<InviteToMeeting.Shown, InviteToMeeting.Given> {

    private final MeetingService meetings;
    private final InvitationService invitations;
    private final Actions actions;

    InviteToMeeting(MeetingService meetings, InvitationService invitations, Actions actions) {
        this.meetings = meetings;
        this.invitations = invitations;
        this.actions = actions;
    }

    @Override
    public Shown show(StepContext context) {
        MeetingCard card = meetings.card(MeetingVariables.meeting(context));
        List<Open> open = actions.open(context.partnership()).stream().map(Open::of).toList();
        return new Shown(card.titleWithSubject(), invitations.reason(card), card.whom(),
                card.kind().isWithAllies() ? "All members are invited, allies too." : "All full partners are invited.",
                invitations.languages(card), open, open.isEmpty(), card.on(), invitations.place(card), invitations.agenda(card));
    }

    @Override
    public List<String> mailed(StepContext context) {
        MeetingCard card = meetings.card(MeetingVariables.meeting(context));
        return List.of("The meeting: %s, on %s if that suits.".formatted(card.titleWithSubject(), Days.inWords(card.on())));
    }

    @Override
    public void take(Given given, StepContext context) {
        invitations.invite(MeetingVariables.meeting(context), given.invitation(), context.person());
    }

    record Shown(String meeting, String why, String whom, String who, String languages, List<Open> openActions, boolean nothingOpen,
            LocalDate on, String place, String agenda) {
    }

    record Open(String what, String owner, String due) {

        static Open of(Action action) {
            return new Open(action.what(), action.ownerName(), Days.brief(action.due()));
        }
    }

    record Given(LocalDate on, String hour, String place, String agenda, List<Row> guests, String policy) {

        MeetingInvitation invitation() {
            return new MeetingInvitation(on, hour, place, agenda, guests.stream().map(Row::guest).toList(), policy);
        }
    }

    record Row(String name, String from, String address, String reason) {

        InvitedGuest guest() {
            return new InvitedGuest(name, from, address, reason);
        }
    }
}
