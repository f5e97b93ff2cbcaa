package org.commonground.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.commonground.agreement.AgreedTerms;
import org.commonground.document.Documents;
import org.commonground.engine.MovableClock;
import org.commonground.foundation.PartnershipId;
import org.commonground.stage.Cast;
import org.commonground.stage.Stage;
import org.commonground.story.Course;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Four partners at work change what they agreed, in Tasklist: the facilitators would hold fewer schools, who pays for them signs with
 * them, the farmers say that it concerns them, and the government reads it. Then all read the new version beside the first one.
 */
@BrowserTest
class AmendmentStoryTest {

    private static final String COTTON = "Cotton with fewer schools";
    private static final List<String> PARTNERS = List.of("Goi", "Eu", "Ngo", "Ffs");
    private static final String ROLES = "The NGO runs the schools in the villages; the federation finds the farmers who come.";
    private static final String WHY = "Two of our facilitators went to the state department.";
    private static final String READ = "Asked to read it before it was sealed";
    private static final String CONCERNED = "Whom no school finds any more asks us why.";

    @Autowired
    private BrowserStage browser;
    @Autowired
    private Stage stage;
    @Autowired
    private MovableClock clock;
    @Autowired
    private AgreedTerms agreed;
    @Autowired
    private Documents documents;

    private Cast cast;
    private Map<String, Person> people;
    private Person broker;
    private String number;
    private PartnershipId id;
    private String rolesBefore;

    @BeforeEach
    void four_partners_are_at_work() {
        browser.isEmptied();
        cast = stage.cast().fao().withMandates();
        number = browser.withoutWindows(() -> {
            Course course = new Course(cast);
            String atWork = course.worksTogether(COTTON, PARTNERS, "Goi", "Eu", LocalDate.now(clock));
            course.commits(atWork, "Ngo", "Commit activities");
            return atWork;
        });
        id = new PartnershipId(number);
        broker = browser.broker();
        people = browser.people(cast, PARTNERS);
    }

    @Test
    void one_proposes_those_whom_it_concerns_sign_and_the_others_read() throws IOException {
        theFacilitatorsProposeChanges();
        whoPaysAgrees();
        theOthersReadIt();
        itIsSigned();
        theNewVersionIsRead();
        theFacilitatorsCommitAnew();
    }

    private void theFacilitatorsProposeChanges() {
        Person ngo = people.get("Ngo");
        ngo.begins("Raise matter").completes();
        ngo.isTold("Describe matter").chooses("Mine").opens("Describe matter").claims();
        ngo.ticks("What do you raise?", "An amendment: something that was agreed is changed, by agreement").writes("Why?", WHY)
                .pictures("describe-matter-amendment").completes();

        ngo.chooses("My organisation").opens("Propose changes", COTTON).claims();
        assertThat(ngo.reads()).contains(WHY);
        ngo.picture("propose-changes-empty").ticks("What do you do?", "Propose changes")
                .tags("What shall be different?", "3. Roles and responsibilities", "4. Contributions");
        rolesBefore = ngo.holds("Wording of topic 3");
        assertThat(rolesBefore).isNotBlank();
        int schools = IntStream.range(0, ngo.rows("What")).filter(row -> ngo.holds("What", row).equals("Field schools")).findFirst()
                .orElseThrow();
        assertThat(ngo.holds("Amount", schools)).as("it stands there as it holds").isEqualTo("40");
        assertThat(ngo.isRefused()).contains("“3. Roles and responsibilities” and “4. Contributions” are as before. Please change them");
        ngo.picture("propose-changes-refused").writes("Wording of topic 3", ROLES).writes("Amount", schools, 30)
                .ticks("Whom does it concern besides?", cast.name("Eu")).pictures("propose-changes").completes();
        ngo.picture("after-proposing-changes");
    }

    private void whoPaysAgrees() {
        Person eu = people.get("Eu");
        eu.chooses("My organisation").opens("State positions", COTTON).claims();
        assertThat(eu.reads()).contains(cast.name("Ngo") + " proposes a change: " + WHY, rolesBefore, ROLES, "40 groups", "30 groups")
                .as("what is kept is told once").containsOnlyOnce("Money for the schools");
        eu.picture("state-positions-amendment").ticks("What do you say?", 0, "We accept it").ticks("What do you say?", 1, "We accept it")
                .pictures("state-positions-amendment-answered").completes();
        for (String code : List.of("Ngo", "Eu")) {
            people.get(code).chooses("My organisation").opens("Read the positions", COTTON).claims()
                    .ticks("Have you read it?", "Yes, we are ready").pictures("read-the-positions-amendment-" + code).completes();
        }
    }

    private void theOthersReadIt() {
        Person goi = people.get("Goi");
        goi.chooses("My organisation").opens("Read amendment", COTTON).claims();
        assertThat(goi.reads()).contains(cast.name("Ngo"), WHY, rolesBefore, ROLES, "40 groups", "30 groups", cast.name("Eu"))
                .containsOnlyOnce("Money for the schools");
        goi.ticks("What do you say?", "We have read it").pictures("read-amendment").completes();

        Person farmers = people.get("Ffs");
        farmers.chooses("My organisation").opens("Read amendment", COTTON).claims().ticks("What do you say?",
                "It concerns us: we sign it, too");
        assertThat(farmers.isCorrected()).containsExactly("“How does it concern you?” is missing: please fill it in.");
        farmers.writes("How does it concern you?", CONCERNED).pictures("read-amendment-concerned").completes();
    }

    private void itIsSigned() {
        broker.chooses("Secretariat queue").opens("Check agreement", COTTON).claims();
        assertThat(broker.reads()).contains("100 %", ROLES, rolesBefore);
        broker.ticks("What do you decide?", "Release this version for signing").pictures("check-agreement-amendment").completes();
        for (String code : List.of("Ngo", "Eu", "Ffs")) {
            Person signer = people.get(code);
            signer.chooses("Signatures").opens("Sign agreement", COTTON).claims();
            assertThat(signer.reads()).contains(ROLES, "What this version changes");
            signer.pictures("sign-agreement-amendment-" + code).completes();
        }
        browser.waitsUntil(() -> agreed.of(id).version() == 2, "the second version is sealed");
        assertThat(people.get("Goi").chooses("Signatures").tasks()).as("who has read it signs nothing").isEmpty();
    }

    private void theNewVersionIsRead() throws IOException {
        Person goi = people.get("Goi");
        Page page = goi.page();
        page.navigate(browser.address() + "/papers/" + number);
        page.getByText("clauses differ from the version before").click();
        goi.wholePage("papers-amended");
        assertThat(page.content()).contains("Version 2 has taken its place.").containsOnlyOnce("Signed by all parties");
        String first = words(keeps("agreement-version-1", download(page, 1)));
        Path kept = keeps("agreement-version-2", download(page, 2));
        assertThat(kept).hasBinaryContent(documents.content(agreed.of(id).document()));
        String second = words(kept);
        assertThat(first).contains(rolesBefore, "40 groups").doesNotContain(ROLES, "as amended");
        assertThat(second).contains("as amended", number + "/A1", "What this version changes", "Before: " + rolesBefore, "Now: " + ROLES,
                "Field schools · 40 groups", "Field schools · 30 groups");
        assertThat(second).as("the whole text, what was not touched too").contains("English, Telugu", "The university's law clinic",
                "Money for the schools", "Farmers train farmers");
        String signatures = second.substring(second.lastIndexOf("Signatures For Signed by"));
        assertThat(signatures.substring(0, signatures.indexOf(READ))).contains(cast.name("Ngo"), cast.name("Eu"), cast.name("Ffs"))
                .doesNotContain(cast.name("Goi"));
        assertThat(signatures.substring(signatures.indexOf(READ))).contains(cast.name("Goi")).doesNotContain("did not answer");
        page.navigate(browser.address() + "/agreements/" + number + "/2");
        goi.wholePage("agreement-version-2");
        assertThat(page.content()).contains(ROLES);
    }

    private void theFacilitatorsCommitAnew() {
        Person ngo = people.get("Ngo");
        ngo.chooses("My organisation").opens("Commit activities", COTTON).claims();
        assertThat(ngo.reads()).contains("30 groups");
        ngo.pictures("commit-activities-amended").completes();
    }

    private Download download(Page page, int version) {
        return page.waitForDownload(() -> page.locator("a[href$='/" + version + "/pdf']").click());
    }

    /** It stays under target/papers, to be looked at. */
    private static Path keeps(String name, Download arrived) throws IOException {
        assertThat(arrived.suggestedFilename()).contains(COTTON).endsWith(".pdf");
        return Files.copy(arrived.path(), Files.createDirectories(Path.of("target", "papers")).resolve(name + ".pdf"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static String words(Path pdf) throws IOException {
        try (PDDocument paper = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(paper).replaceAll("\\s+", " ");
        }
    }
}
