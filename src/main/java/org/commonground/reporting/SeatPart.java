package org.commonground.reporting;

import static org.commonground.foundation.Words.maybe;
import static org.commonground.foundation.Words.said;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a seat says of a period.
 *
 * @param more    the rest of it, such as what participants want changed; or null
 * @param results what came of its part: policy outcomes of decision makers, new grants of resource providers
 * @param support what came of the support it promised
 */
public record SeatPart(String words, String more, List<Report.Outcome> results, List<CameOf> support) {

    public SeatPart {
        words = said(words, "Please say something: if nothing happened in this period, say that.");
        more = maybe(more);
        results = List.copyOf(results);
        support = List.copyOf(support);
    }

    /** Of a seat that promised no support. */
    public SeatPart(String words, String more, List<Report.Outcome> results) {
        this(words, more, results, List.of());
    }

    /** With what came of the support. */
    List<Report.Outcome> allResults() {
        return Stream.concat(results.stream(), support.stream().filter(one -> one.came().isMoney()).map(CameOf::result)).toList();
    }
}
