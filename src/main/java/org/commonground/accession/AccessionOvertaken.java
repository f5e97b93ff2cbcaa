package org.commonground.accession;

import java.util.UUID;

import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** Time has passed over the question whether somebody joins: the work has ended, or the founding text is out for signature. */
public record AccessionOvertaken(PartnershipId partnership, UUID accession) implements PartnershipFact {

    @Override
    public String matter() {
        return accession.toString();
    }
}
