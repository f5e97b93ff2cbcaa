package org.commonground.vision;

/**
 * A step of the agenda whose owner is no partner any more.
 *
 * @param nr its number in the agenda
 */
public record OpenStep(int nr, AgendaItem item) {
}
