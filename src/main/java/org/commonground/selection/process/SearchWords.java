package org.commonground.selection.process;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.commonground.candidate.Search;
import org.commonground.selection.SearchOrigin;
import org.commonground.selection.SearchPurpose;
import org.commonground.selection.SelectionService;
import org.springframework.stereotype.Component;

/** Which of several searches of one partnership a form is about, in words. */
@Component
class SearchWords {

    private final SelectionService selections;
    private final List<SearchOrigin> origins;

    SearchWords(SelectionService selections, List<SearchOrigin> origins) {
        this.selections = selections;
        this.origins = origins;
    }

    /** Null where the partnership is founded: there is only one such search. */
    String of(Search search) {
        return search.isFounding() ? null : Stream.concat(Stream.of(purpose(selections.purpose(search))),
                origins.stream().map(origin -> origin.inWords(search.matter())).flatMap(Optional::stream)).collect(joining(" "));
    }

    private static String purpose(SearchPurpose purpose) {
        return purpose == SearchPurpose.REPLACEMENT ? "Somebody is looked for to take the place of a partner that has left or is leaving."
                : "Somebody is looked for who joins the partners.";
    }
}
