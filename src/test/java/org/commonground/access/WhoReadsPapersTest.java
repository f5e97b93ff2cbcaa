package org.commonground.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import javax.imageio.ImageIO;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.commonground.access.Visitor.Answer;
import org.commonground.agreement.AgreementForm;
import org.commonground.agreement.AgreementService;
import org.commonground.agreement.DraftingService;
import org.commonground.agreement.SigningService;
import org.commonground.agreement.VersionCard;
import org.commonground.document.DocumentAudience;
import org.commonground.document.Documents;
import org.commonground.engine.MovableClock;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.PeopleService;
import org.commonground.organisation.Registrations;
import org.commonground.review.NamedChange;
import org.commonground.review.RatingService;
import org.commonground.review.ReviewReports;
import org.commonground.review.ReviewService;
import org.commonground.review.WayForward;
import org.commonground.review.WayForwardService;
import org.commonground.stage.Ladder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Who reads which papers: Reada and Readb have sealed an agreement; Readc left before; Readd is a partner elsewhere, where signing goes on.
 */
@AccessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoReadsPapersTest {

    private static final String PASSWORD = "CommonGround-1";
    private static final OrganisationId A = new OrganisationId("Reada");
    private static final OrganisationId B = new OrganisationId("Readb");
    private static final OrganisationId C = new OrganisationId("Readc");
    private static final OrganisationId D = new OrganisationId("Readd");

    @LocalServerPort
    int port;
    @Autowired
    IdentityService identities;
    @Autowired
    Ladder ladder;
    @Autowired
    OrganisationService organisations;
    @Autowired
    PeopleService people;
    @Autowired
    NegotiationService negotiations;
    @Autowired
    DraftingService drafting;
    @Autowired
    SigningService signatures;
    @Autowired
    AgreementService agreements;
    @Autowired
    ReviewService reviews;
    @Autowired
    WayForwardService ways;
    @Autowired
    RatingService ratings;
    @Autowired
    ReviewReports reports;
    @Autowired
    Documents documents;
    @Autowired
    MovableClock clock;

    private PartnershipId sealed;
    private PartnershipId signing;
    private UUID scanForMembers;
    private UUID scanForA;
    private UUID scanForStaff;

    @BeforeAll
    void two_partnerships_with_their_papers() throws IOException {
        for (OrganisationId one : List.of(A, B, C, D)) {
            organisations.register(Registrations.of(one.code()), "coordinator");
            organisations.verify(one, null);
            organisations.openAccounts(one);
            people.giveMandate(one, focal(one), LocalDate.now(clock), null, focal(one));
            User account = identities.createUserQuery().userId(focal(one)).singleResult();
            account.setPassword(PASSWORD);
            identities.saveUser(account);
        }
        Stream.of("coordinator", "manager", "designer").forEach(this::staff);
        sealed = partnership(A, B, C);
        NegotiationId negotiation = negotiations.founding(sealed).orElseThrow();
        negotiations.leave(negotiation, C, "No time this year", focal(C));
        String hash = signing(negotiation);
        List.of(A, B).forEach(one -> signatures.sign(negotiation, one, hash, focal(one)));
        signatures.seal(negotiation);
        signing = partnership(D, A);
        signing(negotiations.founding(signing).orElseThrow());
        UUID review = reviews.open(sealed, UUID.randomUUID());
        ratings.consolidate(review);
        ways.discuss(review, LocalDate.now(clock), Set.of(A), "Nobody came before the harvest", List.of(), "coordinator");
        ways.settle(review, WayForward.CONTINUE, LocalDate.now(clock), Set.of(A), NamedChange.NONE, "They will come after it",
                "coordinator");
        reports.write(review);
        scanForMembers = documents.store(sealed, "Minutes “of <b>May</b>”; 1/2", 1, DocumentAudience.MEMBERS, picture(), "coordinator")
                .id();
        scanForA = documents.store(sealed, "Signature of Reada", 1, DocumentAudience.only(A), picture(), "coordinator").id();
        scanForStaff = documents.store(sealed, "Note", 1, DocumentAudience.STAFF, picture(), "coordinator").id();
    }

    @ParameterizedTest
    @ValueSource(strings = {"readaFocal", "readbFocal", "papersCoordinator", "papersManager", "admin"})
    void members_and_staff_read_the_papers(String user) {
        Visitor reader = visitor(user);
        assertThat(reader.get("/papers/" + sealed).text())
                .contains("Cotton without poison", "Version 1", "Sealed", "Minutes “of &lt;b&gt;May&lt;/b&gt;”");
        assertThat(reader.get("/agreements/" + sealed + "/1").text()).contains("<h1", "Signatures of all parties", "Focal of Reada");
        assertThat(reader.get("/agreements/" + sealed + "/1/pdf").text()).startsWith("%PDF-");
        assertThat(reader.get("/documents/" + scanForMembers).status()).isEqualTo(200);
        assertThat(reader.get("/papers/" + sealed).text()).contains("/reviews/" + sealed + "/1");
        assertThat(reader.get("/reviews/" + sealed + "/1").text()).contains("<h1", "Nobody came before the harvest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"readcFocal", "readdFocal", "papersDesigner"})
    void for_former_members_strangers_and_designers_there_is_nothing(String user) {
        Visitor stranger = visitor(user);
        Answer missing = stranger.get("/papers/P-2026-9999");
        assertThat(missing.status()).isEqualTo(404);
        for (String path : List.of("/papers/" + sealed, "/agreements/" + sealed + "/1", "/agreements/" + sealed + "/1/pdf",
                "/reviews/" + sealed + "/1", "/reviews/" + sealed + "/1/pdf", "/documents/" + scanForMembers, "/documents/" + scanForA,
                "/documents/" + scanForStaff, "/documents/" + sealedPdf())) {
            Answer answer = stranger.get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.text().replace(path, "")).as("it sounds like what does not exist").isEqualToIgnoringCase(
                    missing.text().replace("/papers/P-2026-9999", "").replaceAll("\"timestamp\":\"[^\"]*\"", timestamp(answer)));
            assertThat(answer.header("Set-Cookie")).as("no page of ours opens a session").isEmpty();
        }
    }

    private static String timestamp(Answer answer) {
        return answer.text().replaceAll("(?s).*(\"timestamp\":\"[^\"]*\").*", "$1");
    }

    @Test
    void the_report_of_a_review_is_offered_once_beside_it() {
        UUID report = reviews.reviews(sealed).get(0).report();
        String page = visitor("papersCoordinator").get("/papers/" + sealed).text();
        assertThat(page).containsOnlyOnce("/reviews/" + sealed + "/1/pdf").doesNotContain("/documents/" + report);
        assertThat(page.indexOf("/reviews/" + sealed + "/1/pdf")).isLessThan(page.indexOf("Other documents"));
        Answer pdf = visitor("papersCoordinator").get("/reviews/" + sealed + "/1/pdf");
        assertThat(pdf.header("Content-Length")).isEqualTo(String.valueOf(documents.content(report).length));
    }

    @Test
    void a_paper_for_one_organisation_is_for_its_people_and_staff() {
        assertThat(statuses("/documents/" + scanForA, "readaFocal", "readbFocal", "papersCoordinator")).containsExactly(200, 404, 200);
        assertThat(statuses("/documents/" + scanForStaff, "readaFocal", "readbFocal", "papersManager")).containsExactly(404, 404, 200);
        assertThat(visitor("readbFocal").get("/papers/" + sealed).text()).contains("Minutes").doesNotContain("Signature of Reada", "Note");
        assertThat(visitor("papersCoordinator").get("/papers/" + sealed).text()).contains("Minutes", "Signature of Reada", "Note");
    }

    @Test
    void who_leaves_an_organisation_reads_nothing_of_it_any_more() {
        people.invite(A, "readaLeaver", "Leaver", "leaver@example.org", focal(A));
        User account = identities.createUserQuery().userId("readaLeaver").singleResult();
        account.setPassword(PASSWORD);
        identities.saveUser(account);
        Visitor leaver = visitor("readaLeaver");
        assertThat(leaver.get("/agreements/" + sealed + "/1").status()).isEqualTo(200);
        people.leave(A, "readaLeaver", focal(A));
        assertThat(leaver.get("/agreements/" + sealed + "/1").header("Location")).as("logged out").endsWith("/login");
        leaver.login("readaLeaver", PASSWORD);
        assertThat(leaver.get("/agreements/" + sealed + "/1").status()).isEqualTo(404);
        assertThat(leaver.get("/documents/" + scanForMembers).status()).isEqualTo(404);
    }

    @Test
    void the_sealed_pdf_is_the_one_that_was_kept() {
        Answer pdf = visitor("readaFocal").get("/agreements/" + sealed + "/1/pdf");
        VersionCard version = agreements.versions(sealed).get(0);
        byte[] kept = documents.content(version.document());
        assertThat(Documents.sha256(kept)).isEqualTo(version.pdfSha256());
        assertThat(pdf.header("Content-Length")).isEqualTo(String.valueOf(kept.length));
        assertThat(visitor("readaFocal").get("/papers/" + sealed).text()).contains(version.sha256(), version.pdfSha256());
    }

    @Test
    void files_are_taken_home_under_their_name_and_never_opened_in_place() {
        Visitor reader = visitor("readaFocal");
        Answer pdf = reader.get("/agreements/" + sealed + "/1/pdf");
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(pdf.header("Content-Disposition")).startsWith("attachment;").contains("filename*=UTF-8''")
                .contains("Cotton%20without%20poison%20%E2%80%93%20agreement%20v1.pdf");
        Answer unsigned = reader.get("/agreements/" + signing + "/1/pdf");
        assertThat(unsigned.header("Content-Disposition")).contains("agreement%20v1%20for%20signature.pdf");
        Answer scan = reader.get("/documents/" + scanForMembers);
        assertThat(scan.header("Content-Type")).isEqualTo("image/png");
        assertThat(scan.header("Content-Disposition")).startsWith("attachment;").contains("1%202.png").doesNotContain("<");
        for (Answer file : List.of(pdf, unsigned, scan)) {
            assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(file.header("Cache-Control")).isEqualTo("no-store");
            assertThat(file.header("Content-Security-Policy")).startsWith("sandbox;");
        }
    }

    @Test
    void the_page_of_an_agreement_can_do_nothing() {
        Answer page = visitor("readaFocal").get("/agreements/" + signing + "/1");
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.response().headers().allValues("Content-Security-Policy")).singleElement().asString()
                .startsWith("sandbox allow-downloads; default-src 'none'").doesNotContain("script", "allow-same-origin");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.text()).contains("This is not a signed copy.").doesNotContain("Signatures of all parties", "<script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/papers/x", "/papers/P-2026-0001%27--", "/agreements/x/1", "/agreements/P-2026-0001/0",
            "/agreements/P-2026-0001/99999999999",
            "/agreements/P-2026-0001/-1/pdf", "/documents/x", "/documents/00000000-0000-0000-0000-000000000000",
            "/agreements/P-2026-0001/1/2", "/shelves/P-2026-0001/1", "/papers/P-2026-0001/1/pdf"})
    void what_does_not_exist_is_not_found(String path) {
        assertThat(visitor("papersCoordinator").get(path).status()).isEqualTo(404);
    }

    @Test
    void a_browser_is_told_in_words_what_to_do() {
        Answer page = visitor("papersDesigner").get("/papers/" + sealed, "Accept", "text/html");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("There is nothing here for you", "Back to my page");
        for (String path : List.of("/papers/" + sealed, "/papers/P-2026-9999", "/documents/" + scanForMembers)) {
            Answer asked = visitor("nobody").get(path, "Accept", "text/html");
            assertThat(asked.status()).as(path).isEqualTo(302);
            assertThat(asked.header("Location")).as("whether there is such a paper is not told").endsWith("/login");
        }
    }

    private PartnershipId partnership(OrganisationId... partners) {
        Map<OrganisationId, Role> roles = new LinkedHashMap<>();
        for (OrganisationId partner : partners) {
            roles.put(partner, roles.isEmpty() ? Role.EXPERT : Role.IMPLEMENTER);
        }
        PartnershipId partnership = ladder.chosen(roles);
        ladder.agreed(partnership);
        return partnership;
    }

    /** @return the hash that is signed */
    private String signing(NegotiationId negotiation) {
        drafting.chooseForm(negotiation, AgreementForm.MEMORANDUM, "The partners need no contract.");
        int version = drafting.draft(negotiation);
        drafting.release(negotiation, version, "coordinator");
        signatures.openSigning(negotiation);
        return agreements.current(negotiation).sha256();
    }

    private UUID sealedPdf() {
        return agreements.versions(sealed).get(0).document();
    }

    private List<Integer> statuses(String path, String... users) {
        return Stream.of(users).map(user -> visitor(user).get(path).status()).toList();
    }

    private Visitor visitor(String user) {
        return switch (user) {
            case "nobody" -> Visitor.anonymous(port);
            case "papersManager", "papersDesigner" -> Visitor.loggedIn(port, "cockpit", user, PASSWORD);
            case "admin" -> Visitor.loggedIn(port, "admin", user, PASSWORD);
            default -> Visitor.loggedIn(port, "tasklist", user, PASSWORD);
        };
    }

    private void staff(String group) {
        String user = "papers" + Character.toUpperCase(group.charAt(0)) + group.substring(1);
        User account = identities.newUser(user);
        account.setPassword(PASSWORD);
        identities.saveUser(account);
        identities.createMembership(user, group);
    }

    private static String focal(OrganisationId organisation) {
        return organisation.code().toLowerCase() + "Focal";
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(3, 3, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
