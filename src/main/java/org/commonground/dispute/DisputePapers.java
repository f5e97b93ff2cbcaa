package org.commonground.dispute;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.commonground.document.Papers;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.PartnershipId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was said and decided in disputes, for the sides and those who helped or decided. For all others these papers do not exist. */
@Component
@Order(4)
class DisputePapers implements Papers {

    private final DisputeRecords records;

    DisputePapers(DisputeRecords records) {
        this.records = records;
    }

    @Override
    public String shelf() {
        return "disputes";
    }

    @Override
    public String heading() {
        return "Disputes";
    }

    @Override
    public List<Listed> of(PartnershipId partnership) {
        return records.described(partnership).stream().map(card -> new Listed(card.nr(), "Dispute " + card.nr(),
                "%s. %s".formatted(records.sides(card.matter()), records.stands(card)))).toList();
    }

    @Override
    public Optional<Circle> onlyFor(PartnershipId partnership, int nr) {
        DisputeCard card = find(partnership, nr);
        return Optional.of(new Circle(records.readers(card), card.helper() == null ? Set.of() : Set.of(card.helper()),
                false));
    }

    @Override
    public String page(PartnershipId partnership, int nr) {
        return records.page(find(partnership, nr).matter());
    }

    private DisputeCard find(PartnershipId partnership, int nr) {
        return records.described(partnership).stream().filter(card -> card.nr() == nr).findFirst()
                .orElseThrow(() -> new NotFound("There is no such dispute."));
    }
}
