package org.commonground.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.commonground.access.Visitor.Answer;
import org.commonground.document.SampleFiles;
import org.commonground.engine.MovableClock;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.PeopleService;
import org.commonground.organisation.Registrations;
import org.commonground.partnership.PartnershipService;
import org.commonground.stage.Ladder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Files before the real doors: Filea and Fileb are partners, Filec has left, Filed was never there. */
@AccessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoReadsFilesTest {

    private static final String PASSWORD = "CommonGround-1";
    private static final OrganisationId A = new OrganisationId("Filea");
    private static final OrganisationId B = new OrganisationId("Fileb");
    private static final OrganisationId C = new OrganisationId("Filec");
    private static final OrganisationId D = new OrganisationId("Filed");
    private static final Pattern FILE = Pattern.compile("href=\"(/(?:partnerships|organisations)/[^/\"]+/files/[^/\"]+/\\d+)\"");
    private static final String BOUNDARY = "----common-ground";

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
    PartnershipService partnerships;
    @Autowired
    MovableClock clock;

    private PartnershipId partnership;

    @BeforeAll
    void a_partnership_that_one_has_left() {
        for (OrganisationId one : List.of(A, B, C, D)) {
            organisations.register(Registrations.of(one.code()), "coordinator");
            organisations.verify(one, null);
            organisations.openAccounts(one);
            people.giveMandate(one, focal(one), LocalDate.now(clock), null, focal(one));
            password(focal(one));
        }
        for (String group : List.of("coordinator", "manager", "designer")) {
            String user = "files" + group;
            if (identities.createUserQuery().userId(user).count() == 0) {
                User account = identities.newUser(user);
                account.setPassword(PASSWORD);
                identities.saveUser(account);
                identities.createMembership(user, group);
            }
        }
        partnership = ladder.chosen(Map.of(A, Role.EXPERT, B, Role.IMPLEMENTER, C, Role.PARTICIPANT));
        partnerships.leave(partnership, C, "No time this year", focal(C));
    }

    @Test
    void a_file_is_added_listed_and_taken_home() {
        Visitor a = visitor(focal(A));
        byte[] photo = SampleFiles.picture("png", 40);
        Answer added = add(a, "../../school <b>1.png", photo, "photo", "all");
        assertThat(added.status()).isEqualTo(302);
        String list = a.get(added.header("Location").replaceFirst("https?://[^/]+", "")).text();
        assertThat(list).contains("“school b 1.png” was added.", "Photo", "All members and the secretariat").doesNotContain("<b>1");
        String file = file(list, "school b 1.png");
        Answer taken = visitor(focal(B)).get(file);
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.header("Content-Type")).isEqualTo("image/png");
        assertThat(taken.header("Content-Disposition")).startsWith("attachment;");
        assertThat(taken.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(taken.response().headers().allValues("Content-Security-Policy")).containsExactly("sandbox; default-src 'none'");
        assertThat(taken.header("Cache-Control")).isEqualTo("no-store");
        assertThat(taken.header("Content-Length")).isEqualTo(String.valueOf(photo.length));
    }

    @Test
    void for_strangers_those_who_left_and_designers_there_is_nothing() {
        Visitor a = visitor(focal(A));
        add(a, "plan.txt", SampleFiles.text("A plan"), "other", "all");
        String file = file(a.get(files()).text(), "plan.txt");
        for (String user : List.of(focal(C), focal(D), "filesdesigner")) {
            Visitor stranger = visitor(user);
            assertThat(stranger.get(files()).status()).as(user).isEqualTo(404);
            assertThat(stranger.get(file).status()).as(user).isEqualTo(404);
            assertThat(add(stranger, "x.txt", SampleFiles.text("x"), "other", "all").status()).as(user).isEqualTo(404);
            assertThat(stranger.get("/organisations/Filea/files").status()).as(user).isEqualTo(404);
        }
        assertThat(a.get("/partnerships/P-2026-9999/files").status()).isEqualTo(404);
        Answer anonymous = Visitor.anonymous(port).get(files());
        assertThat(anonymous.header("Location")).endsWith("/login");
    }

    @Test
    void what_is_for_one_organisation_is_seen_by_its_people_and_staff() {
        Visitor a = visitor(focal(A));
        add(a, "receipt.pdf", SampleFiles.pdf(), "receipt", "own");
        String file = file(a.get(files()).text(), "receipt.pdf");
        assertThat(a.get(files()).text()).contains("People of Organisation Filea and the secretariat");
        assertThat(visitor("filescoordinator").get(file).status()).isEqualTo(200);
        assertThat(visitor("filesmanager").get(file).status()).isEqualTo(200);
        assertThat(visitor(focal(B)).get(file).status()).isEqualTo(404);
        assertThat(visitor(focal(B)).get(files()).text()).doesNotContain("receipt.pdf");
    }

    @Test
    void bad_files_are_refused_in_a_sentence_on_the_page() {
        Visitor a = visitor(focal(A));
        Map<String, byte[]> bad = Map.of("empty.pdf", new byte[0], "liar.pdf", SampleFiles.picture("png", 9), "locked.pdf",
                SampleFiles.pdf("rice", 1), "all.zip", SampleFiles.zip("x.txt", "x"), "page.html", SampleFiles.text("<html>"));
        String before = a.get(files()).text();
        bad.forEach((name, content) -> {
            Answer refused = add(a, name, content, "report", "own");
            assertThat(refused.status()).as(name).isEqualTo(409);
            assertThat(refused.text()).as(name).contains("role=\"alert\"", "“" + name + "” ");
            assertThat(refused.text()).as("what was chosen stays").containsPattern("value=\"report\"[^>]* selected=\"selected\"")
                    .containsPattern("value=\"own\"[^>]* checked=\"checked\"");
        });
        Answer nothing = add(a, "", new byte[0], "report", "own");
        assertThat(nothing.text()).contains("Please choose a file first.");
        assertThat(rows(a.get(files()).text())).isEqualTo(rows(before));
    }

    @Test
    void what_is_too_large_is_said_on_the_page() {
        Visitor a = visitor(focal(A));
        Answer larger = add(a, "film.txt", SampleFiles.text("x".repeat(20 * 1024 * 1024 + 1)), "other", "all");
        assertThat(larger.status()).isEqualTo(409);
        assertThat(larger.text()).contains("“film.txt” is larger than 20 MB.");
        Answer huge = add(a, "film.txt", new byte[40 * 1024 * 1024], "other", "all");
        assertThat(huge.status()).isEqualTo(302);
        assertThat(huge.header("Location")).endsWith("/files?large");
        assertThat(a.get(files() + "?large").text()).contains("The file is larger than 20 MB, and was not kept.");
    }

    @Test
    void files_are_read_where_a_page_takes_them_and_nowhere_else() {
        Visitor a = visitor(focal(A));
        a.get(files());
        for (String path : List.of("/answers/x/change", "/drafts/x", "/papers/" + partnership)) {
            assertThat(multipart(a, path, "x.txt", SampleFiles.text("x"), Map.of()).status()).as(path).isEqualTo(415);
        }
        Visitor anonymous = Visitor.anonymous(port);
        assertThat(multipart(anonymous, files(), "x.txt", SampleFiles.text("x"), Map.of()).header("Location")).endsWith("/login");
        Visitor without = visitor(focal(A));
        assertThat(multipart(without, files(), "x.txt", SampleFiles.text("x"), Map.of("kind", "other", "audience", "all")).status())
                .as("without the page's token").isEqualTo(403);
    }

    @Test
    void a_file_is_replaced_and_taken_back_by_those_who_brought_it() {
        Visitor a = visitor(focal(A));
        add(a, "rules.txt", SampleFiles.text("One rule"), "statutes", "all");
        String first = file(a.get(files()).text(), "rules.txt");
        String address = first.replaceFirst("/\\d+$", "");
        Visitor b = visitor(focal(B));
        b.get(files());
        assertThat(multipart(b, address + "/versions", "rules.txt", SampleFiles.text("None"), Map.of()).text())
                .contains("Only those who added this file can replace it or take it back.");
        assertThat(multipart(a, address + "/versions", "rules.txt", SampleFiles.text("Two rules"), Map.of()).status()).isEqualTo(302);
        assertThat(b.get(address + "/2").text()).isEqualTo("Two rules");
        assertThat(b.get(first).text()).isEqualTo("One rule");
        assertThat(a.form(address + "/taken-back", Map.of("reason", "Not decided yet")).status()).isEqualTo(302);
        assertThat(b.get(files()).text()).contains("rules.txt", "Not decided yet");
        assertThat(List.of(b.get(first).status(), b.get(address + "/2").status())).containsExactly(404, 404);
    }

    @Test
    void an_organisation_keeps_its_registration_document() {
        Visitor a = visitor(focal(A));
        a.get("/organisations/Filea/files");
        assertThat(multipart(a, "/organisations/Filea/files", "certificate.pdf", SampleFiles.pdf(),
                Map.of("kind", "registration")).status())
                .isEqualTo(302);
        String file = file(a.get("/organisations/Filea/files").text(), "certificate.pdf");
        assertThat(visitor("filescoordinator").get(file).status()).isEqualTo(200);
        assertThat(visitor(focal(B)).get(file).status()).isEqualTo(404);
    }

    private Answer add(Visitor visitor, String name, byte[] content, String kind, String audience) {
        // Opened first: the page brings the token.
        visitor.get("/answers/none");
        visitor.get("/drafts/none");
        return multipart(visitor, files(), name, content,
                Map.of("kind", kind, "audience", audience, "organisation", organisationOf(visitor)));
    }

    private final Map<Visitor, String> whose = new HashMap<>();

    private String organisationOf(Visitor visitor) {
        return whose.getOrDefault(visitor, "");
    }

    private static Answer multipart(Visitor visitor, String path, String name, byte[] content, Map<String, String> fields) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((field, value) -> body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field
                + "\"\r\n\r\n" + value + "\r\n").getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return visitor.send("POST", path, body.toByteArray(), "Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
    }

    private static String file(String list, String name) {
        return Stream.of(list.split("<section class=\"paper\"")).filter(section -> section.contains(name)).map(section -> {
            Matcher link = FILE.matcher(section);
            return link.find() ? link.group(1) : null;
        }).filter(link -> link != null).findFirst().orElseThrow(() -> new AssertionError("No " + name + " in " + list));
    }

    private static long rows(String list) {
        return Pattern.compile("id=\"file-").matcher(list).results().count();
    }

    private String files() {
        return "/partnerships/" + partnership + "/files";
    }

    private static String focal(OrganisationId organisation) {
        return organisation.code().toLowerCase() + "Focal";
    }

    private void password(String user) {
        User account = identities.createUserQuery().userId(user).singleResult();
        account.setPassword(PASSWORD);
        identities.saveUser(account);
    }

    private Visitor visitor(String user) {
        Visitor visitor = Visitor.loggedIn(port, user.equals("filesdesigner") || user.equals("filesmanager") ? "cockpit" : "tasklist", user,
                PASSWORD);
        if (user.endsWith("Focal")) {
            whose.put(visitor, Character.toUpperCase(user.charAt(0)) + user.substring(1).replace("Focal", ""));
        }
        return visitor;
    }
}
