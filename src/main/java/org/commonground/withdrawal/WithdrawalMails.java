package org.commonground.withdrawal;

import java.util.Map;

import org.commonground.notice.Audience;
import org.commonground.notice.Outbox;
import org.commonground.notice.RoomMails;
import org.commonground.notice.Template;
import org.commonground.notice.Templates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What people hear when a partner leaves. */
@Component
class WithdrawalMails extends RoomMails {

    private final Template noticeGiven = mail("notice-given");
    private final Template leavingDecided = mail("leaving-decided");
    private final Template noticeTakenBack = mail("notice-taken-back");
    private final Template thingsPassedOn = mail("things-passed-on");
    private final Template offersAnswered = mail("offers-answered");
    private final Template withdrawalEnded = mail("withdrawal-ended");

    WithdrawalMails(Templates templates, Outbox outbox) {
        super(templates, outbox);
    }

    @EventListener
    void on(NoticeGiven fact) {
        tell(Audience.everybody(fact.members()), fact, fact.released() ? leavingDecided : noticeGiven, Map.of("organisation",
                fact.organisation().code(), "due", fact.effective(), "reason", fact.why()));
    }

    @EventListener
    void on(NoticeTakenBack fact) {
        tell(Audience.everybody(fact.members()), fact, noticeTakenBack, Map.of("organisation", fact.organisation().code(), "reason",
                fact.reason()));
    }

    @EventListener
    void on(ThingsPassedOn fact) {
        tell(Audience.everybody(fact.members()), fact, thingsPassedOn, Map.of("organisation", fact.organisation().code(), "lines",
                fact.lines()));
    }

    @EventListener
    void on(OffersAnswered fact) {
        tell(Audience.organisation(fact.organisation()), fact, offersAnswered, Map.of("lines", fact.lines()));
    }

    @EventListener
    void on(WithdrawalEnded fact) {
        tell(Audience.everybody(fact.members()), fact, withdrawalEnded, Map.of("organisation", fact.organisation().code(), "reason",
                fact.reason()));
    }
}
