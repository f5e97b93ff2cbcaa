package org.commonground.orientation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.commonground.notice.Audience;
import org.commonground.notice.Outbox;
import org.commonground.notice.RoomMails;
import org.commonground.notice.Template;
import org.commonground.notice.Templates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What members hear of how the work begins, and who supports them. */
@Component
class OrientationMails extends RoomMails {

    private final Template partnersOriented = mail("partners-oriented");
    private final Template secretariatSetUp = mail("secretariat-set-up");

    OrientationMails(Templates templates, Outbox outbox) {
        super(templates, outbox);
    }

    @EventListener
    void on(PartnersOriented fact) {
        Map<String, Object> words = new HashMap<>(Map.of("what", fact.orientation().minutes(), "lines", fact.present()));
        words.put("opened", fact.orientation().heldOn());
        tell(Audience.organisations(fact.members()), fact, partnersOriented, words);
    }

    @EventListener
    void on(SecretariatSetUp fact) {
        List<String> people = fact.secretariat().members().stream()
                .map(person -> "%s: %s".formatted(person.name(), person.duty())).toList();
        tell(Audience.organisations(fact.members()), fact, secretariatSetUp, Map.of("organisation", fact.secretariat().host().code(),
                "lines", people, "what", fact.secretariat().duties()));
    }
}
