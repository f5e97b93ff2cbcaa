package org.commonground.foundation;

import java.util.regex.Pattern;

/**
 * The people who serve one partnership as its secretariat, such as {@code secretariatP20260007}; or those of one organisation alone, such
 * as {@code secretariatP20260007Fao}, where another one may not be asked.
 *
 * @param organisation null for all of them
 */
public record SecretariatGroup(PartnershipId partnership, OrganisationId organisation) {

    private static final String SECRETARIAT = "secretariat";
    private static final Pattern FORM = Pattern.compile(SECRETARIAT + "P\\d{8,13}(?:[A-Z][a-z0-9]{1,19})?");

    public static SecretariatGroup of(PartnershipId partnership) {
        return new SecretariatGroup(partnership, null);
    }

    public String id() {
        return SECRETARIAT + partnership.value().replace("-", "") + (organisation == null ? "" : organisation.code());
    }

    /** Whether a group is one of these, whatever partnership it serves. */
    public static boolean isOne(String group) {
        return group != null && FORM.matcher(group).matches();
    }
}
