package org.commonground.meeting;

import java.util.HashMap;
import java.util.Map;

import org.commonground.notice.Audience;
import org.commonground.notice.Outbox;
import org.commonground.notice.RoomMails;
import org.commonground.notice.Template;
import org.commonground.notice.Templates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What members and guests hear of meetings. */
@Component
class MeetingMails extends RoomMails {

    private final Template meetingInvited = mail("meeting-invited");
    private final Template guestInvited = mail("guest-invited");
    private final Template minutesShared = mail("minutes-shared");

    MeetingMails(Templates templates, Outbox outbox) {
        super(templates, outbox);
    }

    @EventListener
    void on(MeetingInvited fact) {
        Map<String, Object> data = new HashMap<>();
        data.put("meeting", fact.title());
        data.put("on", fact.on());
        data.put("hour", fact.hour());
        data.put("place", fact.place());
        data.put("agenda", fact.agenda());
        data.put("languages", fact.languages());
        data.put("policy", fact.policy());
        data.put("inTime", fact.inTime());
        data.put("channel", fact.channel());
        data.put("guests", fact.guests());
        tell(Audience.everybody(fact.invited()), fact, meetingInvited, data);
        fact.addressed().forEach(guest -> {
            Map<String, Object> toGuest = new HashMap<>(data);
            toGuest.put("name", guest.name());
            toGuest.put("why", guest.why());
            toGuest.put("guest", true);
            tell(Audience.address(guest.address()), fact, guestInvited, toGuest);
        });
    }

    @EventListener
    void on(MinutesShared fact) {
        Map<String, Object> data = new HashMap<>();
        data.put("meeting", fact.title());
        data.put("on", fact.on());
        data.put("nobodyCame", fact.nobodyCame());
        data.put("present", fact.present());
        data.put("minutes", fact.words());
        data.put("decisions", fact.decisions());
        data.put("actions", fact.actions());
        data.put("policies", fact.policies());
        data.put("further", fact.further());
        tell(Audience.everybody(fact.readers()), fact, minutesShared, data);
    }
}
