package org.commonground.partnership;

import java.time.LocalDate;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** Partners agreed that one of them does something until a day, and who looks at it then. */
public record ActionAgreed(PartnershipId partnership, String about, String what, OrganisationId owner, LocalDate due,
        OrganisationId verifier) implements PartnershipFact {
}
