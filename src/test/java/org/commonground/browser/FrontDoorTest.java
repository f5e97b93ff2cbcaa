package org.commonground.browser;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import org.commonground.notice.Mails;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** How a new organisation and its first person get in, every step on a screen. */
@BrowserTest
class FrontDoorTest {

    private static final Pattern LINK = Pattern.compile("https?://[^/]+(/account/[\\w-]+)");

    @Autowired
    BrowserStage stage;
    @Autowired
    Mails mails;

    @BeforeEach
    void aCoordinator() {
        stage.account("nadia", "Nadia", "Haddad", "coordinator", "partner");
    }

    @Test
    void an_organisation_is_registered_and_its_focal_point_comes_in_by_the_mailed_link() {
        String code = "Ravi";
        String name = "Farmers of Ravi";
        String lakshmiId = "lakshmi";
        Person nadia = stage.person("nadia");
        assertThat(nadia.filters()).contains("Secretariat queue", "Waiting on others", "Overdue at others");
        assertThat(nadia.mayStart()).contains("Register organisation", "Propose partnership");

        nadia.begins("Register organisation").picture("register-organisation").isCorrected();
        assertThat(nadia.page().locator(".cg-mistakes a").allInnerTexts()).as("folded parts too").contains(
                "The organisation: “Code” is missing: please fill it in.", "Its registration: “Number” is missing: please fill it in.",
                "Who knows it: References, no. 1: “How to reach them” is missing: please fill it in.");
        nadia.writes("Code", code).writes("Name", name).picks("Kind", "Producer association").picks("Country", "India")
                .ticks("Roles it could take", "Implementer: carries out the activities").ticks("Levels at which it works", "Local")
                .writes("Area", "Guntur").picks("Level", "Local").writes("Registration document", "Cooperative register")
                .writes("Number", "CR-17").dates("Valid until", LocalDate.now().plusYears(2))
                .writes("Who knows the organisation", "The district office").writes("How to reach them", "office@example.org")
                .writes("Name of the focal point", "Lakshmi Reddy").writes("E-mail of the focal point", lakshmiId + "@example.org")
                .writes("User id of the focal point", lakshmiId).completes();

        nadia.chooses("Secretariat queue").opens("Verify organisation", name).claims()
                .ticks("What did you find?", "Verified: the organisation exists and is who it says")
                .picture("verify-organisation").completes();

        Person lakshmi = stage.visitor(linkMailedTo(lakshmiId + "@example.org"));
        lakshmi.picture("choose-password");
        Page page = lakshmi.page();
        assertThat(page.content()).contains("Lakshmi Reddy", lakshmiId);
        page.getByLabel("New password").fill(BrowserStage.PASSWORD);
        page.getByLabel("The same password again").fill(BrowserStage.PASSWORD);
        page.getByText("Set password").click();
        page.getByText("Your password is set").waitFor();

        lakshmi = stage.person(lakshmiId);
        assertThat(lakshmi.filters()).startsWith("My organisation");
        assertThat(lakshmi.mayStart()).containsExactly("Raise matter", "Propose partnership");
        lakshmi.chooses("My organisation").opens("Update people").picture("update-people");
        assertThat(lakshmi.reads()).contains(name, "Lakshmi Reddy");
    }

    @Test
    void a_wrong_password_is_answered_in_words() {
        // Somebody of his own: after a wrong try a right one has to wait.
        stage.account("nils", "Nils", "Berg", "coordinator", "partner");
        Person nils = stage.visitor(stage.address() + "/camunda/app/tasklist/default/");
        Page page = nils.page();
        page.getByLabel("User name").fill("nils");
        page.getByLabel("Password").fill("not this one");
        page.getByLabel("Password").press("Enter");
        page.getByText("User name or password is wrong. Please try again.").waitFor();
        assertThat(page.getByLabel("Password").inputValue()).isEmpty();
        nils.picture("wrong-password");
    }

    @Test
    void the_webapps_of_staff_open_without_an_error() {
        stage.account("omar", "Omar", "Sy", "manager");
        stage.account("dina", "Dina", "Roy", "designer");
        for (String user : List.of("omar", "dina")) {
            Person person = stage.person(user, "cockpit", 1366, 900);
            person.page().locator("a[href*='#/processes']:visible").first().click();
            person.page().locator(":text('Partnership'):visible").first().waitFor();
            person.picture("cockpit-of-" + user);
        }
        stage.person("admin", "admin", 1366, 900).picture("admin");
    }

    private String linkMailedTo(String address) {
        stage.waitsUntil(() -> links(address).findAny().isPresent(), "a link is mailed to " + address);
        return stage.address() + links(address).findFirst().orElseThrow();
    }

    /** Another play may have left mails of later years. */
    private Stream<String> links(String address) {
        return mails.latest(5000).stream().filter(mail -> mail.to().address().equals(address)).map(mail -> LINK.matcher(mail.text()))
                .filter(Matcher::find).map(found -> found.group(1));
    }
}
