package org.commonground.engine;

import java.time.Instant;
import java.util.Optional;

/** When a step should be done, seen from now; empty where there is no hurry. */
public interface DueDates {

    Optional<Instant> dueFor(String step);
}
