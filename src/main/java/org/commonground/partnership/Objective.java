package org.commonground.partnership;

import static org.commonground.foundation.Words.said;

/** What shall be reached, with one indicator that can be measured: where it stands today and where it shall stand. */
public record Objective(String wording, String indicator, String baseline, String target) {

    public Objective {
        wording = said(wording, "Please say in words what each objective is.");
        indicator = said(indicator, "The objective “%s” needs an indicator: what will be counted or measured?".formatted(wording));
        baseline = said(baseline, "The objective “%s” needs a baseline: where does its indicator stand today?".formatted(wording));
        target = said(target, "The objective “%s” needs a target: where shall its indicator stand at the end?".formatted(wording));
    }

    /** {@code Farmers spray less (sprays per season: 14, at the end 5)}. */
    String inWords() {
        return "%s (%s: %s, at the end %s)".formatted(wording, indicator, baseline, target);
    }
}
