package org.commonground.notice;

/**
 * One person a mail goes to.
 *
 * @param name    as the person wants to be called; null when unknown
 * @param address the e-mail address
 */
public record Recipient(String name, String address) {

    private static final int LONGEST = 200;

    public Recipient {
        // A line break in a name would begin a header of its own.
        name = name == null || name.isBlank() ? null : name.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        name = name == null || name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    }
}
