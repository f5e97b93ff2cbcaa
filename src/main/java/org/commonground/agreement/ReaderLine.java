package org.commonground.agreement;

import java.time.Instant;

/**
 * A partner that was asked to read a change, as the signature page shows it.
 *
 * @param at null where it did not answer in time
 */
public record ReaderLine(String organisation, Instant at) {
}
