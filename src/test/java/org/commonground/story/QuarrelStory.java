package org.commonground.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.dispute.process.DisputeStage.SAY;
import static org.commonground.dispute.process.DisputeStage.TAKE_ON;
import static org.commonground.dispute.process.DisputeStage.WRITE;
import static org.commonground.dispute.process.DisputeStage.inDialogue;
import static org.commonground.dispute.process.DisputeStage.naming;
import static org.commonground.dispute.process.DisputeStage.raises;
import static org.commonground.dispute.process.DisputeStage.says;
import static org.commonground.foundation.Role.DECISION_MAKER;
import static org.commonground.foundation.Role.EXPERT;
import static org.commonground.foundation.Role.IMPLEMENTER;
import static org.commonground.foundation.Role.PARTICIPANT;
import static org.commonground.foundation.Role.RESOURCE_PROVIDER;
import static org.commonground.stage.Stage.with;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.commonground.foundation.Level;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Seat;
import org.commonground.matter.MatterCard;
import org.commonground.matter.MatterService;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.Ladder;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Two of five partners quarrel to the third rung, and a mediator brings them to change what was agreed. Two who are alone have somebody
 * from outside decide. Beside them another partnership of the same five goes on as it was.
 */
@ProcessTest
class QuarrelStory {

    private static final String WORDS = "The seed came too late";

    @Autowired
    private Stage stage;
    @Autowired
    private Ladder ladder;
    @Autowired
    private PartnershipService partnerships;
    @Autowired
    private MatterService matters;
    @Autowired
    private Clock clock;

    private Cast cast;
    private Actor fao;
    private Actor ngo;
    private Actor coordinator;

    @BeforeEach
    void people_come() {
        cast = stage.cast().organisation("Eu", "European Union", Level.NATIONAL, "India", RESOURCE_PROVIDER)
                .organisation("Ngo", "Facilitating NGO", Level.LOCAL, "Guntur", IMPLEMENTER)
                .organisation("Fao", "FAO", Level.NATIONAL, "India", EXPERT)
                .organisation("Goi", "Government of India", Level.NATIONAL, "India", DECISION_MAKER)
                .organisation("Ffs", "Alumni federation", Level.LOCAL, "Guntur", PARTICIPANT);
        fao = cast.actor("Fao");
        ngo = cast.actor("Ngo");
        coordinator = cast.coordinator();
    }

    private PartnershipId five() {
        return begun(new Seat(cast.id("Eu"), RESOURCE_PROVIDER), new Seat(cast.id("Ngo"), IMPLEMENTER), new Seat(cast.id("Fao"), EXPERT),
                new Seat(cast.id("Goi"), DECISION_MAKER), new Seat(cast.id("Ffs"), PARTICIPANT));
    }

    private PartnershipId begun(Seat... seats) {
        PartnershipId partnership = ladder.sealedForWork(List.of(seats));
        stage.engine().getRuntimeService().startProcessInstanceByKey("work", partnership.value());
        stage.machineWorks();
        return partnership;
    }

    @Test
    void five_come_to_the_third_rung_and_change_what_they_agreed() {
        PartnershipId id = five();
        PartnershipId other = five();
        String key = id.value();
        List<String> before = waiting(other);
        raises(ngo, key, cast, WORDS, "Fao");
        fao.completes(SAY, key, inDialogue("talkOn", null, WORDS));
        ngo.completes(SAY, key, inDialogue("talkOn", null, WORDS));
        stage.fires("Time of rung over", key);
        coordinator.completes(TAKE_ON, key, with());
        coordinator.completes(WRITE, key, with("outcome", "nobody", "words", WORDS, "again", "no"));
        Stream.of(fao, ngo).forEach(one -> one.completes(SAY, key, says("moveOn", null, WORDS)));
        Stream.of(fao, ngo).forEach(one -> one.completes(SAY, key, naming("Judge Rao", "talkOn", null, WORDS)));
        coordinator.completes(WRITE, key, with("outcome", "held", "metOn", LocalDate.now(clock).toString(), "present", WORDS, "came", WORDS,
                "words", WORDS, "again", "no"));
        fao.completes(SAY, key, naming("Judge Rao", "settled", "amendment", WORDS));
        ngo.completes(SAY, key, naming("Judge Rao", "settled", "amendment", WORDS));

        ngo.completes("Propose changes", key, with("outcome", "propose", "version", 1, "subjects", List.of("name"), "concerned", List.of(),
                "nameWording", "Fields with early seed"));
        Stream.of("Eu", "Ngo", "Fao", "Goi", "Ffs").map(cast::actor).filter(one -> one.sees(key).contains("Read amendment"))
                .forEach(one -> one.completes("Read amendment", key, with("answer", "read")));
        if (coordinator.sees(key).contains("Check agreement")) {
            new Course(cast).isReleased(key);
        }
        assertThat(partnerships.card(id).title()).isEqualTo("Fields with early seed");
        assertThat(matters.all(id)).extracting(MatterCard::outcome).hasSize(2).contains("It ended on rung 3 of 4, mediation.")
                .doesNotContainNull();
        assertThat(matters.all(other)).isEmpty();
        assertThat(waiting(other)).isEqualTo(before);
        stage.assertThat(key).isNotEnded().hasNoIncident();
        stage.assertThat(other.value()).isNotEnded().hasNoIncident();
    }

    private List<String> waiting(PartnershipId partnership) {
        return Stream.of("Eu", "Ngo", "Fao", "Goi", "Ffs").flatMap(one -> cast.actor(one).sees(partnership.value()).stream()).toList();
    }

    @Test
    void two_who_are_alone_have_somebody_from_outside_decide_while_their_term_ends() {
        PartnershipId id = begun(new Seat(cast.id("Ngo"), IMPLEMENTER), new Seat(cast.id("Fao"), EXPERT));
        String key = id.value();
        raises(fao, key, cast, WORDS, "Ngo");
        for (int rung = 1; rung < 4; rung++) {
            stage.fires("Time of rung over", key);
        }
        stage.fires("Term ended", key);
        assertThat(partnerships.card(id).phase()).as("the closing waits for what was raised before").isEqualTo(Phase.IN_FORCE);
        assertThat(coordinator.sees(key)).contains(TAKE_ON);
        coordinator.completes(TAKE_ON, key, with());
        Stream.of(fao, ngo).forEach(one -> one.completes(SAY, key, naming("Judge Rao", "talkOn", null, WORDS)));
        assertThat(coordinator.opens(WRITE, key).get("endings").toString()).as("the work is over").doesNotContain("suspension");
        coordinator.completes(WRITE, key, with("outcome", "decided", "metOn", LocalDate.now(clock).toString(), "present", WORDS, "came",
                WORDS, "ending", "settled", "words", WORDS));
        assertThat(matters.all(id)).extracting(MatterCard::outcome).containsExactly("It ended on rung 4 of 4, outside decision.");
        stage.assertThat(key).hasNoIncident();
        assertThat(Stream.of(fao, ngo).flatMap(one -> one.sees(key).stream())).doesNotContain(SAY);
    }
}
