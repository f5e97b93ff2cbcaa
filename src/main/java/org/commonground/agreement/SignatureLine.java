package org.commonground.agreement;

import java.time.Instant;

/**
 * A signature as the signature page shows it.
 *
 * @param method how it was given, in words
 */
public record SignatureLine(String organisation, String person, String method, Instant at) {
}
