package org.commonground.engine;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A user task that waits for somebody.
 *
 * @param step        id of its form, such as {@code sign-agreement}; the key in the table of deadlines
 * @param label       what is written on the box
 * @param businessKey the case
 * @param suffix      what stands behind its number where it is about one of its parts, such as {@code A1}; else null
 * @param about       code of the organisation that it is about, where others are asked about it; else null
 * @param groups      whose turn it is
 * @param assignee    the one person meant, or null
 * @param due         when it should be done, or null
 * @param words       what its mail says beside its name, in sentences; none where nobody is to be told
 */
public record OpenTask(String taskId, String step, String label, String businessKey, String suffix, String about,
        Set<String> groups, String assignee, Instant due, List<String> words) {
}
