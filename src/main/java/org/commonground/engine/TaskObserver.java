package org.commonground.engine;

import java.util.Set;

/** Hears of user tasks that open and close, within the engine's transaction. */
public interface TaskObserver {

    void opened(OpenTask task);

    /**
     * A task that is open is for others now, or for more people.
     *
     * @param task      as it is now
     * @param newcomers the groups that were not asked before
     */
    void passedOn(OpenTask task, Set<String> newcomers);

    /**
     * Somebody gave back what another person held.
     *
     * @param task without a holder now
     * @param was  user id of the person who held it
     * @param by   user id of the person who freed it
     */
    void freed(OpenTask task, String was, String by);

    /** Completed, cancelled or withdrawn. */
    void closed(String taskId);
}
