package org.commonground.candidate;

/**
 * How well a candidate fits.
 *
 * @param outcome   what the decision table says
 * @param reason    of the rule that applied
 * @param judged    what the coordinator says where the table leaves it open, else null
 * @param judgement why, or null
 */
public record Fit(PartnerFit outcome, String reason, PartnerFit judged, String judgement) {

    /** What is recommended in the end. */
    public PartnerFit recommended() {
        return judged == null ? outcome : judged;
    }

    /** Why that is recommended. */
    public String because() {
        return judged == null ? reason : judgement;
    }
}
