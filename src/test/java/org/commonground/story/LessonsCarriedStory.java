package org.commonground.story;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.learning.Lesson;
import org.commonground.learning.LessonService;
import org.commonground.learning.Reach;
import org.commonground.notice.Mails;
import org.commonground.notice.Postman;
import org.commonground.partnership.FirstProposal;
import org.commonground.partnership.LessonShelf;
import org.commonground.partnership.LessonsAtHand;
import org.commonground.partnership.LessonsAtHand.BuiltOn;
import org.commonground.partnership.PartnershipService;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.commonground.stage.StatementCount;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.stage.Stage.with;

/** What the NGO learned in one partnership comes into the first form of another, and is taken back there when it is taken back. */
@ProcessTest
class LessonsCarriedStory {

    /** On the bare engine 35. */
    private static final int MOST_STATEMENTS = 44;

    @Autowired
    private Stage stage;
    @Autowired
    private StatementCount statements;
    @Autowired
    private PartnershipService partnerships;
    @Autowired
    private LessonService lessons;
    @Autowired
    private LessonShelf shelf;
    @Autowired
    private LessonsAtHand atHand;
    @Autowired
    private Postman postman;
    @Autowired
    private Mails mails;

    @Test
    void from_one_partnership_into_the_first_form_of_another() {
        Cast cast = stage.cast().fao();
        Actor fao = cast.actor("Fao", Role.EXPERT);
        PartnershipId before = partnerships.propose(new FirstProposal("Nutmeg", "Nutmeg under shade", "Nobody can alone"), cast.id("Ngo"),
                cast.actor("Ngo").user());
        lessons.tellAtTheEnd(before, cast.id("Ngo"), Lesson.atTheEnd("Shade first.", "On slopes", "Full sun", null, "Nutmeg"),
                Reach.SHARED, cast.actor("Ngo").user());
        lessons.tellInReview(partnerships.card(before), 1, cast.id("Ngo"), "Nutmeg under shade needs patience.", Reach.OWN,
                cast.actor("Ngo").user());
        String number = fao.starts("partnership", with("title", "Nutmeg and mace", "practice", "Nutmeg is dried in the shade.",
                "whyTogether", "We know no buyers."));

        Map<String, Object> shown = fao.opens("Clarify aims", number);
        assertThat(shown.get("lessons").toString()).contains("Shade first.", "Tells of Nutmeg", cast.name("Ngo"))
                .doesNotContain("patience");
        assertThat(shown.get("lessonChoices").toString()).contains("1. " + cast.name("Ngo")).as("what was sent is kept as it was read")
                .doesNotContain("Shade");
        String lesson = ((Map<?, ?>) ((List<?>) shown.get("lessonChoices")).get(0)).get("value").toString();
        Map<String, Object> aims = Answers.aims(cast.code("Fao"), "Banda", true);
        aims.put("builtOn", List.of(UUID.randomUUID().toString()));
        assertThat(fao.isRefused("Clarify aims", number, aims)).startsWith("“Which of these do you build on?”");
        aims.put("builtOn", List.of(lesson));
        List<String> sent = statements.during(fao.submission("Clarify aims", number, aims));
        assertThat(sent).as(String.join("\n", sent)).hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
        PartnershipId id = new PartnershipId(number);
        assertThat(atHand.builtOn(id)).extracting(BuiltOn::words).containsExactly("Shade first.");

        shelf.withdraw(UUID.fromString(lesson), "It was the wind.",
                new LessonShelf.Reader(cast.actor("Ngo").user(), List.of(cast.id("Ngo")), false));
        assertThat(atHand.builtOn(id)).extracting(BuiltOn::standing).containsExactly(BuiltOn.Standing.WITHDRAWN);
        postman.makeRound();
        assertThat(mails.latest(100_000).stream().filter(mail -> mail.subject().startsWith("A lesson was withdrawn")
                && mail.subject().contains(number)).map(Mails.Mail::text)).isNotEmpty()
                .allSatisfy(text -> assertThat(text).contains(cast.name("Ngo")).doesNotContain("Shade first", "the wind"));
    }
}
