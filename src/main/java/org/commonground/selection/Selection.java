package org.commonground.selection;

import java.time.Instant;
import java.util.UUID;

import org.commonground.candidate.Search;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/** One search for partners, from the first nomination until its partners are in: by the drawn web, or by what its matter makes of it. */
class Selection {

    @Id
    private UUID id;
    @Version
    private Integer version;
    private String partnership;
    private SearchPurpose purpose;
    private UUID matter;
    private Instant openedAt;
    private Instant chosenAt;
    private Instant closedAt;
    private String openIn;

    static Selection open(Search search, SearchPurpose purpose, Instant at) {
        Refusal.unless(search.isFounding() == (purpose == SearchPurpose.FOUNDING),
                "A partnership is founded once. Later somebody is looked for by a matter.");
        Selection selection = new Selection();
        selection.id = UUID.randomUUID();
        selection.partnership = search.partnership().value();
        selection.purpose = purpose;
        selection.matter = search.matter();
        selection.openedAt = at;
        selection.openIn = search.key();
        return selection;
    }

    UUID id() {
        return id;
    }

    SearchPurpose purpose() {
        return purpose;
    }

    Search search() {
        return new Search(new PartnershipId(partnership), matter);
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
