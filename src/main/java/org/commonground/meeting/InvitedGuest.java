package org.commonground.meeting;

import static org.commonground.foundation.Words.maybe;
import static org.commonground.foundation.Words.said;

import java.util.regex.Pattern;

import org.commonground.foundation.Refusal;

/**
 * Somebody of no member who is invited.
 *
 * @param from    its organisation, in words
 * @param address its e-mail address; null where it is asked in another way
 */
public record InvitedGuest(String name, String from, String address, String why) {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    public InvitedGuest {
        name = said(name, "Please say the name of each guest.");
        from = said(from, "Please say where %s comes from.".formatted(name));
        why = said(why, "Please say why %s is invited: it reads that.".formatted(name));
        address = maybe(address);
        Refusal.unless(address == null || ADDRESS.matcher(address).matches(), "“%s” is not an e-mail address.".formatted(address));
    }
}
