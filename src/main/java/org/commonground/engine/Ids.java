package org.commonground.engine;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.springframework.stereotype.Component;

/**
 * Ids of tasks, cases and jobs: the moment in front, so that an index grows at its end, and behind it chance anew for each. The starter's
 * own count on, so that whoever knows the id of one task knows that of its neighbour.
 */
@Component
class Ids implements IdGenerator {

    /** Not timeBasedEpochGenerator: that one counts on within a millisecond. */
    private final NoArgGenerator next = Generators.timeBasedEpochRandomGenerator();

    @Override
    public String getNextId() {
        return next.generate().toString();
    }
}
