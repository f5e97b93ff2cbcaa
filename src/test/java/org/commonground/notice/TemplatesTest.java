package org.commonground.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.commonground.stage.ProcessTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Each mail has its template, and each template its mail. */
@ProcessTest
class TemplatesTest {

    @Autowired
    Templates templates;

    @Test
    void a_house_with_a_mail_without_a_template_does_not_start() {
        try (AnnotationConfigApplicationContext house = new AnnotationConfigApplicationContext()) {
            house.registerBean(Templates.class);
            house.registerBean(ForgetfulMails.class, () -> new ForgetfulMails(house.getBean(Templates.class)));

            assertThatThrownBy(house::refresh).rootCause()
                    .hasMessage("The mail “nobody-wrote-it” of the room notice has no template:"
                            + " write templates/notice/nobody-wrote-it.html.");
        }
    }

    /** Outside of the house's own: only the test above has it. */
    static class ForgetfulMails extends RoomMails {

        @SuppressWarnings("unused")
        private final Template forgotten = mail("nobody-wrote-it");

        ForgetfulMails(Templates templates) {
            super(templates, null);
        }
    }

    @Test
    void no_template_lies_about_that_nothing_is_written_from() throws IOException {
        String code = all("src/main/java", ".java").map(TemplatesTest::words).collect(joining());
        String layouts = all("src/main/resources/templates", ".html").map(TemplatesTest::words).collect(joining());
        Path folder = Path.of("src/main/resources/templates");
        List<String> unused = all(folder.toString(), ".html").map(file -> folder.relativize(file).toString().replace(".html", ""))
                .filter(path -> !templates.paths().contains(path) && !code.contains('"' + path + '"') && !layouts.contains("~{" + path))
                // The servlet container's, by its status.
                .filter(path -> !path.startsWith("error/")).toList();

        assertThat(unused).isEmpty();
    }

    private static Stream<Path> all(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
        }
    }

    private static String words(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
