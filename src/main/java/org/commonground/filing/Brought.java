package org.commonground.filing;

/**
 * What came with a form.
 *
 * @param name    as it was called where it comes from
 * @param content all of it
 */
public record Brought(String name, byte[] content) {
}
