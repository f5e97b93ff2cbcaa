package org.commonground.candidate;

import java.util.UUID;

import org.commonground.foundation.Refusal;

/** One organisation on its way from being asked to being rated. Where it stands follows from what was said so far. */
record Nomination(UUID id, CandidateState state) {

    void mayAnswer() {
        expect(CandidateState.INVITED, "This invitation is answered already, or no longer open.");
    }

    /** Until it is assessed: what was rated is what was read. */
    void mayState() {
        Refusal.unless(state != CandidateState.ASSESSED && state != CandidateState.RATED,
                "The round has closed; your earlier answer stands.");
        Refusal.unless(state == CandidateState.ACCEPTED || state == CandidateState.STATED,
                "A profile is stated after the invitation was accepted.");
    }

    void mayBeAssessed() {
        expect(CandidateState.STATED, "A candidate is assessed once, after it stated its profile.");
    }

    void mayBeRated() {
        expect(CandidateState.ASSESSED, "The fit is rated once, after the assessment.");
    }

    void mayBeLeftOut() {
        Refusal.unless(state == CandidateState.INVITED || state == CandidateState.ACCEPTED,
                "This organisation has answered meanwhile. Please open the task list again.");
    }

    private void expect(CandidateState expected, String sentence) {
        Refusal.unless(state == expected, sentence);
    }
}
