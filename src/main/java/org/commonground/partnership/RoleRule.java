package org.commonground.partnership;

/**
 * One rule of the decision "needed roles" that fired, as the table spells it.
 *
 * @param place     {@code each area}, {@code each new area}, or {@code anywhere}
 * @param expertise the kind of expertise, or null
 */
public record RoleRule(String role, String level, String place, String expertise, String reason) {
}
