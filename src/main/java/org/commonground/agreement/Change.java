package org.commonground.agreement;

/**
 * A clause that differs between two versions.
 *
 * @param clause its heading
 * @param before in plain text; null when the clause is new
 * @param after  in plain text; null when the clause is gone
 */
public record Change(String clause, String before, String after) {
}
