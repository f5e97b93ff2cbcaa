package org.commonground.demo;

import java.util.List;
import java.util.Map;

/**
 * What happened in one partnership before the first start, in days of the calendar. A play says either how many days ago it began: then its
 * dates count in months from today, for its work lies ahead. Or how many months ago: then its dates count from its beginning.
 *
 * @param daysAgo   when it began
 * @param monthsAgo when it began
 * @param today     what happens at the first start, so that there is something to do; may be left out
 */
record Play(Integer daysAgo, Integer monthsAgo, List<Scene> scenes, List<Scene> today) {

    Play {
        if ((daysAgo == null) == (monthsAgo == null)) {
            throw new IllegalArgumentException("A play says either daysAgo or monthsAgo");
        }
        today = today == null ? List.of() : today;
    }

    boolean countsFromBeginning() {
        return monthsAgo != null;
    }

    /**
     * @param day   days since the beginning, or since time last did something; left out on the same day
     * @param by    user ids: each of them does it; left out where time does it
     * @param does  label of the task, or of the timer; the first scene starts the process instead
     * @param raises kind of a matter that they raise in the partnership, instead of what they do
     * @param about codes of the organisations that the task is about, where there is one task for each
     * @param with  what the form is filled with
     */
    record Scene(Integer day, List<String> by, String does, String raises, List<String> about, Map<String, Object> with) {

        Scene {
            by = by == null ? List.of() : by;
            about = about == null ? List.of() : about;
            with = with == null ? Map.of() : with;
        }

        boolean isDoneByTime() {
            return by.isEmpty();
        }
    }
}
