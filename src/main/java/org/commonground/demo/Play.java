package org.commonground.demo;

import java.util.List;
import java.util.Map;

/**
 * What happened in one partnership.
 *
 * @param daysAgo when it began, in real days
 */
record Play(int daysAgo, List<Scene> scenes) {

    /**
     * @param day   days since the beginning
     * @param by    user id
     * @param does  label of the task; the first scene starts the process instead
     * @param about code of the organisation that the task is about, where there is one task for each
     * @param with  what the form is filled with
     */
    record Scene(int day, String by, String does, String about, Map<String, Object> with) {
    }
}
