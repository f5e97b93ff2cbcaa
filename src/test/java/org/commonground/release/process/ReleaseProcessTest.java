package org.commonground.release.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.stage.Stage.with;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.commonground.foundation.Days;
import org.commonground.partnership.Actions;
import org.commonground.partnership.AgreedAction;
import org.commonground.partnership.CourseOfWork;
import org.commonground.stage.Actor;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.ThreeAtWork;
import org.commonground.work.WorkService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One of three partners is to be released: because it does not answer, or for a reason that another one writes down. */
@ProcessTest
class ReleaseProcessTest extends ThreeAtWork {

    private static final String NAME = "Name partner to release";
    private static final String LETTER = "Answer letter";
    private static final String VOTE = "Decide on proposal";
    private static final String SETTLE = "Settle what is left";
    private static final String OFFER = "Offer what is held";
    private static final String FENCE = "Mend the fence";

    @Autowired
    private CourseOfWork course;
    @Autowired
    private Actions actions;
    @Autowired
    private WorkService work;
    @Autowired
    private Clock clock;

    @BeforeEach
    void one_of_them_has_a_fence_to_mend() {
        actions.agree(id, "Review 1", List.of(new AgreedAction("Goats", FENCE, cast.id("Ngo"), today().plusYears(1), cast.id("Fao"))),
                fao.user());
    }

    /** All are asked for their voice on a pause. Ninety days pass, and all but one answer. */
    private void silent() {
        raises(fao, "suspension", "It rains.");
        stage.passes(Duration.ofDays(91));
        partnerships.partners(id).stream().filter(one -> !one.equals(cast.id("Ngo"))).forEach(one -> cast.actor(one.code()
                .startsWith("Fao") ? "Fao" : "Ffs").completes(VOTE, key, with("voice", "against", "words", "It will stop.")));
    }

    @Test
    void who_does_not_answer_is_asked_by_letter_and_released_by_all_others() {
        silent();
        UUID matter = raised(fao);
        assertThat(fao.opens(NAME, key).get("known").toString()).contains(VOTE + ": was due on ", "It can be called silent.");
        assertThat(choices(fao.opens(NAME, key))).doesNotContain(cast.code("Fao"));
        assertThat(fao.isRefused(NAME, key, naming("Ffs", "silence"))).startsWith(
                cast.name("Ffs") + " is not silent: on ").endsWith("it answered “" + VOTE + "”.");
        fao.completes(NAME, key, naming("Ngo", "silence"));
        assertThat(ngo.sees(key)).contains(LETTER);
        assertThat(ngo.opens(LETTER, key).get("silent")).isEqualTo(true);
        assertThat(ngo.opens(LETTER, key).get("until").toString()).as("in the demo it is a matter of minutes").endsWith(" UTC");
        assertThat(fao.sees(key)).isEmpty();
        stage.fires("Letter unanswered", key);
        assertThat(ngo.sees(key)).doesNotContain(LETTER);
        assertThat(fao.opens(VOTE, key).get("means").toString()).startsWith(cast.name("Ngo") + " is released at once").contains(
                "It had time until ");
        assertThat(fao.opens(VOTE, key).get("rule").toString()).contains("2 partners");
        fao.completes(VOTE, key, with("voice", "for", "words", ""));
        farmers.completes(VOTE, key, with("voice", "for", "words", ""));
        assertThat(partnerships.memberIds(id)).as("its things are settled first").contains(cast.id("Ngo"));
        assertThat(partnerships.leaving(id)).containsOnly(Map.entry(cast.id("Ngo"), today()));
        assertThat(fao.opens(SETTLE, key).get("things").toString()).contains(FENCE);
        farmers.completes(SETTLE, key, settling(farmers, "take"));
        assertThat(partnerships.memberIds(id)).containsExactlyInAnyOrder(cast.id("Fao"), cast.id("Ffs"));
        assertThat(matters.card(matter).outcome()).isEqualTo("%s was released on %s.".formatted(cast.name("Ngo"), Days.inWords(today())));
        assertThat(actions.open(id)).singleElement().satisfies(one -> assertThat(one.owner()).isEqualTo(cast.id("Ffs")));
        assertThat(ngo.sees(key)).isEmpty();
        assertThat(course.of(id).endAgreed()).as("two are left").isFalse();
        assertThat(fao.sees(key)).isEmpty();
    }

    @Test
    void who_says_that_it_stays_stays() {
        silent();
        UUID matter = raised(fao);
        fao.completes(NAME, key, naming("Ngo", "silence"));
        assertThat(ngo.isRefused(LETTER, key, with("answer", "stay", "words", " "))).contains("What will you do from now on?");
        ngo.completes(LETTER, key, with("answer", "stay", "words", "Our new director answers every week."));
        assertThat(matters.card(matter).outcome()).isEqualTo(
                cast.name("Ngo") + " has answered that it stays: “Our new director answers every week.”");
        assertThat(fao.sees(key)).isEmpty();
        assertThat(partnerships.leaving(id)).isEmpty();
        assertThat(refusedToName(fao, "Ngo", "silence")).as("now it has answered").contains(" is not silent: on ", "“" + LETTER + "”");
    }

    @Test
    void what_it_answers_elsewhere_is_an_answer_too() {
        silent();
        UUID matter = raised(fao);
        fao.completes(NAME, key, naming("Ngo", "silence"));
        ngo.completes(VOTE, key, with("voice", "for", "words", ""));
        stage.fires("Letter unanswered", key);
        assertThat(matters.card(matter).outcome()).startsWith(cast.name("Ngo") + " is not silent: on ").endsWith("“" + VOTE + "”.");
        assertThat(fao.sees(key)).isEmpty();
    }

    @Test
    void who_answers_something_while_the_others_decide_is_not_released() {
        silent();
        UUID matter = raised(fao);
        fao.completes(NAME, key, naming("Ngo", "silence"));
        stage.fires("Letter unanswered", key);
        fao.completes(VOTE, key, with("voice", "for", "words", ""));
        ngo.completes(VOTE, key, with("voice", "for", "words", ""));
        farmers.completes(VOTE, key, with("voice", "for", "words", ""));
        assertThat(matters.card(matter).outcome()).startsWith(cast.name("Ngo") + " is not silent: on ");
        assertThat(partnerships.leaving(id)).isEmpty();
    }

    @Test
    void who_agrees_to_leave_has_the_notice_time_and_cannot_take_it_back() {
        silent();
        UUID matter = raised(fao);
        fao.completes(NAME, key, naming("Ngo", "silence"));
        ngo.completes(LETTER, key, with("answer", "leave"));
        assertThat(partnerships.leaving(id)).containsOnly(Map.entry(cast.id("Ngo"), today().plusMonths(3)));
        assertThat(ngo.sees(key)).contains(OFFER, "Share parting words");
        assertThat(ngo.isRefused(OFFER, key, with("outcome", "stay", "reason", "We changed our mind"))).isEqualTo(
                "The partners have decided that you leave on %s, so this cannot be taken back.".formatted(
                        Days.inWords(today().plusMonths(3))));
        stage.fires("Last day come", key);
        farmers.completes(SETTLE, key, settling(farmers, "take"));
        assertThat(partnerships.memberIds(id)).doesNotContain(cast.id("Ngo"));
        assertThat(matters.card(matter).outcome()).contains(" was released on ");
        assertThat(ngo.sees(key)).isEmpty();
    }

    @Test
    void for_another_reason_its_words_go_into_the_vote_and_it_has_the_notice_time() {
        UUID matter = raised(fao);
        assertThat(fao.isRefused(NAME, key, naming("Ngo", "silence"))).contains("Only who has not answered for 90 days is called silent");
        fao.completes(NAME, key, naming("Ngo", "other"));
        assertThat(ngo.opens(LETTER, key).get("other")).isEqualTo(true);
        ngo.completes(LETTER, key, with("answer", "stay", "words", "We mend the fence in May."));
        assertThat(ngo.sees(key)).as("it has no voice in its own case").isEmpty();
        assertThat(fao.opens(VOTE, key).get("means").toString()).contains("leaves, after the notice time", "“We mend the fence in May.”");
        fao.completes(VOTE, key, with("voice", "for", "words", ""));
        farmers.completes(VOTE, key, with("voice", "for", "words", ""));
        assertThat(ngo.sees(key)).contains(OFFER);
        assertThat(partnerships.leaving(id)).containsOnly(Map.entry(cast.id("Ngo"), today().plusMonths(3)));
        stage.fires("Last day come", key);
        stage.fires("Settling time over", key);
        assertThat(matters.card(matter).outcome()).contains(" was released on ");
    }

    @Test
    void who_the_others_want_to_keep_stays() {
        UUID matter = raised(fao);
        fao.completes(NAME, key, naming("Ngo", "other"));
        stage.fires("Letter unanswered", key);
        fao.completes(VOTE, key, with("voice", "for", "words", ""));
        farmers.completes(VOTE, key, with("voice", "against", "words", "It mends fences."));
        assertThat(matters.card(matter).outcome()).contains("it is not accepted");
        assertThat(partnerships.leaving(id)).isEmpty();
        UUID second = raised(farmers);
        farmers.completes(NAME, key, naming("Ngo", "other"));
        assertThat(ngo.sees(key)).as("it can be asked again").containsExactly(LETTER);
        assertThat(refusedToName(fao, "Ngo", "other")).isEqualTo(
                cast.name("Ngo") + " has been asked already whether it stays. Please wait for what comes of that.");
        partnerships.leave(id, cast.id("Ngo"), "No time", "x");
        stage.machineWorks();
        assertThat(matters.card(second).outcome()).isEqualTo(cast.name("Ngo") + " has left already.");
    }

    @Test
    void of_two_partners_the_other_one_alone_decides_on_silence_and_on_nothing_else() {
        areInForce("Fao", "Ngo");
        one_of_them_has_a_fence_to_mend();
        silent();
        UUID matter = raised(fao);
        assertThat(fao.isRefused(NAME, key, naming("Ngo", "other"))).startsWith("With two partners nobody can release the other one but");
        fao.completes(NAME, key, naming("Ngo", "silence"));
        stage.fires("Letter unanswered", key);
        assertThat(fao.opens(VOTE, key).get("rule").toString()).startsWith("You decide alone");
        fao.completes(VOTE, key, with("voice", "for", "words", ""));
        stage.fires("Settling time over", key);
        assertThat(partnerships.memberIds(id)).containsExactly(cast.id("Fao"));
        assertThat(matters.card(matter).outcome()).contains(" was released on ");
        assertThat(course.of(id).endAgreed()).as("one is left").isTrue();
    }

    @Test
    void nobody_is_named_after_all_or_in_time_and_where_who_raised_it_is_gone_the_coordinator_names() {
        UUID matter = raised(fao);
        fao.completes(NAME, key, with("partner", "nobody"));
        assertThat(matters.card(matter).outcome()).isEqualTo("Nobody was named.");
        UUID second = raised(fao);
        stage.fires("Time to name over", key);
        assertThat(matters.card(second).outcome()).isEqualTo("Nobody was named.");
        UUID third = matters.raise(id, "release", "It does not mend its fences.", farmers.user());
        partnerships.leave(id, cast.id("Ffs"), "No time", "x");
        opens("release", third);
        cast.coordinator().completes(NAME, key, with("partner", "nobody"));
        assertThat(matters.card(third).outcome()).isEqualTo("Nobody was named.");
    }

    @Test
    void when_the_work_ends_nobody_is_released_any_more() {
        UUID named = raised(fao);
        fao.completes(NAME, key, naming("Ngo", "other"));
        UUID silent = raised(farmers);
        work.end(id);
        stage.machineWorks();
        assertThat(matters.card(named).outcome()).isEqualTo("The joint work ended before.");
        assertThat(matters.card(silent).outcome()).isEqualTo("Nobody was named.");
        assertThat(ngo.sees(key)).isEmpty();
        stage.assertThat(key).isEnded();
    }

    @Test
    void when_the_work_ends_while_its_things_are_settled_it_stays_for_the_closing() {
        silent();
        UUID matter = raised(fao);
        fao.completes(NAME, key, naming("Ngo", "silence"));
        stage.fires("Letter unanswered", key);
        fao.completes(VOTE, key, with("voice", "for", "words", ""));
        farmers.completes(VOTE, key, with("voice", "for", "words", ""));
        assertThat(fao.sees(key)).containsExactly(SETTLE);
        work.end(id);
        stage.machineWorks();
        assertThat(fao.sees(key)).isEmpty();
        assertThat(partnerships.memberIds(id)).contains(cast.id("Ngo"));
        assertThat(partnerships.leaving(id)).isEmpty();
        assertThat(matters.card(matter).outcome()).isEqualTo(cast.name("Ngo") + " stays. The joint work ended before.");
    }

    private UUID raised(Actor who) {
        return raises(who, "release", "It does not mend its fences.");
    }

    private String refusedToName(Actor who, String named, String ground) {
        raised(who);
        String refusal = who.isRefused(NAME, key, naming(named, ground));
        who.completes(NAME, key, with("partner", "nobody"));
        return refusal;
    }

    private Map<String, Object> naming(String code, String ground) {
        return with("partner", cast.code(code), "ground", ground);
    }

    private static String choices(Map<String, Object> shown) {
        return String.valueOf(shown.get("partners"));
    }

    private Map<String, Object> settling(Actor who, String answer) {
        return with("things", ((List<?>) who.opens(SETTLE, key).get("things")).stream()
                .map(row -> with("key", ((Map<?, ?>) row).get("key"), "answer", answer)).toList());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
