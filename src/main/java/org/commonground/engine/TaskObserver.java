package org.commonground.engine;

/** Hears of user tasks that open and close, within the engine's transaction. */
public interface TaskObserver {

    void opened(OpenTask task);

    /** Completed, cancelled or withdrawn. */
    void closed(String taskId);
}
