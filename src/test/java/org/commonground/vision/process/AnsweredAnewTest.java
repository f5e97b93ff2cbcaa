package org.commonground.vision.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.foundation.Role.EXPERT;
import static org.commonground.foundation.Role.IMPLEMENTER;
import static org.commonground.foundation.Role.RESOURCE_PROVIDER;
import static org.commonground.stage.Refusals.refused;
import static org.commonground.stage.Stage.with;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.commonground.engine.Anew;
import org.commonground.engine.KindsOfSteps;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.home.AnswerTables;
import org.commonground.home.KeptAnswer;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.Ladder;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.commonground.story.Answers;
import org.commonground.vision.VisionService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an organisation said it may say anew while its round is open. The last answer counts, and nobody waits for it. */
@ProcessTest
class AnsweredAnewTest {

    private static final String CLOSED = "The round has closed; your earlier answer stands.";
    private static final String NEVER = "This answer binds as it was given and cannot be changed.";

    @Autowired
    private Ladder ladder;
    @Autowired
    private Stage stage;
    @Autowired
    private Anew anew;
    @Autowired
    private KindsOfSteps steps;
    @Autowired
    private AnswerTables answers;
    @Autowired
    private VisionService visions;

    private Actor coordinator;
    private Actor fao;
    private Actor goi;
    private Actor ngo;
    private List<Actor> all;
    private Cast cast;
    private PartnershipId partnership;
    private String key;

    @BeforeEach
    void three_partners_look_for_a_vision() {
        cast = stage.cast().three();
        coordinator = cast.coordinator();
        fao = cast.actor("Fao", EXPERT);
        goi = cast.actor("Goi", RESOURCE_PROVIDER);
        ngo = cast.actor("Ngo", IMPLEMENTER);
        all = List.of(fao, goi, ngo);
        partnership = ladder.chosen(cast.seats("Fao", "Goi", "Ngo"));
        key = partnership.value();
        stage.engine().getRuntimeService().startProcessInstanceByKey("vision", key);
        stage.machineWorks();
    }

    @Test
    void a_vision_is_changed_while_the_others_are_still_asked_and_they_see_that_it_was() {
        shareVisionAndAnswer(fao);
        assertThat(fao.sees(key)).isEmpty();

        String task = anew.open(earlier(fao, "share-vision"));
        assertThat(anew.open(earlier(fao, "share-vision"))).as("pressed twice").isEqualTo(task);
        assertThat(fao.sees(key)).containsExactly("Share vision");
        assertThat(fao.opens("Share vision", key)).as("with what was said before").containsAllEntriesOf(Answers.vision(fao.user()));
        assertThat(stage.engine().getTaskService().createTaskQuery().taskId(task).singleResult().getDueDate()).isNull();
        fao.completes("Share vision", key, with("vision", "Schools in every district", "hopes", "To learn"));
        assertThat(fao.sees(key)).as("what followed was walked the first time").isEmpty();
        assertThat(coordinator.sees(key)).doesNotContain("Draft shared vision");

        List.of(goi, ngo).forEach(this::shareVisionAndAnswer);
        assertThat(coordinator.opens("Draft shared vision", key).get("visions").toString())
                .contains(" · changed on ", "Schools in every district").doesNotContain(fao.user() + " sees");
    }

    @Test
    void the_round_never_waits_for_it_and_the_earlier_answer_stands() {
        shareVisionAndAnswer(fao);
        anew.open(earlier(fao, "share-vision"));
        List.of(goi, ngo).forEach(this::shareVisionAndAnswer);

        assertThat(coordinator.sees(key)).containsExactly("Draft shared vision");
        assertThat(fao.sees(key)).isEmpty();
        assertThat(coordinator.opens("Draft shared vision", key).get("visions").toString()).contains(fao.user() + " sees");
        assertThat(anew.isOpen(earlier(fao, "share-vision"))).isFalse();
        refused(CLOSED, () -> anew.open(earlier(fao, "share-vision")));
    }

    @Test
    void neither_does_it_where_somebody_was_silent_until_the_time_was_over() {
        shareVisionAndAnswer(fao);
        anew.open(earlier(fao, "share-vision"));
        shareVisionAndAnswer(goi);
        stage.fires("Time to share over", key);

        assertThat(coordinator.sees(key)).containsExactly("Draft shared vision");
        assertThat(fao.sees(key)).isEmpty();
    }

    @Test
    void whoever_endorsed_the_vision_may_still_wish_for_something_else() {
        visionDrafted();
        fao.completes("Endorse vision", key, Answers.endorsement(fao.opens("Endorse vision", key)));
        anew.open(earlier(fao, "endorse-vision"));
        Map<String, Object> shown = fao.opens("Endorse vision", key);
        assertThat(shown).containsEntry("answer", "endorse");
        fao.completes("Endorse vision", key, with("seen", shown.get("seen"), "answer", "change", "wish", "Name the women farmers"));
        assertThat(visions.wishes(partnership))
                .containsEntry(cast.id("Fao"), "Name the women farmers");
        List.of(goi, ngo).forEach(one -> one.completes("Endorse vision", key, Answers.endorsement(one.opens("Endorse vision", key))));
        assertThat(coordinator.sees(key)).containsExactly("Draft shared vision");

        coordinator.completes("Draft shared vision", key, Answers.sharedVision(cast.code("Goi")));
        assertThat(all).as("all are asked anew").allSatisfy(one -> assertThat(one.sees(key)).containsExactly("Endorse vision"));
        refused(CLOSED, () -> anew.open(earlier(fao, "endorse-vision")));
    }

    @Test
    void an_objection_is_taken_back_within_the_round_and_the_others_read_it_with_its_day() {
        topicsDrafted();
        ngo.completes("State positions", key, Answers.positions(ngo.opens("State positions", key), "accept", 16, "object",
                "Too long for us"));
        anew.open(earlier(ngo, "state-positions"));
        Map<String, Object> shown = ngo.opens("State positions", key);
        assertThat(shown.get("positions").toString()).contains("Too long for us", "How");
        ngo.completes("State positions", key, Answers.positions(shown, "accept", 16, "standAside", "Two years would do"));
        List.of(fao, goi).forEach(one -> one.completes("State positions", key, Answers.positions(one.opens("State positions", key),
                "accept")));

        assertThat(goi.opens("Read the positions", key).get("said").toString())
                .contains(" · changed on ", "Two years would do").doesNotContain("Too long for us");
        all.forEach(one -> one.completes("Read the positions", key, Answers.ready()));
        stage.assertThat(key).isEnded();
    }

    @Test
    void many_who_answer_and_answer_anew_at_one_moment_are_all_heard_or_told() {
        List.of(fao, goi).forEach(this::shareVisionAndAnswer);
        ngo.completes("Share vision", key, Answers.vision("NGO"));
        Runnable last = ngo.submission("Answer expectations", key, Answers.expectations(ngo.opens("Answer expectations", key)));
        List<String> told = stage.atOneMoment(Stream.concat(Stream.of(last), Stream.of(fao, goi, fao, goi)
                .map(one -> earlier(one, "share-vision")).<Runnable>map(answer -> () -> openOrClosed(answer))).toList());

        assertThat(told).isEmpty();
        assertThat(coordinator.sees(key)).containsExactly("Draft shared vision");
        assertThat(all).allSatisfy(one -> assertThat(one.sees(key)).isEmpty());
    }

    private void openOrClosed(Anew.Earlier answer) {
        try {
            anew.open(answer);
        } catch (Refusal refusal) {
            assertThat(refusal.sentence()).isEqualTo(CLOSED);
        }
    }

    @Test
    void what_binds_is_never_changed() {
        visionDrafted();
        refused(NEVER, () -> anew.open(earlier(coordinator, "draft-shared-vision")));
        assertThat(Stream.of("sign-agreement", "decide-way-forward", "rate-partnership", "vote-on-proposal", "assess-candidate")
                .filter(steps::isAnsweredAnew)).isEmpty();
        assertThat(Stream.of("state-profile", "state-own-profile", "share-vision", "answer-expectations", "endorse-vision",
                "state-positions")).allMatch(steps::isAnsweredAnew);
    }

    private void shareVisionAndAnswer(Actor one) {
        one.completes("Share vision", key, Answers.vision(one.user()));
        one.completes("Answer expectations", key, Answers.expectations(one.opens("Answer expectations", key)));
    }

    private void visionDrafted() {
        all.forEach(this::shareVisionAndAnswer);
        coordinator.completes("Draft shared vision", key, Answers.sharedVision(cast.code("Fao")));
    }

    private void topicsDrafted() {
        visionDrafted();
        all.forEach(one -> one.completes("Endorse vision", key, Answers.endorsement(one.opens("Endorse vision", key))));
        stage.engine().getRuntimeService().startProcessInstanceByKey("negotiation", key);
        stage.machineWorks();
        coordinator.completes("Draft topics", key, Answers.topics(coordinator.opens("Draft topics", key)));
    }

    private Anew.Earlier earlier(Actor one, String form) {
        KeptAnswer answer = answers.of(one.user(), 10_000).stream()
                .filter(kept -> kept.form().equals(form) && key.equals(kept.caseNumber()))
                .findFirst().orElseThrow();
        return new Anew.Earlier(answer.id(), answer.form(), answer.box(), answer.instance(), answer.organisation());
    }
}
