package org.commonground.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.foundation.Role.EXPERT;
import static org.commonground.foundation.Role.IMPLEMENTER;
import static org.commonground.foundation.Role.PARTICIPANT;
import static org.commonground.foundation.Role.RESOURCE_PROVIDER;
import static org.commonground.stage.Stage.with;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.commonground.agreement.AgreementService;
import org.commonground.agreement.Paper;
import org.commonground.agreement.Party;
import org.commonground.foundation.Level;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.partnership.NeededRole;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The ministry that leads four partners leaves when the text is out for signature: its text is void, another leads, its step of the agenda
 * and its role are spoken for, and what is signed then names those who are there. At work the new lead is asked what a lead is asked.
 */
@ProcessTest
class LeadGoesBeforeSigningStory {

    private static final String NAME = "Name another lead";
    private static final String ANSWER = "Answer lead request";
    private static final String CHECK = "Check agreement";
    private static final List<String> THREE = List.of("Ngo", "Ffs", "Fao");

    @Autowired
    private Stage stage;
    @Autowired
    private PartnershipService partnerships;
    @Autowired
    private AgreementService agreements;
    @Autowired
    private JdbcClient jdbc;

    private Cast cast;
    private Course course;
    private Actor goi;
    private Actor ngo;
    private Actor coordinator;
    private String number;
    private PartnershipId id;

    @Test
    void another_leads_and_all_that_is_written_names_it() {
        fourSign();
        theLeadLeaves();
        anotherIsAsked();
        theTextIsMended();
        assertThat(partnerships.presentLead(id)).contains(cast.id("Ngo"));
        course.sign(number, THREE);
        theNewLeadIsAskedWhatALeadIsAsked();
    }

    private void fourSign() {
        cast = stage.cast().organisation("Goi", "Government of India", Level.NATIONAL, "India", RESOURCE_PROVIDER)
                .organisation("Ngo", "Facilitating NGO", Level.LOCAL, "Guntur", IMPLEMENTER)
                .organisation("Ffs", "Alumni federation", Level.LOCAL, "Guntur", PARTICIPANT)
                .organisation("Fao", "FAO", Level.NATIONAL, "India", EXPERT).withMandates();
        course = new Course(cast);
        goi = cast.actor("Goi");
        ngo = cast.actor("Ngo");
        coordinator = cast.coordinator();
        Map<String, Role> roles = new LinkedHashMap<>();
        roles.put("Goi", RESOURCE_PROVIDER);
        roles.put("Ngo", IMPLEMENTER);
        roles.put("Ffs", PARTICIPANT);
        roles.put("Fao", EXPERT);
        number = course.choosesPartners("Cotton whose lead goes", roles);
        id = new PartnershipId(number);
        course.findsVision(number, List.copyOf(roles.keySet()));
        course.agrees(number, List.copyOf(roles.keySet()));
        course.isReleased(number);
        course.sign(number, List.of("Ngo"));
    }

    private void theLeadLeaves() {
        goi.starts("matter", with());
        goi.completes("Describe matter", null, Answers.matter("withdrawal", number, "Our budget is cut."));
        goi.completes("Give notice", number, with("outcome", "leave", "why", "Our budget is cut."));
        assertThat(partnerships.memberIds(id)).doesNotContain(cast.id("Goi"));
        assertThat(partnerships.presentLead(id)).as("nobody leads before it was asked").isEmpty();
        assertThat(goi.sees(number)).isEmpty();
        assertThat(ngo.sees(number)).as("what it signed is void").doesNotContain("Sign agreement");
        assertThat(coordinator.sees(number)).contains(NAME);
        assertThat(told(cast.id("Ffs").groupId())).as("the others hear of it").contains("lead/lead-gone");
    }

    private void anotherIsAsked() {
        Map<String, Object> shown = coordinator.opens(NAME, number);
        assertThat(shown.get("organisations").toString()).contains(cast.name("Ngo"), cast.name("Fao")).doesNotContain(cast.name("Goi"));
        coordinator.completes(NAME, number, with("lead", cast.code("Fao")));
        cast.actor("Fao").completes(ANSWER, number, with("answer", "decline", "reason", "We have no office in Guntur."));
        assertThat(coordinator.opens(NAME, number).get("declines").toString()).contains(cast.name("Fao"), "We have no office in Guntur.");
        coordinator.completes(NAME, number, with("lead", cast.code("Ngo")));
        ngo.completes(ANSWER, number, with("answer", "accept"));
        assertThat(told(cast.id("Ffs").groupId())).contains("lead/lead-accepted");
        assertThat(written(cast.id("Ffs").groupId(), "lead/lead-accepted")).as("it names the new lead").contains(cast.code("Ngo"));
    }

    private void theTextIsMended() {
        if (coordinator.sees(number).contains("Seek replacement")) {
            coordinator.completes("Seek replacement", number, with("roles", ((List<?>) coordinator.opens("Seek replacement", number)
                    .get("roles")).stream().map(role -> with("key", ((Map<?, ?>) role).get("key"), "answer", "waive", "words",
                            "We save for the first season.")).toList()));
        }
        Map<String, Object> draft = coordinator.opens(CHECK, number);
        assertThat(draft.get("missing").toString()).doesNotContain("Nobody leads").contains("was the part of " + cast.name("Goi"));
        List<Map<String, Object>> steps = new ArrayList<>();
        ((List<?>) draft.get("steps")).forEach(step -> steps.add(with("nr", ((Map<?, ?>) step).get("nr"), "taker", cast.code("Ngo"),
                "words", "It leads now.")));
        coordinator.completes(CHECK, number, with("version", draft.get("version"), "outcome", "draft", "waivers", waivers(), "steps",
                steps));
        course.isReleased(number);
        Paper paper = agreements.paper(id, agreements.versions(id).get(0).nr());
        assertThat(paper.parties()).extracting(Party::name).contains(cast.name("Ngo")).doesNotContain(cast.name("Goi"));
        assertThat(paper.clauses().toString()).as("who does its step").contains(cast.name("Ngo") + " takes it over: It leads now.");
    }

    private List<Map<String, Object>> waivers() {
        return partnerships.gaps(id).stream().map(NeededRole::id).map(UUID::toString).map(role -> with("role", role, "reason",
                "We save for the first season.")).toList();
    }

    private void theNewLeadIsAskedWhatALeadIsAsked() {
        assertThat(partnerships.card(id).phase()).isEqualTo(Phase.IN_FORCE);
        Actor farmers = cast.actor("Ffs");
        farmers.starts("matter", with());
        farmers.completes("Describe matter", null, Answers.matter("lead", number, "It has too much to do."));
        Map<String, Object> shown = farmers.opens("Propose new lead", number);
        assertThat(shown.get("partners").toString()).as("it leads already").contains(cast.name("Fao")).doesNotContain(cast.name("Ngo"));
        assertThat(goi.sees(number)).isEmpty();
        stage.assertThat(number).isNotEnded().hasNoIncident();
    }

    private List<String> told(String group) {
        return jdbc.sql("select template from outbox where content like ? and audience like ?").params("%" + number + "%",
                "%" + group + "%").query(String.class).list();
    }

    private String written(String group, String template) {
        return jdbc.sql("select content from outbox where content like ? and audience like ? and template = ?").params("%" + number + "%",
                "%" + group + "%", template).query(String.class).list().toString();
    }
}
