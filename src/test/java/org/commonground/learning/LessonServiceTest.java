package org.commonground.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;
import static org.commonground.stage.Refusals.refused;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.partnership.PartnershipService;
import org.commonground.stage.DomainTest;
import org.commonground.stage.Ladder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

@DomainTest
class LessonServiceTest {

    private static final OrganisationId ONE = new OrganisationId("Learnone");
    private static final OrganisationId OTHER = new OrganisationId("Learntwo");

    @Autowired
    LessonService lessons;
    @Autowired
    LessonTables tables;
    @Autowired
    PartnershipService partnerships;
    @Autowired
    Ladder ladder;
    @Autowired
    JdbcClient jdbc;

    private PartnershipId id;

    @BeforeEach
    void a_partnership() {
        ladder.verified(List.of(ONE, OTHER));
        id = ladder.inForceUnwritten(Role.IMPLEMENTER, ONE, OTHER);
    }

    @Test
    void who_tells_nothing_new_in_a_review_is_no_lesson() {
        List.of("Nothing yet", " nothing. ", "NOTHING  YET.").forEach(words ->
                lessons.tellInReview(partnerships.card(id), 1, ONE, words, Reach.SHARED, "one"));
        assertThat(told()).isZero();
        lessons.tellInReview(partnerships.card(id), 1, ONE, "Nothing yet is said in vain.", Reach.OWN, "one");
        lessons.tellInReview(partnerships.card(id), 2, ONE, "To listen.", Reach.OWN, "one");
        assertThat(told()).isEqualTo(2);
        assertThat(lessons.atTheEnd(id)).as("a review is not the end").isEmpty();
    }

    @Test
    void one_tells_once_on_an_occasion() {
        lessons.tellInReview(partnerships.card(id), 1, ONE, "To listen.", Reach.OWN, "one");
        assertThat(catchThrowable(() -> lessons.tellInReview(partnerships.card(id), 1, ONE, "To talk.", Reach.OWN, "one")))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void the_end_reads_what_was_told_with_its_words_and_how_far_it_goes() {
        lessons.tellAtTheEnd(id, ONE, Lesson.atTheEnd("Ducks", "Ponds", "Geese", " ", "Rice; RICE , Snails"), Reach.SHARED, "one");
        lessons.tellAtTheEnd(id, OTHER, Lesson.atTheEnd("Frogs", "Ponds", "Toads", "Counted", null), Reach.OWN, "two");
        assertThat(lessons.atTheEnd(id)).extracting(one -> one.lesson().worked(), one -> one.lesson().tagNames(),
                one -> one.lesson().evidence(), ToldLesson::shared).containsExactly(
                        tuple("Ducks", List.of("Rice", "Snails"), null, true),
                        tuple("Frogs", List.of(), "Counted", false));
        assertThat(lessons.tellersAtTheEnd(id)).containsExactlyInAnyOrder(ONE, OTHER);
    }

    @Test
    void tags_are_few_and_short() {
        refused("At most 8 words to find it by, please: choose those that matter most.", () -> Lesson.atTheEnd("a", "b", "c", null,
                IntStream.range(0, 9).mapToObj(nr -> "tag" + nr).collect(Collectors.joining(","))));
        refused("“" + "x".repeat(30) + "…” is too long for a word to find it by: at most 60 characters, please, and commas between the"
                + " words.",
                () -> Lesson.atTheEnd("a", "b", "c", null, "x".repeat(61)));
        assertThat(Lesson.atTheEnd("a", "b", "c", null, " ,;\u200b, ").tags()).isEmpty();
    }

    @Test
    void what_a_migration_copied_is_found_after_the_next_start() {
        lessons.tellAtTheEnd(id, ONE, Lesson.atTheEnd("Ducks", "Ponds", "Geese", null, null), Reach.OWN, "one");
        jdbc.sql("delete from lesson_word where lesson in (select id from lesson where partnership = ?)").param(id.value()).update();
        tables.indexCopied();
        assertThat(words()).contains("ducks", "ponds", "geese");
        tables.indexCopied();
    }

    @Test
    void words_are_whole_and_folded_and_those_of_the_area_count() {
        lessons.tellAtTheEnd(id, ONE, Lesson.atTheEnd("DUCKS' eggs: 12%", "किसान", "-", null, "Straße"), Reach.OWN, "one");
        assertThat(words()).contains("ducks", "eggs", "12", "किसान", "strasse").doesNotContain("duck", "-", "%");
        assertThat(LessonWords.of("x".repeat(200))).containsExactly("x".repeat(80));
    }

    private List<String> words() {
        return jdbc.sql("select word from lesson_word w join lesson l on l.id = w.lesson where l.partnership = ?").param(id.value())
                .query(String.class).list();
    }

    private int told() {
        return jdbc.sql("select count(*) from lesson where partnership = ?").param(id.value()).query(Integer.class).single();
    }
}
