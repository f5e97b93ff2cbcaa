package org.commonground.closure;

import java.util.List;

/**
 * All that the closing report shows, in words. What there is nothing of is an empty list or null.
 *
 * @param inForce    from when to when it was in force
 * @param trend      the ratings of all reviews as a picture; null with fewer than two
 */
public record ClosingReport(String caseNumber, String title, String purpose, String trajectory, String meaning, String reason,
        String inForce,
        List<MemberLine> members, List<ObjectiveLine> objectives, List<ResultLine> results, List<ContributionLine> contributions,
        List<MoneyLine> receipts,
        List<ReconciliationLine> reconciliations, String trend, List<HealthLine> health, List<ImpactLine> impacts,
        List<LessonLine> lessons, List<TransferLine> transfers, String nothingToHand,
        List<MeetingLine> meetings, Talk finalReview, List<ItemLine> items, List<MatterLine> matters, List<PauseLine> pauses,
        List<RhythmLine> rhythms) {

    public record MemberLine(String name, String standing, String seats) {
    }

    /** @param intended indicator, baseline and target in one */
    public record ObjectiveLine(String objective, String indicator, String baseline, String target, String intended, String reached,
            String verdict) {
    }

    public record ResultLine(String kind, String what, String name) {
    }

    /** @param became kept, released with its reason, promised, or never committed; of money also how much came */
    public record ContributionLine(String name, String role, String what, String became) {
    }

    /** @param note what the receiver noted, or null */
    public record MoneyLine(String on, String amount, String provider, String receiver, String what, String note) {
    }

    public record ReconciliationLine(String name, String answer, String words) {
    }

    /** @param means review by review, the oldest first */
    public record HealthLine(String question, String means) {
    }

    /** @param rating and in which review it was given */
    public record ImpactLine(String name, String rating, String words, String learned) {
    }

    /** @param readers who may read it, when the report was written */
    public record LessonLine(String name, String worked, String setting, String failed, String evidence, List<String> tags,
            String readers) {
    }

    public record TransferLine(String kind, String what, String receiver, String on) {
    }

    public record MeetingLine(String on, String occasion, String present) {
    }

    public record Talk(String heldOn, String present, String minutes) {
    }

    public record ItemLine(String item, String state, String words) {
    }

    public record MatterLine(String what, String by, String on, String outcome) {
    }

    /** @param held how many were held of those that were agreed */
    public record RhythmLine(String kind, String held) {
    }

    public record PauseLine(String from, String to, String why) {
    }
}
