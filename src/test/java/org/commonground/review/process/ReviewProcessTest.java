package org.commonground.review.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;
import static org.commonground.foundation.Role.ALLY;
import static org.commonground.foundation.Role.EXPERT;
import static org.commonground.foundation.Role.IMPLEMENTER;
import static org.commonground.foundation.Role.RESOURCE_PROVIDER;
import static org.commonground.story.Answers.impact;
import static org.commonground.story.Answers.ratings;
import static org.commonground.story.Answers.seen;
import static org.commonground.story.Answers.settledWay;
import static org.commonground.story.Answers.talk;
import static org.commonground.story.Answers.wayForward;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.commonground.document.Document;
import org.commonground.document.Documents;
import org.commonground.document.FileType;
import org.commonground.engine.MovableClock;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.partnership.Action;
import org.commonground.partnership.Actions;
import org.commonground.partnership.AgreedAction;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;
import org.commonground.review.Finding;
import org.commonground.review.ReviewCard;
import org.commonground.review.ReviewReports;
import org.commonground.review.ReviewService;
import org.commonground.review.WayForward;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.Ladder;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.commonground.stage.StatementCount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reviews as people play them: four partners who decide by consensus, a year after their agreement was sealed. */
@ProcessTest
class ReviewProcessTest {

    private static final String RATE = "Rate partnership";
    private static final String VERIFY = "Verify actions";
    private static final String STATE = "State impact";
    private static final String DISCUSS = "Discuss differences";
    private static final String DECIDE = "Decide way forward";
    private static final String SETTLE = "Settle way forward";

    @Autowired
    private Stage stage;
    @Autowired
    private StatementCount statements;
    @Autowired
    private MovableClock clock;
    @Autowired
    private Ladder ladder;
    @Autowired
    private ReviewService reviews;
    @Autowired
    private ReviewReports reports;
    @Autowired
    private PartnershipService partnerships;
    @Autowired
    private Actions actions;
    @Autowired
    private Documents documents;
    @Autowired
    private JdbcClient jdbc;

    private Cast cast;
    private Actor coordinator;
    private Map<String, Actor> partners;
    private PartnershipId id;
    private String key;

    @BeforeEach
    void a_year_has_passed() {
        cast = stage.cast();
        coordinator = cast.coordinator();
        partners = new LinkedHashMap<>();
        partner("Fao", "FAO", EXPERT);
        partner("Goi", "Government of India", RESOURCE_PROVIDER);
        partner("Ngo", "Facilitating NGO", IMPLEMENTER);
        partner("Cicr", "Cotton institute", EXPERT);
        inForce(Map.of("Fao", EXPERT, "Goi", RESOURCE_PROVIDER, "Ngo", IMPLEMENTER, "Cicr", EXPERT), "Fao", "Goi", "Ngo", "Cicr");
        due();
    }

    private void partner(String code, String name, Role role) {
        cast.organisation(code, name, Level.LOCAL, "Guntur", role);
        partners.put(code, cast.actor(code, role));
    }

    private void inForce(Map<String, Role> roles, String... codes) {
        Map<OrganisationId, Role> seats = new LinkedHashMap<>();
        Stream.of(codes).forEach(code -> seats.put(cast.id(code), roles.get(code)));
        id = ladder.inForce(seats);
        key = id.value();
    }

    /** The next planned date comes. */
    private void due() {
        clock.setTo(reviews.nextDate(id));
        begins();
    }

    private void begins() {
        stage.engine().getRuntimeService().startProcessInstanceByKey("review", key);
        stage.machineWorks();
    }

    @Test
    void partners_rate_state_talk_and_decide_and_get_a_report() throws IOException {
        Actor fao = partners.get("Fao");
        Map<String, Object> rating = fao.opens(RATE, key);
        assertThat(rating).containsEntry("review", "Review 1").containsEntry("warning", null).containsEntry("missed", null)
                .containsEntry("noIndicators", false);
        assertThat(rating.get("indicators").toString()).contains("Partners tell each other bad news early");
        fao.completes(RATE, key, ratings(rating, 5));
        Map<String, Object> stating = fao.opens(STATE, key);
        assertThat(stating.get("objectives").toString()).contains("Farmers spray less");
        Map<String, Object> impact = impact(stating, "FAO", 3);
        impact.put("remark", "We should meet more often <b>on the fields</b>.");
        fao.completes(STATE, key, impact);
        assertThat(fao.sees(key)).isEmpty();
        answers("Goi", 3);
        answers("Ngo", 3);
        answers("Cicr", 3);

        cast.organisation("Shop", "Retail chain", Level.NATIONAL, "India", ALLY);
        partnerships.admit(id, cast.id("Shop"), Standing.ALLY, List.of(new SeatIn(ALLY, Level.NATIONAL, null, null)));
        Map<String, Object> discussing = coordinator.opens(DISCUSS, key);
        assertThat(discussing).containsEntry("answered", "4 of 4 partners rated.").containsEntry("nothingOpenly", false);
        assertThat((String) discussing.get("radar")).startsWith("data:image/svg+xml;base64,");
        assertThat(discussing.get("findings").toString()).contains("Trust", "3.50", "seen differently");
        assertThat(discussing.get("impacts").toString()).contains("FAO reaches farmers");
        assertThat((List<?>) discussing.get("actions")).as("one for each that calls for it").hasSize(11);
        assertThat(discussing.get("members").toString()).contains(code("Shop"));
        assertThat(discussing.get("verifiers").toString()).as("no allies").contains(code("Goi")).doesNotContain(code("Shop"));
        Map<String, Object> empty = talk(discussing, today(), code("Goi"), code("Fao"));
        empty.put("actions", List.of());
        assertThat(coordinator.isRefused(DISCUSS, key, empty))
                .isEqualTo("These call for an action: Trust; Equity; Transparency; Mutual benefit; Communication; Decision making; "
                        + "Roles; Resources; Learning; Involving participants; Partners tell each other bad news early. Please agree on "
                        + "one for each: what, who, by when, and who looks at it.");
        coordinator.completes(DISCUSS, key, talk(discussing, today(), code("Goi"), code("Fao")));

        Map<String, Object> deciding = partners.get("Ngo").opens(DECIDE, key);
        assertThat(deciding).containsEntry("rule", "by consensus");
        assertThat((String) deciding.get("carriedWhen")).contains("more than half of all 4 partners");
        assertThat(deciding.get("recommendations").toString()).contains("Continue with corrective actions");
        assertThat(deciding.get("talk").toString()).contains("nobody was interrupted");
        partners.values().forEach(partner -> partner.completes(DECIDE, key, wayForward("continue", "correct")));

        ReviewCard card = reviews.reviews(id).get(0);
        assertThat(card.way()).isEqualTo(WayForward.CONTINUE);
        assertThat(card.carried()).isTrue();
        stage.assertThat(key).isEnded();
        assertThat(decidedWay()).isEqualTo(WayForward.CONTINUE);
        Document report = documents.find(card.report()).orElseThrow();
        assertThat(report.type()).isEqualTo(FileType.PDF);
        assertThat(report.partnership()).isEqualTo(id);
        assertThat(documents.content(report.id())).hasSizeGreaterThan(10_000);
        assertThat(reports.page(id, 1)).hasValueSatisfying(page -> assertThat(page).contains("<svg", "Continue as we are",
                "seen differently",
                "&lt;b&gt;on the fields&lt;/b&gt;", "4 of 4 partners chose it (by consensus).", "/documents/" + report.id()));
        assertThat(reports.page(id, 2)).isEmpty();
        keep("review-report", documents.content(report.id()), reports.page(id, 1).orElseThrow());
        assertThat(reviews.nextDate(id)).isAfter(clock.instant());
    }

    /** To be looked at. */
    private static void keep(String name, byte[] pdf, String page) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/papers"));
        Files.write(folder.resolve(name + ".pdf"), pdf);
        Files.writeString(folder.resolve(name + ".html"), page);
    }

    @Test
    void an_action_comes_back_in_the_next_review_to_whoever_looks_at_it() throws IOException {
        answers("Fao", 5);
        Stream.of("Goi", "Ngo", "Cicr").forEach(code -> answers(code, 3));
        coordinator.completes(DISCUSS, key, talk(coordinator.opens(DISCUSS, key), today(), code("Goi"), code("Fao")));
        partners.values().forEach(partner -> partner.completes(DECIDE, key, wayForward("correct")));
        String first = reports.page(id, 1).orElseThrow();
        assertThat(first).contains("Meet on the field once a month", "<span>open</span>");

        due();
        Actor fao = partners.get("Fao");
        assertThat(fao.sees(key)).as("what was agreed comes first").containsExactly(VERIFY);
        Map<String, Object> verifying = fao.opens(VERIFY, key);
        assertThat(verifying.get("checks").toString()).contains("Meet on the field once a month", cast.name("Goi"));
        fao.completes(VERIFY, key, seen(verifying, true));
        assertThat(actions.open(id)).isEmpty();
        assertThat(actions.all(id)).extracting(Action::lastWords).containsOnly("I saw it myself.");
        fao.completes(RATE, key, ratings(fao.opens(RATE, key), 4));
        fao.completes(STATE, key, impact(fao.opens(STATE, key), "FAO", 4));
        Stream.of("Goi", "Ngo", "Cicr").forEach(code -> answers(code, 4));
        assertThat(coordinator.opens(DISCUSS, key).get("findings").toString()).contains("better");
        coordinator.completes(DISCUSS, key, talk(coordinator.opens(DISCUSS, key), today(), code("Goi"), code("Fao")));
        partners.values().forEach(partner -> partner.completes(DECIDE, key, wayForward("continue")));
        assertThat(reports.page(id, 2)).hasValueSatisfying(page -> assertThat(page).contains("Means from review to review",
                "I saw it myself."));
        assertThat(reports.page(id, 1)).as("a report says what was true when it was written").contains(first);
        keep("second-review-report", documents.content(reviews.reviews(id).get(1).report()), reports.page(id, 2).orElseThrow());
    }

    @Test
    void who_is_silent_is_not_waited_for_and_two_answers_are_too_few_to_be_shown() {
        answers("Fao", 1);
        Actor goi = partners.get("Goi");
        goi.completes(RATE, key, ratings(goi.opens(RATE, key), 5));
        String late = partners.get("Ngo").task(RATE, key).getId();
        stage.fires("Rating time over", key);
        assertThat(goi.sees(key)).isEmpty();
        assertThat(partners.get("Ngo").sees(key)).isEmpty();
        assertThat(stage.engine().getTaskService().createTaskQuery().taskId(late).count())
                .as("a click after the timer finds nothing").isZero();

        Map<String, Object> discussing = coordinator.opens(DISCUSS, key);
        assertThat((String) discussing.get("answered")).contains("2 of 4 partners rated.", "too few to show the ratings");
        assertThat(discussing).containsEntry("radar", null).containsEntry("findings", List.of()).containsEntry("actions", List.of());
        assertThat(discussing.get("impacts").toString()).as("words with a name stay").contains("Fao reaches farmers");
        coordinator.completes(DISCUSS, key, talk(discussing, today(), code("Goi"), code("Fao")));
        assertThat(partners.get("Fao").opens(DECIDE, key).get("recommendations").toString()).contains("Change who takes part");

        partners.get("Fao").completes(DECIDE, key, wayForward("suspend"));
        stage.fires("Decision time over", key);
        assertThat(partners.get("Goi").sees(key)).isEmpty();
        Map<String, Object> settling = coordinator.opens(SETTLE, key);
        assertThat(settling).containsEntry("votesCast", "1 of 4 partners voted.").containsEntry("rule", "by consensus");
        coordinator.completes(SETTLE, key, settledWay("suspend", today(), code("Fao"), code("Goi"), code("Ngo")));
        stage.assertThat(key).isEnded();
        assertThat(decidedWay()).isEqualTo(WayForward.SUSPEND);
        ReviewCard card = reviews.reviews(id).get(0);
        assertThat(card.carried()).isFalse();
        assertThat(documents.find(card.report())).isPresent();
        assertThat(reviews.findings(card.id())).isEmpty();
        assertThat(reviews.health(id)).isEmpty();
        assertThat(reports.page(id, 1)).hasValueSatisfying(page -> assertThat(page).contains("2 of 4 partners rated.",
                "too few to show the ratings", "Fao reaches farmers").doesNotContain("<svg", "Since it was last shown"));
    }

    @Test
    void where_nobody_comes_the_review_says_so_and_ends() {
        partners.keySet().forEach(code -> answers(code, 1));
        assertThat(coordinator.isRefused(DISCUSS, key, Map.of())).isEqualTo("“Was it held?” is missing: please choose one.");
        coordinator.completes(DISCUSS, key, Map.of("held", "no"));
        assertThat(partners.get("Fao").opens(DECIDE, key).get("talk").toString()).contains("Nobody came to talk about the differences");
        partners.get("Fao").completes(DECIDE, key, wayForward("suspend"));
        stage.fires("Decision time over", key);
        coordinator.completes(SETTLE, key, Map.of("held", "no"));
        endsWithoutAWay();
    }

    @Test
    void where_nobody_calls_a_talk_the_review_goes_on_by_itself() {
        partners.keySet().forEach(code -> answers(code, 1));
        stage.fires("Talk time over", key);
        assertThat(coordinator.sees(key)).doesNotContain(DISCUSS);
        stage.fires("Decision time over", key);
        stage.fires("Time to settle over", key);
        assertThat(coordinator.sees(key)).isEmpty();
        endsWithoutAWay();
    }

    private void endsWithoutAWay() {
        stage.assertThat(key).isEnded();
        assertThat(decidedWay()).isEqualTo(WayForward.NONE);
        ReviewCard card = reviews.reviews(id).get(0);
        assertThat(card.carried()).isFalse();
        assertThat(reports.page(id, 1)).hasValueSatisfying(page -> assertThat(page).contains("No way was found",
                "Nothing changes: the work goes on", "The votes carried no way, and nobody came to find one together.",
                "Nobody came to talk about the differences before the partners decided."));
        assertThat(reviews.nextDate(id)).as("the next one comes").isAfter(clock.instant());
    }

    @Test
    void who_leaves_is_not_asked_for_ratings_any_more_and_who_joins_meanwhile_is() {
        inForce(Map.of("Fao", EXPERT, "Goi", RESOURCE_PROVIDER, "Ngo", IMPLEMENTER, "Cicr", EXPERT), "Fao", "Goi", "Ngo", "Cicr");
        actions.agree(id, "Before", List.of(new AgreedAction("Trust", "Meet on the field", cast.id("Goi"), today().plusDays(9),
                cast.id("Fao"))), "coordinator");
        due();
        assertThat(partners.get("Fao").sees(key)).containsExactly(VERIFY);
        leaves("Fao");
        assertThat(partners.get("Fao").sees(key)).isEmpty();
        answers("Goi", 3);
        leaves("Ngo");
        Actor cicr = partners.get("Cicr");
        assertThat(cicr.sees(key)).as("the others go on").containsExactly(RATE);
        cicr.completes(RATE, key, ratings(cicr.opens(RATE, key), 4));
        joins("Shop");
        assertThat(partners.get("Shop").sees(key)).as("not in the middle of a round").isEmpty();
        leaves("Cicr");
        assertThat(cicr.sees(key)).isEmpty();
        assertThat(partners.get("Goi").sees(key)).as("nobody is asked twice").isEmpty();
        assertThat(partners.get("Shop").sees(key)).as("what nobody looks at any more").containsExactly(VERIFY);
        leaves("Shop");
        assertThat((String) coordinator.opens(DISCUSS, key).get("answered")).as("nobody is missing").startsWith("2 of 4 partners rated.");
    }

    @Test
    void who_leaves_is_not_asked_to_decide_any_more_and_who_joins_meanwhile_is() {
        partners.keySet().forEach(code -> answers(code, 4));
        coordinator.completes(DISCUSS, key, talk(coordinator.opens(DISCUSS, key), today(), code("Goi"), code("Fao")));
        partners.get("Fao").completes(DECIDE, key, wayForward("continue"));
        leaves("Goi");
        assertThat(partners.get("Goi").sees(key)).isEmpty();
        assertThat(partners.get("Ngo").sees(key)).as("the others go on").containsExactly(DECIDE);
        partners.get("Ngo").completes(DECIDE, key, wayForward("continue"));
        joins("Shop");
        partners.get("Cicr").completes(DECIDE, key, wayForward("continue"));
        assertThat(partners.get("Fao").sees(key)).as("nobody is asked twice").isEmpty();
        assertThat(partners.get("Shop").sees(key)).containsExactly(DECIDE);
        leaves("Shop");
        assertThat(decidedWay()).as("nobody is missing").isEqualTo(WayForward.CONTINUE);
        stage.assertThat(key).isEnded();
    }

    private void leaves(String code) {
        partnerships.leave(id, cast.id(code), "No staff this year", partners.get(code).user());
        stage.machineWorks();
    }

    /** As it will be once partners can join while the work goes on: a full partner, and asked in the review that is held. */
    private void joins(String code) {
        partner(code, "Retail chain", IMPLEMENTER);
        partnerships.admit(id, cast.id(code), Standing.PARTNER, List.of(new SeatIn(IMPLEMENTER, Level.LOCAL, null, null)));
        UUID review = reviews.reviews(id).get(0).id();
        jdbc.sql("insert into review_partner (review, organisation) values (?, ?)").params(review, code(code)).update();
    }

    @Test
    void all_that_a_partner_is_asked_is_due_when_the_time_for_ratings_is_over() {
        Actor fao = partners.get("Fao");
        Date ends = fao.task(RATE, key).getDueDate();
        assertThat(ends).isCloseTo(Date.from(clock.instant().plus(Duration.ofDays(14))), 5_000);
        stage.passes(Duration.ofDays(12));
        fao.completes(RATE, key, ratings(fao.opens(RATE, key), 4));
        assertThat(fao.task(STATE, key).getDueDate()).isEqualTo(ends);
        stage.fires("Rating time over", key);
        assertThat(clock.instant()).isCloseTo(ends.toInstant(), within(10, ChronoUnit.SECONDS));
        assertThat(fao.sees(key)).isEmpty();
    }

    @Test
    void a_click_after_the_time_reads_a_friendly_sentence() {
        Actor ngo = partners.get("Ngo");
        Runnable late = ngo.submission(RATE, key, ratings(ngo.opens(RATE, key), 4));
        stage.fires("Rating time over", key);
        assertThat(catchThrowable(late::run).getMessage()).isNotBlank().doesNotContain("Exception", "null");
    }

    @Test
    void a_review_that_stops_with_the_work_goes_on_where_it_was() {
        answers("Fao", 4);
        Actor goi = partners.get("Goi");
        goi.completes(RATE, key, ratings(goi.opens(RATE, key), 4));
        stage.engine().getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(key).list()
                .forEach(broken -> stage.engine().getRuntimeService().deleteProcessInstance(broken.getId(), "The work was suspended"));
        stage.passes(Duration.ofDays(400));
        assertThat(reviews.nextDate(id)).as("at once").isBefore(clock.instant());
        begins();

        assertThat(partners.get("Fao").sees(key)).as("has said all").isEmpty();
        assertThat(goi.sees(key)).as("has rated").containsExactly(STATE);
        goi.completes(STATE, key, impact(goi.opens(STATE, key), "Goi", 3));
        Actor ngo = partners.get("Ngo");
        assertThat((String) ngo.opens(RATE, key).get("missed")).contains("It is held late.");
        answers("Ngo", 4);
        answers("Cicr", 4);
        assertThat(coordinator.opens(DISCUSS, key)).containsEntry("answered", "4 of 4 partners rated.");
        assertThat(reviews.reviews(id)).singleElement().satisfies(card -> {
            assertThat(card.dates()).hasSize(2);
            assertThat(reports.of(card.id()).reason()).contains("It stopped with the work, and stands for ").doesNotContain("held late");
        });
    }

    @Test
    void a_called_review_is_held_beside_the_dates() {
        stage.engine().getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(key).list()
                .forEach(planned -> stage.engine().getRuntimeService().deleteProcessInstance(planned.getId(),
                        "Only the called one is looked at"));
        UUID matter = UUID.randomUUID();
        stage.engine().getRuntimeService().startProcessInstanceByKey("review", key, Map.of("matter", matter.toString()));
        stage.machineWorks();
        assertThat(reviews.reviews(id)).extracting(ReviewCard::matter).containsExactly(null, matter);
        assertThat(partners.get("Fao").opens(RATE, key)).containsEntry("review", "Review 2");
    }

    @Test
    void two_partners_are_told_before_that_their_answers_can_be_guessed() {
        inForce(Map.of("Fao", EXPERT, "Goi", RESOURCE_PROVIDER), "Fao", "Goi");
        due();
        assertThat(partners.get("Fao").opens(RATE, key)).containsEntry("result", "With so few partners the result is always shown.");
        assertThat((String) partners.get("Fao").opens(RATE, key).get("warning")).contains("You are only 2 partners");
        answers("Fao", 1);
        answers("Goi", 5);
        Map<String, Object> discussing = coordinator.opens(DISCUSS, key);
        assertThat(discussing.get("findings").toString()).contains("3.0", "seen differently");
        coordinator.completes(DISCUSS, key, talk(discussing, today(), code("Goi"), code("Fao")));
        assertThat(partners.get("Fao").opens(DECIDE, key).get("recommendations").toString()).contains("Renegotiate topics");
        partners.get("Fao").completes(DECIDE, key, wayForward("renegotiate"));
        partners.get("Goi").completes(DECIDE, key, wayForward("close", "renegotiate"));
        assertThat(decidedWay()).isEqualTo(WayForward.RENEGOTIATE);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 50})
    void many_rate_at_one_moment_and_nothing_is_lost(int people) {
        many(people);
        Map<String, Object> shown = partners.values().iterator().next().opens(RATE, key);
        atOnce(RATE, partners.values(), partner -> ratings(shown, 1 + new ArrayList<>(partners.values()).indexOf(partner) % 5));
        Map<String, Object> stating = partners.values().iterator().next().opens(STATE, key);
        atOnce(STATE, partners.values(), partner -> impact(stating, "Somebody", 4));

        List<Finding> findings = reviews.findings(reviews.reviews(id).get(0).id());
        assertThat(findings).hasSize(11).allSatisfy(finding -> {
            assertThat(finding.answers()).isEqualTo(people);
            assertThat(finding.mean()).isEqualTo(3);
        });
        coordinator.completes(DISCUSS, key, talk(coordinator.opens(DISCUSS, key), today(), partnerCode(0), partnerCode(1)));
        atOnce(DECIDE, partners.values(), partner -> wayForward("continue"));
        assertThat(decidedWay()).isEqualTo(WayForward.CONTINUE);
        stage.assertThat(key).isEnded();
    }

    @Test
    void what_a_partner_submits_costs_few_statements() {
        Actor fao = partners.get("Fao");
        answers("Goi", 4);
        costs(RATE, fao, ratings(fao.opens(RATE, key), 4));
        costs(STATE, fao, impact(fao.opens(STATE, key), "FAO", 4));
        answers("Ngo", 4);
        answers("Cicr", 4);
        coordinator.completes(DISCUSS, key, talk(coordinator.opens(DISCUSS, key), today(), code("Goi"), code("Fao")));
        partners.get("Goi").completes(DECIDE, key, wayForward("continue"));
        costs(DECIDE, fao, wayForward("continue"));
    }

    private void costs(String label, Actor actor, Map<String, Object> answers) {
        List<String> sent = statements.during(actor.submission(label, key, answers));
        assertThat(sent.size()).as("“%s” sends:%n%s", label, String.join("\n", sent)).isBetween(5, 44);
        stage.machineWorks();
    }

    private void many(int people) {
        partners.clear();
        Map<String, Role> roles = new HashMap<>();
        List<String> codes = new ArrayList<>();
        for (int nr = 0; nr < people; nr++) {
            String code = "R" + (char) ('a' + nr / 26) + (char) ('a' + nr % 26);
            partner(code, "Partner " + code, IMPLEMENTER);
            roles.put(code, IMPLEMENTER);
            codes.add(code);
        }
        inForce(roles, codes.toArray(String[]::new));
        due();
    }

    private String partnerCode(int nr) {
        return code(new ArrayList<>(partners.keySet()).get(nr));
    }

    private void atOnce(String label, Collection<Actor> people, Function<Actor, Map<String, Object>> answers) {
        assertThat(stage.atOneMoment(people.stream().map(actor -> actor.submission(label, key, answers.apply(actor))).toList())).isEmpty();
    }

    private void answers(String code, int rating) {
        Actor partner = partners.get(code);
        partner.completes(RATE, key, ratings(partner.opens(RATE, key), rating));
        partner.completes(STATE, key, impact(partner.opens(STATE, key), code, 3));
    }

    private String code(String code) {
        return cast.code(code);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private WayForward decidedWay() {
        return reviews.reviews(id).get(0).way();
    }
}
