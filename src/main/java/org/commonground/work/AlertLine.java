package org.commonground.work;

/**
 * What needs attention now, as people read it.
 *
 * @param since the day on which it was raised
 */
public record AlertLine(String kind, String words, String since) {
}
