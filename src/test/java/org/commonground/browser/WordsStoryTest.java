package org.commonground.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.Page;
import org.commonground.foundation.Role;
import org.commonground.stage.Cast;
import org.commonground.stage.Stage;
import org.commonground.story.Course;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody writes in Tasklist is not lost, what was sent is answered, read again and changed. */
@BrowserTest
class WordsStoryTest {

    private static final String COTTON = "Cotton in kept words";
    private static final String VISION = "What can we do together, and how?";
    private static final String HOPES = "What do you hope for your own organisation?";

    @Autowired
    private BrowserStage browser;
    @Autowired
    private Stage stage;

    private Cast cast;

    @BeforeEach
    void two_partners_are_chosen() {
        browser.isEmptied();
        cast = stage.cast().fao();
        browser.withoutWindows(() -> new Course(cast).choosesPartners(COTTON, Course.all(Role.IMPLEMENTER, List.of("Fao", "Ngo"))));
    }

    @Test
    void a_draft_is_back_elsewhere_and_what_was_sent_is_answered_read_and_changed() {
        Person ngo = browser.person(cast.actor("Ngo"));
        ngo.chooses("My organisation").opens("Share vision", COTTON).claims().writes(VISION, "Schools in every village.");
        ngo.page().waitForResponse(response -> response.url().contains("/drafts/") && response.request().method().equals("PUT"),
                () -> ngo.writes(HOPES, "That it lasts."));

        Person elsewhere = browser.person(cast.actor("Ngo").user());
        elsewhere.chooses("My organisation").opens("Share vision", COTTON);
        Locator back = elsewhere.page().locator(".cg-draft");
        back.waitFor();
        assertThat(back.innerText()).startsWith("Your draft from ").contains("today is back.", "Start afresh");
        assertThat(elsewhere.holds(VISION)).isEqualTo("Schools in every village.");
        assertThat(elsewhere.holds(HOPES)).isEqualTo("That it lasts.");
        elsewhere.picture("a-draft-is-back").completes();

        Locator sent = elsewhere.page().locator(".cg-sent");
        sent.getByText("Your next step:").waitFor();
        assertThat(sent.innerText()).startsWith("Sent.").contains("Answer expectations", cast.name("Fao"));
        elsewhere.picture("sent");
        sent.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Answer expectations")).click();
        elsewhere.page().locator(".task-card h2.task", new Page.LocatorOptions().setHasText("Answer expectations")).waitFor();

        sent.getByText("Read what you sent").click();
        assertThat(elsewhere.page().locator("main").innerText()).contains("Share vision", VISION, "Schools in every village.");
        elsewhere.wholePage("what-was-sent");
        elsewhere.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Change")).click();
        elsewhere.page().locator(".task-card h2.task", new Page.LocatorOptions().setHasText("Share vision")).waitFor();
        assertThat(elsewhere.holds(VISION)).isEqualTo("Schools in every village.");
        elsewhere.claims().writes(VISION, "Schools in every district.").completes();
        sent.getByText("Read what you sent").waitFor();
        sent.getByText("Read what you sent").click();
        assertThat(elsewhere.page().locator("main").innerText()).contains("Schools in every district.");
    }
}
