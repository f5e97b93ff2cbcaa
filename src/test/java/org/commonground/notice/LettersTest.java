package org.commonground.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.commonground.partnership.MendedAims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import static org.assertj.core.api.Assertions.assertThat;

/** Every letter of the house, as it is read. The pages are kept in target/mails to be looked at. */
class LettersTest {

    private static final Map<String, Object> DATA = new HashMap<>();

    static {
        DATA.put("caseTitle", "Cotton IPM with Farmer Field Schools in Andhra Pradesh and Karnataka");
        DATA.put("caseNumber", "P-2026-0007");
        DATA.put("organisationName", "Food and Agriculture Organization");
        DATA.put("label", "Answer invitation");
        DATA.put("due", "Thursday 3 December 2026");
        DATA.put("opened", "Thursday 19 November 2026");
        DATA.put("until", "Thursday 3 December 2026");
        DATA.put("since", "Thursday 3 December 2026");
        DATA.put("from", "Thursday 3 December 2026");
        DATA.put("waitingFor", "Government of India");
        DATA.put("late", false);
        DATA.put("red", true);
        DATA.put("user", "faoExpert");
        DATA.put("link", "https://common.example.org/camunda/app/tasklist/default/#/?task=4711&forceDisplayTask=true");
        DATA.put("flag", "Red flag");
        DATA.put("meeting", "Steering meeting 2");
        DATA.put("on", "Thursday 3 December 2026");
        DATA.put("concerned", "Food and Agriculture Organization");
        DATA.put("mended", List.of(new MendedAims.Mended("Purpose", "Cotton <and> no poison", "Women and men farm without poison")));
        DATA.put("outcome", "partner");
        DATA.put("missing", List.of("Facilitating NGO", "Alumni federation"));
        DATA.put("lines", List.of("Nobody plans anything in Warangal.", "Field schools: 30 instead of 40 <groups>."));
        DATA.put("period", "Period 2: 1 April 2027 to 30 June 2027");
        DATA.put("kind", "Money is late");
        DATA.put("step", "Sign agreement");
        DATA.put("more", List.of("FAO invites your <organisation> to take part in a partnership: Cotton IPM."));
        DATA.put("reply", "The donor does <and> pays.");
        DATA.put("version", 2);
        DATA.put("signer", "Asha Rao");
        DATA.put("topic", "4. Contributions");
        DATA.put("source", "CARE & friends, 2026");
        DATA.put("withdrawn", true);
        DATA.put("holds", "from 3 March 2027 to 2 March 2030");
        DATA.put("sha256", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
        DATA.put("mediator", "Justice Rao");
        DATA.put("rounds", 3);
        DATA.put("change", false);
        DATA.put("names", "Facilitating NGO, Alumni federation");
        DATA.put("topics", "11. Mutual trust and respect, 16. Duration, joining, leaving and closing");
        DATA.put("nr", 2);
        DATA.put("rung", "rung 2 of 4, facilitation");
        DATA.put("way", "Continue with corrective actions");
        DATA.put("days", "31 July 2031, 31 January 2032");
        DATA.put("mine", true);
        DATA.put("done", false);
        DATA.put("matter", "a pause of the work");
        DATA.put("announced", "A pause is asked for");
        DATA.put("verb", "asks for");
        DATA.put("next", "All partners decide on it.");
        DATA.put("decided", false);
        DATA.put("accepted", true);
        DATA.put("consented", true);
        DATA.put("said", List.of("FAO: consents.", "European Union: does not consent. There are many <and> more come."));
        DATA.put("reasons", List.of("There are many <and> more come."));
        DATA.put("answers", List.of("FAO: Partly. As far as our rains allow."));
        DATA.put("standing", "partner");
        DATA.put("seats", List.of("Expert, local, Guntur"));
        DATA.put("atWork", true);
        DATA.put("nobodyCame", false);
        DATA.put("present", List.of("FAO", "European Union"));
        DATA.put("membership", "FAO left on 3 March 2027. The reason that was given: Our programme ends <and> so do we.");
        DATA.put("result", "4 of 5 partners for it, 1 against. By consensus it is not accepted.");
        DATA.put("consequence", "The work pauses until the partners take it up again.");
        DATA.put("votes", List.of("FAO: for", "European Union: against – “The season has begun <and> nobody can wait”"));
        DATA.put("trajectory", "Handed over to an institution");
        DATA.put("meaning", "An institution carries the work on as its own.");
        for (String words : List.of("reason", "what", "question", "resolution", "letter", "became")) {
            DATA.put(words, "The reports of two seasons are missing.\nWe asked twice <and> heard nothing.");
        }
    }

    private final Composer composer = new Composer(templates(), new NoticeSettings(URI.create("https://common.example.org/"),
            Duration.ofMinutes(5), null));

    private static SpringTemplateEngine templates() {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(files);
        return engine;
    }

    static Stream<String> templateNames() throws IOException {
        Path templates = Path.of("src/main/resources/templates");
        try (Stream<Path> files = Files.walk(templates)) {
            return files.filter(file -> file.toString().endsWith(".html")).filter(LettersTest::isLetter)
                    .map(file -> templates.relativize(file).toString().replace(".html", "")).sorted().toList().stream();
        }
    }

    /** A page is one by itself; a letter is laid out by another template. */
    private static boolean isLetter(Path file) {
        try {
            return Files.readString(file).contains("<html th:replace=");
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    @ParameterizedTest
    @MethodSource("templateNames")
    void a_letter_reads_well_with_pictures_and_without(String template) throws IOException {
        Letter letter = composer.compose(template, DATA, new Recipient("Asha Rao", "asha@example.org"));

        Path pages = Files.createDirectories(Path.of("target/mails"));
        String name = template.replace('/', '-');
        Files.writeString(pages.resolve(name + ".html"), letter.html());
        Files.writeString(pages.resolve(name + ".txt"), "Subject: " + letter.subject() + "\n\n" + letter.text());
        assertThat(letter.subject()).isNotBlank().doesNotContain("null", "${", "\n").hasSizeLessThan(78);
        assertThat(letter.html()).startsWith("<!DOCTYPE html>").doesNotContain("null", "${", " th:", "<img", "<and>");
        assertThat(letter.text()).startsWith("Common Ground\n").contains("Dear Asha Rao,").doesNotContain("null", "\n\n\n", "&lt;");
        assertThat(letter.text().lines()).allSatisfy(line -> assertThat(line).isEqualTo(line.strip()));
    }

    @ParameterizedTest
    @MethodSource("templateNames")
    void a_letter_needs_no_name_and_no_title(String template) {
        Map<String, Object> little = new HashMap<>(DATA);
        List.of("caseTitle", "due", "until", "from", "opened").forEach(little::remove);

        Letter letter = composer.compose(template, little, new Recipient(null, "asha@example.org"));

        assertThat(letter.subject() + letter.html() + letter.text()).doesNotContain("null", "Dear");
    }

    @Test
    void the_subject_names_the_step_and_the_case() {
        assertThat(composer.compose("notice/task-opened", DATA, new Recipient(null, "a@b.org")).subject())
                .isEqualTo("It is your turn: Answer invitation – Cotton IPM with Farmer Fi… (P-2026-0007)");
    }

    @Test
    void the_plain_text_says_the_same_and_writes_the_link_out() {
        assertThat(composer.compose("selection/candidate-declined", DATA, new Recipient("Asha Rao", "a@b.org")).text()).isEqualTo("""
                Common Ground

                Cotton IPM with Farmer Field Schools in Andhra Pradesh and Karnataka · P-2026-0007

                Dear Asha Rao,

                Thank you for the time that Food and Agriculture Organization gave. The partnership goes on without it this time. The \
                reason:

                The reports of two seasons are missing.
                We asked twice <and> heard nothing.

                This says nothing about other partnerships: you can be invited to them and propose your own. For questions, please ask the \
                coordinator.

                Sent by Common Ground, where your organisation works with its partners. Your home:
                https://common.example.org/
                """);
    }
}
