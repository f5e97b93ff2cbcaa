package org.commonground.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.commonground.agreement.AgreementService;
import org.commonground.agreement.PrintedSheets;
import org.commonground.agreement.SignatureLine;
import org.commonground.document.SampleFiles;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.stage.Cast;
import org.commonground.stage.Stage;
import org.commonground.story.Answers;
import org.commonground.story.Course;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Two partners are to sign. One signs by hand and brings the scan; the other, on a telephone, brings a photo. */
@BrowserTest
class FilesStoryTest {

    private static final String COTTON = "Cotton on paper";

    @Autowired
    private BrowserStage browser;
    @Autowired
    private Stage stage;
    @Autowired
    private AgreementService agreements;
    @Autowired
    private PrintedSheets sheets;
    @TempDir
    private Path desk;

    private Cast cast;
    private String number;

    @BeforeEach
    void a_text_is_out_for_signature() {
        browser.isEmptied();
        cast = stage.cast().fao().withMandates();
        Map<String, Role> roles = new LinkedHashMap<>();
        roles.put("Fao", Role.EXPERT);
        roles.put("Ngo", Role.IMPLEMENTER);
        number = browser.withoutWindows(() -> {
            Course course = new Course(cast);
            String chosen = course.choosesPartners(COTTON, roles);
            course.findsVision(chosen, List.of("Fao", "Ngo"));
            course.agrees(chosen, List.of("Fao", "Ngo"));
            course.isReleased(chosen);
            cast.actor("Ngo").completes("Sign agreement", chosen, Answers.signature(cast.actor("Ngo").opens("Sign agreement", chosen)));
            return chosen;
        });
    }

    @Test
    void a_sheet_is_printed_signed_by_hand_scanned_and_verified() throws Exception {
        Person expert = browser.person(cast.actor("Fao"));
        expert.chooses("My organisation").opens("Sign agreement", COTTON).claims().agrees("We sign on paper, by hand")
                .pictures("sign-on-paper");
        Page page = expert.page();
        Download sheet = page.waitForDownload(() -> page.getByText("Print the sheet").click());
        assertThat(sheet.suggestedFilename()).contains("sheet to sign, version 1").endsWith(".pdf");
        assertThat(Files.readAllBytes(sheet.path())).startsWith("%PDF-".getBytes());
        Files.copy(sheet.path(), Path.of("target", "screenshots", "sheet-to-sign.pdf"), StandardCopyOption.REPLACE_EXISTING);

        page.getByText("add the scan to the files").click();
        page.waitForURL("**/files?step=sign-agreement");
        assertThat(page.locator("#kind").inputValue()).isEqualTo("signature");
        assertThat(page.locator("input[name=audience]:checked").inputValue()).isEqualTo("own");
        bring(page, "sheet.png", SampleFiles.picture("png", 60));
        assertThat(page.locator(".told").innerText()).isEqualTo("“sheet.png” was added.");
        expert.wholePage("files-1366");

        page.navigate(browser.address() + "/camunda/app/tasklist/default/");
        expert.chooses("My organisation").opens("Sign agreement", COTTON);
        if (!expert.isAsked("Code on the sheet")) {
            expert.agrees("We sign on paper, by hand");
        }
        expert.picksLike("Who signed the sheet?", 0, "Food and Agriculture").picksLike("Which file is its scan?", 0, "sheet.png")
                .writes("Code on the sheet", sheets.code(new PartnershipId(number), 1, cast.id("Fao")))
                .pictures("hand-in-sheet").completes();

        Person broker = browser.broker();
        broker.chooses("Secretariat queue").opens("Verify paper signature", COTTON).claims();
        Download scan = broker.page().waitForDownload(() -> broker.page().getByText("Download the scan").click());
        assertThat(scan.path()).hasBinaryContent(SampleFiles.picture("png", 60));
        broker.ticks("Does it count?", "Yes: the fingerprint is this one, and it is signed by who is named here")
                .writes("Which code stands on the sheet?", sheets.code(new PartnershipId(number), 1, cast.id("Fao")))
                .pictures("verify-paper-signature").completes();
        browser.waitsUntil(() -> agreements.isSealed(new PartnershipId(number)), "the agreement is sealed");
        assertThat(agreements.paper(new PartnershipId(number), 1).signatures()).extracting(SignatureLine::method)
                .anySatisfy(how -> assertThat(how).startsWith("On paper, verified by The broker on "));
    }

    @Test
    void a_photo_is_added_on_a_telephone_replaced_and_taken_home() throws Exception {
        Person ngo = browser.person(cast.actor("Ngo"));
        Page page = ngo.page();
        page.setViewportSize(390, 844);
        page.navigate(browser.address() + "/partnerships/" + number + "/files");
        ngo.wholePage("files-empty-390");
        page.locator("#kind").selectOption("photo");
        page.locator("input[name=audience][value=all]").check();
        ngo.expectsRefusal();
        bring(page, "field.pdf", SampleFiles.picture("jpeg", 40));
        assertThat(page.locator(".refusal").innerText()).startsWith("“field.pdf” is not what its name says: inside it is a JPEG picture.");
        ngo.wholePage("files-refused-390");
        assertThat(page.locator("#kind").inputValue()).as("what was chosen stays").isEqualTo("photo");
        bring(page, "field.jpg", SampleFiles.picture("jpeg", 40));
        assertThat(page.locator(".told").innerText()).isEqualTo("“field.jpg” was added.");

        page.getByText("Replace it").click();
        page.locator("details[open] input[type=file]").setInputFiles(kept("better.jpg", SampleFiles.picture("jpeg", 50)));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Replace").setExact(true)).click();
        page.getByText("“better.jpg” is version 2 now.").waitFor();
        page.getByText("Earlier versions and fingerprints").click();
        ngo.wholePage("files-390");
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")).as("nothing is cut").isEqualTo(true);
        assertThat(new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")).analyze()
                .getViolations()).isEmpty();
        Locator link = page.locator("section.paper h3 a");
        Download photo = page.waitForDownload(link::click);
        assertThat(photo.suggestedFilename()).isEqualTo("better.jpg");
        assertThat(photo.path()).hasBinaryContent(SampleFiles.picture("jpeg", 50));
    }

    private void bring(Page page, String name, byte[] content) throws Exception {
        page.locator("#file").setInputFiles(kept(name, content));
        page.waitForNavigation(() -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add the file")).click());
    }

    private Path kept(String name, byte[] content) throws Exception {
        return Files.write(desk.resolve(name), content);
    }
}
