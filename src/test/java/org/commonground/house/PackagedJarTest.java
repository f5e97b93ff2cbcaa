package org.commonground.house;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What goes with the jar: the licence, what we owe to others, and a list of its parts. Runs in {@code verify}, once there is a jar. */
@Tag("packaged")
class PackagedJarTest {

    private static final Path JAR = Path.of("target/common-ground.jar");
    private static final String BILL = "META-INF/sbom/application.cdx.json";

    /** Comes in when the jar is repackaged, and is no dependency. */
    private static final String ADDED_BY_SPRING_BOOT = "spring-boot-jarmode-tools-";

    /** Licences that ask for no more than their own text, which stands in the part's jar. */
    private static final Set<String> FREE = Set.of("Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0");
    /** The groups and names in brackets, as NOTICE writes them: a word with a dot or a hyphen in it. */
    private static final Pattern NAMED = Pattern.compile("\\(([a-z0-9]+(?:[.-][a-z0-9]+)+)\\)");

    @Test
    void the_jar_carries_the_licence_and_the_notice_of_the_repository() throws IOException {
        assertThat(inJar("META-INF/LICENSE")).isEqualTo(Files.readString(Path.of("LICENSE")))
                .contains("Version 2.0, January 2004", "END OF TERMS AND CONDITIONS")
                .contains("APPENDIX: How to apply the Apache License to your work.")
                .hasLineCount(202);
        assertThat(inJar("META-INF/NOTICE")).isEqualTo(Files.readString(Path.of("NOTICE"))).startsWith("Common Ground\n");
    }

    @Test
    void the_bill_of_materials_lists_every_jar_that_is_shipped() throws IOException {
        Set<String> listed = new TreeSet<>();
        for (JsonNode part : parts()) {
            listed.add(part.path("name").asText() + "-" + part.path("version").asText());
        }
        Set<String> unlisted = new TreeSet<>();
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Sbom-Location")).isEqualTo(BILL);
            jar.stream().map(JarEntry::getName).filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
                    .map(name -> name.substring("BOOT-INF/lib/".length(), name.length() - ".jar".length()))
                    .filter(name -> listed.stream().noneMatch(name::startsWith))
                    .filter(name -> !name.startsWith(ADDED_BY_SPRING_BOOT))
                    .forEach(unlisted::add);
        }
        assertThat(unlisted).isEmpty();
    }

    @Test
    void the_notice_names_every_part_whose_licence_asks_for_more_than_its_text() throws IOException {
        List<String> named = named();
        List<String> forgotten = new ArrayList<>();
        for (JsonNode part : parts()) {
            if (!FREE.containsAll(licencesOf(part)) && named.stream().noneMatch(name -> isOf(part, name))) {
                forgotten.add(part.path("group").asText() + ":" + part.path("name").asText() + " " + licencesOf(part));
            }
        }
        assertThat(forgotten).as("write a line in NOTICE for each of these").isEmpty();
    }

    @Test
    void the_notice_names_nothing_that_is_no_longer_shipped() throws IOException {
        JsonNode parts = parts();
        List<String> gone = new ArrayList<>(named());
        parts.forEach(part -> gone.removeIf(name -> isOf(part, name)));
        assertThat(gone).as("take these out of NOTICE").isEmpty();
    }

    private static boolean isOf(JsonNode part, String name) {
        return (part.path("group").asText() + ".").startsWith(name + ".") || part.path("name").asText().equals(name);
    }

    /** A part without a licence has the licence {@code ""}, which is not free. */
    private static Set<String> licencesOf(JsonNode part) {
        Set<String> licences = new TreeSet<>();
        part.path("licenses").forEach(each -> licences.add(each.has("expression") ? each.path("expression").asText()
                : each.path("license").path("id").asText(each.path("license").path("name").asText())));
        return licences.isEmpty() ? Set.of("") : licences;
    }

    private static List<String> named() throws IOException {
        return NAMED.matcher(Files.readString(Path.of("NOTICE"))).results().map(found -> found.group(1)).toList();
    }

    private static JsonNode parts() throws IOException {
        JsonNode parts = new ObjectMapper().readTree(inJar(BILL)).path("components");
        assertThat(parts).hasSizeGreaterThan(100);
        return parts;
    }

    private static String inJar(String name) throws IOException {
        assertThat(JAR).as("made by ./mvnw package").exists();
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.getEntry(name)).as("%s in the jar, which must be made without Maven's -o", name).isNotNull();
            try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
