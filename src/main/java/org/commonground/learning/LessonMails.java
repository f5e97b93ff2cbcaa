package org.commonground.learning;

import java.util.Map;

import org.commonground.notice.Audience;
import org.commonground.notice.Outbox;
import org.commonground.notice.RoomMails;
import org.commonground.notice.Template;
import org.commonground.notice.Templates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What people hear of lessons of others on which they build. */
@Component
class LessonMails extends RoomMails {

    private final Template lessonTakenBack = mail("lesson-taken-back");

    LessonMails(Templates templates, Outbox outbox) {
        super(templates, outbox);
    }

    /** Neither the words nor the reason: both are no longer for whoever hears it. */
    @EventListener
    void on(LessonTakenBack fact) {
        tell(Audience.organisations(fact.users()), fact, lessonTakenBack, Map.of("source", fact.source(), "withdrawn", fact.withdrawn()));
    }
}
