package org.commonground.partnership;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.springframework.stereotype.Component;

/** The open actions of others of which an organisation is to say whether they are done, as long as it is there. */
@Component
class HeldChecks implements Holdings {

    private final Actions actions;
    private final Members members;

    HeldChecks(Actions actions, Members members) {
        this.actions = actions;
        this.members = members;
    }

    @Override
    public String kind() {
        return "check";
    }

    @Override
    public Set<String> columns() {
        return Set.of("action.verifier");
    }

    @Override
    public List<Holding> of(PartnershipId partnership, OrganisationId holder) {
        if (!members.partners(partnership).contains(holder)) {
            return List.of();
        }
        return actions.open(partnership).stream().filter(action -> action.verifier().equals(holder)).map(action -> new Holding(
                action.id().toString(), "To look whether %s has done: %s, due on %s.".formatted(action.ownerName(), action.what(),
                        Days.inWords(action.due())))).toList();
    }

    @Override
    public Optional<String> objection(PartnershipId partnership, String ref, OrganisationId taker) {
        return actions.find(partnership, UUID.fromString(ref)).filter(action -> action.owner().equals(taker)).map(action ->
                "%s does “%s” itself, so somebody else has to look at it.".formatted(action.ownerName(), action.what()));
    }

    @Override
    public void handTo(PartnershipId partnership, String ref, OrganisationId holder, OrganisationId taker, String person) {
        actions.passOnCheck(UUID.fromString(ref), taker);
    }

    /** Once its verifier has left, every partner but its owner is asked. */
    @Override
    public void release(PartnershipId partnership, String ref, OrganisationId holder, String reason) {
        // Nothing is written: who may look follows from who is there.
    }

    @Override
    public String whenReleased() {
        return "All other partners are asked instead.";
    }
}
