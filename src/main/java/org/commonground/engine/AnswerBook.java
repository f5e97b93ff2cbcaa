package org.commonground.engine;

import java.time.Instant;
import java.util.Optional;

import org.commonground.foundation.OrganisationId;

/** Keeps what people sent and what they have begun to write, within the engine's transaction. */
public interface AnswerBook {

    /** Once for each submission. */
    void keep(SentAnswer answer);

    /** What this organisation sent last with this form in this case of the engine, as JSON. */
    Optional<String> givenBefore(String instance, String form, OrganisationId organisation);

    /**
     * What this organisation sent last in a case of the house, where its people alone were asked. What carries no name is not kept, and so
     * not found.
     */
    Optional<Sent> sentLast(String caseNumber, OrganisationId organisation);

    /** @param label what was written on the box */
    record Sent(String label, Instant at) {
    }

    Optional<Draft> draft(String task, String person);

    /**
     * Writes a draft over the one that the writer has seen.
     *
     * @param seen number of that one; 0 for none
     * @return the number of the new one; empty when it was written meanwhile from somewhere else
     */
    Optional<Integer> write(String task, String person, int seen, String words);

    void throwAway(String task, String person);

    /** @param words JSON */
    record Draft(int nr, Instant at, String words) {
    }
}
