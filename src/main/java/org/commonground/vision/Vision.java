package org.commonground.vision;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * How far the partners of one partnership are with their vision, and what may be done there: it refuses whatever comes too early or too
 * late. Only the coordinator and the machine move it; what partners say never touches this row.
 */
class Vision {

    /** A partnership has partners, not a partner. */
    private static final int FEWEST = 2;

    @Id
    private String partnership;
    @Version
    private Integer version;
    private VisionStage stage;
    private Instant openedAt;
    private int draft;
    private int asking;
    private String stopped;
    private String stoppedBy;

    static Vision open(PartnershipId partnership, Instant at) {
        Vision vision = new Vision();
        vision.partnership = partnership.value();
        vision.stage = VisionStage.SHARING;
        vision.openedAt = at;
        return vision;
    }

    int draft() {
        return draft;
    }

    int asking() {
        return asking;
    }

    boolean isEndorsed() {
        return stage == VisionStage.ENDORSED;
    }

    boolean isEnded() {
        return stage == VisionStage.ENDED;
    }

    /** Whether enough of them are left and nobody found that there is no common ground. */
    boolean goesOnAmong(Collection<OrganisationId> partners) {
        return stopped == null && partners.size() >= FEWEST;
    }

    String stopped() {
        return stopped;
    }

    String stoppedBy() {
        return stoppedBy;
    }

    void mayGoOn() {
        Refusal.unless(!isEnded(), "There is no common ground for this vision. Nothing can change in it any more.");
        Refusal.unless(!isEndorsed(), "The shared vision is endorsed already.");
    }

    private void mustBeAt(VisionStage expected, String sentence) {
        mayGoOn();
        Refusal.unless(stage == expected, sentence);
    }

    void mayBeShared() {
        mustBeAt(VisionStage.SHARING, "The visions are together already. You will be asked what you think of the shared one.");
    }

    void mayBeDrafted() {
        mustBeAt(VisionStage.SHARING, "The partners are asked about the shared vision already.");
    }

    /** @param anew whether the words are others than before */
    void askToEndorse(boolean anew) {
        mayBeDrafted();
        draft += anew ? 1 : 0;
        asking++;
        stage = VisionStage.ENDORSING;
    }

    /** @param seen the number of the draft that the partner saw */
    void mayBeAnswered(int seen) {
        mustBeAt(VisionStage.ENDORSING, "Nobody is asked about the vision now. You get a mail when it is your turn again.");
        Refusal.unless(draft == seen, "The vision was changed since you opened this page. Please open it again and look once more.");
    }

    /** @return whether every partner endorses it; else it is drafted again */
    boolean tally(List<OrganisationId> partners, List<OrganisationId> endorsers) {
        mustBeAt(VisionStage.ENDORSING, "Nobody was asked about the vision.");
        stage = partners.size() >= FEWEST && endorsers.containsAll(partners) ? VisionStage.ENDORSED : VisionStage.SHARING;
        return isEndorsed();
    }

    /** Somebody finds that there is no common ground. */
    void stop(String reason, String person) {
        mayGoOn();
        stopped = reason;
        stoppedBy = person;
    }

    /** @param why where nobody stopped it and too few are left, with whose words the last one left */
    void end(Collection<OrganisationId> partners, String why, String machine) {
        Refusal.unless(!goesOnAmong(partners), "There are still partners who look for a vision, and nobody stopped them.");
        if (stopped == null) {
            stop("Fewer than two partners are left. " + why, machine);
        }
        stage = VisionStage.ENDED;
    }
}
