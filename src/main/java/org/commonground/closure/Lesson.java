package org.commonground.closure;

import static org.commonground.foundation.Words.said;

/**
 * What a member learned.
 *
 * @param worked  what worked
 * @param setting where and with whom it worked: elsewhere it may not
 * @param failed  what did not work
 */
public record Lesson(String worked, String setting, String failed) {

    public Lesson {
        worked = said(worked, "Please say what worked.");
        setting = said(setting, "Please say where and with whom it worked: elsewhere it may not.");
        failed = said(failed, "Please say what did not work: others need not try it again.");
    }
}
