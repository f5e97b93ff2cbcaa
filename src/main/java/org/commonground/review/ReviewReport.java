package org.commonground.review;

import java.util.List;

/**
 * All that a review's report shows, in words. What has not come to pass yet is null or empty.
 *
 * @param reason   why it was held: its date, the dates it stands for as well, or that it was called
 * @param answered how many answered and, where so few did, why no ratings are shown
 * @param radar    the ratings as a picture; null where none are shown
 * @param trend    the ratings of all reviews as a picture; null where there is nothing to compare
 */
public record ReviewReport(String caseNumber, String title, int nr, String reason, List<String> dates, String answered,
        List<FindingLine> findings,
        String radar, String trend, List<ImpactLine> impacts, List<RemarkLine> remarks, List<WorkLine> work, Talk talk,
        List<ActionLine> actions,
        List<WayLine> recommendations, String rule, List<VoteLine> votes, WayForward way, String wayReason, Talk settled) {

    /** The actions that nobody has seen done yet. */
    public List<ActionLine> openActions() {
        return actions.stream().filter(action -> !action.state().equals(ActionLine.DONE)).toList();
    }

    public record FindingLine(String question, String mean, int spread, String trend, String mark) {
    }

    public record ImpactLine(String name, String expectation, String rating, String impact, String ownChange, String managed,
            String learned) {
    }

    /** What a partner wanted to say openly. */
    public record RemarkLine(String name, String remark) {
    }

    /** @param reported what the implementers reported of it last */
    public record WorkLine(String objective, String reported, String mean, String words) {
    }

    public record Talk(String heldOn, String present, String minutes) {
    }

    /** @param state whether it is open, overdue or done */
    public record ActionLine(String about, String what, String owner, String due, String verifier, String state, String lastWords) {

        static final String DONE = "done";
    }

    public record WayLine(String way, String reason) {
    }

    public record VoteLine(String name, String way, String also, String words) {
    }
}
