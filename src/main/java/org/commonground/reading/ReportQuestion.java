package org.commonground.reading;

import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Seat;

/**
 * A report that was sent back.
 *
 * @param seat   whose report it is
 * @param asker  who sent it back
 * @param answer null while there is none
 */
public record ReportQuestion(UUID id, Seat seat, String name, OrganisationId asker, String askerName, String question, String answer) {

    /** {@code Facilitating NGO as implementer}. */
    public String whose() {
        return "%s as %s".formatted(name, seat.role().label().toLowerCase());
    }

    /** What stands where the answer is looked for. */
    public String answered() {
        return answer == null ? "No answer came in time: the report stands as it was." : answer;
    }
}
