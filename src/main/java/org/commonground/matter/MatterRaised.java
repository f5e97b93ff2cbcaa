package org.commonground.matter;

import java.util.UUID;

import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** A member has raised a matter; the diagram of the partnership takes it up and calls the room of its kind. */
public record MatterRaised(PartnershipId partnership, UUID id) implements PartnershipFact {

    @Override
    public String matter() {
        return id.toString();
    }

    @Override
    public boolean opensMatter() {
        return true;
    }
}
