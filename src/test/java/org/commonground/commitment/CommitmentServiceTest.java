package org.commonground.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.commonground.work.FiveAtWork.DECIDER;
import static org.commonground.work.FiveAtWork.EU;
import static org.commonground.work.FiveAtWork.FARMERS;
import static org.commonground.work.FiveAtWork.FFS;
import static org.commonground.work.FiveAtWork.FRIEND;
import static org.commonground.work.FiveAtWork.FUNDER;
import static org.commonground.work.FiveAtWork.GOI;
import static org.commonground.work.FiveAtWork.NGO;
import static org.commonground.work.FiveAtWork.SEALED;
import static org.commonground.work.FiveAtWork.SHOP;
import static org.commonground.work.FiveAtWork.WORKER;
import static org.commonground.stage.Refusals.refused;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.commonground.engine.MovableClock;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Seat;
import org.commonground.funding.Instalment;
import org.commonground.funding.InstalmentService;
import org.commonground.partnership.PartnershipService;
import org.commonground.stage.DomainTest;
import org.commonground.stage.Ladder;
import org.commonground.stage.SampleAgreement;
import org.commonground.work.Alert;
import org.commonground.work.AlertKind;
import org.commonground.work.AlertRaised;
import org.commonground.work.Alerts;
import org.commonground.work.FiveAtWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;

/** What the work in force promises about commitments and about money. */
@DomainTest
class CommitmentServiceTest {

    private static final String COORDINATOR = "coordinator";

    @Autowired
    CommitmentService commitments;
    @Autowired
    InstalmentService instalments;
    @Autowired
    Alerts alerts;
    @Autowired
    PartnershipService partnerships;
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
    void the_agreement_is_sealed() {
        today(SEALED);
        id = FiveAtWork.in(ladder, agreed);
    }

    // Commitments

    @Test
    void each_seat_gives_its_word_once() {
        assertThat(commitments.silentSeats(id)).containsExactlyInAnyOrder(DECIDER, FUNDER, WORKER, FARMERS, FRIEND);
        commit(WORKER, asAgreed("Field schools"));
        assertThat(commitments.silentSeats(id)).doesNotContain(WORKER);
        refused("A colleague has answered for this seat already.", () -> commit(WORKER, asAgreed("Field schools")));
        assertThat(commitments.of(id)).singleElement().satisfies(one -> {
            assertThat(one.inWords()).isEqualTo("Field schools (40 groups), 31 August 2027 to 30 August 2028");
            assertThat(one.difference()).isNull();
            assertThat(one.state()).isEqualTo(CommitmentState.PROMISED);
        });
        assertThat(events.stream(CommitmentDiffers.class)).isEmpty();
    }

    @Test
    void less_than_agreed_needs_a_reason_that_all_others_hear() {
        Offer less = new Offer(1, "Field schools", null, new BigDecimal("30"), null, SEALED.plusDays(9), null, false, null);
        refused("“Field schools” is not as agreed (30 groups instead of 40 groups, from 9 September 2027 instead of 31 August 2027). "
                + "Please say why: all partners read the reason.", () -> commit(WORKER, less));
        commit(WORKER, new Offer(1, "Field schools", null, new BigDecimal("30"), null, null, null, false, "Two left"));
        assertThat(events.stream(CommitmentDiffers.class)).singleElement().satisfies(fact -> {
            assertThat(fact.differences()).containsExactly("Field schools: 30 groups instead of 40 groups. Two left");
            assertThat(fact.others()).containsExactlyInAnyOrder(GOI, EU, FFS, SHOP);
        });
    }

    @Test
    void what_is_promised_comes_while_the_agreement_holds() {
        refused("“Field schools”, 31 August 2027 to 31 August 2028, goes on longer than the agreement: its 12 months, counted from 31"
                + " August 2027, end on 30 August 2028.", () -> commit(WORKER, new Offer(1, "Field schools", null, null, null, null,
                        LocalDate.of(2028, 8, 31), false, "More time")));
        refused("“Field schools”, 1 January 1999 to 30 August 2028, begins before the partnership was proposed, which was on ….",
                () -> commit(WORKER, new Offer(1, "Field schools", null, null, null, LocalDate.of(1999, 1, 1), null, false, null)));
        refused("An instalment is due on 31 August 2028, but the agreement holds from 31 August 2027 to 30 August 2028. Please choose a day"
                + " within that time.", () -> commitments.commit(id, FUNDER, 1,
                List.of(asAgreed("Money for the schools")),
                List.of(new Payment(0, LocalDate.of(2028, 8, 31), new BigDecimal("1000"), GOI)),
                "eu"));
    }

    @Test
    void more_than_agreed_needs_none() {
        commit(WORKER, new Offer(1, "Field schools", null, new BigDecimal("50"), null, SEALED.minusDays(1), null, false, null));
        assertThat(commitments.of(id)).extracting(Commitment::difference)
                .containsExactly("50 groups instead of 40 groups, from 30 August 2027 instead of 31 August 2027");
        assertThat(events.stream(CommitmentDiffers.class)).isEmpty();
    }

    @Test
    void what_cannot_come_is_released_with_its_reason() {
        refused("“Field schools”: please say why you cannot bring it. All partners read the reason.",
                () -> new Offer(1, "Field schools", null, null, null, null, null, true, " "));
        commit(WORKER, new Offer(1, "Field schools", null, null, null, null, null, true, "The office closes"));
        assertThat(commitments.of(id)).extracting(Commitment::state, Commitment::outcomeReason)
                .containsExactly(tuple(CommitmentState.RELEASED, "The office closes"));
        assertThat(events.stream(CommitmentDiffers.class)).hasSize(1);
    }

    @Test
    void every_line_of_the_agreement_is_answered_and_an_old_page_is_refused() {
        refused("Please answer each line of the agreement. Reload the page if one is missing.", () -> commit(WORKER));
        refused("The agreement has changed since you opened this page. Please reload it and look again.",
                () -> commitments.commit(id, WORKER, 7, List.of(asAgreed("Field schools")), List.of(), "ngo"));
        refused("Please say at least one thing that you bring. A small thing counts.", () -> commit(FRIEND));
        commit(FRIEND, new Offer(null, "An introduction to another funder", "A foundation", null, null, null, null, false, null));
        assertThat(commitments.of(id)).singleElement().satisfies(one -> {
            assertThat(one.agreed()).isNull();
            assertThat(one.inWords()).isEqualTo("An introduction to another funder, A foundation");
        });
    }

    @Test
    void a_seat_that_says_nothing_raises_an_alert_until_it_speaks() {
        commit(WORKER, asAgreed("Field schools"));
        commitments.alertSilentSeats(id);
        commitments.alertSilentSeats(id);
        assertThat(open()).hasSize(4).allMatch(alert -> alert.kind() == AlertKind.SEAT_SILENT);
        assertThat(events.stream(AlertRaised.class)).as("told each time").hasSize(8);
        commit(DECIDER, asAgreed("Spraying rules are changed"));
        assertThat(open()).extracting(Alert::organisation).containsExactlyInAnyOrder(EU, FFS, SHOP);
        assertThat(open()).allSatisfy(alert -> assertThat(alert.words()).contains("It is asked again on 14 September 2027."));
        assertThat(commitments.askSeatsAgainOn(id)).isEqualTo(LocalDate.of(2027, 9, 14));
        today(LocalDate.of(2027, 11, 25));
        assertThat(commitments.askSeatsAgainOn(id)).as("with the next period, where that comes sooner")
                .isEqualTo(LocalDate.of(2027, 11, 30));
    }

    // Money

    @Test
    void instalments_make_up_the_amount_and_go_to_members() {
        refused("“Money for the schools”: the instalments make 900 EUR, but you commit 1,000 EUR. Please bring the two together.",
                () -> fund(payment(900, 1)));
        refused("Only a member of the partnership can receive an instalment.",
                () -> commitments.commit(id, FUNDER, 1, List.of(asAgreed("Money for the schools")),
                List.of(new Payment(0, SEALED, new BigDecimal("1000"), new OrganisationId("Nobody"))), "eu"));
        refused("No money is awaited for “Field schools”. Please remove its instalments.",
                () -> commitments.commit(id, WORKER, 1, List.of(asAgreed("Field schools")), List.of(payment(1, 1)), "ngo"));
        fund(payment(600, 10), payment(400, 100));
        assertThat(instalments.of(id)).extracting(Instalment::amountInWords).containsExactly("600 EUR", "400 EUR");
    }

    @Test
    void funds_of_a_seat_that_is_no_resource_provider_come_without_instalments() {
        commit(FARMERS, asAgreed("What the federation puts in"));
        assertThat(commitments.of(id)).extracting(Commitment::inWords, Commitment::state).containsExactly(
                tuple("What the federation puts in (50 EUR), 31 August 2027 to 30 August 2028", CommitmentState.PROMISED));
    }

    @Test
    void money_beyond_the_agreement_has_an_amount_and_a_currency() {
        refused("“Bicycles”: please say how much, and in which currency.",
                () -> commitments.commit(id, FUNDER, 1, List.of(asAgreed("Money for the schools"),
                new Offer(null, "Bicycles", null, null, null, null, null, false, null)), List.of(payment(1000, 1)), "eu"));
    }

    @Test
    void money_is_counted_as_its_currency_is() {
        refused("“Bicycles”: XYZ is no currency. Please write its three letters, such as EUR or INR.", () -> bicycles("100", "XYZ"));
        refused("“Bicycles”: 100.5 JPY cannot be paid. JPY has no digits after the point.", () -> bicycles("100.50", "JPY"));
        refused("“Money for the schools”: 500.001 EUR cannot be paid. EUR has at most 2 digits after the point.",
                () -> fund(new Payment(0, SEALED, new BigDecimal("500.001"), NGO), new Payment(0, SEALED, new BigDecimal("499.999"), NGO)));
        bicycles("1234.567", "KWD");
        assertThat(instalments.of(id)).extracting(Instalment::amountInWords).containsExactlyInAnyOrder("1,000 EUR", "1,234.567 KWD");
        UUID dinars = instalments.of(id).stream().filter(one -> one.currency().equals("KWD")).findFirst().orElseThrow().id();
        today(SEALED.plusDays(2));
        refused("“Amount that came”: 0.0005 KWD cannot be paid. KWD has at most 3 digits after the point.",
                () -> instalments.receive(id, dinars, SEALED.plusDays(1), new BigDecimal("0.0005"), null, "ngo"));
        instalments.receive(id, dinars, SEALED.plusDays(1), new BigDecimal("1000.001"), null, "ngo");
        assertThat(instalments.of(id)).extracting(Instalment::missingInWords).contains("234.566 KWD");
    }

    private void bicycles(String amount, String currency) {
        BigDecimal money = new BigDecimal(amount);
        commitments.commit(id, FUNDER, 1, List.of(asAgreed("Money for the schools"),
                new Offer(null, "Bicycles", null, money, currency, null, null, false, null)),
                List.of(payment(1000, 1), new Payment(1, SEALED, money, NGO)), "eu");
    }

    @Test
    void while_a_funder_is_silent_money_is_looked_at_daily_and_then_when_it_is_due() {
        assertThat(instalments.nextLook(id)).isEqualTo(SEALED.plusDays(1));
        fund(payment(600, 10), payment(400, 100));
        assertThat(instalments.nextLook(id)).isEqualTo(SEALED.plusDays(10));
        assertThat(instalments.dueInstalments(id)).isEmpty();
        today(SEALED.plusDays(120));
        assertThat(instalments.dueInstalments(id)).as("after a long stop both are asked for").hasSize(2);
    }

    @Test
    void a_part_counts_and_the_rest_is_asked_for_again() {
        fund(payment(1000, 10));
        today(SEALED.plusDays(10));
        UUID instalment = instalments.of(id).get(0).id();
        assertThat(instalments.receivers(id, instalment)).containsExactly(NGO, GOI);
        refused("Please say how much came. If nothing came, choose “not yet”.", () -> receive(instalment, 0));
        refused("Please say on which day it came.",
                () -> instalments.receive(id, instalment, SEALED.plusDays(11), BigDecimal.ONE, null, "ngo"));
        receive(instalment, 700);
        assertThat(commitments.of(id)).extracting(Commitment::state).containsExactly(CommitmentState.PROMISED);
        assertThat(instalments.nextLook(id)).isEqualTo(SEALED.plusDays(24));
        assertThat(open()).singleElement().satisfies(alert -> assertThat(alert.words())
                .contains("300 EUR of Organisation Eu", "A part has come. The rest is asked for again on 24 September 2027."));
        refused("At most 300 EUR is still to come of this instalment. If more came, please count the rest towards another one.",
                () -> receive(instalment, 301));
        receive(instalment, 300);
        assertThat(commitments.of(id)).as("what is paid in full is kept").extracting(Commitment::state)
                .containsExactly(CommitmentState.KEPT);
        assertThat(instalments.nextLook(id)).as("more may be agreed").isEqualTo(LocalDate.of(2027, 11, 30));
        assertThat(open()).isEmpty();
        refused("Nobody waits for this instalment any more.", () -> receive(instalment, 1));
    }

    @Test
    void a_lead_that_is_out_is_neither_asked_about_the_money_nor_told_of_alerts() {
        fund(payment(1000, 10));
        today(SEALED.plusDays(10));
        UUID instalment = instalments.of(id).get(0).id();
        partnerships.leave(id, GOI, "No staff left", "goi");
        assertThat(instalments.receivers(id, instalment)).containsExactly(NGO);
        instalments.notYet(id, instalment, SEALED.plusDays(15), "The bank asks for a paper", "ngo");
        assertThat(events.stream(AlertRaised.class)).singleElement()
                .satisfies(fact -> assertThat(fact.concerned()).containsExactlyInAnyOrder(EU, NGO));
    }

    @Test
    void money_that_is_late_alerts_those_concerned_until_it_comes() {
        fund(payment(1000, 10));
        today(SEALED.plusDays(10));
        UUID instalment = instalments.of(id).get(0).id();
        refused("Please say on which later day you expect it: we ask again then.",
                () -> instalments.notYet(id, instalment, SEALED.plusDays(10), "The bank", "ngo"));
        refused("That is more than a year away. Please agree on another date with the provider, or choose a day on which we ask again.",
                () -> instalments.notYet(id, instalment, SEALED.plusYears(2), "The bank", "ngo"));
        instalments.notYet(id, instalment, SEALED.plusDays(15), "The bank asks for a paper", "ngo");
        assertThat(instalments.nextLook(id)).isEqualTo(SEALED.plusDays(15));
        today(SEALED.plusDays(15));
        instalments.alertUnconfirmed(id, instalment);
        assertThat(open()).singleElement().satisfies(alert -> assertThat(alert.words()).contains("1,000 EUR of Organisation Eu",
                "was due on 10 September 2027", "asked again on 29 September 2027"));
        assertThat(events.stream(AlertRaised.class)).hasSize(2)
                .allSatisfy(fact -> assertThat(fact.concerned()).containsExactlyInAnyOrder(EU, NGO, GOI));
        receive(instalment, 1000);
        assertThat(open()).isEmpty();
    }

    @Test
    void however_much_people_know_about_a_delay_those_concerned_read_all_of_it() {
        commitments.commit(id, FUNDER, 1, List.of(new Offer(1, "M".repeat(600), null, null, null, null, null, false,
                "As the bank calls it")), List.of(payment(1000, 0)), "eu");
        instalments.notYet(id, instalments.of(id).get(0).id(), SEALED.plusDays(15), "K".repeat(600), "ngo");
        assertThat(open()).singleElement().satisfies(alert -> assertThat(alert.words()).contains("“" + "M".repeat(600) + "”",
                "What is known: “" + "K".repeat(600) + ".”"));
    }

    // What becomes of commitments

    @Test
    void a_commitment_is_kept_or_released_once_and_never_without_a_reason() {
        commit(WORKER, asAgreed("Field schools"));
        fund(payment(1000, 10));
        UUID schools = commitment(WORKER);
        commitments.keep(schools, COORDINATOR);
        refused("It was said before what became of this commitment.", () -> commitments.keep(schools, COORDINATOR));
        refused("“Field schools” is no open promise any more: kept.", () -> commitments.release(id, schools, "Late", COORDINATOR));
        UUID money = commitment(FUNDER);
        refused("Please say why “Money for the schools” is released: all partners read the reason.",
                () -> commitments.release(id, money, " ", COORDINATOR));
        today(SEALED.plusDays(10));
        instalments.alertUnconfirmed(id, instalments.of(id).get(0).id());
        commitments.release(id, money, "The programme ended", COORDINATOR);
        assertThat(instalments.nextLook(id)).as("nobody asks for it any more").isEqualTo(LocalDate.of(2027, 11, 30));
        today(LocalDate.of(2027, 11, 30));
        assertThat(instalments.nextLook(id)).as("never today once more").isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(open()).isEmpty();
        assertThat(commitments.of(id)).noneMatch(Commitment::isOpen);
        assertThat(events.stream(CommitmentReleased.class)).singleElement().satisfies(fact -> assertThat(fact.others()).doesNotContain(EU));
    }

    private void commit(Seat seat, Offer... offers) {
        commitments.commit(id, seat, 1, List.of(offers), List.of(), "somebody");
    }

    private static Offer asAgreed(String what) {
        return new Offer(1, what, null, null, null, null, null, false, null);
    }

    private void fund(Payment... payments) {
        commitments.commit(id, FUNDER, 1, List.of(asAgreed("Money for the schools")), List.of(payments), "eu");
    }

    private static Payment payment(int amount, int daysAfterSealing) {
        return new Payment(0, SEALED.plusDays(daysAfterSealing), BigDecimal.valueOf(amount), NGO);
    }

    private void receive(UUID instalment, int amount) {
        instalments.receive(id, instalment, LocalDate.now(clock), BigDecimal.valueOf(amount), null, "ngo");
    }

    private UUID commitment(Seat seat) {
        return commitments.of(id).stream().filter(one -> one.seat().equals(seat)).findFirst().orElseThrow().id();
    }

    private List<Alert> open() {
        return alerts.of(id).stream().filter(Alert::isOpen).toList();
    }

    private void today(LocalDate day) {
        clock.setTo(day.atTime(9, 0).toInstant(ZoneOffset.UTC));
    }
}
