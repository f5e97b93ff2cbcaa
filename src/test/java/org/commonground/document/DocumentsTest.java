package org.commonground.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;

import javax.imageio.ImageIO;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.commonground.engine.MovableClock;
import org.commonground.foundation.NotFound;
import org.commonground.stage.Refusals;
import org.commonground.stage.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(classes = {Documents.class, MovableClock.class}, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ContextConfiguration(initializers = TestDatabase.class)
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class, JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class})
class DocumentsTest {

    private static final String NO_SUCH_FILE = "This file is not a PDF, PNG or JPEG that can be opened. "
            + "Please save it as one of these, without a password, and try again.";

    @Autowired
    Documents documents;
    @Autowired
    JdbcTemplate jdbc;

    @Test
    void what_was_stored_comes_back_with_all_that_is_known_of_it() throws IOException {
        byte[] picture = picture("png", 900);
        assertThat(picture.length).as("more than one part").isGreaterThan(1_000_000);
        Document stored = store("Cotton without poison – signature of FAO", picture);
        assertThat(documents.find(stored.id())).hasValueSatisfying(found -> {
            assertThat(found).usingRecursiveComparison().ignoringFields("createdAt").isEqualTo(stored);
            assertThat(found.createdAt()).isCloseTo(stored.createdAt(),
                    org.assertj.core.api.Assertions.within(1, java.time.temporal.ChronoUnit.MILLIS));
        });
        assertThat(stored.type()).isEqualTo(FileType.PNG);
        assertThat(stored.size()).isEqualTo(picture.length);
        assertThat(stored.sha256()).isEqualTo(Documents.sha256(picture)).hasSize(64);
        assertThat(documents.content(stored.id())).isEqualTo(picture);
    }

    @Test
    void pdf_png_and_jpeg_are_known_by_their_content() throws IOException {
        assertThat(store("paper", paper(null)).type()).isEqualTo(FileType.PDF);
        assertThat(store("picture.pdf", picture("png", 9)).type()).isEqualTo(FileType.PNG);
        assertThat(store("photo.png", picture("jpeg", 9)).type()).isEqualTo(FileType.JPEG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "<html><script>alert(1)</script></html>", "GIF89a", "<svg xmlns='http://www.w3.org/2000/svg'/>",
            "PK\u0003\u0004", "%PDF-1.7 but not really", "%PDF-", "MZ"})
    void everything_else_is_refused(String content) {
        refused("x.pdf", content.getBytes(StandardCharsets.ISO_8859_1), NO_SUCH_FILE);
    }

    @Test
    void a_damaged_or_locked_file_is_refused() throws IOException {
        refused("half a picture", Arrays.copyOf(picture("png", 9), 12), NO_SUCH_FILE);
        refused("locked paper", paper("secret"), NO_SUCH_FILE);
        byte[] enormous = picture("png", 9);
        // The width stands in the first header, as four bytes.
        enormous[16] = 0x7F;
        refused("a picture that unfolds", enormous, NO_SUCH_FILE);
    }

    @Test
    void a_file_larger_than_ten_megabytes_is_refused() throws IOException {
        byte[] paper = paper(null);
        assertThat(store("as large as may be", Arrays.copyOf(paper, Documents.LARGEST)).size()).isEqualTo(Documents.LARGEST);
        refused("one byte more", Arrays.copyOf(paper, Documents.LARGEST + 1),
                "This file is larger than 10 MB. Please scan it with fewer dots per inch, or save it smaller.");
    }

    @Test
    void a_file_needs_a_name_of_reasonable_length() throws IOException {
        byte[] paper = paper(null);
        refused(" ", paper, "Please give the file a name of at most 200 characters.");
        refused("x".repeat(201), paper, "Please give the file a name of at most 200 characters.");
    }

    @Test
    void a_changed_content_is_never_handed_out() throws IOException {
        byte[] content = paper(null);
        Document stored = store("changed behind our back", content);
        content[content.length / 2]++;
        jdbc.update("update document_part set content = ? where document = ?", content, stored.id());
        assertThatThrownBy(() -> documents.content(stored.id())).isInstanceOf(IllegalStateException.class).hasMessageContaining("hash");
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThat(documents.find(UUID.randomUUID())).isEmpty();
        assertThatThrownBy(() -> documents.content(UUID.randomUUID())).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "P-2026-0007 Cotton without poison – agreement v2 | P-2026-0007 Cotton without poison – agreement v2.pdf",
            "../../etc/passwd | document.. .. etc passwd.pdf",
            "a\"b;c:d*e?f<g>h%0d | a b c d e f g h 0d.pdf",
            "कृषि विभाग / اتحاد | कृषि विभाग اتحاد.pdf",
            "??? | document.pdf"})
    void a_file_name_is_only_a_name(String words, String expected) {
        assertThat(FileName.of(words, "pdf")).isEqualTo(expected);
    }

    @Test
    void a_file_name_holds_no_line_breaks_and_no_end() {
        assertThat(FileName.of("a\r\nSet-Cookie: b\u202Efdp", "pdf")).isEqualTo("a Set-Cookie b fdp.pdf");
        assertThat(FileName.of("é".repeat(500), "pdf")).hasSizeLessThan(130).endsWith("….pdf");
    }

    private Document store(String name, byte[] content) {
        return documents.store(null, name, 1, DocumentAudience.MEMBERS, content, "somebody");
    }

    private void refused(String name, byte[] content, String sentence) {
        int before = jdbc.queryForObject("select count(*) from document", Integer.class);
        Refusals.refused(sentence, () -> store(name, content));
        assertThat(jdbc.queryForObject("select count(*) from document", Integer.class)).isEqualTo(before);
    }

    /** Noise, so that it stays large. */
    private static byte[] picture(String format, int size) throws IOException {
        BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        Random noise = new Random(7);
        for (int x = 0; x < size; x++) {
            for (int y = 0; y < size; y++) {
                picture.setRGB(x, y, noise.nextInt());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, format, out);
        return out.toByteArray();
    }

    private static byte[] paper(String password) throws IOException {
        try (PDDocument paper = new PDDocument()) {
            paper.addPage(new PDPage());
            if (password != null) {
                paper.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            paper.save(out);
            return out.toByteArray();
        }
    }
}
