package org.commonground.partnership;

/**
 * One thing that an organisation is responsible for.
 *
 * @param ref   which of its kind
 * @param words for people, with its dates and money
 */
public record Holding(String ref, String words) {
}
