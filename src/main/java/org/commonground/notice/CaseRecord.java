package org.commonground.notice;

import java.time.Instant;
import java.util.Set;

/** The record of a case: hears of everything that is told of it. */
public interface CaseRecord {

    /**
     * Once for each notice, when its mails are written.
     *
     * @param caseNumber the case
     * @param line       what happened, in a few words
     * @param groups     who was told
     * @param at         when it happened
     */
    void told(String caseNumber, String line, Set<String> groups, Instant at);
}
