package org.commonground.notice;

import java.util.List;
import java.util.Optional;

/** The addresses of accounts, told by whoever keeps the accounts. */
public interface StaffAddresses {

    /** Everybody in a group such as {@code coordinator}; empty when nobody is. */
    List<Recipient> inGroup(String group);

    /** The person with this account; empty without account or address. */
    Optional<Recipient> person(String user);
}
