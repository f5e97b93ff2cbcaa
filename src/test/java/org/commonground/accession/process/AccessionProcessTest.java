package org.commonground.accession.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.foundation.Role.ALLY;
import static org.commonground.foundation.Role.EXPERT;
import static org.commonground.stage.Stage.with;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ManagementService;
import org.commonground.agreement.AgreedTerms;
import org.commonground.agreement.AgreementService;
import org.commonground.agreement.Party;
import org.commonground.agreement.VersionStage;
import org.commonground.commitment.CommitmentService;
import org.commonground.foundation.Level;
import org.commonground.foundation.Role;
import org.commonground.negotiation.ConsentRule;
import org.commonground.negotiation.Renewal;
import org.commonground.negotiation.Terms;
import org.commonground.negotiation.Topic;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.Registration;
import org.commonground.partnership.Link;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;
import org.commonground.stage.Actor;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.commonground.stage.ThreeAtWork;
import org.commonground.story.Answers;
import org.commonground.story.Course;
import org.commonground.work.WorkService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Three partners are in force; a university, a laboratory and a shop might join them. */
@ProcessTest
class AccessionProcessTest extends ThreeAtWork {

    private static final String CONSENT = "Give consent";
    private static final String CONNECT = "Connect newcomer";
    private static final String SIGN = "Sign agreement";
    private static final List<String> PARTNERS = List.of("Fao", "Ngo", "Ffs");

    @Autowired
    private AgreedTerms agreed;
    @Autowired
    private AgreementService agreements;
    @Autowired
    private CommitmentService commitments;
    @Autowired
    private OrganisationService organisations;
    @Autowired
    private WorkService work;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Clock clock;

    private Course course;
    private Actor una;

    @BeforeEach
    void others_might_join_them() {
        cast.organisation("Una", "University", Level.LOCAL, "Guntur", EXPERT)
                .organisation("Lab", "Laboratory", Level.LOCAL, "Guntur", EXPERT)
                .organisation("Shop", "Retail chain", Level.NATIONAL, "India", ALLY).withMandates();
        una = cast.actor("Una");
        course = new Course(cast);
    }

    @Test
    void who_is_consented_to_signs_and_is_in_then() {
        UUID matter = raised(ngo);
        course.findsNewcomers(key, Map.of("Una", EXPERT));
        Map<String, Object> asked = fao.opens(CONSENT, key);
        assertThat(asked.get("origin")).isEqualTo("Proposed by %s:".formatted(cast.name("Ngo")));
        assertThat(asked.get("rule").toString()).startsWith("It takes the consent of at least two thirds of the 3 partners"
                + " that are asked. Silence is no consent");
        assertThat(asked.get("newcomers").toString()).contains(cast.name("Una"), "Money that arrives before the sowing season",
                "You know the place and the people.", "Full partner");
        course.consent(key, PARTNERS);
        assertThat(partnerships.memberIds(id)).as("consented to is not in").doesNotContain(cast.id("Una"));
        coordinator.completes(CONNECT, key, with("links", List.of(with("other", cast.code("Ngo"), "level", "local", "about", "Insects"))));
        assertThat(una.sees(key)).isEmpty();
        course.isReleased(key);
        assertThat(Stream.of(fao, ngo, farmers).flatMap(one -> one.sees(key).stream())).as("nobody else signs").isEmpty();
        assertThat(una.opens(SIGN, key)).containsEntry("joins", true);
        una.completes(SIGN, key, Answers.signature(una.opens(SIGN, key)));
        assertThat(partnerships.partners(id)).contains(cast.id("Una"));
        assertThat(partnerships.links(id)).extracting(Link::about).contains("Insects");
        assertThat(agreed.of(id).version()).isEqualTo(2);
        assertThat(agreements.paper(id, 2).parties()).extracting(Party::name).contains(cast.name("Una"));
        assertThat(matters.card(matter).outcome()).startsWith(cast.name("Una") + " joined on ");
        assertThat(una.sees(key)).containsExactly("Commit expertise");
        assertThat(commitments.seatsToAsk(id)).as("the room of the others does not ask it, too").extracting(seat -> seat.organisation())
                .doesNotContain(cast.id("Una"));
        coordinator.completes("Orient newcomer", key, with("outcome", "held", "heldOn", LocalDate.now(clock).toString(), "present",
                List.of(cast.code("Una"), cast.code("Ngo")), "minutes", "We walked the fields."));
        una.completes("Commit expertise", key, bringing(2));
        stage.assertThat(key).isEnded();
        assertThat(jdbc.sql("select count(*) from answered_expectation where partnership = ? and expecting = ?")
                .params(key, cast.code("Una")).query(Integer.class).single()).as("what it expects was answered").isEqualTo(3);
    }

    @Test
    void who_says_no_says_why_and_the_candidate_hears_it() {
        UUID matter = raised(ngo);
        course.findsNewcomers(key, Map.of("Una", EXPERT));
        assertThat(fao.isRefused(CONSENT, key, Answers.consent(fao.opens(CONSENT, key), "no", ""))).startsWith("Please say why you do not"
                + " consent");
        fao.completes(CONSENT, key, Answers.consent(fao.opens(CONSENT, key), "no", "There are many of us already."));
        farmers.completes(CONSENT, key, Answers.consent(farmers.opens(CONSENT, key), "no", "We are enough."));
        course.consent(key, List.of("Ngo"));
        assertThat(matters.card(matter).outcome()).isEqualTo(("Nobody joins. %s: 1 of 3 partners consent, 2 do not. The rule: two thirds of"
                + " the partners. So it does not join.").formatted(cast.name("Una")));
        stage.assertThat(key).isEnded();
        assertThat(agreed.of(id).version()).isEqualTo(1);
        UUID again = raised(fao);
        course.findsNewcomers(key, Map.of("Una", EXPERT));
        assertThat(fao.sees(key)).as("it can be proposed anew").containsExactly(CONSENT);
        assertThat(matters.card(again).outcome()).isNull();
    }

    @Test
    void silence_is_no_consent_and_who_answers_after_the_count_is_told_so() {
        UUID matter = raised(ngo);
        course.findsNewcomers(key, Map.of("Una", EXPERT));
        course.consent(key, List.of("Ngo"));
        Runnable late = fao.submission(CONSENT, key, Answers.consent(fao.opens(CONSENT, key), "yes", ""));
        stage.fires("Consent time over", key);
        assertThat(matters.card(matter).outcome()).contains("1 of 3 partners consent, 2 silent.");
        assertThat(Stage.told(late)).isPresent();
        stage.assertThat(key).isEnded();
    }

    @Test
    void the_rule_is_the_one_that_held_when_it_was_raised_and_who_left_is_not_counted() {
        ladder.amended(id, PARTNERS.stream().map(cast::id).toList(), Topic.DURATION, consenting(ConsentRule.TWO_THIRDS));
        stage.passes(Duration.ofMinutes(1));
        UUID matter = matters.raise(id, "accession", "We lack somebody who knows insects.", ngo.user());
        stage.passes(Duration.ofMinutes(1));
        ladder.amended(id, PARTNERS.stream().map(cast::id).toList(), Topic.DURATION, consenting(ConsentRule.ALL));
        opens("accession", matter);
        course.findsNewcomers(key, Map.of("Una", EXPERT));
        assertThat(fao.opens(CONSENT, key).get("rule").toString()).contains("at least two thirds of the 3 partners");
        course.consent(key, List.of("Ngo"));
        partnerships.leave(id, cast.id("Ffs"), "No time", "farmers");
        stage.machineWorks();
        assertThat(farmers.sees(key)).isEmpty();
        stage.fires("Consent time over", key);
        assertThat(matters.card(matter).outcome()).as("one of two is less than two thirds").contains("1 of 2 partners consent, 1 silent.");
    }

    @Test
    void nobody_is_left_who_could_consent() {
        UUID matter = raised(ngo);
        course.findsNewcomers(key, Map.of("Una", EXPERT));
        PARTNERS.forEach(one -> partnerships.leave(id, cast.id(one), "No time", "focal"));
        stage.machineWorks();
        assertThat(matters.card(matter).outcome()).contains("Nobody is left who could consent.");
        stage.assertThat(key).isEnded();
    }

    @Test
    void who_comes_while_consent_is_asked_for_is_not_asked_itself() {
        raised(ngo);
        course.findsNewcomers(key, Map.of("Una", EXPERT));
        partnerships.admit(id, cast.id("Lab"), Standing.PARTNER, List.of(new SeatIn(EXPERT, Level.LOCAL, null, null)));
        course.consent(key, PARTNERS);
        assertThat(cast.actor("Lab").sees(key)).isEmpty();
        assertThat(coordinator.sees(key)).containsExactly(CONNECT);
    }

    @Test
    void who_does_not_sign_does_not_join_and_the_agreement_stays() {
        UUID matter = consented("Una", EXPERT);
        course.isReleased(key);
        una.completes(SIGN, key, with("sha256", una.opens(SIGN, key).get("sha256"), "decline", true, "reason", "Our board said no."));
        assertThat(matters.card(matter).outcome()).isEqualTo("%1$s does not join. %1$s did not sign: Our board said no.".formatted(
                cast.name("Una")));
        assertThat(agreed.of(id).version()).isEqualTo(1);
        assertThat(partnerships.memberIds(id)).doesNotContain(cast.id("Una"));
        stage.assertThat(key).isEnded();
    }

    @Test
    void whose_registration_runs_out_before_it_signs_renews_it_first() {
        UUID matter = consented("Una", EXPERT);
        course.isReleased(key);
        expires(LocalDate.now(clock).minusDays(3));
        assertThat(una.isRefused(SIGN, key, Answers.signature(una.opens(SIGN, key)))).isEqualTo(
                "Your registration is not valid today. You can join once it is renewed and verified.");
        organisations.renew(cast.id("Una"), new Registration.Document("Charter", "No. 2", LocalDate.now(clock).plusYears(3)), null,
                una.user());
        una.completes(SIGN, key, Answers.signature(una.opens(SIGN, key)));
        assertThat(matters.card(matter).outcome()).startsWith(cast.name("Una") + " joined on ");
    }

    @Test
    void whose_registration_has_run_out_is_not_asked_to_sign() {
        consented("Una", EXPERT);
        expires(LocalDate.now(clock).minusDays(3));
        Map<String, Object> draft = coordinator.opens("Check agreement", key);
        assertThat(draft.get("missing").toString()).contains("The registration of " + cast.name("Una") + " is not valid today.");
        assertThat(coordinator.isRefused("Check agreement", key, Answers.released(draft))).contains("is not valid today");
    }

    private void expires(LocalDate day) {
        jdbc.sql("update organisation set expires_on = ? where code = ?").params(day, cast.code("Una")).update();
    }

    @Test
    void who_stays_silent_gets_time_and_then_it_ends() {
        UUID matter = consented("Una", EXPERT);
        course.isReleased(key);
        stage.fires("Signing time over", key);
        coordinator.completes("Decide on missing signatures", key, with("decision", "extend", "reason", ""));
        assertThat(una.sees(key)).containsExactly(SIGN);
        stage.fires("Signing time over", key);
        coordinator.completes("Decide on missing signatures", key, with("decision", "stop", "reason", "Nobody answers"));
        assertThat(matters.card(matter).outcome()).isEqualTo(cast.name("Una") + " does not join. Nobody answers");
        stage.assertThat(key).isEnded();
    }

    @Test
    void the_coordinator_ends_what_waits_for_a_mandate_in_vain() {
        UUID matter = consented("Una", EXPERT);
        Map<String, Object> shown = coordinator.opens("Check agreement", key);
        assertThat(shown.get("outcomes").toString()).contains("nobody joins by this text").doesNotContain("Talk about some topics again");
        coordinator.completes("Check agreement", key, with("version", shown.get("version"), "outcome", "end", "waivers", List.of(), "steps",
                List.of(), "reason", "Nobody may sign for it."));
        assertThat(matters.card(matter).outcome()).endsWith("does not join. Nobody may sign for it.");
        stage.assertThat(key).isEnded();
    }

    @Test
    void an_ally_joins_without_a_signature() {
        consented("Shop", ALLY);
        assertThat(agreed.of(id).version()).isEqualTo(2);
        assertThat(partnerships.partners(id)).doesNotContain(cast.id("Shop"));
        assertThat(partnerships.memberIds(id)).contains(cast.id("Shop"));
        assertThat(agreements.paper(id, 2).signatures()).isEmpty();
        assertThat(cast.actor("Shop").sees(key)).containsExactly("Commit support");
        coordinator.completes("Orient newcomer", key, with("outcome", "nobody", "heldOn", LocalDate.now(clock).toString(), "minutes",
                "We send it the papers."));
        cast.actor("Shop").completes("Commit support", key, Answers.support(2));
        stage.assertThat(key).isEnded();
    }

    @Test
    void who_leaves_before_it_was_shown_the_work_keeps_nobody_waiting() {
        consented("Una", EXPERT);
        course.isReleased(key);
        una.completes(SIGN, key, Answers.signature(una.opens(SIGN, key)));
        assertThat(coordinator.sees(key)).contains("Orient newcomer");
        partnerships.leave(id, cast.id("Ffs"), "No time", "focal");
        stage.machineWorks();
        assertThat(coordinator.sees(key)).as("somebody else left").contains("Orient newcomer");
        partnerships.leave(id, cast.id("Una"), "No time", "focal");
        stage.machineWorks();
        assertThat(coordinator.sees(key)).isEmpty();
        assertThat(una.sees(key)).isEmpty();
        stage.assertThat(key).isEnded();
    }

    @Test
    void two_join_at_once_and_the_later_one_signs_a_text_that_names_both() {
        UUID matter = raised(ngo);
        Map<String, Role> both = new LinkedHashMap<>();
        both.put("Una", EXPERT);
        both.put("Lab", EXPERT);
        course.findsNewcomers(key, both);
        course.consent(key, PARTNERS);
        Stream.of("Una", "Lab").forEach(one -> {
            coordinator.completesFor(cast.code(one), CONNECT, key, with("links", List.of()));
            course.isReleased(key);
        });
        una.completes(SIGN, key, Answers.signature(una.opens(SIGN, key)));
        assertThat(matters.card(matter).outcome()).as("one is in, the other not yet").isNull();
        course.isReleased(key);
        Actor lab = cast.actor("Lab");
        lab.completes(SIGN, key, Answers.signature(lab.opens(SIGN, key)));
        assertThat(agreements.paper(id, agreed.of(id).version()).parties()).extracting(Party::code).contains(cast.code("Una"),
                cast.code("Lab"));
        assertThat(matters.card(matter).outcome()).contains(cast.name("Una") + " joined on ", cast.name("Lab") + " joined on ");
    }

    @Test
    void who_has_signed_when_the_work_ends_is_in_all_the_same() {
        UUID matter = consented("Una", EXPERT);
        course.isReleased(key);
        una.submission(SIGN, key, Answers.signature(una.opens(SIGN, key))).run();
        ManagementService jobs = stage.engine().getManagementService();
        String signing = stage.engine().getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(key)
                .processDefinitionKey("agreement").singleResult().getId();
        for (int box = 0; box < 2; box++) {
            jobs.executeJob(jobs.createJobQuery().processInstanceId(signing).messages().singleResult().getId());
        }
        assertThat(agreed.of(id).version()).as("sealed, and nobody has let it in").isEqualTo(2);
        assertThat(partnerships.memberIds(id)).doesNotContain(cast.id("Una"));
        work.end(id);
        stage.machineWorks();
        assertThat(partnerships.partners(id)).contains(cast.id("Una"));
        assertThat(matters.card(matter).outcome()).startsWith(cast.name("Una") + " joined on ");
        assertThat(una.sees(key)).isEmpty();
        stage.assertThat(key).isEnded();
    }

    @Test
    void it_ends_with_the_work() {
        UUID matter = consented("Una", EXPERT);
        course.isReleased(key);
        work.end(id);
        stage.machineWorks();
        assertThat(matters.card(matter).outcome()).endsWith("The joint work ended meanwhile, and nobody joins any more.");
        assertThat(agreements.versions(id).get(0).stage()).isEqualTo(VersionStage.VOID);
        assertThat(una.sees(key)).isEmpty();
        stage.assertThat(key).isEnded();
    }

    @Test
    void nobody_is_found() {
        UUID matter = raised(ngo);
        coordinator.completes("Nominate candidates", key, with("candidates", List.of(Answers.nominee(cast.code("Una"),
                List.of(EXPERT.key())))));
        una.completes("Answer invitation", key, with("answer", "decline", "reason", "No time"));
        coordinator.completes("Find common ground", key, Answers.commonGround());
        coordinator.completes("Select partners", key, with("outcome", "none", "decisions", List.of(), "waivers", List.of(), "endReason",
                "Nobody has time"));
        assertThat(matters.card(matter).outcome()).isEqualTo("Nobody joins. Nobody was found who joins.");
        stage.assertThat(key).isEnded();
    }

    private UUID consented(String who, Role role) {
        UUID matter = raised(ngo);
        course.findsNewcomers(key, Map.of(who, role));
        course.consent(key, PARTNERS);
        coordinator.completes(CONNECT, key, with("links", List.of()));
        return matter;
    }

    private static Terms consenting(ConsentRule rule) {
        return new Terms(null, null, null, null, null, null, null, null, null, null, null, 36, 3, rule, Renewal.NONE, null, null, null);
    }

    private Map<String, Object> bringing(int version) {
        return with("version", version, "agreed", List.of(), "further", List.of(with("what", "An entomologist", "detail", "Dr Rao",
                "amount", 2, "unit", "days a month", "from", LocalDate.now(clock).plusDays(7).toString(), "to",
                LocalDate.now(clock).plusMonths(6).toString())));
    }

    private UUID raised(Actor who) {
        return raises(who, "accession", "We lack somebody who knows insects.");
    }
}
