package org.commonground.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.stage.Stage.with;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.microsoft.playwright.Page;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.learning.Lesson;
import org.commonground.learning.LessonService;
import org.commonground.learning.Reach;
import org.commonground.partnership.FirstProposal;
import org.commonground.partnership.PartnershipService;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.Stage;
import org.commonground.story.Answers;
import org.commonground.story.Course;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The NGO shares what it learned, FAO builds on it in the first form of another partnership, and the NGO takes it back. */
@BrowserTest
class LessonStoryTest {

    @Autowired
    private BrowserStage browser;
    @Autowired
    private Stage stage;
    @Autowired
    private PartnershipService partnerships;
    @Autowired
    private LessonService lessons;
    @Autowired
    private Clock clock;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_lesson_is_shared_built_on_and_withdrawn() {
        browser.isEmptied();
        Cast cast = stage.cast().fao();
        Actor ngo = cast.actor("Ngo");
        Actor fao = cast.actor("Fao", Role.EXPERT);
        PartnershipId before = partnerships.propose(new FirstProposal("Cardamom", "Cardamom under shade", "Nobody can alone"),
                cast.id("Ngo"), ngo.user());
        lessons.tellAtTheEnd(before, cast.id("Ngo"), Lesson.atTheEnd("Shade first.", "On slopes", "Full sun", "Counted", "Cardamom"),
                Reach.OWN, ngo.user());
        UUID lesson = jdbc.sql("select id from lesson where partnership = ?").param(before.value())
                .query((row, nr) -> row.getObject(1, UUID.class)).single();
        String number = browser.withoutWindows(() -> fao.starts("partnership", with("title", "Cardamom for the city", "practice",
                "Cardamom is dried in the shade.", "whyTogether", "We know no buyers.")));

        Person teller = browser.person(ngo);
        Page told = teller.page();
        told.navigate(browser.address() + "/lessons?find=cardamom");
        told.getByText("Shade first.").click();
        teller.isAccessible("lesson");
        told.locator("form button", new Page.LocatorOptions().setHasText("Share it")).click();
        told.getByText("All who use this house, with the name of who told it.").waitFor();

        Person proposer = browser.person(fao);
        proposer.chooses("My organisation").opens("Clarify aims", "Cardamom for the city").claims();
        assertThat(proposer.reads()).contains("Shade first.", "Tells of Cardamom");
        proposer.page().getByText("Which of these do you build on?").scrollIntoViewIfNeeded();
        proposer.picture("clarify-aims-lessons");
        proposer.ticks("Which of these do you build on?", "1. " + cast.name("Ngo") + ", " + year(lesson));
        proposer.writes("What is this partnership for?", "Cardamom is sold in the city.")
                .writes("Objective", "Shops buy").writes("Indicator", "Shops").writes("Today", "0").writes("At the end", "5")
                .writes("Who are the target participants?", "Growers").writes("How do they take part?", "They set the price.")
                .ticks("How shall the work grow?", "With new participants")
                .writes("Area", "Idukki").picks("Level", "Local").ticks("Was this work done there before?", "Yes")
                .writes("For how many months?", 36).ticks("Is a formal contract expected?", "No")
                .picks("Lead organisation", cast.name("Fao")).completes();
        Page page = proposer.page();
        page.navigate(browser.address() + "/partnerships/" + number);
        assertThat(page.locator("#lessons + ul").innerText()).contains("Shade first.", cast.name("Ngo"), "chosen by ");
        proposer.isAccessible("partnership-lessons");
        page.locator("#lessons + ul a").click();
        assertThat(page.locator("main").innerText()).contains("On slopes", "Full sun").doesNotContain("Who may read it");

        told.getByText("Withdraw it for good").click();
        told.getByLabel("Why do you withdraw it?").fill("It was the wind.");
        told.locator("details[open] button").click();
        told.getByText("Withdrawn: It was the wind.").waitFor();
        teller.isAccessible("lesson-withdrawn");
        page.navigate(browser.address() + "/partnerships/" + number);
        assertThat(page.locator("#lessons + ul").innerText()).contains("One lesson was withdrawn.").doesNotContain("Shade");
    }

    @Test
    void the_same_comes_where_partners_plan_their_work() {
        browser.isEmptied();
        Cast cast = stage.cast().fao().withMandates();
        Actor ngo = cast.actor("Ngo");
        PartnershipId before = partnerships.propose(new FirstProposal("Schools", "Schools", "Nobody can alone"), cast.id("Ngo"),
                ngo.user());
        lessons.tellAtTheEnd(before, cast.id("Ngo"), Lesson.atTheEnd("A school begins with the field, and ends with a feast.", "On slopes",
                "Full sun", null, "Farmer Field Schools, pest management, integrated pest management, farmers"), Reach.SHARED, ngo.user());
        Course course = new Course(cast);
        List<String> three = List.of("Goi", "Eu", "Ngo");
        browser.withoutWindows(() -> {
            String cotton = course.choosesPartners("Cotton with a feast", cast.roles("Goi", "Eu", "Ngo"));
            course.findsVision(cotton, three);
            course.agrees(cotton, three);
            course.isReleased(cotton);
            course.sign(cotton, three);
            cast.coordinator().completes("Orient partners", cotton, Answers.orientation(LocalDate.now(clock),
                    three.stream().map(cast::code).toArray(String[]::new)));
            cast.coordinator().completes("Set up secretariat", cotton, Answers.secretariat(cast, "Ngo", "Eu"));
            course.commits(cotton, "Ngo", "Commit activities");
        });
        Person planner = browser.person(ngo);
        planner.chooses("My organisation").opens("Plan period", "Cotton with a feast").claims();
        assertThat(planner.reads()).contains("What others learned that may help here", "A school begins with the field");
        planner.page().getByText("What others learned that may help here").scrollIntoViewIfNeeded();
        planner.picture("plan-period-lessons");
    }

    private int year(UUID lesson) {
        return jdbc.sql("select extract(year from told_at) from lesson where id = ?").param(lesson).query(Integer.class).single();
    }
}
