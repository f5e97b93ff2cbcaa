package org.commonground.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.commonground.stage.Refusals.refused;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.commonground.commitment.Commitment;
import org.commonground.commitment.CommitmentService;
import org.commonground.commitment.CommitmentState;
import org.commonground.commitment.Offer;
import org.commonground.engine.MovableClock;
import org.commonground.foundation.Days;
import org.commonground.foundation.Level;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.learning.Lesson;
import org.commonground.learning.LessonService;
import org.commonground.learning.Reach;
import org.commonground.matter.MatterService;
import org.commonground.partnership.ActionCheck;
import org.commonground.partnership.Actions;
import org.commonground.partnership.AgreedAction;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;
import org.commonground.reckoning.ReckoningService;
import org.commonground.review.ReviewCard;
import org.commonground.review.ReviewService;
import org.commonground.stage.DomainTest;
import org.commonground.stage.Ladder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;

/** What a closure promises. Goi, Ngo and Ffs are partners and the shop is an ally; Ngo has promised forty field schools. */
@DomainTest
class ClosureServiceTest {

    private static final OrganisationId GOI = new OrganisationId("Goi");
    private static final OrganisationId NGO = new OrganisationId("Ngo");
    private static final OrganisationId FFS = new OrganisationId("Ffs");
    private static final OrganisationId SHOP = new OrganisationId("Shop");
    private static final List<OrganisationId> ALL = List.of(GOI, NGO, FFS, SHOP);
    private static final Seat WORKER = new Seat(NGO, Role.IMPLEMENTER);
    private static final String COORDINATOR = "coordinator";

    @Autowired
    Ladder ladder;
    @Autowired
    ClosureService service;
    @Autowired
    ReckoningService reckoning;
    @Autowired
    Reckonings reckonings;
    @Autowired
    LessonService lessons;
    @Autowired
    ClosingListService closingList;
    @Autowired
    CommitmentService commitments;
    @Autowired
    ReviewService reviews;
    @Autowired
    MatterService matters;
    @Autowired
    PartnershipService partnerships;
    @Autowired
    Actions actions;
    @Autowired
    MovableClock clock;
    @Autowired
    ApplicationEvents events;

    private PartnershipId id;

    @BeforeEach
    void the_work_has_ended() {
        ladder.verified(ALL);
        id = ladder.inForceUnwritten(Role.IMPLEMENTER, GOI, NGO, FFS);
        partnerships.admit(id, SHOP, Standing.ALLY, List.of(new SeatIn(Role.ALLY, Level.NATIONAL, null, null)));
        commitments.commit(id, WORKER, 1, List.of(new Offer(1, "Field schools", null, null, null, null, null, false, null)),
                List.of(), "ngoFocal");
    }

    // It begins

    @Test
    void before_the_work_has_ended_there_is_no_closure() {
        assertThatThrownBy(() -> service.card(id)).isInstanceOf(NotFound.class).hasMessageContaining("is not moving on yet");
    }

    @Test
    void it_begins_once_and_breaks_off_the_review_that_the_end_has_overtaken() {
        UUID review = reviews.open(id, UUID.randomUUID());
        service.open(id);
        ClosureCard card = service.card(id);
        service.open(id);
        assertThat(service.card(id)).as("once").isEqualTo(card);
        assertThat(partnerships.card(id).phase()).isEqualTo(Phase.CLOSING);
        assertThat(reviews.card(review)).extracting(ReviewCard::isOver, ReviewCard::way).containsExactly(true, null);
    }

    @Test
    void the_way_is_chosen_once_and_with_a_reason() {
        service.open(id);
        refused("Please say why: it stands in the closing report and in the letter.",
                () -> service.chooseTrajectory(id, Trajectory.COMPLETED, " ", COORDINATOR));
        service.chooseTrajectory(id, Trajectory.HANDED_OVER, "The state carries it on.", COORDINATOR);
        refused("The way was chosen already: Handed over to an institution.",
                () -> service.chooseTrajectory(id, Trajectory.COMPLETED, "All is done.", COORDINATOR));
    }

    // What the members say

    @Test
    void an_organisation_answers_once_and_its_first_answer_stands() {
        chosen();
        reconcile(FFS, true, null);
        share(FFS);
        refused("Your organisation has answered already.", () -> reconcile(FFS, false, "We gave more."));
        refused("Your organisation has shared its lesson already.", () -> share(FFS));
        assertThat(reckonings.reconciliations(id)).extracting(Reconciliation::organisation, Reconciliation::agreed)
                .containsExactly(tuple(FFS, true));
        assertThat(lessons.atTheEnd(id)).hasSize(1);
        assertThat(reckonings.unreconciled(id)).containsExactlyInAnyOrder(GOI, NGO, SHOP);
        assertThat(reckonings.silentLearners(id)).containsExactlyInAnyOrder(GOI, NGO, SHOP);
    }

    @Test
    void a_stranger_is_not_asked() {
        chosen();
        OrganisationId stranger = new OrganisationId("Stranger");
        refused("Your organisation has answered already.", () -> reconcile(stranger, true, null));
        refused("Your organisation has shared its lesson already.", () -> share(stranger));
    }

    @Test
    void who_sees_its_contributions_differently_says_how() {
        chosen();
        refused("Please say what differs: all members read it in the closing report.", () -> reconcile(NGO, false, " "));
        reconcile(NGO, false, "Forty-two schools, not forty.");
        assertThat(reckonings.reconciliations(id))
                .containsExactly(new Reconciliation(NGO, "Organisation Ngo", false, "Forty-two schools, not forty."));
    }

    @Test
    void only_its_own_open_promises_can_an_organisation_call_kept() {
        chosen();
        refused("These commitments have changed since you opened the page. Please open it again.",
                () -> reckoning.reconcile(id, FFS, Set.of(1), List.of(), true, null, "ffsFocal"));
        refused("These commitments have changed since you opened the page. Please open it again.",
                () -> reckoning.reconcile(id, NGO, Set.of(2), List.of(), true, null, "ngoFocal"));
        reckoning.reconcile(id, NGO, Set.of(1), List.of(), true, null, "ngoFocal");
        assertThat(commitments.of(id)).extracting(Commitment::state).containsExactly(CommitmentState.KEPT);
        assertThat(reckonings.openCommitments(id)).isEmpty();
    }

    @Test
    void who_was_asked_to_look_at_an_action_says_what_it_saw() {
        chosen();
        actions.agree(id, "Review 1", List.of(new AgreedAction("Trust", "Publish the budget", GOI, today(), FFS)), COORDINATOR);
        assertThat(actions.toVerify(id, GOI)).as("not its owner").isEmpty();
        int action = actions.toVerify(id, FFS).get(0).nr();
        reckoning.reconcile(id, FFS, Set.of(), List.of(new ActionCheck(action, true, "It hangs in the village hall.")), true,
                null, "ffsFocal");
        assertThat(actions.open(id)).isEmpty();
    }

    @Test
    void they_look_back_together_once() {
        chosen();
        assertThat(service.isReviewed(id)).isFalse();
        refused("This meeting lies ahead. Please write it down once it was held.",
                () -> service.reviewJointly(id, today().plusDays(2), Set.of(GOI), "Words", COORDINATOR));
        service.reviewJointly(id, today(), Set.of(GOI, FFS), "We looked back.", COORDINATOR);
        assertThat(service.isReviewed(id)).isTrue();
        refused("The final joint review was written down already.",
                () -> service.reviewJointly(id, today(), Set.of(GOI), "Again", COORDINATOR));
    }

    @Test
    void what_is_handed_over_is_listed_or_it_is_said_that_there_is_nothing() {
        chosen();
        refused("Please list what is handed over, or say in words that there is nothing.",
                () -> service.handOver(id, List.of(), " ", COORDINATOR));
        LocalDate proposed = partnerships.proposedOn(id);
        refused("“Two vehicles”: the partnership was proposed on %s, and nothing of it was handed over before.".formatted(
                Days.inWords(proposed)), () -> service.handOver(id, List.of(new Transfer(TransferKind.ASSET, "Two vehicles", "The state",
                proposed.minusDays(1))), null, COORDINATOR));
        service.handOver(id, List.of(new Transfer(TransferKind.ASSET, "Two vehicles", "The state", today())), null, COORDINATOR);
        service.handOver(id, List.of(new Transfer(TransferKind.TASK, "Answering letters", "The federation", today())), null, COORDINATOR);
        assertThat(service.transfers(id)).extracting(Transfer::what).as("said again with more")
                .containsExactly("Two vehicles", "Answering letters");
        service.handOver(id, List.of(), null, COORDINATOR);
        assertThat(service.transfers(id)).as("and no more").hasSize(2);
    }

    // The closing list

    @Test
    void nothing_is_closed_while_something_is_open_and_each_of_it_is_named() {
        matters.raise(id, "suspension", "The floods", "ffsFocal");
        actions.agree(id, "Review 1", List.of(new AgreedAction("Trust", "Publish the budget", GOI, today(), FFS)), COORDINATOR);
        chosen();
        reconcile(FFS, true, null);
        assertThat(closingList.blocking(id)).containsExactly(
                "“%s”, raised by Organisation Ffs, has to be settled.".formatted("A pause of the work"),
                "“Field schools” of Organisation Ngo is neither kept nor released.");
        refused("Before it can be closed: “A pause of the work”, raised by Organisation Ffs, has to be settled. “Field schools” of "
                + "Organisation Ngo … “Obligations” is open: nobody has seen “Publish the budget” (Organisation Goi) done yet. "
                + "“Contributions reconciled” is open: these have not said whether their lists are right: Organisation Goi, Organisation "
                + "Ngo, Organisation Shop. “Joint final review” is open: the partners have not looked back together. “Lessons” is open: "
                + "these have not shared what they learned: Organisation …. Settle what is open, ask again, or leave it open and say why.",
                () -> settle(List.of()));
        assertThat(closingList.settlements(id)).isEmpty();
    }

    @Test
    void a_matter_keeps_it_open_whatever_is_said_of_the_list() {
        matters.raise(id, "suspension", "The floods", "ffsFocal");
        chosen();
        refused("Before it can be closed: “%s”, raised by Organisation Ffs, has to be settled.".formatted("A pause of the work"),
                () -> settle(List.of(new Promise(1, true, null)), ClosingItem.values()));
        assertThat(commitments.of(id)).extracting(Commitment::state).as("nothing of it is kept").containsExactly(CommitmentState.PROMISED);
    }

    @Test
    void a_dispute_keeps_it_open_too_and_once_the_list_is_settled_none_is_raised_any_more() {
        chosen();
        UUID dispute = matters.raise(id, "dispute", "Who keeps the sprayers", "shopFocal");
        refused("Before it can be closed: A dispute between members has to be settled.",
                () -> settle(List.of(new Promise(1, true, null)), ClosingItem.values()));
        matters.end(dispute, "It ended.");
        refused("… is not in force: it stands at “Moving on”.", () -> matters.raise(id, "suspension", "The floods", "ffsFocal"));
        settle(List.of(new Promise(1, true, null)), ClosingItem.values());
        refused("The closing list of … was settled on …, so nothing can be raised in it any more.",
                () -> matters.raise(id, "dispute", "Who keeps the sprayers", "shopFocal"));
        service.close(id);
        refused("… is not in force: it stands at “Ended”.", () -> matters.raise(id, "dispute", "Who keeps the sprayers", "shopFocal"));
    }

    @Test
    void a_promise_is_kept_or_released_with_a_reason() {
        chosen();
        refused("Please say why each promise that is not kept is released: all partners read the reason.",
                () -> new Promise(1, false, " "));
        refused("The open commitments have changed since you opened the page. Please open it again.",
                () -> settle(List.of(new Promise(7, true, null)), ClosingItem.values()));
        settle(List.of(new Promise(1, false, "The floods took the fields")), ClosingItem.values());
        assertThat(commitments.of(id)).extracting(Commitment::state, Commitment::outcomeReason)
                .containsExactly(tuple(CommitmentState.RELEASED, "The floods took the fields"));
    }

    @Test
    void an_item_may_stay_open_with_a_reason_and_none_is_left_out() {
        chosen();
        refused("“Celebration”: please say why it is left open. The reason stands in the closing report.",
                () -> new Settlement(ClosingItem.CELEBRATION, false, null));
        refused("Please say of each item of the list what became of it.",
                () -> closingList.settle(id, List.of(new Settlement(ClosingItem.LETTER, true, null)),
                List.of(new Promise(1, true, null)), "Thank you.", true, COORDINATOR));
        settle(List.of(new Promise(1, true, null)), ClosingItem.OBLIGATIONS, ClosingItem.LESSONS, ClosingItem.CONTRIBUTIONS,
                ClosingItem.FINAL_REVIEW);
        assertThat(closingList.settlements(id)).extracting(Settlement::item).containsExactly(ClosingItem.values());
        assertThat(closingList.settlements(id)).filteredOn(one -> !one.done()).hasSize(4);
    }

    @Test
    void those_who_were_silent_are_asked_again_until_all_have_answered_and_looked_back() {
        chosen();
        closingList.askAgain(id);
        ALL.forEach(one -> {
            reconcile(one, true, null);
            share(one);
        });
        closingList.askAgain(id);
        service.reviewJointly(id, today(), Set.of(GOI, FFS), "We looked back.", COORDINATOR);
        refused("All members have answered and looked back together, so there is nobody to ask again.", () -> closingList.askAgain(id));
    }

    @Test
    void an_answer_that_comes_after_the_list_was_settled_changes_nothing() {
        settled(true);
        String sentence = "The closing list was settled on %s. Nothing can change in it any more.".formatted(Days.inWords(today()));
        refused(sentence, () -> reconcile(FFS, true, null));
        refused(sentence, () -> share(FFS));
        refused(sentence, () -> service.handOver(id, List.of(), "Nothing more", COORDINATOR));
        refused(sentence, () -> settle(List.of(), ClosingItem.values()));
        refused(sentence, () -> closingList.askAgain(id));
        service.close(id);
        refused(sentence, () -> share(FFS));
        assertThat(lessons.atTheEnd(id)).isEmpty();
    }

    // The end, and half a year later

    @Test
    void it_is_closed_once_and_all_members_get_the_letter() {
        settled(true);
        service.close(id);
        service.close(id);
        assertThat(partnerships.card(id)).satisfies(card -> {
            assertThat(card.phase()).isEqualTo(Phase.ENDED);
            assertThat(card.outcome()).isEqualTo("Handed over to an institution. The state carries it on.");
        });
        assertThat(events.stream(PartnershipClosed.class)).singleElement().satisfies(told -> {
            assertThat(told.letter()).isEqualTo("Thank you all.");
            assertThat(told.members()).containsExactlyInAnyOrderElementsOf(ALL);
        });
    }

    @Test
    void before_its_list_is_settled_it_is_not_closed_and_nothing_new_is_raised_in_it() {
        chosen();
        refused("It cannot be closed: “Field schools” of Organisation Ngo is neither kept nor released.", () -> service.close(id));
        commitments.keep(reckonings.openCommitments(id).get(1).id(), COORDINATOR);
        refused("The closing list is not settled yet.", () -> service.close(id));
        refused("… is not in force: it stands at “Moving on”.", () -> matters.raise(id, "suspension", "The floods", "ffsFocal"));
    }

    @Test
    void whether_somebody_asks_later_is_decided_with_the_list() {
        settled(false);
        assertThat(service.card(id).followUpWanted()).isFalse();
    }

    @Test
    void what_became_of_it_is_written_down_once_and_told_to_all_who_were_members() {
        settled(true);
        refused("This partnership is not closed yet.", () -> service.followUp(id, true, "Twelve villages go on."));
        service.close(id);
        refused("Please say what became of it.", () -> service.followUp(id, true, " "));
        service.followUp(id, true, "Twelve villages go on.");
        refused("The follow-up was written down already.", () -> service.followUp(id, false, "Nobody is there."));
        assertThat(events.stream(PartnershipFollowedUp.class)).singleElement()
                .satisfies(told -> assertThat(told.members()).containsExactlyInAnyOrderElementsOf(ALL));
    }

    @Test
    void a_follow_up_that_is_cancelled_tells_all_why_nobody_asks() {
        settled(true);
        service.close(id);
        refused("Please say why nobody asks any more.", () -> service.followUp(id, false, " "));
        service.followUp(id, false, "Nobody is there any more.");
        assertThat(service.card(id)).extracting(ClosureCard::followedUp, ClosureCard::followUp)
                .containsExactly(false, "Nobody is there any more.");
        assertThat(events.stream(PartnershipFollowedUp.class)).singleElement().satisfies(told -> assertThat(told)
                .extracting(PartnershipFollowedUp::known, PartnershipFollowedUp::words)
                .containsExactly(false, "Nobody is there any more."));
    }

    // Helpers

    private void chosen() {
        service.open(id);
        service.chooseTrajectory(id, Trajectory.HANDED_OVER, "The state carries it on.", COORDINATOR);
    }

    private void settled(boolean followUp) {
        chosen();
        closingList.settle(id, items(ClosingItem.values()), List.of(new Promise(1, true, null)), "Thank you all.", followUp, COORDINATOR);
    }

    private void reconcile(OrganisationId organisation, boolean agreed, String words) {
        reckoning.reconcile(id, organisation, Set.of(), List.of(), agreed, words, "somebody");
    }

    private void share(OrganisationId organisation) {
        reckoning.share(id, organisation, Lesson.atTheEnd("Farmers convince farmers", "In villages", "Leaflets", null, null), Reach.OWN,
                "somebody");
    }

    /** All other items are called done. */
    private void settle(List<Promise> promises, ClosingItem... leftOpen) {
        closingList.settle(id, items(leftOpen), promises, "Thank you all.", true, COORDINATOR);
    }

    private static List<Settlement> items(ClosingItem... leftOpen) {
        return Stream.of(ClosingItem.values()).map(item -> Arrays.asList(leftOpen).contains(item)
                ? new Settlement(item, false, "There was no time.") : new Settlement(item, true, null)).toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
