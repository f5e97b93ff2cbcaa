package org.commonground.engine;

import java.util.Map;

/**
 * Which rooms are called by name at run time, where a call activity asks a bean instead of naming its room. Whoever answers such a
 * question says here, at start-up, all that it may ever answer, so that a room nobody has drawn is found before it is needed.
 */
public interface CalledRooms {

    /** What calls, as the beginning of a sentence, such as {@code The matter “An early review”} → key of the process. */
    Map<String, String> calledRooms();
}
