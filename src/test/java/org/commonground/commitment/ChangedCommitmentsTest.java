package org.commonground.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.commonground.stage.Refusals.refused;
import static org.commonground.work.FiveAtWork.DECIDER;
import static org.commonground.work.FiveAtWork.EU;
import static org.commonground.work.FiveAtWork.FARMERS;
import static org.commonground.work.FiveAtWork.FRIEND;
import static org.commonground.work.FiveAtWork.FUNDER;
import static org.commonground.work.FiveAtWork.NGO;
import static org.commonground.work.FiveAtWork.SEALED;
import static org.commonground.work.FiveAtWork.WORKER;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.commonground.agreement.SealedAgreement;
import org.commonground.engine.MovableClock;
import org.commonground.foundation.Days;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Seat;
import org.commonground.funding.Instalment;
import org.commonground.funding.InstalmentService;
import org.commonground.negotiation.Contribution;
import org.commonground.negotiation.ContributionKind;
import org.commonground.stage.DomainTest;
import org.commonground.stage.Ladder;
import org.commonground.stage.SampleAgreement;
import org.commonground.work.Alert;
import org.commonground.work.Alerts;
import org.commonground.work.FiveAtWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;

/** What becomes of commitments when something else is agreed. Eu has promised 1,000 EUR and Ngo forty field schools. */
@DomainTest
class ChangedCommitmentsTest {

    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);

    @Autowired
    CommitmentService commitments;
    @Autowired
    InstalmentService instalments;
    @Autowired
    Alerts alerts;
    @Autowired
    Ladder ladder;
    @Autowired
    SampleAgreement agreed;
    @Autowired
    MovableClock clock;
    @Autowired
    ApplicationEvents events;

    private PartnershipId id;

    @BeforeEach
    void two_have_given_their_word() {
        today(SEALED);
        id = FiveAtWork.in(ladder, agreed);
        commitments.commit(id, WORKER, 1, List.of(offer(1, "Field schools", null)), List.of(), "ngo");
        commitments.commit(id, FUNDER, 1, List.of(offer(1, "Money for the schools", null)), List.of(payment(0, 600, 10),
                payment(0, 400, 100)), "eu");
    }

    // Who is asked

    @Test
    void only_who_brings_something_else_is_asked_anew() {
        assertThat(amended(FIRST, all -> change(all, "Field schools", "60", "groups"))).isTrue();
        assertThat(commitments.seatsToRenew(id, FIRST)).containsExactly(WORKER);
        assertThat(commitments.silentSeats(id)).as("whoever has not given its word is asked for it, not anew")
                .containsExactlyInAnyOrder(DECIDER, FARMERS, FRIEND);
        assertThat(commitments.linesToAnswer(id, FUNDER)).isEmpty();
        refused("A colleague has answered for this seat already.",
                () -> commitments.commit(id, FUNDER, 2, List.of(offer(1, "Money for the schools", null)), List.of(), "eu"));

        commitments.commit(id, WORKER, 2, List.of(offer(1, "Field schools", null)), List.of(), "ngo");
        assertThat(commitments.seatsToRenew(id)).isEmpty();
        assertThat(commitments.of(id)).as("each promise once").extracting(Commitment::inWords).containsExactly(
                "Money for the schools (1,000 EUR), 31 August 2027 to 30 August 2028",
                "Field schools (60 groups), 31 August 2027 to 30 August 2028");
        refused("A colleague has answered for this seat already.",
                () -> commitments.commit(id, WORKER, 2, List.of(offer(1, "Field schools", null)), List.of(), "ngo"));
    }

    @Test
    void what_changes_nothing_that_a_seat_brings_asks_nobody() {
        SealedAgreement before = agreed.amend(id, () -> agreed.durationMonths = 24);
        assertThat(commitments.askAgainWhereChanged(id, before, agreed.of(id), FIRST)).isFalse();
        assertThat(amended(FIRST, all -> change(all, "Spraying rules are changed", null, "in words only"))).as("it is silent still")
                .isFalse();
        assertThat(commitments.seatsToRenew(id)).isEmpty();
        assertThat(commitments.linesToAnswer(id, DECIDER)).as("it sees what is agreed now").hasSize(1);
    }

    @Test
    void a_step_that_is_repeated_asks_the_same_once() {
        SealedAgreement before = agreed.amend(id, () -> agreed.contributions = change(agreed.contributions, "Field schools", "60",
                "groups"));
        assertThat(commitments.askAgainWhereChanged(id, before, agreed.of(id), FIRST)).isTrue();
        assertThat(commitments.askAgainWhereChanged(id, before, agreed.of(id), FIRST)).isTrue();
        assertThat(commitments.seatsToRenew(id, FIRST)).containsExactly(WORKER);
    }

    @Test
    void who_is_asked_by_the_room_of_an_earlier_matter_is_asked_there_alone_for_what_is_agreed_last() {
        amended(FIRST, all -> change(all, "Field schools", "60", "groups"));
        assertThat(amended(SECOND, all -> change(all, "Field schools", "80", "groups"))).isFalse();
        assertThat(commitments.seatsToRenew(id, SECOND)).isEmpty();
        assertThat(commitments.seatsToRenew(id, FIRST)).containsExactly(WORKER);
        refused("The agreement has changed since you opened this page. Please reload it and look again.",
                () -> commitments.commit(id, WORKER, 2, List.of(offer(1, "Field schools", null)), List.of(), "ngo"));
        commitments.commit(id, WORKER, 3, List.of(offer(1, "Field schools", null)), List.of(), "ngo");
        assertThat(promises(WORKER)).extracting(Commitment::amount).containsExactly(new BigDecimal("80.000"));
    }

    @Test
    void what_is_changed_back_before_anybody_answered_asks_nobody() {
        amended(FIRST, all -> change(all, "Field schools", "60", "groups"));
        assertThat(amended(SECOND, all -> change(all, "Field schools", "40.0", "groups"))).isFalse();
        assertThat(commitments.seatsToRenew(id)).isEmpty();
    }

    @Test
    void once_the_term_is_over_nobody_is_asked_anew() {
        amended(FIRST, all -> change(all, "Field schools", "60", "groups"));
        commitments.alertSilentSeats(id, FIRST);
        assertThat(open()).extracting(Alert::words).singleElement().asString()
                .contains("has not said yet what it brings as implementer since the agreement was changed");
        today(SEALED.plusMonths(12));
        assertThat(commitments.seatsToRenew(id, FIRST)).isEmpty();
    }

    // Lines

    @Test
    void lines_are_known_by_their_words_first_and_then_by_their_order() {
        Contribution schools = line("Field schools");
        Contribution visits = new Contribution(null, NGO, schools.role(), schools.kind(), "Visits", new BigDecimal("10"), "groups",
                schools.from(), schools.to());
        amended(FIRST, all -> and(all, visits));
        assertThat(commitments.linesToAnswer(id, WORKER)).extracting(SeatLine::nr, line -> line.agreed().what(), SeatLine::before)
                .as("what did not change is not asked").containsExactly(tuple(2, "Visits", null));
        refused("Please answer each line of the agreement. Reload the page if one is missing.",
                () -> commitments.commit(id, WORKER, 2, List.of(), List.of(), "ngo"));
        refused("The agreement has changed since you opened this page. Please reload it.",
                () -> commitments.commit(id, WORKER, 2, List.of(offer(1, "Field schools", null)), List.of(), "ngo"));
        commitments.commit(id, WORKER, 2, List.of(offer(2, "Visits", null)), List.of(), "ngo");

        amended(SECOND, all -> {
            List<Contribution> turned = new ArrayList<>(without(without(all, "Field schools"), "Visits"));
            turned.add(with(visits, "Visits", "12", "groups"));
            turned.add(with(schools, "Field schools in the dry season", "40", "groups"));
            return turned;
        });
        assertThat(commitments.linesToAnswer(id, WORKER)).extracting(SeatLine::nr, line -> line.before().what())
                .containsExactly(tuple(1, "Visits"), tuple(2, "Field schools"));
        commitments.commit(id, WORKER, 3, List.of(offer(1, "Visits", null), offer(2, "Field schools in the dry season", null)), List.of(),
                "ngo");
        assertThat(promises(WORKER)).extracting(Commitment::what).containsExactly("Visits", "Field schools in the dry season");
    }

    @Test
    void what_goes_beyond_the_agreement_stays_when_the_rest_changes() {
        commitments.commit(id, FRIEND, 1, List.of(offer(null, "An introduction", null)), List.of(), "shop");
        amended(FIRST, all -> and(all, new Contribution(null, FRIEND.organisation(), FRIEND.role(), ContributionKind.SUPPORT,
                "Buys the cotton", null, null, SEALED, SEALED.plusMonths(12))));
        commitments.commit(id, FRIEND, 2, List.of(offer(1, "Buys the cotton", null)), List.of(), "shop");
        assertThat(promises(FRIEND)).extracting(Commitment::what).containsExactly("An introduction", "Buys the cotton");
    }

    @Test
    void a_line_that_is_struck_releases_its_promise_and_a_seat_without_a_line_is_not_asked() {
        assertThat(amended(FIRST, all -> without(all, "Field schools"))).isFalse();
        assertThat(promises(WORKER)).singleElement().satisfies(struck -> {
            assertThat(struck.state()).isEqualTo(CommitmentState.RELEASED);
            assertThat(struck.outcomeReason()).isEqualTo("Version 2 of the agreement does not name it any more.");
        });
        assertThat(events.stream(CommitmentReleased.class)).singleElement()
                .satisfies(fact -> assertThat(fact.others()).contains(EU).doesNotContain(NGO));

        assertThat(amended(SECOND, all -> and(all, schools("40")))).as("agreed again, it is promised again").isTrue();
        commitments.commit(id, WORKER, 3, List.of(offer(1, "Field schools", null)), List.of(), "ngo");
        assertThat(promises(WORKER)).extracting(Commitment::state)
                .containsExactly(CommitmentState.RELEASED, CommitmentState.PROMISED);
    }

    @Test
    void what_a_seat_could_not_bring_is_asked_again_only_if_it_changed() {
        commitments.commit(id, DECIDER, 1, List.of(new Offer(1, "Spraying rules are changed", null, null, null, null, null, true,
                "The house is dissolved")), List.of(), "goi");
        amended(FIRST, all -> change(all, "Field schools", "60", "groups"));
        assertThat(commitments.seatsToRenew(id)).doesNotContain(DECIDER);
        amended(SECOND, all -> and(without(all, "Spraying rules are changed"), new Contribution(null, DECIDER.organisation(),
                DECIDER.role(), ContributionKind.POLICY_DECISION, "A decree", null, null, SEALED, SEALED.plusMonths(12))));
        assertThat(commitments.linesToAnswer(id, DECIDER)).extracting(line -> line.before().state())
                .containsExactly(CommitmentState.RELEASED);
    }

    // Money

    @Test
    void money_that_came_stays_counted_and_the_rest_comes_by_the_new_instalments() {
        today(SEALED.plusDays(10));
        refused("The agreement holds from %s: money it speaks of cannot have come before.".formatted(Days.inWords(SEALED)),
                () -> instalments.receive(id, instalments.of(id).get(0).id(), SEALED.minusDays(1), new BigDecimal("250"), null, "ngo"));
        instalments.receive(id, instalments.of(id).get(0).id(), SEALED.plusDays(10), new BigDecimal("250"), null, "ngo");
        assertThat(open()).as("a part of the first instalment is late").hasSize(1);
        amended(FIRST, all -> change(all, "Money for the schools", "1500", "EUR"));
        assertThat(instalments.nextLook(id)).as("it may promise something for tomorrow").isEqualTo(SEALED.plusDays(11));
        UUID old = instalments.of(id).get(0).id();

        refused("“Money for the schools”: 250 EUR has come and the instalments make 1,500 EUR, but you commit 1,500 EUR. Please bring "
                + "the three together.", () -> fund("1500", payment(0, 1500, 50)));
        refused("“Money for the schools”: 250 EUR has come already. Please commit that amount at least.",
                () -> commitments.commit(id, FUNDER, 2, List.of(new Offer(1, "Money for the schools", null, null, null, null, null, true,
                        "No money left")), List.of(), "eu"));
        refused("“Money for the schools”: 250 EUR has come already. Please commit that amount at least.",
                () -> commitments.commit(id, FUNDER, 2, List.of(new Offer(1, "Money for the schools", null, new BigDecimal("200"), null,
                        null, null, false, "Little money left")), List.of(), "eu"));
        fund("1500", payment(0, 1000, 50), payment(0, 250, 80));

        assertThat(promises(FUNDER)).singleElement().satisfies(promise -> {
            assertThat(promise.receivedInWords()).isEqualTo("250 EUR");
            assertThat(promise.amount()).isEqualByComparingTo("1500");
            assertThat(promise.isOpen()).isTrue();
        });
        assertThat(open()).as("nobody waits for the old instalments").isEmpty();
        refused("Nobody waits for this instalment any more.",
                () -> instalments.receive(id, old, SEALED.plusDays(10), BigDecimal.ONE, null, "ngo"));
        assertThat(instalments.of(id)).filteredOn(Instalment::isOpen).extracting(Instalment::amountInWords, Instalment::askOn)
                .containsExactly(tuple("1,000 EUR", SEALED.plusDays(50)), tuple("250 EUR", SEALED.plusDays(80)));
        assertThat(instalments.nextLook(id)).isEqualTo(SEALED.plusDays(50));

        today(SEALED.plusDays(90));
        instalments.of(id).stream().filter(Instalment::isOpen)
                .forEach(one -> instalments.receive(id, one.id(), SEALED.plusDays(90), one.missing(), null, "ngo"));
        assertThat(promises(FUNDER)).singleElement().satisfies(promise -> {
            assertThat(promise.state()).as("what is paid is kept").isEqualTo(CommitmentState.KEPT);
            assertThat(promise.receivedInWords()).isEqualTo("1,500 EUR");
        });
    }

    @Test
    void twice_changed_all_money_is_counted_once() {
        today(SEALED.plusDays(10));
        instalments.receive(id, instalments.of(id).get(0).id(), SEALED.plusDays(10), new BigDecimal("600"), null, "ngo");
        amended(FIRST, all -> change(all, "Money for the schools", "900", "EUR"));
        fund("900", payment(0, 300, 10));
        UUID second = instalments.of(id).stream().filter(Instalment::isOpen).findFirst().orElseThrow().id();
        instalments.receive(id, second, SEALED.plusDays(10), new BigDecimal("100"), null, "ngo");
        amended(SECOND, all -> change(all, "Money for the schools", "700", "EUR"));
        commitments.commit(id, FUNDER, 3, List.of(offer(1, "Money for the schools", "700")), List.of(), "eu");
        assertThat(promises(FUNDER)).singleElement().satisfies(promise -> {
            assertThat(promise.receivedInWords()).isEqualTo("700 EUR");
            assertThat(promise.state()).as("no instalment is needed any more").isEqualTo(CommitmentState.KEPT);
        });
        assertThat(instalments.of(id)).noneMatch(Instalment::isOpen);
    }

    @Test
    void nobody_agrees_away_what_was_paid() {
        today(SEALED.plusDays(10));
        instalments.receive(id, instalments.of(id).get(0).id(), SEALED.plusDays(10), new BigDecimal("600"), null, "ngo");
        commitments.expectPaidStays(id, change(agreed.contributions, "Money for the schools", "600", "EUR"));
        commitments.expectPaidStays(id, without(agreed.contributions, "Field schools"));
        refused("“Money for the schools” of Organisation Eu: 600 EUR has come already. Please agree on that amount at least.",
                () -> commitments.expectPaidStays(id, change(agreed.contributions, "Money for the schools", "599.99", "EUR")));
        String struck = "“Money for the schools” of Organisation Eu: 600 EUR of it has come already, so it cannot be struck or come in "
                + "another currency. Please leave it with that amount at least.";
        refused(struck, () -> commitments.expectPaidStays(id, without(agreed.contributions, "Money for the schools")));
        refused(struck, () -> commitments.expectPaidStays(id, change(agreed.contributions, "Money for the schools", "2000", "USD")));
    }

    // Helpers

    private boolean amended(UUID matter, UnaryOperator<List<Contribution>> change) {
        SealedAgreement before = agreed.amend(id, () -> agreed.contributions = change.apply(agreed.contributions));
        return commitments.askAgainWhereChanged(id, before, agreed.of(id), matter);
    }

    private static List<Contribution> change(List<Contribution> all, String what, String amount, String unit) {
        return all.stream().map(one -> !one.what().equals(what) ? one
                : amount == null ? with(one, what + ", " + unit, null, null) : with(one, what, amount, unit)).toList();
    }

    private static Contribution with(Contribution one, String what, String amount, String unit) {
        return new Contribution(null, one.organisation(), one.role(), one.kind(), what, amount == null ? null : new BigDecimal(amount),
                unit, one.from(), one.to());
    }

    private static List<Contribution> without(List<Contribution> all, String what) {
        return all.stream().filter(one -> !one.what().equals(what)).toList();
    }

    private static List<Contribution> and(List<Contribution> all, Contribution one) {
        List<Contribution> more = new ArrayList<>(all);
        more.add(one);
        return more;
    }

    private Contribution line(String what) {
        return agreed.contributions.stream().filter(one -> one.what().equals(what)).findFirst().orElseThrow();
    }

    private static Contribution schools(String amount) {
        return new Contribution(null, NGO, WORKER.role(), ContributionKind.ACTIVITIES, "Field schools", new BigDecimal(amount), "groups",
                SEALED, SEALED.plusMonths(12));
    }

    private static Offer offer(Integer nr, String what, String amount) {
        return new Offer(nr, what, null, amount == null ? null : new BigDecimal(amount), null, null, null, false, null);
    }

    private void fund(String amount, Payment... payments) {
        commitments.commit(id, FUNDER, 2, List.of(offer(1, "Money for the schools", amount)), List.of(payments), "eu");
    }

    private static Payment payment(int of, int amount, int daysAfterSealing) {
        return new Payment(of, SEALED.plusDays(daysAfterSealing), BigDecimal.valueOf(amount), NGO);
    }

    private List<Commitment> promises(Seat seat) {
        return commitments.of(id).stream().filter(one -> one.seat().equals(seat)).toList();
    }

    private List<Alert> open() {
        return alerts.of(id).stream().filter(Alert::isOpen).toList();
    }

    private void today(LocalDate day) {
        clock.setTo(day.atTime(15, 0).toInstant(ZoneOffset.UTC));
    }
}
