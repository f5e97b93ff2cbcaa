package org.commonground.selection.process;

import org.commonground.selection.SearchPurpose;

/** Which of several searches of one partnership a form is about, in words. */
final class SearchWords {

    private SearchWords() {
    }

    /** Null where the partnership is founded: there is only one such search. */
    static String of(SearchPurpose purpose) {
        return switch (purpose) {
            case FOUNDING -> null;
            case REPLACEMENT -> "Somebody is looked for to take the place of a partner that has left or is leaving.";
            case ACCESSION -> "Somebody is looked for who joins the partners.";
        };
    }
}
