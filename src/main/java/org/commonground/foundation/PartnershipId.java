package org.commonground.foundation;

import java.util.regex.Pattern;

/** The case number of a partnership, such as {@code P-2026-0007}: the business key everywhere. */
public record PartnershipId(String value) {

    private static final Pattern FORM = Pattern.compile("P-\\d{4}-\\d{4,9}");

    public PartnershipId {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new NotFound("There is no partnership with this number. A case number looks like P-2026-0007.");
        }
    }

    /** @param number counted from 1 within the year */
    /** Whether it could be the number of a partnership. */
    public static boolean isOne(String text) {
        return text != null && FORM.matcher(text).matches();
    }

    public static PartnershipId of(int year, int number) {
        return new PartnershipId("P-%04d-%04d".formatted(year, number));
    }

    @Override
    public String toString() {
        return value;
    }
}
