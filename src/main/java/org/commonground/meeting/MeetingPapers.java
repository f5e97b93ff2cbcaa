package org.commonground.meeting;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.commonground.document.Papers;
import org.commonground.foundation.Days;
import org.commonground.foundation.PartnershipId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What people are invited to, and what was said there: for those whom a meeting concerns. */
@Component
@Order(3)
class MeetingPapers implements Papers {

    private final MeetingRecords records;

    MeetingPapers(MeetingRecords records) {
        this.records = records;
    }

    @Override
    public String shelf() {
        return "meetings";
    }

    @Override
    public String heading() {
        return "Meetings";
    }

    @Override
    public List<Listed> of(PartnershipId partnership) {
        return records.told(partnership).stream().map(card -> new Listed(card.nr(), card.titleWithSubject(),
                "%s. %s".formatted(Days.inWords(card.on()), records.inShort(card)))).toList();
    }

    /** Steering meetings are the full partners' own. */
    @Override
    public Optional<Circle> onlyFor(PartnershipId partnership, int nr) {
        return Optional.of(records.find(partnership, nr)).filter(card -> !card.kind().isWithAllies())
                .map(card -> new Circle(records.readers(card), Set.of(), true));
    }

    @Override
    public String page(PartnershipId partnership, int nr) {
        return records.page(records.find(partnership, nr));
    }
}
