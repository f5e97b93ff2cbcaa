package org.commonground.partnership;

/**
 * An objective with the number it keeps for as long as the partnership lasts.
 *
 * @param nr null while it is new
 */
public record NumberedObjective(Integer nr, String wording, String indicator, String baseline, String target) {

    public NumberedObjective {
        Objective checked = new Objective(wording, indicator, baseline, target);
        wording = checked.wording();
        indicator = checked.indicator();
        baseline = checked.baseline();
        target = checked.target();
    }
}
