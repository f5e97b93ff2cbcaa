package org.commonground.withdrawal.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.foundation.Role.EXPERT;
import static org.commonground.stage.Stage.with;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.assertj.core.api.Assertions;
import org.commonground.agreement.AgreedTerms;
import org.commonground.foundation.Days;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;
import org.commonground.partnership.Action;
import org.commonground.partnership.Actions;
import org.commonground.partnership.AgreedAction;
import org.commonground.partnership.CourseOfWork;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;
import org.commonground.stage.Actor;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.ThreeAtWork;
import org.commonground.vision.AgendaItem;
import org.commonground.work.AgreedWork;
import org.commonground.work.WorkService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One of three partners leaves: what it holds passes on, nobody keeps it, and it can stay after all. */
@ProcessTest
class WithdrawalProcessTest extends ThreeAtWork {

    private static final String NOTICE = "Give notice";
    private static final String OFFER = "Offer what is held";
    private static final String TAKE = "Take over offers";
    private static final String RELEASE = "Decide on releases";
    private static final String SETTLE = "Settle what is left";
    private static final String WORDS = "Share parting words";
    private static final String LETTER = "Write to the ministry";
    private static final String FENCE = "Mend the fence";

    @Autowired
    private CourseOfWork course;
    @Autowired
    private Actions actions;
    @Autowired
    private AgreedTerms agreed;
    @Autowired
    private WorkService work;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Clock clock;

    @BeforeEach
    void one_of_them_has_agreed_on_actions() {
        actions.agree(id, "Review 1", List.of(new AgreedAction("Water", LETTER, cast.id("Ngo"), today().plusYears(1), cast.id("Fao")),
                new AgreedAction("Goats", FENCE, cast.id("Ngo"), today().plusYears(1), cast.id("Fao"))), fao.user());
    }

    @Test
    void who_leaves_says_when_and_the_day_is_neither_too_early_nor_the_end() {
        UUID matter = raised(ngo);
        assertThat(ngo.opens(NOTICE, key).get("holds").toString()).contains(LETTER, FENCE);
        assertThat(ngo.isRefused(NOTICE, key, leaving(earliest().minusDays(1)))).isEqualTo(
                "Your agreement asks for 3 months’ notice. The earliest day is %s.".formatted(Days.inWords(earliest())));
        LocalDate ends = new AgreedWork(agreed.of(id)).ends();
        assertThat(ngo.isRefused(NOTICE, key, leaving(ends))).startsWith(
                "The agreement ends on %s for everybody, so there is nothing to leave on that day or later.".formatted(Days.inWords(ends)));
        assertThat(partnerships.leaving(id)).isEmpty();
        assertThat(refusal(() -> matters.raise(id, "withdrawal", "Again", ngo.user()))).startsWith("Your organisation raised this on ");
        ngo.completes(NOTICE, key, with("outcome", "stay"));
        assertThat(matters.card(matter).outcome()).isEqualTo(cast.name("Ngo") + " stays.");
        stage.assertThat(key).isEnded();
    }

    @Test
    void what_nobody_writes_ends_by_itself_and_so_it_does_with_the_work() {
        UUID matter = raised(ngo);
        stage.fires("Time to give notice over", key);
        assertThat(matters.card(matter).outcome()).isEqualTo(cast.name("Ngo") + " stays. Nobody gave notice in time.");
        UUID other = given(farmers);
        work.end(id);
        stage.machineWorks();
        assertThat(matters.card(other).outcome()).isEqualTo(cast.name("Ffs") + " stays. The joint work ended before.");
        assertThat(partnerships.leaving(id)).isEmpty();
        assertThat(farmers.sees(key)).isEmpty();
        stage.assertThat(key).isEnded();
    }

    @Test
    void what_it_holds_goes_three_ways() {
        UUID matter = given(ngo);
        assertThat(ngo.sees(key)).containsExactlyInAnyOrder(OFFER, WORDS);
        assertThat(ngo.isRefused(OFFER, key, offering())).startsWith("Please choose for at least one thing");
        assertThat(ngo.isRefused(OFFER, key, offering(LETTER, cast.code("Fao")))).endsWith(
                "looks whether “%s” is done, so it cannot be the one to do it.".formatted(LETTER));
        ngo.completes(OFFER, key, offering(LETTER, cast.code("Ffs"), FENCE, cast.code("Ffs")));
        farmers.completes(TAKE, key, answering(farmers, TAKE, LETTER, "take", FENCE, "decline"));
        assertThat(owner(LETTER)).isEqualTo(cast.id("Ffs"));
        assertThat(owner(FENCE)).isEqualTo(cast.id("Ngo"));
        assertThat(ngo.opens(OFFER, key).get("offered").toString()).contains("was declined", "is taken over");
        ngo.completes(OFFER, key, offering(FENCE, "release"));
        assertThat(only(fao, RELEASE).containsKey("words")).as("the reason is asked for, not given").isFalse();
        assertThat(fao.isRefused(RELEASE, key, with("things", List.of(with("key", only(fao, RELEASE).get("key"), "answer", "release",
                "words", ""))))).contains("Why?");
        fao.completes(RELEASE, key, with("things", List.of(with("key", only(fao, RELEASE).get("key"), "answer", "release", "words",
                "There are no goats any more."))));
        assertThat(actions.all(id)).filteredOn(one -> one.what().equals(FENCE)).singleElement().satisfies(one -> {
            assertThat(one.open()).isFalse();
            assertThat(one.lastWords()).isEqualTo("Given up: There are no goats any more.");
        });
        ngo.completes(WORDS, key, with("learned", "Patience", "otherwise", ""));
        assertThat(partnerships.memberIds(id)).contains(cast.id("Ngo"));
        stage.fires("Last day come", key);
        assertThat(partnerships.memberIds(id)).doesNotContain(cast.id("Ngo"));
        assertThat(matters.card(matter).outcome()).startsWith(cast.name("Ngo") + " left on ");
        assertThat(ngo.sees(key)).isEmpty();
        assertThat(course.of(id).endAgreed()).as("two are left").isFalse();
        stage.assertThat(key).isEnded();
    }

    @Test
    void what_is_offered_twice_or_to_who_leaves_is_told_so() {
        given(ngo);
        UUID other = given(farmers);
        assertThat(ngo.isRefused(OFFER, key, offering(LETTER, cast.code("Ffs")))).contains("“Who shall have it?”");
        ngo.completes(OFFER, key, offering(LETTER, "release"));
        assertThat(choices(ngo.opens(OFFER, key), "things")).as("it waits for an answer").doesNotContain(LETTER);
        assertThat(refusal(() -> actions.agree(id, "Review 2", List.of(new AgreedAction("Soil", "Dig", cast.id("Ngo"), today(),
                cast.id("Fao"))), "x"))).startsWith(cast.code("Ngo") + " leaves on ").endsWith("Please choose another organisation.");
        stage.fires("Release time over", key);
        assertThat(choices(ngo.opens(OFFER, key), "things")).contains(LETTER);
        farmers.completes(OFFER, key, with("outcome", "stay", "reason", "Our board changed its mind."));
        assertThat(matters.card(other).outcome()).isEqualTo(cast.name("Ffs") + " stays. Our board changed its mind.");
        assertThat(partnerships.leaving(id)).containsOnlyKeys(cast.id("Ngo"));
        assertThat(farmers.sees(key)).isEmpty();
    }

    @Test
    void who_is_silent_or_leaves_is_not_waited_for_and_its_offer_comes_again() {
        given(ngo);
        ngo.completes(OFFER, key, offering(LETTER, cast.code("Ffs")));
        assertThat(ngo.isRefused(OFFER, key, offering(FENCE, cast.code("Ffs")))).startsWith(
                cast.name("Ffs") + " has not answered your earlier offer yet.");
        stage.fires("Offer time over", key);
        assertThat(farmers.sees(key)).isEmpty();
        assertThat(ngo.opens(OFFER, key).get("offered").toString()).contains("was not answered in time");
        ngo.completes(OFFER, key, offering(LETTER, cast.code("Ffs")));
        partnerships.leave(id, cast.id("Ffs"), "No time", "x");
        stage.machineWorks();
        assertThat(farmers.sees(key)).isEmpty();
        stage.fires("Last day come", key);
        assertThat(fao.opens(SETTLE, key).get("things").toString()).contains(LETTER);
    }

    @Test
    void what_is_left_on_the_day_the_others_take_or_release_and_nobody_stays_for_want_of_a_taker() {
        given(ngo);
        stage.fires("Last day come", key);
        assertThat(ngo.isRefused(WORDS, key, with("learned", "Patience", "otherwise", ""))).startsWith("The day has come: since ");
        stage.fires("Time for words over", key);
        assertThat(ngo.sees(key)).isEmpty();
        farmers.completes(SETTLE, key, answering(farmers, SETTLE, LETTER, "take", FENCE, "release"));
        cast.organisation("Una", "University", Level.LOCAL, "Guntur", EXPERT);
        partnerships.admit(id, cast.id("Una"), Standing.PARTNER, List.of(new SeatIn(EXPERT, Level.LOCAL, null, null)));
        assertThat(choices(fao.opens(SETTLE, key), "things")).contains(FENCE).doesNotContain(LETTER);
        fao.completes(SETTLE, key, answering(fao, SETTLE, FENCE, "release"));
        Actor una = cast.actor("Una");
        assertThat(una.sees(key)).containsExactly(SETTLE);
        una.completes(SETTLE, key, answering(una, SETTLE, FENCE, "release"));
        assertThat(partnerships.memberIds(id)).doesNotContain(cast.id("Ngo"));
        assertThat(owner(LETTER)).isEqualTo(cast.id("Ffs"));
        assertThat(actions.open(id)).extracting(Action::what).doesNotContain(FENCE);
    }

    @Test
    void the_time_to_settle_ends_and_so_does_the_turn_of_a_partner_that_leaves_meanwhile() {
        given(ngo);
        stage.fires("Last day come", key);
        partnerships.leave(id, cast.id("Ffs"), "No time", "x");
        stage.machineWorks();
        assertThat(farmers.sees(key)).isEmpty();
        stage.fires("Settling time over", key);
        assertThat(partnerships.memberIds(id)).containsExactly(cast.id("Fao"));
        assertThat(course.of(id).endAgreed()).as("one is left").isTrue();
    }

    @Test
    void who_leads_passes_the_lead_on_and_the_coordinator_decides_on_what_it_asks_for() {
        given(fao);
        assertThat(fao.opens(OFFER, key).get("things").toString()).contains("The lead of the partnership.", "Step of the agenda: ");
        fao.completes(OFFER, key, with("outcome", "offer", "things", rows(fao.opens(OFFER, key), "to", LETTER, "release",
                "The lead", cast.code("Ffs"), "Step of the agenda", cast.code("Ffs"), "Mend", cast.code("Ffs"))));
        assertThat(ngo.sees(key)).isEmpty();
        farmers.completes(TAKE, key, answering(farmers, TAKE, "The lead", "take", "agenda", "take", "Mend", "take"));
        assertThat(partnerships.presentLead(id)).contains(cast.id("Ffs"));
        assertThat(agreed.agenda(id)).extracting(AgendaItem::who).containsOnly(cast.id("Ffs"));
        assertThat(farmers.sees(key)).as("it leads now, so it decides").containsExactly(RELEASE);
        farmers.completes(RELEASE, key, with("things", List.of(with("key", only(farmers, RELEASE).get("key"), "answer", "release", "words",
                "All look at it."))));
        assertThat(ngo.sees(key)).isEmpty();
        assertThat(fao.opens(OFFER, key).get("things").toString()).doesNotContain(LETTER);
    }

    @Test
    void the_coordinator_decides_while_who_leads_leaves() {
        given(fao);
        fao.completes(OFFER, key, with("outcome", "offer", "things", rows(fao.opens(OFFER, key), "to", "The lead", "release")));
        coordinator.completes(RELEASE, key, with("things", List.of(with("key", only(coordinator, RELEASE).get("key"), "answer", "keep",
                "words", "Somebody should lead."))));
        assertThat(fao.opens(OFFER, key).get("offered").toString()).contains("was not released. Somebody should lead.");
        assertThat(fao.opens(OFFER, key).get("things").toString()).contains("The lead of the partnership.");
    }

    @Test
    void all_leave_on_one_day_and_the_last_one_stays_for_the_closing() {
        UUID first = given(ngo);
        UUID second = given(farmers);
        UUID third = given(fao);
        for (int times = 0; times < 3 && !course.of(id).endAgreed(); times++) {
            stage.fires("Last day come", key);
        }
        assertThat(partnerships.memberIds(id)).hasSize(1);
        assertThat(Stream.of(first, second, third).map(one -> matters.card(one).outcome()))
                .filteredOn(outcome -> outcome.contains(" left on ")).hasSize(2);
        assertThat(Stream.of(first, second, third).map(one -> matters.card(one).outcome()))
                .filteredOn(outcome -> outcome.contains("The joint work ended before.")).hasSize(1);
    }

    // Answers

    private UUID raised(Actor who) {
        return raises(who, "withdrawal", "Our programme ends.");
    }

    private UUID given(Actor who) {
        UUID matter = raised(who);
        who.completes(NOTICE, key, leaving(earliest()));
        return matter;
    }

    private static Map<String, Object> leaving(LocalDate day) {
        return with("outcome", "leave", "effective", day.toString(), "why", "Our programme ends.");
    }

    private Map<String, Object> offering(String... wishes) {
        return with("outcome", "offer", "things", rows(ngo.opens(OFFER, key), "to", wishes));
    }

    private Map<String, Object> answering(Actor who, String step, String... answers) {
        return with("things", rows(who.opens(step, key), "answer", answers));
    }

    /** A row for each thing that is shown; those that contain these words get this answer. */
    private static List<Map<String, Object>> rows(Map<String, Object> shown, String field, String... answers) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Object thing : (List<?>) shown.get("things")) {
            Map<?, ?> row = (Map<?, ?>) thing;
            Map<String, Object> given = with("key", row.get("key"));
            if (field.equals("answer")) {
                given.put("answer", answers[answers.length - 1]);
            }
            for (int nr = 0; nr < answers.length; nr += 2) {
                if (row.get("what").toString().contains(answers[nr])) {
                    given.put(field, answers[nr + 1]);
                }
            }
            rows.add(given);
        }
        return rows;
    }

    private Map<?, ?> only(Actor who, String step) {
        List<?> things = (List<?>) who.opens(step, key).get("things");
        assertThat(things).hasSize(1);
        return (Map<?, ?>) things.get(0);
    }

    private static String choices(Map<String, Object> shown, String field) {
        return String.valueOf(shown.get(field));
    }

    private OrganisationId owner(String what) {
        return actions.all(id).stream().filter(one -> one.what().equals(what)).findFirst().orElseThrow().owner();
    }

    private LocalDate earliest() {
        return today().plusMonths(3);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String refusal(Runnable deed) {
        return Assertions.catchThrowableOfType(Refusal.class, deed::run).sentence();
    }
}
