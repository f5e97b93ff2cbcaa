package org.commonground.closure;

import static org.commonground.closure.Words.said;

import java.time.LocalDate;
import java.util.UUID;

import org.commonground.foundation.Days;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;

/** How one partnership moves on. What each member says about it are rows of their own. */
class Closure {

    @Id
    private final UUID id;
    @Version
    private Integer version;
    private String partnership;
    private LocalDate openedOn;
    private Trajectory trajectory;
    private String reason;
    private String chosenBy;
    private UUID finalReview;
    private String nothingToHand;
    private LocalDate handedOverOn;
    private String letter;
    private Boolean followUpWanted;
    private LocalDate settledOn;
    private UUID report;
    private LocalDate closedOn;
    private String followUp;
    private Boolean followedUp;
    private LocalDate followedUpOn;

    @PersistenceCreator
    private Closure(UUID id) {
        this.id = id;
    }

    static Closure open(PartnershipId partnership, LocalDate today) {
        Closure closure = new Closure(UUID.randomUUID());
        closure.partnership = partnership.value();
        closure.openedOn = today;
        return closure;
    }

    void choose(Trajectory way, String why, String person) {
        Refusal.unless(trajectory == null, "The way was chosen already: %s.".formatted(trajectory == null ? "" : trajectory.label()));
        trajectory = way;
        reason = said(why, "Please say why: it stands in the closing report and in the letter.");
        chosenBy = person;
    }

    void review(UUID meeting) {
        Refusal.unless(finalReview == null, "The final joint review was written down already.");
        finalReview = meeting;
    }

    void handOver(String nothing, LocalDate today) {
        mayChange();
        nothingToHand = nothing;
        handedOverOn = today;
    }

    void settle(String words, boolean wanted, LocalDate today) {
        mayChange();
        letter = said(words, "Please write the letter: all members get it when the partnership is closed.");
        followUpWanted = wanted;
        settledOn = today;
    }

    void mayChange() {
        if (settledOn != null) {
            throw new Refusal("The closing list was settled on %s. Nothing can change in it any more.".formatted(Days.inWords(settledOn)));
        }
    }

    void write(UUID document) {
        report = document;
    }

    void close(LocalDate today) {
        Refusal.unless(settledOn != null, "The closing list is not settled yet.");
        closedOn = today;
    }

    void followUp(boolean asked, String words, LocalDate today) {
        Refusal.unless(closedOn != null, "This partnership is not closed yet.");
        Refusal.unless(followedUpOn == null, "The follow-up was written down already.");
        followUp = said(words, asked ? "Please say what became of it." : "Please say why nobody asks any more.");
        followedUp = asked;
        followedUpOn = today;
    }

    boolean isReviewed() {
        return finalReview != null;
    }

    boolean isClosed() {
        return closedOn != null;
    }

    UUID id() {
        return id;
    }

    ClosureCard card() {
        return new ClosureCard(id, new PartnershipId(partnership), openedOn, trajectory, reason, finalReview, nothingToHand, letter, followUpWanted,
                report, closedOn, followUp, followedUp, followedUpOn);
    }
}
