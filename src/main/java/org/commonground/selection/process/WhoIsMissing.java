package org.commonground.selection.process;

import static java.util.stream.Collectors.joining;

import java.util.List;

import org.commonground.candidate.Candidate;
import org.commonground.candidate.CandidateState;

/** The candidates who cannot be chosen, and why, in words. */
final class WhoIsMissing {

    private WhoIsMissing() {
    }

    /** Null when nobody is missing. */
    static String among(List<Candidate> candidates) {
        String words = candidates.stream().filter(candidate -> !candidate.isThere())
                .map(candidate -> "%s (%s: %s)".formatted(candidate.name(),
                        candidate.state() == CandidateState.DECLINED ? "declined the invitation" : "did not answer", candidate.remark()))
                .collect(joining("; "));
        return words.isEmpty() ? null : words;
    }
}
