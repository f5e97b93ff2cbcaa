package org.commonground.agreement;

/**
 * A clause that differs between two versions.
 *
 * @param clause its number and heading; the heading alone where no number is printed
 * @param before what the version after lacks, in plain text; null when something was only added
 * @param after  what is new, in plain text; null when something was only struck out
 */
public record Change(String clause, String before, String after) {
}
