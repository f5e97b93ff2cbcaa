package org.commonground.selection;

import java.time.Instant;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/** One organisation on its way from being asked to being rated. What it says itself stands in rows of its own. */
class Nomination {

    @Id
    private UUID id;
    @Version
    private Integer version;
    private UUID selection;
    private String organisation;
    private boolean convener;
    private CandidateState state;
    private String why;
    private String remark;
    private String nominatedBy;
    private Instant nominatedAt;

    static Nomination invite(UUID selection, Nominee nominee, String by, Instant at) {
        Nomination nomination = nominate(selection, nominee.organisation(), by, at);
        nomination.state = CandidateState.INVITED;
        nomination.why = nominee.why();
        return nomination;
    }

    /** Whoever brings the others together needs no invitation. */
    static Nomination ofConvener(UUID selection, OrganisationId organisation, Instant at) {
        Nomination nomination = nominate(selection, organisation, organisation.code(), at);
        nomination.state = CandidateState.ACCEPTED;
        nomination.convener = true;
        return nomination;
    }

    private static Nomination nominate(UUID selection, OrganisationId organisation, String by, Instant at) {
        Nomination nomination = new Nomination();
        nomination.id = UUID.randomUUID();
        nomination.selection = selection;
        nomination.organisation = organisation.code();
        nomination.nominatedBy = by;
        nomination.nominatedAt = at;
        return nomination;
    }

    UUID id() {
        return id;
    }

    OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    void answer(boolean accepted) {
        expect(CandidateState.INVITED, "This invitation is answered already, or no longer open.");
        state = accepted ? CandidateState.ACCEPTED : CandidateState.DECLINED;
    }

    void state() {
        expect(CandidateState.ACCEPTED, "A profile is stated once, after the invitation was accepted.");
        state = CandidateState.STATED;
    }

    void assess() {
        expect(CandidateState.STATED, "A candidate is assessed once, after it stated its profile.");
        state = CandidateState.ASSESSED;
    }

    void rate() {
        expect(CandidateState.ASSESSED, "The fit is rated once, after the assessment.");
        state = CandidateState.RATED;
    }

    void leaveOut(String reason) {
        Refusal.unless(state == CandidateState.INVITED || state == CandidateState.ACCEPTED,
                "This organisation has answered meanwhile. Please open the task list again.");
        state = CandidateState.SILENT;
        remark = reason;
    }

    private void expect(CandidateState expected, String sentence) {
        Refusal.unless(state == expected, sentence);
    }
}
