package org.commonground.foundation;

import java.util.regex.Pattern;

/**
 * The code of an organisation: one capital, then lower case letters and digits ({@code Fao}, {@code Cicr}), so that a group
 * id such as {@code orgFaoExpert} can be read in one way only.
 */
public record OrganisationId(String code) {

    private static final Pattern FORM = Pattern.compile("[A-Z][a-z0-9]{1,19}");

    public OrganisationId {
        Refusal.unless(isCode(code),
                "An organisation's code has one capital, then 1 to 19 small letters or digits, such as Fao or Cicr.");
    }

    /** Whether the text has the form of a code. */
    public static boolean isCode(String text) {
        return text != null && FORM.matcher(text).matches();
    }

    /** The group of all its people. */
    public String groupId() {
        return "org" + code;
    }

    /** Whether a group is the one of all its people, or of those in one of its roles. */
    public boolean isGroupOf(String group) {
        return group.startsWith(groupId()) && (group.length() == groupId().length()
                || Character.isUpperCase(group.charAt(groupId().length())));
    }

    @Override
    public String toString() {
        return code;
    }
}
