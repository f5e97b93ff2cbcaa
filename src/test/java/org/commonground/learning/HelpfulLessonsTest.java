package org.commonground.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.commonground.stage.Refusals.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.organisation.Areas;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.Registrations;
import org.commonground.partnership.FirstProposal;
import org.commonground.partnership.LessonShelf;
import org.commonground.partnership.LessonsAtHand;
import org.commonground.partnership.LessonsAtHand.BuiltOn;
import org.commonground.partnership.LessonsAtHand.Near;
import org.commonground.partnership.PartnershipService;
import org.commonground.stage.DomainTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;

/** Asks is about cotton, and Tells has learned something elsewhere. Nobody else is there, so each row decides alone. */
@DomainTest
class HelpfulLessonsTest {

    private static final OrganisationId ASKS = new OrganisationId("Asks");
    private static final OrganisationId TELLS = new OrganisationId("Tells");
    private static final OrganisationId ABROAD = new OrganisationId("Abroad");

    @Autowired
    LessonsAtHand atHand;
    @Autowired
    LessonShelf shelf;
    @Autowired
    LessonService lessons;
    @Autowired
    PartnershipService partnerships;
    @Autowired
    OrganisationService organisations;
    @Autowired
    Areas areas;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;
    @Autowired
    ApplicationEvents facts;

    private PartnershipId asking;
    private PartnershipId elsewhere;

    @BeforeEach
    void a_case_and_somebody_elsewhere() {
        organisations.register(Registrations.of("Asks"), "coordinator");
        organisations.register(Registrations.of("Tells"), "coordinator");
        organisations.register(Registrations.in("PE", "Abroad"), "coordinator");
        List.of(ASKS, TELLS, ABROAD).forEach(one -> organisations.verify(one, null));
        asking = proposes(ASKS, "Cotton without poison", "Farmer field schools count beneficial insects, and spraying less pays.",
                "Neem and light traps are known to us. The women’s groups of Kurnool ask for more.");
        elsewhere = proposes(TELLS, "Elsewhere", "Nothing of this", "Nor of that");
    }

    // Which come

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            one tag that the case speaks of | Nothing else. | Cotton | Tells of Cotton too.
            a tag in another spelling | Nothing else. | COTTON | Tells of COTTON too.
            a tag of several words | Nothing else. | farmer field schools | Tells of farmer field schools too.
            a tag with a quote | Nothing else. | women's groups | Tells of women's groups too.
            a tag that is a short word | Nothing else. | us | Tells of us too.
            a tag of which the case has a part | Nothing else. | cotton seed |
            two words | Insects count neem. |  | Tells of count, insects and Neem too.
            one word | Neem and more. |  |
            small words | There are more and less without each. |  |
            two forms of a word | Sprayed schooling insectes. |  |
            a tag and a word that it has not | Neem in cotton. | Cotton | Tells of Cotton and Neem too.
            the place, spoken of | Nothing else. In kurnool. |  |
            """)
    void what_comes_says_why(String row, String worked, String tags, String why) {
        tell(elsewhere, TELLS, worked, tags, Reach.SHARED);
        assertThat(why()).as(row).isEqualTo(why == null ? List.of() : List.of(why));
    }

    @Test
    void what_was_learned_in_a_place_of_the_case_comes_and_it_is_enough_that_the_case_speaks_of_it() {
        tell(elsewhere, TELLS, "Nothing else.", null, Reach.SHARED);
        liesIn(elsewhere, "Kurnool");
        assertThat(why()).containsExactly("From the same place, Kurnool.");
    }

    @Test
    void before_the_aims_say_where_it_is_where_the_asker_works_and_afterwards_it_is_not() {
        tell(elsewhere, TELLS, "Nothing else.", null, Reach.SHARED);
        liesIn(elsewhere, "Guntur");
        assertThat(atHand.of(asking, ASKS)).extracting(Near::why).containsExactly("From the same place, Guntur.");
        assertThat(why()).as("for whoever serves all").isEmpty();
        liesIn(asking, "Warangal");
        assertThat(atHand.of(asking, ASKS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"own", "withdrawn", "narrowed by a partner"})
    void what_is_not_for_all_does_not_come(String how) {
        UUID lesson = tell(elsewhere, TELLS, "Nothing else.", "Cotton", how.equals("own") ? Reach.OWN : Reach.SHARED);
        LessonShelf.Reader reader = new LessonShelf.Reader("somebody", List.of(how.startsWith("narrowed") ? ABROAD : TELLS), false);
        switch (how) {
            case "withdrawn" -> shelf.withdraw(lesson, "It was the rain.", reader);
            case "narrowed by a partner" -> jdbc.sql("insert into lesson_consent (lesson, organisation, reach, reason, said_by, said_at)"
                    + " values (?, 'Abroad', 'own', 'Not yet', 'abroad', current_timestamp)").param(lesson).update();
            default -> assertThat(shelf.find(lesson, reader)).isPresent();
        }
        assertThat(why()).isEmpty();
    }

    @Test
    void one_of_the_own_partnership_comes_though_it_is_for_nobody_else() {
        tell(asking, ASKS, "Nothing else.", "Cotton", Reach.OWN);
        assertThat(atHand.of(asking, null)).extracting(Near::source).containsExactly("Organisation Asks, "
                + LocalDate.now(clock).getYear() + ", in this partnership");
    }

    // Their order

    @ParameterizedTest
    @CsvSource({"tags,tag", "tag,place", "place,region", "region,country", "country,role", "role,words", "words,word", "younger,older"})
    void the_nearer_stands_before(String nearer, String other) {
        is(other);
        is(nearer);
        assertThat(atHand.of(asking, ASKS)).extracting(Near::words).containsExactly(nearer + ".", other + ".");
    }

    /** Each has two words besides, so that all come. */
    private void is(String kind) {
        boolean abroad = !kind.equals("role");
        PartnershipId there = proposes(abroad ? ABROAD : TELLS, "There", "Nothing", "Nothing");
        UUID lesson = tell(there, abroad ? ABROAD : TELLS, kind + ".", switch (kind) {
            case "tags" -> "Cotton, neem";
            case "tag" -> "Cotton";
            default -> null;
        }, Reach.SHARED);
        String words = kind.equals("words") ? "beneficial insects spraying" : "beneficial insects";
        List.of(words.split(" ")).forEach(word -> jdbc.sql("insert into lesson_word (lesson, word) values (?, ?)").params(lesson, word)
                .update());
        switch (kind) {
            case "place" -> liesIn(there, "Guntur");
            case "region" -> {
                areas.named("Nellore", Level.LOCAL, "Andhra Pradesh");
                liesIn(there, "Nellore");
            }
            case "country" -> sits(there, TELLS, Role.PARTICIPANT);
            case "role" -> sits(there, TELLS, Role.EXPERT);
            case "older" -> jdbc.sql("update lesson set told_at = told_at - interval '1' day where id = ?").param(lesson).update();
            default -> assertThat(lesson).isNotNull();
        }
    }

    @Test
    void what_is_near_is_said_in_sentences() {
        is("region");
        is("country");
        is("role");
        assertThat(atHand.of(asking, ASKS)).extracting(Near::why).containsExactly(
                "Tells of beneficial and insects too. From the same larger area, Andhra Pradesh.",
                "Tells of beneficial and insects too. From the same country, India.",
                "Tells of beneficial and insects too. Told by an expert, as you are.");
    }

    @Test
    void five_come_and_the_youngest_of_those_that_are_alike() {
        List<UUID> told = IntStream.range(0, 7).mapToObj(nr -> {
            UUID lesson = tell(elsewhere, TELLS, "Nothing " + nr, "Cotton", Reach.SHARED);
            jdbc.sql("update lesson set told_at = told_at + cast(? as integer) * interval '1' day where id = ?").params(nr, lesson)
                    .update();
            return lesson;
        }).toList();
        assertThat(atHand.of(asking, null)).extracting(Near::lesson).containsExactly(told.get(6), told.get(5), told.get(4), told.get(3),
                told.get(2));
    }

    @Test
    void long_words_are_shortened_and_hostile_ones_stay_words() {
        tell(elsewhere, TELLS, "<script>" + "x".repeat(400), "Cotton", Reach.SHARED);
        assertThat(atHand.of(asking, null)).extracting(Near::words).containsExactly("<script>" + "x".repeat(191) + "…");
        PartnershipId nothing = proposes(ASKS, "%_'\"", "…", "-- ;");
        assertThat(atHand.of(nothing, null)).isEmpty();
    }

    // What is built on

    @Test
    void what_it_builds_on_is_kept_as_it_was_with_its_source() {
        UUID younger = tell(elsewhere, TELLS, "Neem.", "Cotton", Reach.SHARED);
        UUID older = tell(elsewhere, TELLS, "Traps.", "Cotton", Reach.SHARED);
        jdbc.sql("update lesson set told_at = told_at - interval '1' day where id = ?").param(older).update();
        atHand.buildOn(asking, List.of(older, younger), "asksFocal");
        assertThat(atHand.builtOn(asking)).extracting(BuiltOn::words, BuiltOn::source, BuiltOn::person).containsExactly(
                tuple("Neem.", "Organisation Tells, " + LocalDate.now(clock).getYear(), "asksFocal"),
                tuple("Traps.", "Organisation Tells, " + LocalDate.now(clock).minusDays(1).getYear(), "asksFocal"));
        atHand.buildOn(elsewhere, List.of(), "tellsFocal");
        assertThat(atHand.builtOn(elsewhere)).isEmpty();
    }

    @Test
    void nobody_builds_on_what_not_all_may_read() {
        UUID inside = tell(asking, ASKS, "Ours.", "Cotton", Reach.OWN);
        UUID shared = tell(elsewhere, TELLS, "Neem.", "Cotton", Reach.SHARED);
        for (List<UUID> chosen : List.of(List.of(shared, inside), List.of(UUID.randomUUID()))) {
            refused("One of the lessons may not be read here any more. Please open the form again and choose among those that it shows.",
                    () -> atHand.buildOn(asking, chosen, "asksFocal"));
        }
        assertThat(atHand.builtOn(asking)).isEmpty();
    }

    @Test
    void what_is_taken_back_is_told_once_to_who_builds_on_it_and_its_words_are_shown_no_more() {
        UUID lesson = tell(elsewhere, TELLS, "Neem.", "Cotton", Reach.SHARED);
        atHand.buildOn(asking, List.of(lesson), "asksFocal");
        LessonShelf.Reader teller = new LessonShelf.Reader("tellsFocal", List.of(TELLS), false);
        String source = "Organisation Tells, " + LocalDate.now(clock).getYear();

        shelf.narrow(lesson, "We look at it again.", teller);
        assertThat(atHand.builtOn(asking)).extracting(BuiltOn::standing, BuiltOn::words, BuiltOn::source)
                .containsExactly(tuple(BuiltOn.Standing.KEPT_INSIDE, null, null));
        shelf.share(lesson, teller);
        assertThat(atHand.builtOn(asking)).extracting(BuiltOn::words).containsExactly("Neem.");
        shelf.narrow(lesson, "And again.", teller);
        shelf.withdraw(lesson, "It was the rain.", teller);
        assertThat(atHand.builtOn(asking)).extracting(BuiltOn::standing, BuiltOn::words, BuiltOn::source)
                .containsExactly(tuple(BuiltOn.Standing.WITHDRAWN, null, null));
        assertThat(facts.stream(LessonTakenBack.class)).as("told when it is gone, and not that it is gone for good").containsExactly(
                new LessonTakenBack(asking, source, false, List.of(ASKS)), new LessonTakenBack(asking, source, false, List.of(ASKS)));
    }

    @Test
    void the_members_hear_of_one_that_is_withdrawn_and_nobody_where_nobody_builds_on_it() {
        UUID lesson = tell(elsewhere, TELLS, "Neem.", "Cotton", Reach.SHARED);
        UUID other = tell(elsewhere, TELLS, "Traps.", "Cotton", Reach.SHARED);
        atHand.buildOn(asking, List.of(lesson), "asksFocal");
        sits(asking, ABROAD, Role.EXPERT);
        LessonShelf.Reader teller = new LessonShelf.Reader("tellsFocal", List.of(TELLS), false);
        shelf.withdraw(lesson, "It was the rain.", teller);
        shelf.withdraw(other, "It was the wind.", teller);
        assertThat(facts.stream(LessonTakenBack.class)).extracting(LessonTakenBack::withdrawn, LessonTakenBack::users)
                .containsExactly(tuple(true, List.of(ABROAD)));
    }

    private List<String> why() {
        return atHand.of(asking, null).stream().map(Near::why).toList();
    }

    private PartnershipId proposes(OrganisationId organisation, String title, String practice, String why) {
        return partnerships.propose(new FirstProposal(title, practice, why), organisation, "somebody");
    }

    private UUID tell(PartnershipId partnership, OrganisationId organisation, String worked, String tags, Reach reach) {
        // Each as a review of its own, so that one organisation tells many; the words of the end are those that count here.
        jdbc.sql("update lesson set source = 'review', nr = (select count(*) from lesson) where source = 'closing'").update();
        lessons.tellAtTheEnd(partnership, organisation, Lesson.atTheEnd(worked, "Here", "No", null, tags), reach, "somebody");
        return jdbc.sql("select id from lesson where source = 'closing'").query((row, nr) -> row.getObject(1, UUID.class)).single();
    }

    private void liesIn(PartnershipId partnership, String area) {
        jdbc.sql("insert into partnership_area (partnership, nr, area, worked_before) values (?, 1, ?, true)")
                .params(partnership.value(), areas.named(area, Level.LOCAL)).update();
    }

    private void sits(PartnershipId partnership, OrganisationId organisation, Role role) {
        UUID member = UUID.randomUUID();
        jdbc.sql("insert into member (id, partnership, organisation, standing, joined_on, present) values (?, ?, ?, 'partner',"
                + " current_date, ?)").params(member, partnership.value(), organisation.code(), organisation.code()).update();
        jdbc.sql("insert into seat (id, member, role, level, taken_on) values (?, ?, ?, 'local', current_date)")
                .params(UUID.randomUUID(), member, role.key()).update();
    }
}
