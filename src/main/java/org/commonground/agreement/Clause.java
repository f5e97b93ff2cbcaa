package org.commonground.agreement;

import java.util.List;

/**
 * One numbered part of the text. All that binds stands in a clause.
 *
 * @param key    the same in every version, so that two versions can be compared: {@code parties}, {@code topic-7}
 * @param number as printed: {@code 1}, {@code 8.7}
 * @param table  or null
 */
public record Clause(String key, String number, String heading, List<String> paragraphs, Table table) {

    /** Such as {@code 8.7 Communication and information sharing}. */
    String inWords() {
        return number + " " + heading;
    }
}
