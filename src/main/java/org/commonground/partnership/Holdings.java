package org.commonground.partnership;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;

/** One kind of thing for which an organisation is responsible in a partnership, told by the room that keeps it. Who leaves passes it on. */
public interface Holdings {

    /** As written in tables; never changed. */
    String kind();

    /** The columns that name who is responsible, such as {@code action.owner}. */
    Set<String> columns();

    /** What the organisation is responsible for now. */
    List<Holding> of(PartnershipId partnership, OrganisationId holder);

    /** Why this organisation cannot have it, as a sentence; empty where it can. */
    default Optional<String> objection(PartnershipId partnership, String ref, OrganisationId taker) {
        return Optional.empty();
    }

    /**
     * From now on the taker is responsible.
     *
     * @param person who said so for the taker
     */
    void handTo(PartnershipId partnership, String ref, OrganisationId holder, OrganisationId taker, String person);

    /** From now on nobody is. */
    void release(PartnershipId partnership, String ref, OrganisationId holder, String reason);

    /** What follows once all that was taken or released at one moment has changed hands. May be repeated. */
    default void handedOn(PartnershipId partnership) {
    }

    /** What it means that one of these is released, in a sentence. */
    String whenReleased();
}
