package org.commonground.engine;

import java.util.Optional;

/**
 * What stands at the top of every form of a case, offered by the room that owns the case. The engine adds it to each sheet
 * as {@code caseTitle}, {@code caseNumber} and {@code casePhase}.
 */
public interface Heading {

    /** Empty when the key is not a case of this room. */
    Optional<Line> of(String businessKey);

    /** @param phase where the case stands now, in words for people */
    record Line(String title, String number, String phase) {
    }
}
