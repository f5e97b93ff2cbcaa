package org.commonground.lead.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.foundation.Role.EXPERT;
import static org.commonground.foundation.Role.IMPLEMENTER;
import static org.commonground.stage.Stage.with;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.matter.MatterCard;
import org.commonground.matter.MatterService;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.partnership.Leadership;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.Ladder;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.commonground.stage.StatementCount;
import org.commonground.story.Answers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
class LeadProcessTest {

    private static final String ANSWER = "Answer lead request";
    private static final String NAME = "Name another lead";
    private static final String PROPOSE = "Propose new lead";
    private static final String DECIDE = "Decide on proposal";
    private static final Map<String, Object> YES = Map.of("answer", "accept");

    @Autowired
    private Stage stage;
    @Autowired
    private Ladder ladder;
    @Autowired
    private StatementCount statements;
    @Autowired
    private PartnershipService partnerships;
    @Autowired
    private NegotiationService negotiations;
    @Autowired
    private MatterService matters;
    @Autowired
    private Leadership leadership;
    @Autowired
    private JdbcClient jdbc;

    private Cast cast;
    private Actor coordinator;
    private Actor fao;
    private Actor goi;
    private Actor ngo;
    private Actor cicr;

    @BeforeEach
    void four_organisations() {
        cast = stage.cast().organisation("Fao", "Food and Agriculture Organization", Level.NATIONAL, "India", EXPERT)
                .organisation("Goi", "Government of India", Level.NATIONAL, "India", EXPERT)
                .organisation("Ngo", "Facilitating NGO", Level.LOCAL, "Guntur", IMPLEMENTER)
                .organisation("Cicr", "Cotton institute", Level.LOCAL, "Warangal", EXPERT).withMandates();
        coordinator = cast.coordinator();
        fao = cast.actor("Fao");
        goi = cast.actor("Goi");
        ngo = cast.actor("Ngo");
        cicr = cast.actor("Cicr");
    }

    // After the aims

    @Test
    void who_is_named_is_asked_before_partners_are_looked_for() {
        String key = clarified("Goi");
        assertThat(goi.sees(key)).containsExactly(ANSWER);
        assertThat(fao.sees(key)).isEmpty();
        assertThat(coordinator.sees(key)).as("it is waited for").containsExactly(ANSWER);
        assertThat(told(key, "orgGoi")).as("nobody calls it the lead before it agrees").containsExactly("notice/task-opened");
        Map<String, Object> shown = goi.opens(ANSWER, key);
        assertThat(shown).containsEntry("proposer", cast.name("Fao")).containsEntry("founding", true).containsEntry("chosen", false)
                .containsEntry("horizonMonths", 36).containsEntry("growth", "With people whom it has not reached before")
                .containsEntry("challenge", null);
        assertThat(shown.get("objectives").toString()).contains("Farmers spray less");

        assertThat(goi.isRefused(ANSWER, key, with())).isEqualTo("“Do you lead this partnership?” is missing: please choose one.");
        assertThat(statements.during(() -> goi.submits(ANSWER, key, YES))).hasSizeLessThanOrEqualTo(44);
        stage.machineWorks();
        assertThat(partnerships.conveners(id(key))).containsExactly(cast.id("Fao"), cast.id("Goi"));
        assertThat(goi.sees(key)).containsExactly("State own profile");
        assertThat(told(key, "orgGoi")).contains("lead/lead-accepted");
        stage.assertThat(key).hasNoIncident();
    }

    @Test
    void who_names_the_own_organisation_is_not_asked() {
        String key = clarified("Fao");
        assertThat(fao.sees(key)).containsExactly("State own profile");
        assertThat(partnerships.presentLead(id(key))).contains(cast.id("Fao"));
    }

    @Test
    void the_coordinator_asks_the_proposer_too_before_it_leads() {
        String key = fao.starts("partnership", Answers.proposal("Cotton IPM"));
        coordinator.completes("Clarify aims", key, Answers.aims(cast.code("Fao"), "Guntur", true));
        assertThat(fao.sees(key)).containsExactly(ANSWER);
    }

    @Test
    void who_declines_says_why_and_the_proposer_names_another_who_is_asked_in_turn() {
        String key = clarified("Goi");
        assertThat(goi.isRefused(ANSWER, key, with("answer", "decline"))).isEqualTo("“Why not?” is missing: please fill it in.");
        assertThat(statements.during(() -> goi.submits(ANSWER, key, with("answer", "decline", "reason", "Our budget is spent."))))
                .hasSizeLessThanOrEqualTo(44);
        stage.machineWorks();
        assertThat(goi.sees(key)).isEmpty();
        assertThat(fao.sees(key)).containsExactly(NAME);
        assertThat(coordinator.sees(key)).containsExactly(NAME);
        assertThat(told(key, "orgFao")).contains("lead/lead-declined");
        Map<String, Object> shown = fao.opens(NAME, key);
        assertThat(shown.get("declines").toString()).contains(cast.name("Goi"), "Our budget is spent.");
        assertThat(shown.get("organisations").toString()).contains(cast.name("Cicr")).doesNotContain(cast.name("Goi"));
        assertThat(fao.isRefused(NAME, key, with("lead", cast.code("Goi"))))
                .isEqualTo("“Who shall lead?” does not offer this choice: please reload the page and choose again.");

        fao.completes(NAME, key, with("lead", cast.code("Ngo")));
        ngo.completes(ANSWER, key, with("answer", "decline", "reason", "We are too small."));
        assertThat(fao.opens(NAME, key).get("declines").toString()).contains("Our budget is spent.", "We are too small.");
        assertThat(statements.during(() -> fao.submits(NAME, key, with("lead", cast.code("Cicr"))))).hasSizeLessThanOrEqualTo(44);
        stage.machineWorks();
        cicr.completes(ANSWER, key, YES);
        assertThat(partnerships.presentLead(id(key))).contains(cast.id("Cicr"));
        assertThat(cicr.sees(key)).containsExactly("State own profile");
    }

    @Test
    void the_proposer_may_lead_itself_when_nobody_else_will() {
        String key = clarified("Goi");
        goi.completes(ANSWER, key, with("answer", "decline", "reason", "Our budget is spent."));
        fao.completes(NAME, key, with("lead", cast.code("Fao")));
        assertThat(fao.sees(key)).as("nobody needs to be asked").containsExactly("State own profile");
        assertThat(partnerships.presentLead(id(key))).contains(cast.id("Fao"));
    }

    @Test
    void who_is_silent_does_not_lead_and_the_coordinator_names_another() {
        String key = clarified("Goi");
        stage.fires("Request unanswered", key);
        assertThat(goi.sees(key)).isEmpty();
        assertThat(coordinator.opens(NAME, key)).containsEntry("silent", cast.name("Goi")).containsEntry("chosen", false);
        coordinator.completes(NAME, key, with("lead", cast.code("Cicr")));
        cicr.completes(ANSWER, key, YES);
        assertThat(partnerships.presentLead(id(key))).contains(cast.id("Cicr"));
        stage.assertThat(key).hasNoIncident();
    }

    // After the partners are chosen

    @Test
    void a_lead_that_is_not_chosen_as_partner_is_followed_by_one_of_them() {
        String key = clarified("Goi");
        goi.completes(ANSWER, key, YES);
        goi.completes("State own profile", key, Answers.profile("Goi", 4));
        fao.completes("State own profile", key, Answers.profile("Fao", 4));
        coordinator.completes("Nominate candidates", key, with("candidates", List.of(
                Answers.nominee(cast.code("Fao"), List.of("expert")), Answers.nominee(cast.code("Goi"), List.of("expert")),
                Answers.nominee(cast.code("Ngo"), List.of("implementer")))));
        ngo.completes("Answer invitation", key, with("answer", "accept"));
        ngo.completes("State profile", key, Answers.candidateProfile("Ngo", 4));
        List.of("Fao", "Goi", "Ngo").forEach(code -> coordinator.completesFor(cast.code(code), "Assess candidate", key,
                Answers.assessment(4)));
        coordinator.completes("Find common ground", key, Answers.commonGround());
        selectsWithout("Goi", key);
        assertThat(partnerships.presentLead(id(key))).isEmpty();
        assertThat(coordinator.sees(key)).containsExactlyInAnyOrder("Draw partnership web", NAME);
        assertThat(fao.sees(key)).as("the coordinator names it").isEmpty();
        coordinator.completes(NAME, key, with("lead", cast.code("Ngo")));
        ngo.completes(ANSWER, key, YES);
        assertThat(partnerships.presentLead(id(key))).contains(cast.id("Ngo"));
        stage.assertThat(key).hasNoIncident();
    }

    @Test
    void when_the_lead_leaves_the_vision_the_coordinator_names_a_partner_who_is_asked() {
        PartnershipId id = ladder.chosen(three());
        String key = id.value();
        from(id, "Call_Vision", Map.of());
        leaves(id, "Fao");
        assertThat(told(key, "orgNgo")).contains("lead/lead-gone");
        assertThat(goi.sees(key)).as("the coordinator names it").doesNotContain(NAME);
        Map<String, Object> shown = coordinator.opens(NAME, key);
        assertThat(shown).containsEntry("chosen", true);
        assertThat(shown.get("organisations")).asList().hasSize(2);

        coordinator.completes(NAME, key, with("lead", cast.code("Goi")));
        assertThat(goi.sees(key)).contains(ANSWER);
        assertThat(goi.opens(ANSWER, key)).containsEntry("chosen", true).containsEntry("founding", false);
        assertThat(ngo.sees(key)).doesNotContain(ANSWER);
        goi.completes(ANSWER, key, YES);
        assertThat(partnerships.presentLead(id)).contains(cast.id("Goi"));
        assertThat(coordinator.sees(key)).doesNotContain(NAME, ANSWER);
        assertThat(goi.sees(key)).as("the vision went on").contains("Share vision");
        stage.assertThat(key).hasNoIncident();
    }

    @Test
    void who_leaves_while_it_is_asked_is_not_waited_for() {
        Map<OrganisationId, Role> four = three();
        four.put(cast.id("Cicr"), EXPERT);
        PartnershipId id = ladder.chosen(four);
        String key = id.value();
        from(id, "Call_Vision", Map.of());
        leaves(id, "Fao");
        coordinator.completes(NAME, key, with("lead", cast.code("Goi")));
        leaves(id, "Ngo");
        assertThat(goi.sees(key)).as("another one left").contains(ANSWER);
        leaves(id, "Goi");
        assertThat(goi.sees(key)).isEmpty();
        assertThat(coordinator.opens(NAME, key)).containsEntry("silent", null);
    }

    @Test
    void nothing_is_signed_while_nobody_leads() {
        PartnershipId id = ladder.chosen(three());
        String key = id.value();
        NegotiationId negotiation = ladder.agreed(id);
        from(id, "Call_Agreement", Map.of("negotiation", negotiation.toString()));
        negotiations.leave(negotiation, cast.id("Fao"), "No staff left", fao.user());
        stage.machineWorks();
        assertThat(coordinator.sees(key)).containsExactlyInAnyOrder("Check agreement", NAME);
        assertThat(coordinator.isRefused("Check agreement", key, Answers.released(coordinator.opens("Check agreement", key))))
                .contains("Nobody leads the partnership. The coordinator names a partner in “Name another lead”, and it is asked.");

        coordinator.completes(NAME, key, with("lead", cast.code("Ngo")));
        ngo.completes(ANSWER, key, YES);
        assertThat(coordinator.opens("Check agreement", key).get("missing").toString()).doesNotContain("Nobody leads");
        stage.assertThat(key).hasNoIncident();
    }

    @Test
    void while_a_lead_is_looked_for_the_partnership_may_end() {
        PartnershipId id = ladder.chosen(three());
        String key = id.value();
        from(id, "Call_Vision", Map.of());
        leaves(id, "Fao");
        coordinator.completes(NAME, key, with("lead", cast.code("Goi")));
        for (Actor partner : List.of(goi, ngo)) {
            partner.completes("Share vision", key, Answers.vision(partner.user()));
            partner.completes("Answer expectations", key, Answers.expectations(partner.opens("Answer expectations", key)));
        }
        coordinator.completes("Draft shared vision", key, Answers.sharedVision(cast.code("Goi")));
        ngo.completes("Endorse vision", key, with("seen", 1, "answer", "leave", "leaveReason", "One wants a factory"));
        goi.completes("Endorse vision", key, Answers.endorsement(goi.opens("Endorse vision", key)));
        assertThat(partnerships.card(id).phase()).isEqualTo(Phase.ENDED);
        assertThat(goi.sees(key)).isEmpty();
        stage.assertThat(key).hasPassed("Nothing to lead").isEnded();
    }

    // In force

    @Test
    void the_lead_is_passed_on_by_the_partners_decision_and_the_new_ones_consent() {
        PartnershipId id = inForce();
        String key = id.value();
        raised(ngo, key);
        assertThat(ngo.sees(key)).containsExactly(PROPOSE);
        assertThat(fao.sees(key)).isEmpty();
        Map<String, Object> shown = ngo.opens(PROPOSE, key);
        assertThat(shown.get("partners").toString()).contains(cast.name("Goi"), cast.name("Ngo"), "Nobody after all")
                .doesNotContain(cast.name("Fao"), cast.name("Cicr"));
        assertThat(ngo.isRefused(PROPOSE, key, with("lead", cast.code("Fao")))).as("leads already")
                .isEqualTo("“Who shall lead from now on?” does not offer this choice: please reload the page and choose again.");
        assertThat(statements.during(() -> ngo.submits(PROPOSE, key, with("lead", cast.code("Goi"))))).hasSizeLessThanOrEqualTo(44);
        stage.machineWorks();
        assertThat(fao.opens(DECIDE, key).get("means").toString()).startsWith(cast.name("Goi") + " leads from now on, if");
        assertThat(goi.sees(key)).as("it is asked when the partners want it").containsExactly(DECIDE);
        List.of(fao, goi, ngo).forEach(one -> one.completes(DECIDE, key, Answers.vote("for", "")));
        assertThat(partnerships.presentLead(id)).as("until the new one agrees").contains(cast.id("Fao"));
        assertThat(goi.sees(key)).containsExactly(ANSWER);
        goi.completes(ANSWER, key, YES);
        assertThat(partnerships.presentLead(id)).contains(cast.id("Goi"));
        assertThat(told(key, "orgNgo")).contains("lead/lead-accepted").doesNotContain("lead/lead-stays");
        assertThat(matters.open(id)).isEmpty();
        stage.assertThat(key).hasNoIncident();
    }

    @Test
    void who_is_proposed_and_declines_leaves_the_lead_where_it_is() {
        PartnershipId id = proposedGoi();
        String key = id.value();
        List.of(fao, goi, ngo).forEach(one -> one.completes(DECIDE, key, Answers.vote("for", "")));
        goi.completes(ANSWER, key, with("answer", "decline", "reason", "Our budget is spent."));
        assertThat(partnerships.presentLead(id)).contains(cast.id("Fao"));
        assertThat(told(key, "orgNgo")).contains("lead/lead-stays").doesNotContain("lead/lead-declined");
        assertThat(coordinator.sees(key)).as("nobody is missing").doesNotContain(NAME);
        stage.assertThat(key).hasPassed("Lead stays").hasNoIncident();
    }

    @Test
    void who_is_proposed_and_silent_leaves_the_lead_where_it_is() {
        PartnershipId id = proposedGoi();
        String key = id.value();
        List.of(fao, goi, ngo).forEach(one -> one.completes(DECIDE, key, Answers.vote("for", "")));
        stage.fires("Request unanswered", key);
        assertThat(partnerships.presentLead(id)).contains(cast.id("Fao"));
        assertThat(leadership.named(id)).as("it is not asked any more").isEmpty();
        assertThat(told(key, "orgNgo")).contains("lead/lead-stays");
        assertThat(goi.sees(key)).isEmpty();
    }

    @Test
    void when_the_partners_are_against_it_nobody_is_asked() {
        PartnershipId id = proposedGoi();
        String key = id.value();
        List.of(fao, goi, ngo).forEach(one -> one.completes(DECIDE, key, Answers.vote("against", "It goes well as it is.")));
        assertThat(partnerships.presentLead(id)).contains(cast.id("Fao"));
        assertThat(goi.sees(key)).isEmpty();
        assertThat(told(key, "orgNgo")).contains("decision/proposal-decided").doesNotContain("lead/lead-stays");
        assertThat(matters.open(id)).isEmpty();
    }

    @Test
    void who_thinks_better_of_it_or_proposes_nobody_in_time_changes_nothing() {
        PartnershipId id = inForce();
        String key = id.value();
        raised(ngo, key);
        ngo.completes(PROPOSE, key, with("lead", "nobody"));
        assertThat(matters.all(id)).extracting(MatterCard::outcome).containsExactly("Nobody was proposed.");
        assertThat(told(key, "orgFao")).contains("lead/lead-stays");

        raised(ngo, key);
        stage.fires("Time to propose over", key);
        assertThat(matters.open(id)).isEmpty();
        assertThat(partnerships.presentLead(id)).contains(cast.id("Fao"));
        stage.assertThat(key).hasNoIncident();
    }

    @Test
    void who_is_proposed_and_leaves_before_the_decision_is_not_asked() {
        PartnershipId id = proposedGoi();
        String key = id.value();
        leaves(id, "Goi");
        List.of(fao, ngo).forEach(one -> one.completes(DECIDE, key, Answers.vote("for", "")));
        assertThat(partnerships.presentLead(id)).contains(cast.id("Fao"));
        assertThat(leadership.named(id)).isEmpty();
        assertThat(goi.sees(key)).isEmpty();
        stage.assertThat(key).hasNoIncident();
    }

    @Test
    void a_lead_that_leaves_while_it_is_passed_on_is_followed_by_who_agrees_or_by_whom_the_coordinator_names() {
        PartnershipId id = proposedGoi();
        String key = id.value();
        List.of(fao, goi, ngo).forEach(one -> one.completes(DECIDE, key, Answers.vote("for", "")));
        leaves(id, "Fao");
        assertThat(partnerships.presentLead(id)).isEmpty();
        goi.completes(ANSWER, key, with("answer", "decline", "reason", "Our budget is spent."));
        coordinator.completes(NAME, key, with("lead", cast.code("Ngo")));
        ngo.completes(ANSWER, key, YES);
        assertThat(partnerships.presentLead(id)).contains(cast.id("Ngo"));
    }

    @Test
    void when_the_lead_leaves_a_partnership_in_force_the_coordinator_names_a_partner_who_is_asked() {
        PartnershipId id = inForce();
        String key = id.value();
        leaves(id, "Fao");
        assertThat(partnerships.presentLead(id)).isEmpty();
        assertThat(told(key, "orgNgo")).contains("lead/lead-gone");
        ngo.starts("matter", with());
        assertThat(ngo.isRefused("Describe matter", null, Answers.matter("lead", key, "The government pays most of it.")))
                .isEqualTo("Nobody leads %s now: the coordinator names a partner, who is asked.".formatted(key));
        coordinator.completes(NAME, key, with("lead", cast.code("Goi")));
        goi.completes(ANSWER, key, YES);
        assertThat(partnerships.presentLead(id)).contains(cast.id("Goi"));
        stage.assertThat(key).hasNoIncident();

        leaves(id, "Goi");
        assertThat(coordinator.sees(key)).contains(NAME);
        stage.fires("Term ended", key);
        assertThat(coordinator.sees(key)).as("what is over needs no lead").doesNotContain(NAME);
        stage.assertThat(key).hasNoIncident();
    }

    @Test
    void a_lead_that_leaves_while_the_partners_decide_is_looked_for_once() {
        PartnershipId id = proposedGoi();
        String key = id.value();
        leaves(id, "Fao");
        List.of(goi, ngo).forEach(one -> one.completes(DECIDE, key, Answers.vote("for", "")));
        assertThat(goi.sees(key)).as("the coordinator names who is asked").isEmpty();
        coordinator.completes(NAME, key, with("lead", cast.code("Goi")));
        goi.completes(ANSWER, key, YES);
        assertThat(partnerships.presentLead(id)).contains(cast.id("Goi"));
        assertThat(coordinator.sees(key)).doesNotContain(NAME);
        stage.assertThat(key).hasNoIncident();
    }

    /** Three partners at work; FAO leads. */
    private PartnershipId inForce() {
        PartnershipId id = ladder.inForce(three());
        stage.engine().getRuntimeService().createProcessInstanceByKey("work").businessKey(id.value()).startBeforeActivity("Scope_JointWork")
                .execute();
        stage.machineWorks();
        return id;
    }

    private void raised(Actor actor, String key) {
        actor.starts("matter", with());
        actor.completes("Describe matter", null, Answers.matter("lead", key, "The government pays most of it."));
    }

    /** The association proposes that the government takes over. */
    private PartnershipId proposedGoi() {
        PartnershipId id = inForce();
        raised(ngo, id.value());
        ngo.completes(PROPOSE, id.value(), with("lead", cast.code("Goi")));
        return id;
    }

    private String clarified(String lead) {
        String key = fao.starts("partnership", Answers.proposal("Cotton IPM"));
        fao.completes("Clarify aims", key, Answers.aims(cast.code(lead), "Guntur", true));
        return key;
    }

    private void selectsWithout(String declined, String key) {
        Map<String, Object> shown = coordinator.opens("Select partners", key);
        List<Map<String, Object>> decisions = ((List<?>) shown.get("decisions")).stream().map(row -> ((Map<?, ?>) row).get("organisation"))
                .map(one -> with("organisation", one, "decision", Objects.equals(one, cast.code(declined)) ? "decline" : "include",
                        "reason", "It has said so.")).toList();
        List<Map<String, Object>> waivers = ((List<?>) shown.get("needs")).stream().map(row -> (Map<?, ?>) row)
                .filter(need -> "nobody".equals(need.get("candidates")))
                .map(need -> with("role", Answers.picked(shown, "openRoles", (String) need.get("name")).get(0), "reason", "They share it."))
                .toList();
        coordinator.completes("Select partners", key, with("outcome", "choose", "decisions", decisions, "waivers", waivers));
    }

    private Map<OrganisationId, Role> three() {
        Map<OrganisationId, Role> partners = new LinkedHashMap<>();
        partners.put(cast.id("Fao"), EXPERT);
        partners.put(cast.id("Goi"), EXPERT);
        partners.put(cast.id("Ngo"), IMPLEMENTER);
        return partners;
    }

    /** The corridor, from this box on. */
    private void from(PartnershipId id, String box, Map<String, Object> known) {
        stage.engine().getRuntimeService().createProcessInstanceByKey("partnership").businessKey(id.value()).startBeforeActivity(box)
                .setVariables(known).execute();
        stage.machineWorks();
    }

    private void leaves(PartnershipId id, String code) {
        partnerships.leave(id, cast.id(code), "No staff this year", "somebody");
        stage.machineWorks();
    }

    /** Which mails of this case these people get. */
    private List<String> told(String key, String group) {
        return jdbc.sql("select template from outbox where content like ? and audience like ?")
                .params("%" + key + "%", "%" + group + "%").query(String.class).list();
    }

    private static PartnershipId id(String key) {
        return new PartnershipId(key);
    }
}
