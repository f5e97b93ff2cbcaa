package org.commonground.agreement;

import java.util.List;

import org.commonground.foundation.PartnershipId;
import org.commonground.vision.AgendaItem;

/** What the partners agreed: the one place in which later rooms ask for it. */
public interface AgreedTerms {

    /**
     * The agreement that binds the partners, with the terms of all sealed versions laid over each other: a later one replaces what it
     * speaks of, the rest stays. The calendar runs from the first sealing. Refused while nothing is sealed.
     */
    SealedAgreement of(PartnershipId partnership);

    /** What bound the partners when this version was the newest one that was sealed. */
    SealedAgreement asOf(PartnershipId partnership, int version);

    /** The same with all its words, the aims too. Refused while nothing is sealed. */
    InForce inForce(PartnershipId partnership);

    /** All that bound the partners, one after the other; the last one binds them now. Refused while nothing is sealed. */
    List<SealedAgreement> course(PartnershipId partnership);

    /** The agenda of action on which the partners agreed; empty where there is none. */
    List<AgendaItem> agenda(PartnershipId partnership);
}
