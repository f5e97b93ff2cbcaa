package org.commonground.matter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.commonground.foundation.OrganisationId;
import org.commonground.notice.Audience;
import org.commonground.notice.Outbox;
import org.commonground.notice.RoomMails;
import org.commonground.notice.Template;
import org.commonground.notice.Templates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What people hear of matters that partners raise. */
@Component
class MatterMails extends RoomMails {

    private final Template matterRaised = mail("matter-raised");
    private final Template matterCameTooLate = mail("matter-came-too-late");
    private final Template matterDropped = mail("matter-dropped");

    MatterMails(Templates templates, Outbox outbox) {
        super(templates, outbox);
    }

    @EventListener
    void on(MatterTakenUp fact) {
        List<OrganisationId> others = fact.members().stream().filter(member -> !fact.readers().contains(member)).toList();
        // The coordinator reads no more than any member does.
        tell(fact, others.isEmpty() ? Audience.everybody(fact.readers()) : Audience.organisations(fact.readers()), fact.card().why());
        tell(fact, others.isEmpty() ? Audience.nobody() : Audience.everybody(others), null);
    }

    private void tell(MatterTakenUp fact, Audience to, String why) {
        MatterKind kind = fact.card().kind();
        Map<String, Object> words = new HashMap<>(Map.of("matter", kind.inWords(), "verb", kind.verb(), "announced", kind.announced(),
                "next", kind.next()));
        if (fact.card().raisedBy() != null) {
            words.put("organisation", fact.card().raisedBy().code());
        }
        words.put("reason", why);
        tell(to, fact, matterRaised, words);
    }

    @EventListener
    void on(MatterDropped fact) {
        tell(Audience.organisation(fact.organisation()), fact, matterDropped, Map.of("organisation", fact.organisation().code()));
    }

    @EventListener
    void on(MatterCameTooLate fact) {
        MatterCard matter = fact.card();
        Map<String, Object> words = new HashMap<>(Map.of("matter", matter.kind().inWords(), "decided", matter.decided() != null));
        words.put("reason", matter.kind().isConfidential() ? null : matter.why());
        tell(matter.person() == null ? Audience.everybody(fact.members()) : Audience.person(matter.person()), fact, matterCameTooLate,
                words);
    }
}
