package org.commonground.foundation;

import java.util.List;
import java.util.Locale;

/** Finds cases by what people call them. Each room that knows names of cases offers its own; who may see them is not asked here. */
public interface CaseSearch {

    /**
     * @param words what somebody types, such as a part of a title or of the name of an organisation, in whatever capitals
     * @param most  how many at most
     * @return keys of the cases
     */
    List<String> find(String words, int most);

    /** The words as a pattern for {@code lower(…) like ? escape '!'}. */
    static String pattern(String words) {
        return "%" + words.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }
}
