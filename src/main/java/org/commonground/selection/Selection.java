package org.commonground.selection;

import java.time.Instant;
import java.util.UUID;

import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/** One search for partners, from the first nomination to the drawn web. */
class Selection {

    @Id
    private UUID id;
    @Version
    private Integer version;
    private String partnership;
    private SearchPurpose purpose;
    private Instant openedAt;
    private Instant chosenAt;
    private Instant closedAt;
    private String openIn;

    static Selection open(PartnershipId partnership, SearchPurpose purpose, Instant at) {
        Selection selection = new Selection();
        selection.id = UUID.randomUUID();
        selection.partnership = partnership.value();
        selection.purpose = purpose;
        selection.openedAt = at;
        selection.openIn = partnership.value();
        return selection;
    }

    UUID id() {
        return id;
    }

    boolean isChosen() {
        return chosenAt != null;
    }

    /** Refused once partners are chosen. */
    void mayChange() {
        Refusal.unless(!isChosen(), "The partners are chosen already. Nothing can change in this selection any more.");
    }

    void choose(Instant at) {
        mayChange();
        chosenAt = at;
    }

    void close(Instant at) {
        closedAt = at;
        openIn = null;
    }
}
