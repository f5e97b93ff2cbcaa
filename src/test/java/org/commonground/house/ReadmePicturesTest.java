package org.commonground.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.commonground.picture.ProcessPicture;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * README shows diagrams as they are: whatever picture it names is drawn from the diagram of the same name. When one is stale:
 * {@code ./mvnw test -Dtest=ReadmePicturesTest -Dcommonground.map=write}.
 */
class ReadmePicturesTest {

    private static final Path PICTURES = Path.of(".github/images");
    private static final Pattern SHOWN = Pattern.compile("!\\[[^]]+]\\(\\.github/images/([a-z-]+)\\.svg\\)");

    @Test
    void the_pictures_in_readme_are_up_to_date() throws IOException {
        List<String> shown = SHOWN.matcher(Files.readString(Path.of("README.md"))).results().map(found -> found.group(1)).toList();
        assertThat(shown).contains("partnership");
        for (String room : shown) {
            String svg = new ProcessPicture(Files.readString(Path.of("processes", room + ".bpmn"))).svg("p");
            Path picture = PICTURES.resolve(room + ".svg");
            if ("write".equals(System.getProperty("commonground.map"))) {
                Files.writeString(picture, svg);
            }
            assertThat(picture).as("run with -Dcommonground.map=write").hasContent(svg);
        }
        assertThat(PICTURES.toFile().list()).as("pictures that README shows")
                .containsExactlyInAnyOrder(shown.stream().map(room -> room + ".svg").toArray(String[]::new));
    }
}
