package org.commonground.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.foundation.Role.EXPERT;
import static org.commonground.foundation.Role.IMPLEMENTER;
import static org.commonground.foundation.Role.RESOURCE_PROVIDER;
import static org.commonground.stage.Stage.with;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.commonground.agreement.AgreedTerms;
import org.commonground.agreement.AgreementService;
import org.commonground.agreement.VersionCard;
import org.commonground.agreement.VersionStage;
import org.commonground.commitment.Commitment;
import org.commonground.commitment.CommitmentService;
import org.commonground.foundation.Level;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Seat;
import org.commonground.matter.MatterService;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.Ladder;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.commonground.work.AgreedWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A partnership is prolonged, and shortened again in its third year; then two of its partners agree on fewer field schools. It is renewed
 * when its time comes, and the end of its term overtakes a change that is still on the table. Beside it another one goes on as it was.
 * Reviews, pauses and the closing come between.
 */
@ProcessTest
class AmendedTwiceStory {

    private static final String PROPOSE = "Propose changes";
    private static final String SIGN = "Sign agreement";

    @Autowired
    private Stage stage;
    @Autowired
    private Ladder ladder;
    @Autowired
    private AgreedTerms agreed;
    @Autowired
    private AgreementService agreements;
    @Autowired
    private CommitmentService commitments;
    @Autowired
    private MatterService matters;
    @Autowired
    private Clock clock;

    private Cast cast;
    private Actor eu;
    private Actor ngo;
    private Actor fao;
    private Actor coordinator;
    private LocalDate sealed;
    private PartnershipId id;
    private PartnershipId other;
    private String key;

    @BeforeEach
    void two_partnerships_are_at_work() {
        cast = stage.cast().organisation("Eu", "European Union", Level.NATIONAL, "India", RESOURCE_PROVIDER)
                .organisation("Ngo", "Facilitating NGO", Level.LOCAL, "Guntur", IMPLEMENTER)
                .organisation("Fao", "FAO", Level.NATIONAL, "India", EXPERT);
        eu = cast.actor("Eu");
        ngo = cast.actor("Ngo");
        fao = cast.actor("Fao");
        coordinator = cast.coordinator();
        sealed = LocalDate.now(clock);
        id = atWork();
        other = atWork();
        key = id.value();
        Stream.of(id, other).map(PartnershipId::value).forEach(one -> {
            commits(cast.actor("Ngo", IMPLEMENTER), "Commit activities", one);
            commits(cast.actor("Eu", RESOURCE_PROVIDER), "Commit funds", one);
            commits(cast.actor("Fao", EXPERT), "Commit expertise", one);
        });
    }

    private void commits(Actor who, String step, String number) {
        Map<String, Object> answer = Answers.asAgreed(step, who.opens(step, number));
        if (step.equals("Commit funds")) {
            answer.put("instalments", List.of(with("due", sealed.plusMonths(2).toString(), "amount", 100_000, "receiver",
                    cast.code("Ngo"))));
        }
        who.completes(step, number, answer);
    }

    private PartnershipId atWork() {
        PartnershipId partnership = ladder.sealedForWork(List.of(new Seat(cast.id("Eu"), RESOURCE_PROVIDER),
                new Seat(cast.id("Ngo"), IMPLEMENTER), new Seat(cast.id("Fao"), EXPERT)));
        stage.engine().getRuntimeService().startProcessInstanceByKey("work", partnership.value());
        stage.machineWorks();
        coordinator.completes("Orient partners", partnership.value(), Answers.orientation(sealed, cast.code("Eu"), cast.code("Ngo"),
                cast.code("Fao")));
        if (coordinator.sees(partnership.value()).contains("Set up secretariat")) {
            coordinator.completes("Set up secretariat", partnership.value(), Answers.secretariat(cast, "Eu", "Eu"));
        }
        return partnership;
    }

    @Test
    void what_was_agreed_changes_again_and_again_and_what_runs_follows() {
        prolonged();
        shortenedInTheThirdYear();
        fewerSchools();
        renewed();
        overtaken();
        assertThat(agreements.versions(id).stream().filter(one -> one.stage() == VersionStage.SEALED).map(VersionCard::nr))
                .containsExactly(5, 4, 3, 2, 1);
        assertThat(agreements.versions(other)).as("the other partnership").hasSize(1);
        assertThat(ends(other)).isEqualTo(sealed.plusMonths(12).minusDays(1));
        stage.assertThat(other.value()).isNotEnded().hasNoIncident();
    }

    @Test
    void a_change_goes_on_through_a_review_and_a_pause() {
        stage.fires("Review due", key);
        raised(fao);
        fao.completes(PROPOSE, key, duration(fao, 24));
        decided("suspension");
        assertThat(eu.sees(key)).as("the review is broken off, the change is not").containsExactly("State positions");
        agreedByAll(eu, ngo);
        assertThat(agreed.of(id).version()).isEqualTo(2);
        stage.passes(Duration.ofDays(200));
        decided("resumption");
        assertThat(ends(id)).as("in which a pause changes nothing").isEqualTo(sealed.plusMonths(24).minusDays(1));
        assertThat(stage.catchesUp(key)).as("once, late").containsOnlyOnce("Review due");
        stage.fires("Term ended", key);
        assertThat(LocalDate.now(clock)).isAfter(ends(id));
    }

    @Test
    void what_is_agreed_while_the_partners_decide_to_close_holds_until_they_do() {
        raised(ngo);
        Map<String, Object> fewer = contributions(ngo);
        fewer.put("concerned", List.of(cast.code("Eu")));
        ngo.completes(PROPOSE, key, fewer);
        decided("closure");
        assertThat(matters.all(id)).extracting("outcome").containsExactlyInAnyOrder(
                "What was agreed before holds. The joint work ended meanwhile.", "3 of 3 partners for it. By consensus it is accepted.");
        assertThat(Stream.of(eu, ngo, fao).flatMap(one -> one.sees(key).stream())).doesNotContain("State positions", "Read amendment");
        assertThat(agreed.of(id).version()).isEqualTo(1);
    }

    /** All partners are for it. */
    private void decided(String kind) {
        fao.starts("matter", with());
        fao.completes("Describe matter", null, Answers.matter(kind, key, "The rains have failed."));
        Stream.of(eu, ngo, fao).forEach(one -> one.completes("Decide on proposal", key, Answers.vote("for", "")));
    }

    /** Five years instead of one, and a renewal is proposed half a year before their end. */
    private void prolonged() {
        raised(fao);
        fao.completes(PROPOSE, key, duration(fao, 60));
        agreedByAll(eu, ngo);
        assertThat(ends(id)).isEqualTo(sealed.plusMonths(60).minusDays(1));
        assertThat(agreed.of(id).terms().reviewIntervalMonths()).as("not touched").isEqualTo(6);
        assertThat(agreed.of(id).terms().contributions()).as("not touched").hasSize(3);
    }

    /** What was still to come comes earlier, and what has been is not asked for once more. */
    private void shortenedInTheThirdYear() {
        stage.passes(Duration.ofDays(2 * 365 + 40));
        stage.catchesUp(key);
        List<String> waiting = coordinator.sees(key);
        raised(eu);
        eu.completes(PROPOSE, key, duration(eu, 40));
        agreedByAll(ngo, fao);
        assertThat(ends(id)).isEqualTo(sealed.plusMonths(40).minusDays(1));
        assertThat(stage.catchesUp(key)).as("nothing is due at once").isEmpty();
        assertThat(coordinator.sees(key)).isEqualTo(waiting);
        assertThat(agreed.of(id).terms().contributions()).as("not touched").hasSize(3);
    }

    /** Only who brings them and who pays for them sign; what changed is committed anew, and nothing else. */
    private void fewerSchools() {
        raised(ngo);
        Map<String, Object> fewer = contributions(ngo);
        fewer.put("concerned", List.of(cast.code("Eu")));
        ngo.completes(PROPOSE, key, fewer);
        eu.completes("State positions", key, Answers.positions(eu.opens("State positions", key), "accept"));
        Stream.of(eu, ngo).forEach(one -> one.completes("Read the positions", key, Answers.ready()));
        fao.completes("Read amendment", key, with("answer", "read"));
        signedBy(eu, ngo);
        assertThat(cast.actor("Eu", RESOURCE_PROVIDER).sees(key)).doesNotContain("Commit funds");
        assertThat(cast.actor("Fao", EXPERT).sees(key)).doesNotContain("Commit expertise");
        commits(cast.actor("Ngo", IMPLEMENTER), "Commit activities", key);
        assertThat(commitments.of(id)).filteredOn(one -> one.seat().role() == IMPLEMENTER).map(Commitment::inWords).singleElement()
                .asString().contains("Field schools (30 groups)");
        assertThat(matters.open(id)).isEmpty();
    }

    /** The machine raises it half a year before the new end; who leads writes it down. */
    private void renewed() {
        stage.fires("Renewal due", key);
        assertThat(LocalDate.now(clock)).isEqualTo(ends(id).plusDays(1).minusMonths(6));
        assertThat(matters.open(id)).singleElement().satisfies(one -> assertThat(one.kind().key()).isEqualTo("renewal"));
        assertThat(eu.opens(PROPOSE, key).get("subjects")).isEqualTo(List.of("duration"));
        eu.completes(PROPOSE, key, duration(eu, 64));
        agreedByAll(ngo, fao);
        assertThat(ends(id)).isEqualTo(sealed.plusMonths(64).minusDays(1));
        assertThat(matters.open(id)).isEmpty();
        stage.assertThat(key).isWaitingAt("Renewal due again");
    }

    private void overtaken() {
        stage.fires("Renewal due again", key);
        eu.completes(PROPOSE, key, duration(eu, 72));
        stage.fires("Term ended", key);
        assertThat(matters.open(id)).isEmpty();
        assertThat(matters.all(id)).extracting("outcome").last().isEqualTo(
                "What was agreed before holds. The joint work ended meanwhile.");
        stage.assertThat(key).isEnded();
    }

    private LocalDate ends(PartnershipId partnership) {
        return new AgreedWork(agreed.of(partnership)).ends();
    }

    private void raised(Actor who) {
        who.starts("matter", with());
        who.completes("Describe matter", null, Answers.matter("amendment", key, "Things are not as we thought."));
    }

    private Map<String, Object> duration(Actor who, int months) {
        Map<String, Object> shown = who.opens(PROPOSE, key);
        return with("outcome", "propose", "version", shown.get("version"), "subjects", List.of("duration"), "concerned", List.of(),
                "durationWording", shown.get("durationWording"), "durationMonths", months, "noticeMonths", 3, "consentToJoin", "all",
                "renewal", "proposed", "renewalMonths", 6);
    }

    private Map<String, Object> contributions(Actor who) {
        Map<String, Object> shown = who.opens(PROPOSE, key);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Object row : (List<?>) shown.get("contributions")) {
            Map<String, Object> line = new LinkedHashMap<>();
            ((Map<?, ?>) row).forEach((name, value) -> line.put((String) name, value));
            if ("Field schools".equals(line.get("what"))) {
                line.put("amount", 30);
            }
            rows.add(line);
        }
        return with("outcome", "propose", "version", shown.get("version"), "subjects", List.of("contributions"), "concerned", List.of(),
                "contributionsWording", shown.get("contributionsWording"), "contributions", rows);
    }

    private void agreedByAll(Actor... others) {
        Stream.of(others).forEach(one -> one.completes("State positions", key,
                Answers.positions(one.opens("State positions", key), "accept")));
        Stream.of(eu, ngo, fao).forEach(one -> one.completes("Read the positions", key, Answers.ready()));
        signedBy(eu, ngo, fao);
    }

    private void signedBy(Actor... some) {
        coordinator.completes("Check agreement", key, Answers.released(coordinator.opens("Check agreement", key)));
        Stream.of(some).forEach(one -> one.completes(SIGN, key, Answers.signature(one.opens(SIGN, key))));
    }
}
