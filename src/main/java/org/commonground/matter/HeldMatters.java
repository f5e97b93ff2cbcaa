package org.commonground.matter;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.Holding;
import org.commonground.partnership.Holdings;
import org.commonground.partnership.PartnershipService;
import org.springframework.stereotype.Component;

/** What an organisation has raised and is not settled yet, as long as it is there to carry it on. */
@Component
class HeldMatters implements Holdings {

    private final MatterService matters;
    private final PartnershipService partnerships;

    HeldMatters(MatterService matters, PartnershipService partnerships) {
        this.matters = matters;
        this.partnerships = partnerships;
    }

    @Override
    public String kind() {
        return "matter";
    }

    @Override
    public Set<String> columns() {
        return Set.of("matter.raised_by");
    }

    @Override
    public List<Holding> of(PartnershipId partnership, OrganisationId holder) {
        if (!partnerships.partners(partnership).contains(holder)) {
            return List.of();
        }
        return matters.open(partnership).stream().filter(one -> holder.equals(one.raisedBy()) && one.kind().canBePassedOn())
                .map(one -> new Holding(one.id().toString(), "Raised on %s: %s. “%s”".formatted(Days.inWords(one.raisedOn()),
                        one.kind().inWords(), one.why()))).toList();
    }

    @Override
    public void handTo(PartnershipId partnership, String ref, OrganisationId holder, OrganisationId taker, String person) {
        matters.passOn(UUID.fromString(ref), taker);
    }

    /** It goes on; whoever is asked for who raised it finds that it has left. */
    @Override
    public void release(PartnershipId partnership, String ref, OrganisationId holder, String reason) {
        // Nothing is written: it goes on for all others.
    }

    @Override
    public String whenReleased() {
        return "It goes on without the one who raised it.";
    }
}
