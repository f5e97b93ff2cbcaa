package org.commonground.reporting;

/** A line of an implementer's report as it stands, with what its objective asks for. */
public record ReportedFigure(Report.Line line, String wording, String indicator, String target) {
}
