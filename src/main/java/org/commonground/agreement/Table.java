package org.commonground.agreement;

import java.util.List;

/** A table in a clause; every row has as many cells as there are headers. */
public record Table(String caption, List<String> headers, List<List<String>> rows) {
}
