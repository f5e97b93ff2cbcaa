package org.commonground.house;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.commonground.picture.ProcessPicture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Whoever opens a diagram, a decision or a form in Camunda Modeler and saves it finds no difference, and its linters say nothing: asked of
 * the npm parts that Modeler is made of. Runs in {@code ./mvnw verify} where there is Node; on a build machine ({@code CI=true}) that is
 * no excuse.
 */
@Tag("modeler")
class AsModelerWritesTest {

    private static final Path PARTS = Path.of("src/test/modeler");
    /** npm writes it last. */
    private static final Path INSTALLED = PARTS.resolve("node_modules/.package-lock.json");
    private static final int NO_BROWSER = 3;
    /** The build prints this file last and takes it away. */
    private static final Path LAST_LINE = Path.of("target", "left-out.txt");

    record Said(int code, String words) {
    }

    @BeforeAll
    static void the_parts_of_modeler_are_there() throws IOException {
        if (said("node", "--version").code() != 0) {
            leftOut("There is no Node.", System.getenv());
        }
        Path lock = PARTS.resolve("package-lock.json");
        if (!Files.exists(INSTALLED) || Files.getLastModifiedTime(INSTALLED).compareTo(Files.getLastModifiedTime(lock)) < 0) {
            Said installing = said("npm", "ci", "--prefix", PARTS.toString());
            if (installing.code() != 0) {
                leftOut("npm could not install the parts of Modeler.", System.getenv());
            }
        }
    }

    @Test
    void no_file_changes_when_it_is_opened_and_saved() throws IOException {
        assertFine("src/test/modeler/modeler.mjs", "check");
    }

    @Test
    void the_linters_find_nothing() throws IOException {
        assertFine("src/test/modeler/modeler.mjs", "lint");
    }

    /** Box by box and arrow by arrow, within a pixel, with the same words in the same lines. */
    @Test
    void our_own_pictures_draw_what_modeler_draws() throws IOException {
        Path pictures = Files.createDirectories(Path.of("target", "pictures"));
        for (String folder : List.of("processes", "src/test/resources/processes")) {
            for (String file : Models.files(folder, ".bpmn")) {
                String picture = new ProcessPicture(Files.readString(Path.of(file))).svg("p");
                Files.writeString(pictures.resolve(file.replaceAll(".*/|\\.bpmn$", "") + ".svg"), picture);
            }
        }
        assertFine("src/test/modeler/modeler.mjs", "compare");
    }

    @Test
    void our_own_rules_find_what_breaks_them() throws IOException {
        assertFine("--test", "src/test/modeler/house.test.mjs");
    }

    @Test
    void on_a_build_machine_it_is_an_error_that_nobody_can_look() {
        assertThatIllegalStateException().isThrownBy(() -> leftOut("There is no Node.", Map.of("CI", "true")))
                .withMessage("A build machine (CI=true) looks at models as Modeler does. There is no Node.");
    }

    private static void assertFine(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("node"));
        command.addAll(List.of(arguments));
        Said said = said(command.toArray(String[]::new));
        if (said.code() == NO_BROWSER) {
            leftOut("There is no Chromium.", System.getenv());
        }
        assertThat(said.code()).as(said.words()).isZero();
    }

    private static void leftOut(String why, Map<String, String> environment) throws IOException {
        if ("true".equalsIgnoreCase(environment.get("CI"))) {
            throw new IllegalStateException("A build machine (CI=true) looks at models as Modeler does. " + why);
        }
        String line = "Left out: whether diagrams, decisions and forms stand as Modeler writes them. " + why;
        String before = Files.exists(LAST_LINE) ? Files.readString(LAST_LINE) + "\n" : "";
        if (!before.contains(line)) {
            Files.writeString(LAST_LINE, before + line, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        }
        throw new TestAbortedException(line);
    }

    private static Said said(String... command) throws IOException {
        List<String> whole = new ArrayList<>(System.getProperty("os.name").startsWith("Windows") ? List.of("cmd", "/c") : List.of());
        whole.addAll(List.of(command));
        Process process;
        try {
            process = new ProcessBuilder(whole).redirectErrorStream(true).start();
        } catch (IOException notThere) {
            return new Said(127, notThere.getMessage());
        }
        process.getOutputStream().close();
        try (InputStream out = process.getInputStream()) {
            String words = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), words);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            process.destroy();
            return new Said(130, "stopped");
        }
    }
}
