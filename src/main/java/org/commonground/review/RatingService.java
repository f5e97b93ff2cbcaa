package org.commonground.review;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;
import org.commonground.learning.LessonService;
import org.commonground.learning.Reach;
import org.commonground.partnership.Action;
import org.commonground.partnership.ActionCheck;
import org.commonground.partnership.Actions;
import org.commonground.partnership.PartnershipCard;
import org.commonground.partnership.PartnershipService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each partner says in a review, and what the ratings come to. */
@Service
public class RatingService {

    private final Reviews reviews;
    private final ReviewTables tables;
    private final PartnershipService partnerships;
    private final Actions actions;
    private final LessonService lessons;
    private final Clock clock;

    RatingService(Reviews reviews, ReviewTables tables, PartnershipService partnerships, Actions actions, LessonService lessons,
            Clock clock) {
        this.reviews = reviews;
        this.tables = tables;
        this.partnerships = partnerships;
        this.actions = actions;
        this.lessons = lessons;
        this.clock = clock;
    }

    /** Counts how a partner rates the partnership, and forgets who said what. */
    @Transactional
    public void rate(UUID id, OrganisationId partner, Ballot ballot) {
        reviews.get(id).mayRate(tables.isAsked(id, partner));
        Refusal.unless(!tables.hasRated(id, partner),
                "Your organisation has rated already. An answer without a name cannot be found again to change it.");
        tables.addBallot(id, partner, ballot.on(tables.questions(id)));
    }

    /**
     * Keeps what the partnership does to one of its partners, and how that one sees the work; what it learned lies with the lessons too.
     *
     * @param reach who may read there what it learned
     */
    @Transactional
    public void recordImpact(UUID id, OrganisationId partner, Impact impact, Reach reach, String person) {
        Review review = reviews.get(id);
        review.mayRate(tables.isAsked(id, partner));
        PartnershipCard partnership = partnerships.card(review.partnership());
        impact.expectEach(partnership.objectiveNumbers());
        tables.keepImpact(id, partner, impact, person);
        lessons.tellInReview(partnership, review.nr(), partner, impact.learned(), reach, person);
    }

    /** Keeps what a partner saw when it looked at the actions of others. */
    @Transactional
    public void verify(UUID id, OrganisationId partner, List<ActionCheck> checks, String person) {
        Review review = reviews.get(id);
        review.mayRate();
        actions.check(review.partnership(), partner, checks, person);
    }

    /**
     * Counts the ratings: mean and spread of each question are kept, the ratings are not. Where so few answered that the result would
     * tell who said what, nothing of it is shown or kept. May be repeated.
     */
    @Transactional
    public void consolidate(UUID id) {
        Review review = reviews.get(id);
        if (review.isConsolidated()) {
            return;
        }
        int ballots = tables.ballots(id);
        Map<Integer, Map<Integer, Integer>> tallies = tables.tallies(id);
        tallies.forEach((question, counts) -> {
            if (counts.values().stream().mapToInt(Integer::intValue).sum() != ballots) {
                throw new IllegalStateException(
                        "Question %d of review %s has not as many answers as there are receipts.".formatted(question, id));
            }
        });
        review.consolidate(ballots, clock.instant());
        if (review.isEnough(ballots)) {
            tables.keepFindings(id, tables.questions(id).stream()
                    .map(question -> Finding.of(question, tallies.get(question.nr()))).toList());
        }
        tables.forgetTallies(id);
        reviews.save(review);
    }

    /** Codes of the partners who are asked to rate and to state; those who did both are not asked again. */
    public List<String> awaitedRaters(UUID id) {
        return reviews.get(id).isConsolidated() ? List.of() : tables.awaited(id, "impact");
    }

    public boolean hasRated(UUID id, OrganisationId partner) {
        return tables.hasRated(id, partner);
    }

    /** The actions of others that this partner looks at in this review. */
    public List<Action> toVerify(UUID id, OrganisationId partner) {
        return actions.toVerify(reviews.get(id).partnership(), partner);
    }
}
