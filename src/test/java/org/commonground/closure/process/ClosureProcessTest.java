package org.commonground.closure.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.commonground.foundation.Role.ALLY;
import static org.commonground.foundation.Role.EXPERT;
import static org.commonground.foundation.Role.IMPLEMENTER;
import static org.commonground.foundation.Role.RESOURCE_PROVIDER;
import static org.commonground.stage.Refusals.pattern;
import static org.commonground.stage.Stage.with;
import static org.commonground.story.Answers.closingList;
import static org.commonground.story.Answers.followUp;
import static org.commonground.story.Answers.handOver;
import static org.commonground.story.Answers.jointReview;
import static org.commonground.story.Answers.lessons;
import static org.commonground.story.Answers.reconciled;
import static org.commonground.story.Answers.trajectory;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.commonground.agreement.AgreedTerms;
import org.commonground.closure.ClosingListService;
import org.commonground.closure.ClosingReport;
import org.commonground.closure.ClosingReports;
import org.commonground.closure.ClosureService;
import org.commonground.closure.Trajectory;
import org.commonground.commitment.Commitment;
import org.commonground.commitment.CommitmentService;
import org.commonground.commitment.CommitmentState;
import org.commonground.commitment.Offer;
import org.commonground.commitment.Payment;
import org.commonground.document.Documents;
import org.commonground.engine.MovableClock;
import org.commonground.foundation.Days;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.funding.InstalmentService;
import org.commonground.dispute.process.DisputeStage;
import org.commonground.matter.MatterCard;
import org.commonground.matter.MatterService;
import org.commonground.learning.Reach;
import org.commonground.learning.LessonService;
import org.commonground.partnership.Actions;
import org.commonground.partnership.AgreedAction;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;
import org.commonground.reckoning.ReckoningService;
import org.commonground.review.Impact;
import org.commonground.review.RatingService;
import org.commonground.review.ReviewService;
import org.commonground.review.WorkRating;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.Ladder;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.commonground.work.AgreedWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Moving on, as people play it. Fao, Goi and Ngo are partners and the shop is an ally; Fao and Ngo have promised something. */
@ProcessTest
class ClosureProcessTest {

    @Autowired
    private Stage stage;
    @Autowired
    private Ladder ladder;
    @Autowired
    private PartnershipService partnerships;
    @Autowired
    private ClosureService closures;
    @Autowired
    private ReckoningService reckoning;
    @Autowired
    private ClosingListService closingList;
    @Autowired
    private ClosingReports reports;
    @Autowired
    private CommitmentService commitments;
    @Autowired
    private InstalmentService instalments;
    @Autowired
    private AgreedTerms agreements;
    @Autowired
    private ReviewService reviews;
    @Autowired
    private RatingService ratings;
    @Autowired
    private MatterService matters;
    @Autowired
    private Actions actions;
    @Autowired
    private Documents documents;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private LessonService shared;
    @Autowired
    private MovableClock clock;

    private Cast cast;
    private Actor coordinator;
    private Actor fao;
    private Actor goi;
    private Actor ngo;
    private Actor shop;
    private PartnershipId id;
    private String key;

    @BeforeEach
    void the_work_has_ended() {
        cast = stage.cast().organisation("Fao", "FAO", Level.NATIONAL, "India", EXPERT)
                .organisation("Goi", "Government of India", Level.NATIONAL, "India", EXPERT)
                .organisation("Ngo", "Facilitating NGO", Level.LOCAL, "Guntur", IMPLEMENTER)
                .organisation("Shop", "Retail chain", Level.NATIONAL, "India", ALLY);
        coordinator = cast.coordinator();
        fao = cast.actor("Fao", EXPERT);
        goi = cast.actor("Goi", EXPERT);
        ngo = cast.actor("Ngo", IMPLEMENTER);
        shop = cast.actor("Shop", ALLY);
        Map<OrganisationId, Role> partners = new LinkedHashMap<>();
        partners.put(cast.id("Fao"), EXPERT);
        partners.put(cast.id("Goi"), EXPERT);
        partners.put(cast.id("Ngo"), IMPLEMENTER);
        id = ladder.inForce(partners);
        key = id.value();
        partnerships.admit(id, cast.id("Shop"), Standing.ALLY, List.of(new SeatIn(ALLY, Level.NATIONAL, null, null)));
        promise("Fao", EXPERT);
        promise("Ngo", IMPLEMENTER);
    }

    private void promise(String code, Role role) {
        commitments.commit(id, new Seat(cast.id(code), role), 1,
                List.of(new Offer(1, "Two days a month", null, null, null, null, null, false, null)), List.of(), "somebody");
    }

    private void begins() {
        stage.engine().getRuntimeService().startProcessInstanceByKey("closure", key);
        stage.machineWorks();
    }

    @Test
    void a_dispute_is_raised_while_it_is_closed_and_is_settled_first() {
        begins();
        DisputeStage.raises(shop, key, cast, "Who keeps the sprayers", "Ngo");
        assertThat(coordinator.opens("Choose trajectory", key).get("open").toString())
                .contains("A dispute between members has to be settled: rung 1 of 4, dialogue, until ")
                .doesNotContain("sprayers", "Retail");
        ngo.completes(DisputeStage.SAY, key, DisputeStage.inDialogue("settled", "settled", "They share them"));
        assertThat(shop.opens(DisputeStage.SAY, key).get("endings").toString()).as("nothing else can be raised").contains("settled")
                .doesNotContain("amendment", "suspension", "leaving", "closing");
        shop.completes(DisputeStage.SAY, key, DisputeStage.inDialogue("settled", "settled", "They share them"));
        assertThat(coordinator.opens("Choose trajectory", key).get("open").toString()).doesNotContain("dispute");
        assertThat(matters.all(id)).extracting(MatterCard::outcome).containsExactly("It ended on rung 1 of 4, dialogue.");
    }

    @Test
    void partners_look_back_hand_over_close_and_ask_later_what_became_of_it() throws IOException {
        actions.agree(id, "Review 1", List.of(new AgreedAction("Trust", "Publish the budget", cast.id("Fao"), today().plusDays(9),
                cast.id("Ngo"))), "coordinator");
        UUID matter = matters.raise(id, "closure", "All is done", ngo.user());
        begins();
        assertThat(partnerships.card(id).phase()).isEqualTo(Phase.CLOSING);
        assertThat(coordinator.opens("Choose trajectory", key).get("open").toString())
                .contains("“Closing the partnership”, raised by Facilitating NGO", "“Two days a month” of FAO");
        coordinator.completes("Choose trajectory", key, trajectory("handedOver", "The state department carries the schools on."));

        Map<String, Object> shown = ngo.opens("Reconcile contributions", key);
        assertThat(shown.get("contributions").toString()).contains("Two days a month", "Still open");
        assertThat(shown.get("checks").toString()).contains("Publish the budget", "FAO");
        Map<String, Object> differing = reconciled(shown, false);
        differing.put("answer", "differs");
        assertThat(ngo.isRefused("Reconcile contributions", key, differing))
                .isEqualTo("Please say what differs: all members read it in the closing report.");
        differing.put("words", "We gave three days a month.");
        ngo.completes("Reconcile contributions", key, differing);
        fao.completes("Reconcile contributions", key, reconciled(fao.opens("Reconcile contributions", key), true));
        assertThat(goi.opens("Reconcile contributions", key).get("contributions").toString())
                .contains("Two days a month", "Agreed, but never committed");
        goi.completes("Reconcile contributions", key, reconciled(goi.opens("Reconcile contributions", key), true));
        assertThat(coordinator.sees(key)).as("allies have given something too").doesNotContain("Review jointly");
        shop.completes("Reconcile contributions", key, reconciled(shop.opens("Reconcile contributions", key), true));
        assertThat(actions.open(id)).as("seen by who was asked to look").isEmpty();

        assertThat(fao.opens("Share lessons", key)).containsEntry("trajectory", "Handed over to an institution");
        Map<String, Object> endless = lessons("FAO");
        endless.put("worked", "x".repeat(100_000));
        assertThat(fao.isRefused("Share lessons", key, endless))
                .isEqualTo("“What worked?” is too long: it has 100,000 characters, and at most 1,500 fit.");
        assertThat(shared.tellersAtTheEnd(id)).as("nothing of it is kept").isEmpty();
        for (Actor member : List.of(fao, goi, ngo, shop)) {
            member.completes("Share lessons", key, lessons(member.user()));
        }
        assertThat(coordinator.opens("Review jointly", key).get("reconciliations").toString()).contains("We gave three days a month.");
        coordinator.completes("Review jointly", key,
                jointReview(today(), cast.code("Fao"), cast.code("Goi"), cast.code("Ngo"), cast.code("Shop")));

        assertThat(coordinator.isRefused("Hand over", key, with("transfers", List.of(), "nothing", "")))
                .isEqualTo("Please list what is handed over, or say in words that there is nothing.");
        coordinator.completes("Hand over", key, handOver(today(), "State department of agriculture"));

        Map<String, Object> list = coordinator.opens("Check closing list", key);
        assertThat(coordinator.isRefused("Check closing list", key, with("outcome", "askAgain")))
                .isEqualTo("All members have answered and looked back together, so there is nobody to ask again.");
        assertThat(coordinator.isRefused("Check closing list", key, closingList(list, true)))
                .matches(pattern("Before it can be closed: “Closing the partnership”, raised by Facilitating NGO …, has to be settled."));
        matters.end(matter, "Settled in the joint review");
        Map<String, Object> releasing = closingList(list, true);
        Object nr = ((Map<?, ?>) ((List<?>) list.get("promises")).get(0)).get("nr");
        releasing.put("promises", List.of(Map.of("nr", nr, "became", "released", "reason", "")));
        assertThat(coordinator.isRefused("Check closing list", key, releasing))
                .isEqualTo("Please say why each promise that is not kept is released: all partners read the reason.");
        releasing.put("promises", List.of(Map.of("nr", nr, "became", "released", "reason", "It gave three days, but in another year")));
        coordinator.completes("Check closing list", key, releasing);

        assertThat(commitments.of(id)).extracting(Commitment::state)
                .containsExactlyInAnyOrder(CommitmentState.KEPT, CommitmentState.RELEASED);
        assertThat(partnerships.card(id)).satisfies(card -> {
            assertThat(card.phase()).isEqualTo(Phase.ENDED);
            assertThat(card.outcome()).isEqualTo("Handed over to an institution. The state department carries the schools on.");
        });
        assertThat(told("closure/partnership-closed")).contains("From now on the alumni federation answers every question.");
        assertThat(report()).contains("Closing report", "In force %s to %s".formatted(Days.inWords(today()), Days.inWords(today())),
                "Handed over to an institution", "Two days a month", "It gave three days, but in another year",
                "Agreed, but never committed", "We gave three days a month.", "farmers convince farmers", "Two vehicles",
                "We looked back on three seasons", "Settled in the joint review", "When the partners came together");

        assertThat(coordinator.sees(key)).isEmpty();
        stage.fires("Six months over", key);
        assertThat(coordinator.opens("Follow up", key).get("closing").toString()).contains("The state department carries the schools on.");
        coordinator.completes("Follow up", key, followUp(true, "Twelve villages go on by themselves."));
        assertThat(told("closure/partnership-followed-up")).contains("Twelve villages go on by themselves.");
        assertThat(closures.card(id).followedUp()).isTrue();
        stage.assertThat(key).isEnded();
    }

    @Test
    void who_is_silent_is_asked_again_and_what_stays_open_is_left_open_with_a_reason() {
        begins();
        coordinator.completes("Choose trajectory", key, trajectory("endedEarly", "The floods took the fields."));
        fao.completes("Reconcile contributions", key, reconciled(fao.opens("Reconcile contributions", key), true));
        stage.fires("Reconciling time over", key);
        assertThat(goi.sees(key)).containsExactly("Share lessons");
        assertThat(coordinator.sees(key)).as("all look back when lessons are there too").doesNotContain("Review jointly");
        stage.fires("Lesson time over", key);
        coordinator.completes("Review jointly", key, with("held", "no"));
        coordinator.completes("Hand over", key, with("transfers", List.of(), "nothing", "Everything was borrowed."));
        Map<String, Object> list = coordinator.opens("Check closing list", key);
        assertThat(list.get("items").toString()).contains("Government of India", "have not shared what they learned:",
                "the partners have not looked back together.");
        assertThat(coordinator.isRefused("Check closing list", key, closingList(list, true)))

                .matches(pattern("Before it can be closed: “Contributions reconciled” is open: these have not said whether their lists "
                        + "are right: Government of India …, Facilitating NGO …, Retail chain …. “Joint final review” is open: the "
                        + "partners have not looked back together. “Lessons” is open: these have not shared what they learned: FAO …, "
                        + "Government of India …, Facilitating NGO …, Retail chain …. Settle what is open, ask again, or leave it open "
                        + "and say why."));
        coordinator.completes("Check closing list", key, with("outcome", "askAgain"));

        assertThat(fao.sees(key)).as("it has reconciled its contributions").containsExactly("Share lessons");
        ngo.completes("Reconcile contributions", key, reconciled(ngo.opens("Reconcile contributions", key), true));
        stage.fires("Reconciling time over", key);
        stage.fires("Lesson time over", key);
        coordinator.completes("Review jointly", key, jointReview(today(), cast.code("Fao"), cast.code("Ngo")));
        assertThat(coordinator.opens("Hand over", key)).as("not lost").containsEntry("nothing", "Everything was borrowed.");
        coordinator.completes("Hand over", key, with("transfers", List.of(), "nothing", "Still nothing."));
        coordinator.completes("Check closing list", key, with("outcome", "askAgain"));
        stage.fires("Reconciling time over", key);
        stage.fires("Lesson time over", key);
        assertThat(coordinator.sees(key)).as("they have looked back now").containsExactly("Hand over");
        coordinator.completes("Hand over", key, with("transfers", List.of(), "nothing", "Still nothing."));
        Map<String, Object> settling = closingList(coordinator.opens("Check closing list", key), true);
        List<Map<String, Object>> items = new ArrayList<>();
        ((List<?>) settling.get("items")).forEach(row -> {
            Object item = ((Map<?, ?>) row).get("item");
            boolean open = List.of("Contributions reconciled", "Lessons").contains(item);
            items.add(with("item", item, "state", open ? "left" : "done", "words", open ? "Two have moved away." : ""));
        });
        settling.put("items", items);
        coordinator.completes("Check closing list", key, settling);
        assertThat(closingList.settlements(id)).filteredOn(one -> !one.done()).extracting(one -> one.words())
                .containsExactly("Two have moved away.", "Two have moved away.");

        stage.fires("Six months over", key);
        coordinator.completes("Follow up", key, followUp(false, "Nobody is there any more."));
        assertThat(closures.card(id).followedUp()).isFalse();
        assertThat(told("closure/partnership-followed-up")).contains("Nobody is there any more.");
        stage.assertThat(key).isEnded();
    }

    @Test
    void who_leaves_is_not_asked_any_more_and_who_joins_meanwhile_is() {
        begins();
        coordinator.completes("Choose trajectory", key, trajectory("completed", "All is done."));
        leaves("Goi");
        assertThat(goi.sees(key)).isEmpty();
        assertThat(shop.sees(key)).as("the others go on").containsExactlyInAnyOrder("Reconcile contributions", "Share lessons");
        Actor eu = joins("Eu");
        assertThat(eu.sees(key)).as("not in the middle of a round").isEmpty();
        for (Actor member : List.of(fao, ngo)) {
            member.completes("Reconcile contributions", key, reconciled(member.opens("Reconcile contributions", key), true));
            member.completes("Share lessons", key, lessons(member.user()));
        }
        shop.completes("Share lessons", key, lessons("Shop"));
        assertThat(eu.sees(key)).containsExactly("Share lessons");
        leaves("Shop");
        assertThat(eu.sees(key)).containsExactlyInAnyOrder("Reconcile contributions", "Share lessons");
        assertThat(fao.sees(key)).as("nobody is asked twice").isEmpty();
        eu.completes("Reconcile contributions", key, reconciled(eu.opens("Reconcile contributions", key), true));
        assertThat(eu.sees(key)).containsExactly("Share lessons");
        leaves("Eu");
        assertThat(coordinator.sees(key)).as("nobody is missing").containsExactly("Review jointly");
    }

    private void leaves(String code) {
        partnerships.leave(id, cast.id(code), "No staff this year", cast.actor(code).user());
        stage.machineWorks();
    }

    private Actor joins(String code) {
        cast.organisation(code, "European Union", Level.NATIONAL, "Belgium", RESOURCE_PROVIDER);
        partnerships.admit(id, cast.id(code), Standing.PARTNER, List.of(new SeatIn(RESOURCE_PROVIDER, Level.NATIONAL, null, null)));
        return cast.actor(code);
    }

    @Test
    void what_was_agreed_but_never_committed_and_money_that_nobody_confirmed_stand_in_the_reckoning() {
        Cast two = stage.cast().organisation("Eu", "European Union", Level.NATIONAL, "Belgium", RESOURCE_PROVIDER)
                .organisation("Ffs", "Farmer federation", Level.LOCAL, "Guntur", IMPLEMENTER);
        PartnershipId other = ladder.inForce(new LinkedHashMap<>(Map.of(two.id("Eu"), RESOURCE_PROVIDER, two.id("Ffs"), IMPLEMENTER)));
        commitments.commit(other, new Seat(two.id("Eu"), RESOURCE_PROVIDER), 1,
                List.of(new Offer(1, "Money for the schools", null, new BigDecimal("100000"), null, null, null, false, null)),
                List.of(new Payment(0, today(), new BigDecimal("100000"), two.id("Ffs"))), "somebody");
        instalments.receive(other, instalments.of(other).get(0).id(), today(), new BigDecimal("70000.50"), "A fee was taken off",
                "somebody");
        String came = Days.inWords(today());
        clock.advance(Duration.ofDays(4 * 365));
        closures.open(other);
        closures.chooseTrajectory(other, Trajectory.COMPLETED, "The term is over.", "coordinator");
        assertThat(reports.contributions(other)).extracting(ClosingReport.ContributionLine::name, ClosingReport.ContributionLine::became)
                .containsExactly(
                tuple(two.name("Eu"), "Still open; confirmed as received: 70,000.50 EUR"),
                tuple(two.name("Ffs"), "Agreed, but never committed"));
        reckoning.reconcile(other, two.id("Eu"), Set.of(1), List.of(), true, null, "somebody");
        assertThat(reports.contributions(other, two.id("Eu"))).extracting(ClosingReport.ContributionLine::became)
                .containsExactly("Said to be kept; confirmed as received: 70,000.50 EUR");
        assertThat(reports.of(other).receipts()).extracting(ClosingReport.MoneyLine::on, ClosingReport.MoneyLine::amount,
                ClosingReport.MoneyLine::provider, ClosingReport.MoneyLine::receiver, ClosingReport.MoneyLine::note)
                .containsExactly(tuple(came, "70,000.50 EUR", two.name("Eu"), two.name("Ffs"), "A fee was taken off"));
        assertThat(reports.of(other).inForce()).as("not until the closing began")
                .endsWith(Days.inWords(new AgreedWork(agreements.of(other)).ends()));
    }

    @Test
    void the_impact_that_each_partner_stated_last_stands_in_the_report() {
        UUID first = reviews.open(id, UUID.randomUUID());
        states(first, "Fao", 2);
        states(first, "Ngo", 4);
        reviews.breakOff(id);
        UUID second = reviews.open(id, UUID.randomUUID());
        states(second, "Ngo", 5);
        closures.open(id);
        closures.chooseTrajectory(id, Trajectory.ENDED_EARLY, "The floods took the fields.", "coordinator");
        assertThat(reports.of(id).impacts()).extracting(ClosingReport.ImpactLine::name, ClosingReport.ImpactLine::rating)
                .containsExactly(tuple(cast.name("Ngo"), "5 of 5 (Review 2)"), tuple(cast.name("Fao"), "2 of 5 (Review 1)"));
    }

    private void states(UUID review, String code, int rating) {
        List<WorkRating> work = IntStream.rangeClosed(1, partnerships.card(id).objectives().size())
                .mapToObj(nr -> new WorkRating(nr, 3, null)).toList();
        ratings.recordImpact(review, cast.id(code), new Impact(rating, "More visits", "Nothing", "Nothing", "Much", null, work), Reach.OWN,
                "somebody");
    }

    @Test
    void where_no_follow_up_is_wanted_nobody_asks_later() {
        begins();
        coordinator.completes("Choose trajectory", key, trajectory("completed", "All is done."));
        for (Actor member : List.of(fao, goi, ngo, shop)) {
            member.completes("Reconcile contributions", key, reconciled(member.opens("Reconcile contributions", key), true));
            member.completes("Share lessons", key, lessons(member.user()));
        }
        coordinator.completes("Review jointly", key, jointReview(today(), cast.code("Fao"), cast.code("Ngo")));
        coordinator.completes("Hand over", key, with("transfers", List.of(), "nothing", "Everything was borrowed."));
        coordinator.completes("Check closing list", key, closingList(coordinator.opens("Check closing list", key), false));
        assertThat(partnerships.card(id).phase()).isEqualTo(Phase.ENDED);
        assertThat(told("closure/partnership-closed")).contains("From now on the alumni federation answers every question.");
        stage.assertThat(key).isEnded();
    }

    /** The words of the report; it is kept in target/reports to be looked at. */
    private String report() throws IOException {
        byte[] pdf = documents.content(closures.card(id).report());
        Files.write(Files.createDirectories(Path.of("target/reports")).resolve("closing-report.pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    /** What the mails of this template in this case say. */
    private String told(String template) {
        return String.join("\n", jdbc.sql("select content from outbox where template = ? and content like ?")
                .params(template, "%" + key + "%").query(String.class).list());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
