package org.commonground.review;

import java.time.LocalDate;

/** One finding of one review, for whoever follows the health of a partnership over time. */
public record Health(int reviewNr, LocalDate heldOn, Finding finding) {
}
