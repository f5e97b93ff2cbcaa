package org.commonground.notice;

import java.util.List;

/** Who is behind an audience today. */
interface AddressBook {

    /** Everybody once, also when several groups or an office's shared address name the same mailbox. */
    List<Recipient> peopleOf(Audience audience);

    /** The audience in words: "Food and Agriculture Organization", "the coordinator". */
    String nameOf(Audience audience);
}
