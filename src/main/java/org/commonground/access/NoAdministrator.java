package org.commonground.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The application would stand open to the first visitor, who could make himself administrator: it does not start. */
class NoAdministrator extends RuntimeException {

    NoAdministrator(String sentence) {
        super(sentence);
    }

    /** Says it at start-up in words instead of a stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<NoAdministrator> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, NoAdministrator cause) {
            return new FailureAnalysis(cause.getMessage(),
                    "Set COMMONGROUND_ADMIN_ID (letters and digits) and COMMONGROUND_ADMIN_PASSWORD in the environment and start "
                            + "again. They are used once, to create the administrator; remove them afterwards.", failure);
        }
    }
}
