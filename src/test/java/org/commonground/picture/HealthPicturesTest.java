package org.commonground.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Pictures of a partnership's health. They are kept in target/pictures to be looked at. */
class HealthPicturesTest {

    private static final List<String> TEN = List.of("Trust", "Equity", "Transparency", "Mutual benefit", "Communication",
            "Decision making", "Roles", "Resources", "Learning", "Involving participants");

    @Test
    void the_radar_has_a_ray_for_each_question_and_says_the_same_in_words() throws Exception {
        HealthRadar radar = new HealthRadar("Review 2", IntStream.range(0, 15).mapToObj(nr -> new HealthRadar.Ray(nr < 10 ? TEN.get(nr)
                : "We hear bad news first from each other, and <never> from the “press” & the market " + nr, 1.8 + nr % 4, 3.0)).toList());

        Document picture = parsed("radar", radar.svg());
        assertThat(picture.getDocumentElement().getAttribute("aria-label")).contains("Trust 1.80", "Equity 2.80");
        assertThat(picture.getElementsByTagName("circle").getLength()).isEqualTo(15);
        assertThat(radar.svg()).contains("when it was last shown", "1.80 red").doesNotContain("<never>");
        String source = "data:image/svg+xml;base64,";
        assertThat(radar.dataUri()).startsWith(source);
        Document image = parsed("radar-image", new String(Base64.getDecoder().decode(radar.dataUri().substring(source.length())),
                StandardCharsets.UTF_8));
        assertThat(image.getDocumentElement().getAttribute("width")).as("a form gives an image without a size no room").isNotBlank();
    }

    @Test
    void a_first_radar_compares_with_nothing() throws Exception {
        HealthRadar radar = new HealthRadar("Review 1", TEN.stream().map(label -> new HealthRadar.Ray(label, 4, null)).toList());

        parsed("radar-first", radar.svg());
        assertThat(radar.svg()).doesNotContain("when it was last shown", "red");
    }

    @Test
    void the_trend_has_a_line_for_each_question_also_where_a_review_is_missing() throws Exception {
        HealthTrend trend = new HealthTrend("Means", List.of("Review 1", "Review 2", "Review 3"),
                TEN.stream().map(label -> new HealthTrend.Line(label, Arrays.asList(3.5, label.equals("Equity") ? null : 2.0, 4.0)))
                        .toList());

        Document picture = parsed("trend", trend.svg());
        assertThat(picture.getElementsByTagName("polyline").getLength()).isEqualTo(10);
        assertThat(picture.getElementsByTagName("circle").getLength()).isEqualTo(29);
        assertThat(picture.getDocumentElement().getAttribute("aria-label")).contains("Equity 3.50, –, 4.00");
    }

    private static Document parsed(String name, String svg) throws Exception {
        Files.writeString(Files.createDirectories(Path.of("target/pictures")).resolve(name + ".svg"), svg);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
