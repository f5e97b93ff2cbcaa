package org.commonground.reporting;

import java.util.List;

import org.commonground.period.Period;

/** What was asked about the reports of a period: the room where they are read knows it. */
public interface AskedBack {

    List<Line> of(Period period);

    /**
     * @param whose  report, in which role
     * @param answer what was answered and corrected, or why nothing stands there
     */
    record Line(String whose, String asker, String question, String answer) {
    }
}
