package org.commonground.amendment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.foundation.Role.EXPERT;
import static org.commonground.stage.Stage.with;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.ManagementService;
import org.commonground.agreement.AgreedTerms;
import org.commonground.agreement.AgreementService;
import org.commonground.agreement.Clause;
import org.commonground.agreement.Paper;
import org.commonground.agreement.VersionStage;
import org.commonground.foundation.Days;
import org.commonground.foundation.Level;
import org.commonground.negotiation.SampleTerms;
import org.commonground.negotiation.Topic;
import org.commonground.organisation.FlagLevel;
import org.commonground.organisation.FlagService;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;
import org.commonground.stage.Actor;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.ThreeAtWork;
import org.commonground.story.Answers;
import org.commonground.work.WorkService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Three partners in force change what they agreed: who is asked, who signs, who reads, and what becomes of it. */
@ProcessTest
class AmendmentProcessTest extends ThreeAtWork {

    private static final String PROPOSE = "Propose changes";
    private static final String READ = "Read amendment";
    private static final String SIGN = "Sign agreement";

    @Autowired
    private AgreedTerms agreed;
    @Autowired
    private AgreementService agreements;
    @Autowired
    private WorkService work;
    @Autowired
    private FlagService flags;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void what_concerns_all_is_negotiated_and_signed_by_all() {
        UUID matter = raised(fao);
        fao.completes(PROPOSE, key, halfYearly());
        assertThat(fao.sees(key)).as("proposing it is its answer").isEmpty();
        assertThat(ngo.opens("State positions", key)).containsEntry("proposer", cast.name("Fao"))
                .containsEntry("why", "It does not fit the season any more.");
        acceptedBy(ngo, farmers);
        everybodyIsReady(fao, ngo, farmers);
        released();
        Stream.of(fao, ngo, farmers).forEach(one -> one.completes(SIGN, key, Answers.signature(one.opens(SIGN, key))));
        assertThat(agreed.of(id).version()).isEqualTo(2);
        assertThat(agreed.of(id).terms().reviewIntervalMonths()).isEqualTo(6);
        assertThat(agreed.of(id).terms().durationMonths()).as("as it was").isEqualTo(36);
        assertThat(matters.card(matter).outcome()).isEqualTo("Version 2 of the agreement holds.");
        List<Clause> text = agreements.paper(id, 2).clauses();
        assertThat(agreements.paper(id, 2).readers()).as("all sign").isEmpty();
        assertThat(text.get(text.size() - 1).paragraphs()).anySatisfy(words -> assertThat(words)
                .startsWith("The change concerns all partners.").doesNotContain("All other partners"));
        assertThat(text).filteredOn(one -> one.key().equals("changes-1")).singleElement().extracting(Clause::paragraphs).asList()
                .contains("Before:", "A review every 12 months.", "Now:", "We look at it every half year.", "A review every 6 months.");
        List<Clause> before = agreements.paper(id, 1).clauses();
        assertThat(text).filteredOn(one -> List.of("vision", "topic-5", "contributions", "roles").contains(one.key()))
                .isEqualTo(before.stream().filter(one -> List.of("vision", "topic-5", "contributions", "roles").contains(one.key()))
                        .toList());
    }

    @Test
    void who_need_not_sign_reads_it_first_and_signs_when_it_concerns_it() {
        raised(ngo);
        ngo.completes(PROPOSE, key, fewerDays(ngo));
        assertThat(ngo.sees(key)).isEmpty();
        Stream.of(fao, farmers).forEach(one -> assertThat(one.sees(key)).containsExactly(READ));
        assertThat(fao.opens(READ, key).get("whoSigns").toString()).contains("Facilitating NGO");
        assertThat(jdbc.sql("select distinct suffix from open_task where business_key = ? and label = ?").params(key, READ)
                .query(String.class).list()).as("what its mails name").containsExactly("A1");
        assertThat(((List<?>) fao.opens(READ, key).get("changes"))).singleElement().asInstanceOf(InstanceOfAssertFactories.MAP)
                .as("what differs, and below it what is kept").satisfies(side -> {
                    assertThat(side.get("before")).isEqualTo("");
                    assertThat((List<?>) side.get("termsNow")).singleElement().asString().contains("One day a month");
                    assertThat((List<?>) side.get("keptTerms")).hasSize(2);
                });
        fao.completes(READ, key, with("answer", "read", "words", ""));
        assertThat(farmers.isRefused(READ, key, with("answer", "concerned", "words", ""))).contains("How does it concern you?");
        farmers.completes(READ, key, with("answer", "concerned", "words", "Our season begins with these schools."));
        released();
        assertThat(fao.sees(key)).isEmpty();
        ngo.completes(SIGN, key, Answers.signature(ngo.opens(SIGN, key)));
        assertThat(agreements.isSealed(id) && agreed.of(id).version() == 1).as("it lacks the federation").isTrue();
        farmers.completes(SIGN, key, Answers.signature(farmers.opens(SIGN, key)));
        assertThat(agreed.of(id).version()).isEqualTo(2);
        Paper paper = agreements.paper(id, 2);
        assertThat(paper.signatures()).hasSize(2);
        assertThat(paper.readers()).singleElement().satisfies(reader -> {
            assertThat(reader.organisation()).isEqualTo(cast.name("Fao"));
            assertThat(reader.at()).isNotNull();
        });
        assertThat(paper.clauses()).filteredOn(one -> one.key().equals("changes-1")).singleElement().extracting(Clause::paragraphs)
                .asInstanceOf(InstanceOfAssertFactories.LIST).as("the lines that differ, and no other").hasSize(4).last().asString()
                .startsWith(cast.name("Ngo") + " · Implementer").contains(" · One day a month · ");
    }

    @Test
    void nobody_signs_a_new_name_and_all_read_it() {
        raised(fao);
        fao.completes(PROPOSE, key, renamed("Fields without poison"));
        Stream.of(fao, ngo).forEach(one -> one.completes(READ, key, with("answer", "read", "words", "")));
        stage.fires("Reading time over", key);
        released();
        assertThat(agreed.of(id).version()).isEqualTo(2);
        assertThat(agreements.paper(id, 2).readers()).as("one of three did not answer").extracting(one -> one.at() == null)
                .containsExactlyInAnyOrder(false, false, true);
        assertThat(partnerships.card(id).title()).isEqualTo("Fields without poison");
        assertThat(agreements.paper(id, 2).title()).isEqualTo("Fields without poison");
        assertThat(agreements.paper(id, 1).title()).as("what was signed stays").isEqualTo("Cotton without poison");
    }

    @Test
    void who_does_not_sign_opens_it_again_and_who_does_not_go_along_ends_it() {
        UUID matter = raised(fao);
        fao.completes(PROPOSE, key, halfYearly());
        acceptedBy(ngo, farmers);
        everybodyIsReady(fao, ngo, farmers);
        released();
        farmers.completes(SIGN, key, Answers.declinedSignature(farmers.opens(SIGN, key), "monitoring", "Too often for us"));
        coordinator.completes("Reconcile positions", key, with("outcome", "next", "monitoringWording", "Every nine months",
                "reviewIntervalMonths", 9));
        acceptedBy(fao, ngo);
        farmers.completes("State positions", key, Answers.leaving("Once a year is what we agreed."));
        assertThat(agreed.of(id).version()).isEqualTo(1);
        assertThat(matters.card(matter).outcome()).isEqualTo(
                "What was agreed before holds. %s: Once a year is what we agreed.".formatted(cast.name("Ffs")));
        assertThat(partnerships.memberIds(id)).contains(cast.id("Ffs"));
        stage.assertThat(key).isEnded();
    }

    @Test
    void it_can_be_taken_back_and_what_nobody_writes_down_ends_by_itself() {
        UUID matter = raised(fao);
        assertThat(fao.isRefused(PROPOSE, key, with("outcome", "takeBack", "version", 1))).contains("Why do you take it back?");
        fao.completes(PROPOSE, key, with("outcome", "takeBack", "version", 1, "reason", "It was a mistake"));
        assertThat(matters.card(matter).outcome()).isEqualTo("What was agreed before holds. It was taken back: It was a mistake");
        UUID other = raised(ngo);
        stage.fires("Time to propose over", key);
        assertThat(matters.card(other).outcome())
                .isEqualTo("What was agreed before holds. Nobody wrote down in time what shall be different.");
    }

    @Test
    void a_clause_is_in_one_amendment_at_a_time() {
        raised(fao);
        fao.completes(PROPOSE, key, halfYearly());
        raised(ngo);
        assertThat(ngo.isRefused(PROPOSE, key, halfYearly())).isEqualTo((
                "“6. Planning, monitoring and evaluation” is being changed already, in %s/A1. Please take part in that one, or"
                        + " propose yours when it is settled.").formatted(key));
    }

    @Test
    void what_would_change_nothing_or_cannot_be_is_told_so() {
        raised(fao);
        Map<String, Object> same = halfYearly();
        same.put("monitoringWording", fao.opens(PROPOSE, key).get("monitoringWording"));
        same.put("reviewIntervalMonths", 12);
        assertThat(fao.isRefused(PROPOSE, key, same)).startsWith("“6. Planning, monitoring and evaluation” is as before.");
        Map<String, Object> stale = halfYearly();
        stale.put("version", 7);
        assertThat(fao.isRefused(PROPOSE, key, stale)).startsWith("“Version that you change” has changed since");
        Map<String, Object> noReview = with("outcome", "propose", "version", 1, "subjects", List.of("duration"), "concerned", List.of(),
                "durationWording", "One year", "durationMonths", 12, "noticeMonths", 3, "consentToJoin", "all", "renewal", "none");
        assertThat(fao.isRefused(PROPOSE, key, noReview)).startsWith("The first review would come only when the agreement is over.");
        Map<String, Object> shorter = with("outcome", "propose", "version", 1, "subjects", List.of("duration", "monitoring"),
                "concerned", List.of(), "durationWording", "Five months", "durationMonths", 5, "noticeMonths", 3, "consentToJoin", "all",
                "renewal", "none", "monitoringWording", "Every three months", "reviewIntervalMonths", 3);
        assertThat(fao.isRefused(PROPOSE, key, shorter)).contains("goes on longer than the agreement", "“4. Contributions” as well");
        Map<String, Object> elsewhere = with("outcome", "propose", "version", 1, "subjects", List.of("places"), "concerned", List.of(),
                "areas", List.of(with("name", "Nalgonda", "level", "local", "workedBefore", "no")), "targetParticipants", "Cotton farmers",
                "participationMode", "They decide with us");
        assertThat(fao.isRefused(PROPOSE, key, elsewhere)).startsWith("In Nalgonda the work is new, and no partner is at home there.");
        assertThat(fao.sees(key)).containsExactly(PROPOSE);
    }

    @Test
    void nobody_who_has_given_notice_is_named_to_bring_more_or_to_do_something_new() {
        raised(fao);
        Map<String, Object> other = fewerDays(fao);
        Map<String, Object> step = with("outcome", "propose", "version", 1, "subjects", List.of("agenda"), "concerned", List.of(),
                "agenda", List.of(with("what", "Dig wells", "who", cast.code("Ngo"), "byWhen", LocalDate.now().plusMonths(9).toString(),
                        "needed", "Spades")));
        LocalDate day = LocalDate.now().plusMonths(3);
        partnerships.announceLeaving(id, cast.id("Ngo"), day);
        Stream.of(other, step).forEach(one -> assertThat(fao.isRefused(PROPOSE, key, one)).isEqualTo(
                "%s leaves on %s and takes on nothing new. Please choose another organisation.".formatted(cast.code("Ngo"),
                        Days.inWords(day))));
        partnerships.stay(id, cast.id("Ngo"));
        fao.completes(PROPOSE, key, other);
    }

    @Test
    void two_at_once_are_sealed_one_after_the_other_and_the_later_one_is_signed_anew() {
        raised(fao);
        fao.completes(PROPOSE, key, halfYearly());
        acceptedBy(ngo, farmers);
        everybodyIsReady(fao, ngo, farmers);
        released();
        ngo.completes(SIGN, key, Answers.signature(ngo.opens(SIGN, key)));
        raised(ngo);
        ngo.completes(PROPOSE, key, fewerDays(ngo));
        Stream.of(fao, farmers).forEach(one -> one.completes(READ, key, with("answer", "read", "words", "")));
        released();
        ngo.completes(SIGN, key, Answers.signature(ngo.opens(SIGN, key)));
        assertThat(agreements.versions(id)).extracting(one -> one.nr() + " " + one.stage()).startsWith("4 " + VersionStage.DRAFT,
                "3 " + VersionStage.SEALED);
        released();
        Stream.of(fao, ngo, farmers).forEach(one -> one.completes(SIGN, key, Answers.signature(one.opens(SIGN, key))));
        assertThat(agreed.of(id).version()).isEqualTo(4);
        assertThat(agreed.of(id).terms().reviewIntervalMonths()).isEqualTo(6);
        assertThat(agreements.versions(id)).extracting(one -> one.nr() + " " + one.stage()).contains("2 " + VersionStage.VOID);
    }

    @Test
    void who_never_signs_leaves_everything_as_it_was() {
        UUID matter = raised(fao);
        fao.completes(PROPOSE, key, halfYearly());
        acceptedBy(ngo, farmers);
        everybodyIsReady(fao, ngo, farmers);
        released();
        stage.fires("Signing time over", key);
        assertThat(coordinator.opens("Decide on missing signatures", key).get("decisions").toString()).doesNotContain("On without them");
        coordinator.completes("Decide on missing signatures", key, with("decision", "stop", "reason", "Nobody answers"));
        assertThat(agreed.of(id).version()).isEqualTo(1);
        assertThat(matters.card(matter).outcome()).isEqualTo("What was agreed before holds. Nobody answers");
        stage.assertThat(key).isEnded();
    }

    @Test
    void what_is_sealed_at_the_same_moment_makes_it_be_written_anew() {
        raised(fao);
        fao.completes(PROPOSE, key, halfYearly());
        acceptedBy(ngo, farmers);
        everybodyIsReady(fao, ngo, farmers);
        released();
        Stream.of(fao, ngo).forEach(one -> one.completes(SIGN, key, Answers.signature(one.opens(SIGN, key))));
        farmers.submission(SIGN, key, Answers.signature(farmers.opens(SIGN, key))).run();
        ManagementService jobs = stage.engine().getManagementService();
        String signed = stage.engine().getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(key)
                .processDefinitionKey("agreement").singleResult().getId();
        jobs.executeJob(jobs.createJobQuery().processInstanceId(signed).messages().singleResult().getId());
        ladder.amended(id, List.of(cast.id("Fao"), cast.id("Ngo")), Topic.DURATION, SampleTerms.lasting(48));
        stage.machineWorks();
        assertThat(agreed.of(id).version()).as("the other one").isEqualTo(3);
        assertThat(coordinator.sees(key)).as("written anew over it").containsExactly("Check agreement");
        released();
        Stream.of(fao, ngo, farmers).forEach(one -> one.completes(SIGN, key, Answers.signature(one.opens(SIGN, key))));
        assertThat(agreed.of(id).terms().durationMonths()).isEqualTo(48);
        assertThat(agreed.of(id).terms().reviewIntervalMonths()).isEqualTo(6);
    }

    @Test
    void who_signs_under_a_red_flag_keeps_it_waiting_and_who_only_reads_does_not() {
        raised(ngo);
        ngo.completes(PROPOSE, key, fewerDays(ngo));
        flags.raise(cast.id("Ffs"), FlagLevel.RED, "Reports are missing", "testCoordinator", id);
        Stream.of(fao, farmers).forEach(one -> one.completes(READ, key, with("answer", "read", "words", "")));
        released();
        UUID flag = flags.raise(cast.id("Ngo"), FlagLevel.RED, "Funds are missing", "testCoordinator", id);
        assertThat(ngo.isRefused(SIGN, key, Answers.signature(ngo.opens(SIGN, key))))
                .startsWith("A red flag stands against your organisation, and nothing can be signed while it does.");
        assertThat(agreed.of(id).version()).isEqualTo(1);
        flags.resolve(flag, "They were found", "testCoordinator");
        ngo.completes(SIGN, key, Answers.signature(ngo.opens(SIGN, key)));
        assertThat(agreed.of(id).version()).isEqualTo(2);
    }

    @Test
    void it_ends_with_the_work() {
        UUID matter = raised(fao);
        fao.completes(PROPOSE, key, halfYearly());
        work.end(id);
        stage.machineWorks();
        assertThat(matters.card(matter).outcome()).isEqualTo("What was agreed before holds. The joint work ended meanwhile.");
        assertThat(ngo.sees(key)).isEmpty();
        stage.assertThat(key).isEnded();
    }

    @Test
    void nobody_waits_for_a_reader_who_left_and_who_joins_reads_too() {
        raised(ngo);
        ngo.completes(PROPOSE, key, fewerDays(ngo));
        partnerships.leave(id, cast.id("Ffs"), "No time", "farmers");
        stage.machineWorks();
        assertThat(farmers.sees(key)).isEmpty();
        cast.organisation("Una", "University", Level.LOCAL, "Guntur", EXPERT);
        partnerships.admit(id, cast.id("Una"), Standing.PARTNER, List.of(new SeatIn(EXPERT, Level.LOCAL, null, null)));
        fao.completes(READ, key, with("answer", "read", "words", ""));
        Actor una = cast.actor("Una");
        assertThat(una.sees(key)).containsExactly(READ);
        una.completes(READ, key, with("answer", "read", "words", ""));
        assertThat(coordinator.sees(key)).containsExactly("Check agreement");
    }

    @Test
    void what_all_who_were_to_sign_have_left_ends_without_effect_and_nobody_signs_it() {
        UUID matter = raised(ngo);
        ngo.completes(PROPOSE, key, fewerDays(ngo));
        partnerships.leave(id, cast.id("Ngo"), "No time", "ngo");
        stage.machineWorks();
        Stream.of(fao, farmers).forEach(one -> one.completes(READ, key, with("answer", "read", "words", "")));
        Map<String, Object> shown = coordinator.opens("Check agreement", key);
        assertThat(shown.get("missing").toString()).contains("All who were to sign this change have left");
        assertThat(shown.get("outcomes").toString()).contains("It ends here: what was agreed before holds")
                .doesNotContain("Talk about some topics again");
        assertThat(coordinator.isRefused("Check agreement", key, Answers.released(shown))).contains("All who were to sign this change");
        coordinator.completes("Check agreement", key, with("version", shown.get("version"), "outcome", "end", "waivers", List.of(), "steps",
                List.of(), "reason", "Its schools are taken over."));
        assertThat(agreed.of(id).version()).as("nothing is sealed that nobody signed").isEqualTo(1);
        assertThat(matters.card(matter).outcome()).isEqualTo("What was agreed before holds. Its schools are taken over.");
        stage.assertThat(key).isEnded();
    }

    // Answers

    private UUID raised(Actor who) {
        return raises(who, "amendment", "It does not fit the season any more.");
    }

    private static Map<String, Object> halfYearly() {
        return with("outcome", "propose", "version", 1, "subjects", new ArrayList<>(List.of("monitoring")), "concerned", List.of(),
                "monitoringWording", "We look at it every half year.", "reviewIntervalMonths", 6);
    }

    private static Map<String, Object> renamed(String name) {
        return with("outcome", "propose", "version", 1, "subjects", List.of("name"), "concerned", List.of(), "nameWording", name);
    }

    /** What its own seat brings changes. */
    private Map<String, Object> fewerDays(Actor who) {
        Map<String, Object> shown = who.opens(PROPOSE, key);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Object row : (List<?>) shown.get("contributions")) {
            Map<String, Object> changed = new LinkedHashMap<>();
            ((Map<?, ?>) row).forEach((name, value) -> changed.put((String) name, value));
            if (changed.get("seat").toString().startsWith(cast.code("Ngo"))) {
                changed.put("what", "One day a month");
            }
            rows.add(changed);
        }
        return with("outcome", "propose", "version", shown.get("version"), "subjects", List.of("contributions"), "concerned", List.of(),
                "contributionsWording", shown.get("contributionsWording"), "contributions", rows);
    }

    private void acceptedBy(Actor... some) {
        Stream.of(some).forEach(one -> one.completes("State positions", key,
                Answers.positions(one.opens("State positions", key), "accept")));
    }

    private void everybodyIsReady(Actor... some) {
        Stream.of(some).forEach(one -> one.completes("Read the positions", key, Answers.ready()));
    }

    private void released() {
        coordinator.completes("Check agreement", key, Answers.released(coordinator.opens("Check agreement", key)));
    }
}
