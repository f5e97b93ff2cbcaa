package org.commonground.browser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import org.commonground.foundation.Role;
import org.commonground.stage.Cast;
import org.commonground.stage.Stage;
import org.commonground.story.Course;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Sixteen topics in one form: one finds one's way, answers the exception first and all the rest with one press. */
@BrowserTest
class LongFormTest {

    private static final String TITLE = "Sixteen topics";
    private static final String REST = "We accept all the rest";
    private static final String LAST = "16. Duration, joining, leaving and closing";
    private static final String CONFLICT = "12. Resolving conflicts";

    @Autowired
    BrowserStage browser;
    @Autowired
    Stage stage;

    private Person fao;
    private Page page;

    @BeforeEach
    void three_partners_are_asked_about_sixteen_topics() {
        browser.isEmptied();
        Cast cast = stage.cast().fao().withMandates();
        Map<String, Role> roles = new LinkedHashMap<>();
        roles.put("Fao", Role.EXPERT);
        roles.put("Goi", Role.DECISION_MAKER);
        roles.put("Ngo", Role.IMPLEMENTER);
        browser.withoutWindows(() -> {
            Course course = new Course(cast);
            String number = course.choosesPartners(TITLE, roles);
            course.findsVision(number, List.copyOf(roles.keySet()));
            return number;
        });
        fao = browser.person(cast.actor("Fao"));
        page = fao.page();
        fao.chooses("My organisation").opens("State positions", TITLE).claims();
    }

    @Test
    void the_exception_is_found_in_the_list_and_the_rest_is_accepted_with_one_press() throws Exception {
        assertThat(page.locator(".cg-jump li")).hasCount(16);
        assertThat(folded()).as("all but the first").hasSize(15);
        assertThat(page.locator(".cg-jump strong")).hasText("0 of 16 are answered");
        fao.picture("long-form");

        Locator entry = page.locator(".cg-jump").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(CONFLICT));
        entry.focus();
        page.keyboard().press("Enter");
        assertThat(head(CONFLICT)).hasAttribute("aria-expanded", "true");
        assertThat(head(CONFLICT)).isFocused();
        assertThat(folded()).hasSize(15).doesNotContain(CONFLICT);
        fao.ticks("What do you say?", 11, "We object").writes("In your words", 11, "Nobody mediates in our valley.");
        assertThat(head(CONFLICT)).containsText("We object");

        head(CONFLICT).focus();
        page.keyboard().press("Enter");
        assertThat(head(CONFLICT)).hasAttribute("aria-expanded", "false");
        page.locator(".fjs-form textarea").nth(11).focus();
        assertThat(head(CONFLICT)).hasAttribute("aria-expanded", "true");

        fao.isCorrected();
        Locator mistakes = page.locator(".cg-mistakes a");
        assertThat(mistakes).hasCount(15);
        assertThat(mistakes.first()).hasText("1. Decision power: “What do you say?” is missing: please choose.");
        assertThat(head(LAST)).hasAttribute("aria-expanded", "false");
        mistakes.last().click();
        assertThat(head(LAST)).hasAttribute("aria-expanded", "true");
        fao.picture("long-form-mistakes");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(REST)).click();
        assertThat(page.locator(".cg-jump strong")).hasText("All 16 are answered");
        assertThat(page.locator(".cg-mistakes")).hasCount(0);
        assertThat(page.locator(".cg-told")).hasText("15 answers were given. Each can still be changed.");
        assertThat(head("3. Roles and responsibilities")).containsText("We accept it");
        assertThat(head(CONFLICT)).containsText("We object");
        fao.picture("long-form-answered");

        Request sent = page.waitForRequest(request -> request.url().endsWith("/submit-form"), fao::completes);
        List<String> said = new ArrayList<>();
        JsonNode positions = new ObjectMapper().readTree(
                new ObjectMapper().readTree(sent.postData()).at("/variables/positions/value").asText());
        positions.forEach(row -> said.add(row.path("wording").asText() + " " + row.path("position").asText() + " "
                + row.path("words").asText()));
        assertThat(said).hasSize(16).contains("1.1 accept ", "16.1 accept ", "12.1 object Nobody mediates in our valley.");
        assertThat(said.stream().filter(one -> one.contains(" accept ")).count()).isEqualTo(15);
    }

    private Locator head(String name) {
        return page.locator(".cg-fold button").filter(new Locator.FilterOptions().setHasText(name));
    }

    private List<String> folded() {
        return page.locator("[data-cg-folded] > .cg-fold .cg-name").allTextContents();
    }
}
