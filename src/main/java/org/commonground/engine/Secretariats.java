package org.commonground.engine;

import java.util.Collection;
import java.util.Set;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;

/** Who serves a case as its secretariat, told by the room that sets it up: what is for the coordinators is for these people too. */
public interface Secretariats {

    /** The groups of its people, without those of an organisation that is concerned; none where the case has no secretariat. */
    Set<String> serving(PartnershipId partnership, Collection<OrganisationId> concerned);
}
