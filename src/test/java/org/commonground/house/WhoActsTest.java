package org.commonground.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.commonground.engine.WhoActs;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The colours of who acts can be read by everybody, also by those who see none: WCAG 2.1 for text and lines, lightness of CIE L*a*b*. */
class WhoActsTest {

    private static final double WHITE = 1;

    @Test
    void text_and_line_stand_out_from_the_fill_and_from_the_paper() {
        for (WhoActs who : WhoActs.values()) {
            assertThat(contrast(luminance(who.line()), luminance(who.fill()))).as(who.name()).isGreaterThan(4.5);
            assertThat(contrast(WHITE, luminance(who.line()))).as(who.name()).isGreaterThan(4.5);
        }
    }

    @Test
    void each_fill_is_darker_than_the_one_before() {
        double before = lightness(WHITE);
        for (WhoActs who : WhoActs.values()) {
            double lightness = lightness(luminance(who.fill()));
            assertThat(before - lightness).as(who.name()).isGreaterThan(7);
            before = lightness;
        }
    }

    @Test
    void whoever_is_asked_by_name_is_known_by_the_first_group() {
        assertThat(WhoActs.of("${organisations.group(party)}")).isEqualTo(WhoActs.PARTNERS);
        assertThat(WhoActs.of("${starter}")).isEqualTo(WhoActs.PARTNERS);
        assertThat(WhoActs.of("partner,coordinator")).isEqualTo(WhoActs.PARTNERS);
        assertThat(WhoActs.of("coordinator")).isEqualTo(WhoActs.COORDINATOR);
        assertThat(WhoActs.of("${deliveries.secretariat(execution)}")).isEqualTo(WhoActs.COORDINATOR);
        assertThat(WhoActs.of("manager")).isEqualTo(WhoActs.STAFF);
        assertThat(WhoActs.of("camunda-admin")).isEqualTo(WhoActs.STAFF);
        assertThat(WhoActs.of("designer")).isEqualTo(WhoActs.STAFF);
    }

    @Test
    void the_script_that_colours_diagrams_knows_the_same() throws IOException {
        String script = Files.readString(Path.of("src/test/modeler/colours.mjs"));
        for (WhoActs who : WhoActs.values()) {
            assertThat(script).contains("const %s = { fill: '%s', stroke: '%s' };".formatted(who.name(), who.fill(), who.line()));
        }
    }

    private static double contrast(double light, double dark) {
        return (Math.max(light, dark) + 0.05) / (Math.min(light, dark) + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1).toUpperCase(Locale.ROOT), 16);
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static double lightness(double luminance) {
        return 116 * Math.cbrt(luminance) - 16;
    }
}
