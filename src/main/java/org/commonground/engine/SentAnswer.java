package org.commonground.engine;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.commonground.foundation.OrganisationId;

/**
 * What somebody sent with the form of a step.
 *
 * @param id           of the task, or of the case that a start form began
 * @param form         the form's id
 * @param label        what was written on the box
 * @param box          its id in the diagram; null for a start form
 * @param instance     the case of the engine in which the box stood
 * @param caseNumber   the case of the house, or null
 * @param organisation whose round it was, or null
 * @param asked        the groups whose turn it was; none for a start form, or where one person was asked
 * @param said         questions and answers, in the order and words of the form
 * @param given        the same as plain values, as JSON
 */
public record SentAnswer(String id, String form, String label, String box, String instance, String caseNumber,
        OrganisationId organisation, Set<String> asked, String person, Instant at, List<Said> said, String given) {

    /** @param within the list or group in which it was asked; null for what stands alone */
    public record Said(String within, String question, String words) {
    }
}
