package org.commonground.engine;

/** One entry of a select, checklist, radio or taglist whose choices come from a sheet ({@code valuesKey}). */
public record Choice(String label, String value) {
}
