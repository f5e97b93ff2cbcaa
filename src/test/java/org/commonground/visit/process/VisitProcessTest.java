package org.commonground.visit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.commonground.foundation.Role.ALLY;
import static org.commonground.foundation.Role.EXPERT;
import static org.commonground.foundation.Role.IMPLEMENTER;
import static org.commonground.stage.Stage.with;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.commonground.document.Papers;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.Role;
import org.commonground.matter.MatterCard;
import org.commonground.matter.MatterService;
import org.commonground.partnership.OpenAtTheEnd;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.Ladder;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A room of which the product knows nothing: its diagram, forms, steps, machine, kind of matter, mail, paper, deadlines and tables lie
 * among the tests, and the corridor takes it up, before the agreement and in force.
 */
@ProcessTest
class VisitProcessTest {

    private static final String WHY = "We would rather keep this to ourselves.";

    @Autowired
    Stage stage;
    @Autowired
    Ladder ladder;
    @Autowired
    ProcessEngine engine;
    @Autowired
    PartnershipService partnerships;
    @Autowired
    MatterService matters;
    @Autowired
    List<Papers> papers;
    @Autowired
    List<OpenAtTheEnd> open;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    private Cast cast;
    private Actor fao;
    private Actor goi;
    private Actor ngo;
    private Actor shop;
    private Map<OrganisationId, Role> partners;

    @BeforeEach
    void three_partners_and_an_ally() {
        cast = stage.cast().organisation("Fao", "Food and Agriculture Organization", Level.NATIONAL, "India", EXPERT)
                .organisation("Goi", "Government of India", Level.NATIONAL, "India", EXPERT)
                .organisation("Ngo", "Facilitating NGO", Level.LOCAL, "Guntur", IMPLEMENTER)
                .organisation("Shop", "Retail chain", Level.NATIONAL, "India", ALLY);
        fao = cast.actor("Fao", EXPERT);
        goi = cast.actor("Goi", EXPERT);
        ngo = cast.actor("Ngo", IMPLEMENTER);
        shop = cast.actor("Shop", ALLY);
        partners = new LinkedHashMap<>();
        partners.put(cast.id("Fao"), EXPERT);
        partners.put(cast.id("Goi"), EXPERT);
        partners.put(cast.id("Ngo"), IMPLEMENTER);
    }

    @Test
    void two_at_once_are_planned_held_and_reported_while_a_partner_leaves() {
        PartnershipId id = inForce();
        String key = id.value();
        raise(ngo, key);
        raise(fao, key);
        assertThat(matters.open(id)).extracting(MatterCard::raisedBy).containsExactlyInAnyOrder(cast.id("Ngo"), cast.id("Fao"));
        assertThat(ngo.sees(key)).contains("Plan visit");
        assertThat(goi.sees(key)).doesNotContain("Plan visit");
        assertThat(told(id, "matter/matter-raised", "orgNgo")).contains("asks for", "a visit to the fields", WHY);
        assertThat(told(id, "matter/matter-raised", "orgShop")).as("why stays with the host").contains("a visit to the fields")
                .doesNotContain(WHY);

        assertThat(ngo.isRefused("Plan visit", key, with("day", LocalDate.now(clock).minusDays(3).toString())))
                .isEqualTo("The visit lies ahead: please choose a day from today on.");
        Stream.of(ngo, fao).forEach(host -> host.completes("Plan visit", key, with("day", LocalDate.now(clock).plusDays(5).toString())));
        assertThat(open.stream().flatMap(room -> room.openAtTheEnd(id).stream())).as("while it is open the partnership cannot be closed")
                .contains("The visit to %s is not over.".formatted(cast.name("Ngo")),
                        "The visit to %s is not over.".formatted(cast.name("Fao")));
        assertThat(reports(shop, key)).as("an ally comes too").hasSize(2);
        assertThat(reports(goi, key)).hasSize(2);

        partnerships.leave(id, cast.id("Goi"), "No staff this year", goi.user());
        stage.machineWorks();
        assertThat(reports(goi, key)).as("nobody waits for who has left").isEmpty();
        assertThat(reports(shop, key)).as("the others go on").hasSize(2);

        ngo.completes("Report visit", key, with("words", "A laboratory that answers letters"));
        fao.completes("Report visit", key, with("words", "Healthy plants"));
        reports(shop, key).forEach(task -> shop.completesFor(cast.code("Shop"), "Report visit", key,
                with("words", "Cotton without poison")));
        assertThat(matters.all(id)).extracting(MatterCard::outcome).containsOnly("2 of the partners said what they saw.");
        assertThat(told(id, "visit/visit-reported", "orgShop")).contains("Healthy plants", "Cotton without poison");
        Papers visits = papers.stream().filter(room -> room.shelf().equals("visits")).findFirst().orElseThrow();
        assertThat(visits.of(id)).extracting(Papers.Listed::title).containsExactly("Visit 1", "Visit 2");
        assertThat(visits.page(id, 1)).contains("Cotton without poison");
        assertThat(open.stream().flatMap(room -> room.openAtTheEnd(id).stream())).isEmpty();
        stage.assertThat(key).hasNoIncident();
    }

    @Test
    void before_the_agreement_it_is_taken_up_too() {
        PartnershipId id = ladder.chosen(partners);
        from(id, "partnership", "Call_Vision");
        raise(ngo, id.value());
        ngo.completes("Plan visit", id.value(), with("day", LocalDate.now(clock).toString()));
        Stream.of(fao, goi).forEach(one -> one.completes("Report visit", id.value(), with("words", "Healthy plants")));
        assertThat(matters.all(id)).extracting(MatterCard::outcome).containsExactly("2 of the partners said what they saw.");
        stage.assertThat(id.value()).hasNoIncident();
    }

    @Test
    void its_own_rows_in_the_table_of_deadlines_end_the_waiting() {
        PartnershipId id = inForce();
        raise(ngo, id.value());
        stage.fires("Time to plan over", id.value());
        assertThat(matters.all(id)).extracting(MatterCard::outcome).containsExactly("Nobody came.");

        raise(ngo, id.value());
        ngo.completes("Plan visit", id.value(), with("day", LocalDate.now(clock).plusDays(5).toString()));
        fao.completes("Report visit", id.value(), with("words", "Healthy plants"));
        stage.fires("Time to report over", id.value());
        assertThat(matters.all(id)).extracting(MatterCard::outcome)
                .containsExactlyInAnyOrder("Nobody came.", "1 of the partners said what they saw.");
        assertThat(reports(goi, id.value())).isEmpty();
    }

    @Test
    void what_a_machine_is_refused_is_an_incident_on_its_box_and_changes_nothing() {
        PartnershipId id = inForce();
        raise(ngo, id.value());
        ngo.completes("Plan visit", id.value(), with("day", LocalDate.now(clock).toString()));
        matters.end(matters.open(id).get(0).id(), "Settled by hand");
        Stream.of(fao, goi, shop).forEach(one -> one.submits("Report visit", id.value(), with("words", "Healthy plants")));

        assertThatThrownBy(() -> stage.machineWorks()).isInstanceOf(Refusal.class).hasMessageStartingWith("This matter was settled on");
        Job failed = engine.getManagementService().createJobQuery().withException().list().stream()
                .filter(job -> job.getExceptionMessage().contains("This matter was settled on")).findFirst().orElseThrow();
        engine.getManagementService().setJobRetries(failed.getId(), 1);
        assertThatThrownBy(() -> engine.getManagementService().executeJob(failed.getId())).isInstanceOf(Refusal.class);
        assertThat(engine.getRuntimeService().createIncidentQuery().processInstanceId(failed.getProcessInstanceId()).singleResult())
                .satisfies(incident -> assertThat(incident.getActivityId()).isEqualTo("Task_CloseVisit"));
        assertThat(told(id, "visit/visit-reported", "orgFao")).isEmpty();
        engine.getRuntimeService().deleteProcessInstance(failed.getRootProcessInstanceId(), "over");
    }

    private PartnershipId inForce() {
        PartnershipId id = ladder.inForce(partners);
        partnerships.admit(id, cast.id("Shop"), Standing.ALLY, List.of(new SeatIn(ALLY, Level.NATIONAL, null, null)));
        from(id, "work", "Scope_JointWork");
        return id;
    }

    /** A room of the product, from this box on. */
    private void from(PartnershipId id, String room, String box) {
        engine.getRuntimeService().createProcessInstanceByKey(room).businessKey(id.value()).startBeforeActivity(box).execute();
        stage.machineWorks();
    }

    private void raise(Actor actor, String key) {
        actor.starts("matter", with());
        actor.completes("Describe matter", null, with("kind", "visit", "partnership", key, "why", WHY));
    }

    private static List<String> reports(Actor actor, String key) {
        return actor.sees(key).stream().filter("Report visit"::equals).toList();
    }

    /** What the mails of this template in this case tell this group. */
    private String told(PartnershipId id, String template, String group) {
        return String.join("\n", jdbc.sql("select content from outbox where template = ? and audience like ? and content like ?")
                .params(template, "%" + group + "%", "%" + id + "%").query(String.class).list());
    }
}
