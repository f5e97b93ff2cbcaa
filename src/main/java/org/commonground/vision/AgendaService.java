package org.commonground.vision;

import static org.commonground.foundation.Words.maybe;
import static org.commonground.foundation.Words.said;

import java.util.List;

import org.commonground.document.Alphabet;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of the agenda that all endorsed, where the owner of a step leaves before the agreement is signed. */
@Service
public class AgendaService {

    private final Visions visions;
    private final VisionTables tables;
    private final VisionQueries queries;

    AgendaService(Visions visions, VisionTables tables, VisionQueries queries) {
        this.visions = visions;
        this.tables = tables;
        this.queries = queries;
    }

    /** The steps of the newest agenda whose owner is no partner any more. */
    public List<OpenStep> open(PartnershipId partnership) {
        List<OrganisationId> partners = queries.partners(partnership);
        return queries.steps(partnership, draft(partnership)).stream().filter(step -> !partners.contains(step.item().who())).toList();
    }

    /**
     * Gives an open step to a partner, which sees it in the text that it signs.
     *
     * @param words why that one, or null
     */
    @Transactional
    public void handOver(PartnershipId partnership, int step, OrganisationId taker, String words, String person) {
        OpenStep open = find(partnership, step);
        Refusal.unless(queries.partners(partnership).contains(taker),
                "“%s”: %s is no partner in this partnership.".formatted(open.item().what(), taker));
        settle(partnership, open, taker, maybe(words), person);
    }

    /** Drops an open step. The reason will be printed in the agreement. */
    @Transactional
    public void drop(PartnershipId partnership, int step, String reason, String person) {
        OpenStep open = find(partnership, step);
        settle(partnership, open, null, said(reason, "Please say why “%s” is dropped: the reason is printed in the agreement.".formatted(
                open.item().what())), person);
    }

    private void settle(PartnershipId partnership, OpenStep open, OrganisationId taker, String words, String person) {
        Alphabet.expectPrintable("What becomes of “%s”".formatted(open.item().what()), words);
        tables.settle(partnership, draft(partnership), open, taker, words, person);
    }

    /** What became of steps whose owner left, in the order of the agenda. */
    public List<SettledStep> settled(PartnershipId partnership) {
        return queries.settled(partnership, draft(partnership));
    }

    private OpenStep find(PartnershipId partnership, int step) {
        return open(partnership).stream().filter(one -> one.nr() == step).findFirst()
                .orElseThrow(() -> new Refusal("This step of the agenda has somebody who does it. Please open the form again."));
    }

    private int draft(PartnershipId partnership) {
        return visions.findById(partnership.value()).map(Vision::draft).orElse(0);
    }
}
