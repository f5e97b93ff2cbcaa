package org.commonground.delivery;

import java.util.List;

import org.commonground.foundation.PartnershipId;
import org.commonground.negotiation.AgendaItem;

/** Reads off the sealed agreement what the work goes by. */
interface AgreementReader {

    /** Refuses with a sentence where no agreement is sealed. */
    AgreedWork work(PartnershipId partnership);

    /** The agenda of action on which the partners agreed. */
    List<AgendaItem> agenda(PartnershipId partnership);
}
