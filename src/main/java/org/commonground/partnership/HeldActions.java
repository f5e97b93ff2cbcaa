package org.commonground.partnership;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.springframework.stereotype.Component;

/** The open actions that an organisation is to do. */
@Component
class HeldActions implements Holdings {

    private final Actions actions;

    HeldActions(Actions actions) {
        this.actions = actions;
    }

    @Override
    public String kind() {
        return "action";
    }

    @Override
    public Set<String> columns() {
        return Set.of("action.owner");
    }

    @Override
    public List<Holding> of(PartnershipId partnership, OrganisationId holder) {
        return actions.open(partnership).stream().filter(action -> action.owner().equals(holder)).map(action -> new Holding(
                action.id().toString(), "Action: %s, until %s. %s looks whether it is done.".formatted(action.what(),
                        Days.inWords(action.due()), action.verifierName()))).toList();
    }

    @Override
    public Optional<String> objection(PartnershipId partnership, String ref, OrganisationId taker) {
        return actions.find(partnership, UUID.fromString(ref)).filter(action -> action.verifier().equals(taker)).map(action ->
                "%s looks whether “%s” is done, so it cannot be the one to do it.".formatted(action.verifierName(), action.what()));
    }

    @Override
    public void handTo(PartnershipId partnership, String ref, OrganisationId holder, OrganisationId taker, String person) {
        actions.passOn(UUID.fromString(ref), taker);
    }

    @Override
    public void release(PartnershipId partnership, String ref, OrganisationId holder, String reason) {
        actions.giveUp(UUID.fromString(ref), reason);
    }

    @Override
    public String whenReleased() {
        return "Nobody does it any more.";
    }
}
