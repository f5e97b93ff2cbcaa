package org.commonground.closure;

import static java.util.stream.Collectors.joining;
import static org.commonground.foundation.Words.maybe;
import static org.commonground.foundation.Words.said;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

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

    /**
     * @param nothing  where there is nothing to hand over, or no more than before: said in words; else null
     * @param anything whether anything is handed over, now or before
     */
    void handOver(String nothing, boolean anything) {
        mayChange();
        String why = maybe(nothing);
        Refusal.unless(anything || why != null, "Please list what is handed over, or say in words that there is nothing.");
        nothingToHand = why;
    }

    /** @param allHaveAnswered whether each member has reconciled its contributions and shared what it learned */
    void askAgain(boolean allHaveAnswered) {
        mayChange();
        Refusal.unless(!isReviewed() || !allHaveAnswered,
                "All members have answered and looked back together, so there is nobody to ask again.");
    }

    /**
     * Settles the closing list.
     *
     * @param blocking what has to be settled whatever is said of the list, in sentences
     * @param open     what is known to be open of each item, in sentences
     */
    void settle(List<Settlement> settlements, List<String> blocking, Map<ClosingItem, String> open, String words, boolean wanted,
            LocalDate today) {
        mayChange();
        String toAll = said(words, "Please write the letter: all members get it when the partnership is closed.");
        Refusal.unless(settlements.stream().map(Settlement::item).sorted().toList().equals(List.of(ClosingItem.values())),
                "Please say of each item of the list what became of it.");
        List<String> undone = settlements.stream().filter(one -> one.done() && open.containsKey(one.item()))
                .map(one -> "“%s” is open: %s".formatted(one.item().label(), open.get(one.item()))).toList();
        Refusal.unless(undone.isEmpty(), "Before it can be closed: %s Settle what is open, ask again, or leave it open and say why."
                .formatted(Stream.concat(blocking.stream(), undone.stream()).collect(joining(" "))));
        Refusal.unless(blocking.isEmpty(), "Before it can be closed: " + String.join(" ", blocking));
        letter = toAll;
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

    /** @param blocking what keeps it open, in sentences */
    void close(List<String> blocking, LocalDate today) {
        Refusal.unless(blocking.isEmpty(), "It cannot be closed: " + String.join(" ", blocking));
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

    LocalDate settledOn() {
        return settledOn;
    }

    boolean isClosed() {
        return closedOn != null;
    }

    UUID id() {
        return id;
    }

    ClosureCard card() {
        return new ClosureCard(id, new PartnershipId(partnership), openedOn, trajectory, reason, finalReview, nothingToHand, letter,
                followUpWanted, report, closedOn, followUp, followedUp, followedUpOn);
    }
}
