package org.commonground.home;

import java.util.HashMap;
import java.util.Map;

import org.commonground.notice.Audience;
import org.commonground.notice.Outbox;
import org.commonground.notice.RoomMails;
import org.commonground.notice.Template;
import org.commonground.notice.Templates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What people hear of questions about a partnership and of their answers. */
@Component
class QuestionMails extends RoomMails {

    private final Template questionAsked = mail("question-asked");
    private final Template questionAnswered = mail("question-answered");

    QuestionMails(Templates templates, Outbox outbox) {
        super(templates, outbox);
    }

    @EventListener
    void on(QuestionAsked fact) {
        Map<String, Object> words = new HashMap<>(Map.of("question", fact.words()));
        words.put("step", fact.step());
        words.put("organisation", fact.organisation() == null ? null : fact.organisation().code());
        Audience members = Audience.organisations(fact.members());
        tell(fact.organisation() == null ? members : members.and(Audience.coordinator()), fact, questionAsked, words);
    }

    @EventListener
    void on(QuestionAnswered fact) {
        Map<String, Object> words = new HashMap<>(Map.of("question", fact.question(), "reply", fact.answer()));
        words.put("organisation", fact.organisation() == null ? null : fact.organisation().code());
        Audience readers = Audience.organisations(fact.readers());
        tell(fact.coordinator() ? readers.and(Audience.coordinator()) : readers, fact, questionAnswered, words);
    }
}
