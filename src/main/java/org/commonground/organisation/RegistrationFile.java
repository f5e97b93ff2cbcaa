package org.commonground.organisation;

/**
 * The registration of an organisation as the registry keeps it.
 *
 * @param remark what more is needed, or why it was refused; else null
 */
public record RegistrationFile(Registration registration, RegistrationState standing, String remark) {
}
