package org.commonground.agreement;

import java.util.List;

import org.commonground.foundation.PartnershipId;

/** What has to be decided before a text is out for signature, told by the room that waits for it. */
public interface Undecided {

    /** Each as a sentence that says what to do. */
    List<String> beforeSigning(PartnershipId partnership);
}
