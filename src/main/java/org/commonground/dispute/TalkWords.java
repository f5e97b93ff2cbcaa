package org.commonground.dispute;

import java.util.List;
import java.util.UUID;

/** What was said and held on the rungs of talks, told by the room that keeps it. */
public interface TalkWords {

    /** In the order in which it was said. */
    List<DisputeRecord.Spoken> spoken(UUID matter);

    /** In the order in which it was written down. */
    List<DisputeRecord.Held> held(UUID matter);

    /** What was listed to be done by those who called it settled, in the order in which it was listed. */
    List<DisputeRecord.Todo> todos(UUID matter);
}
