package org.commonground.browser;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Where plays look for their browser, and what becomes of them where there is none. */
class ChromiumTest {

    @Test
    void the_one_that_people_name_comes_first_then_what_stands_on_the_path() {
        List<Path> places = ChromiumPlaces.of(Map.of("CHROMIUM", "/opt/mine", "PATH", "/home/ann/bin"));
        assertThat(places).startsWith(Path.of("/opt/mine"), Path.of("/home/ann/bin/chromium"), Path.of("/home/ann/bin/chromium-browser"),
                Path.of("/home/ann/bin/google-chrome"), Path.of("/home/ann/bin/google-chrome-stable"));
    }

    @Test
    void without_a_word_it_is_looked_for_where_each_system_keeps_it() {
        List<Path> places = ChromiumPlaces.of(Map.of("ProgramFiles", "C:/Program Files"));
        assertThat(places).contains(Path.of("/usr/bin/chromium"), Path.of("/snap/bin/chromium"), Path.of("/usr/bin/google-chrome-stable"),
                Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
                Path.of("C:/Program Files/Google/Chrome/Application/chrome.exe"));
    }

    @Test
    void where_none_can_be_had_the_plays_are_left_out_with_one_line() {
        ConditionEvaluationResult verdict = Chromium.verdict(false, Map.of());
        assertThat(verdict.isDisabled()).isTrue();
        assertThat(verdict.getReason()).hasValueSatisfying(line -> assertThat(line).startsWith("Left out: every play in the browser")
                .contains("nothing was tried on a screen").doesNotContain("\n"));
    }

    @Test
    void on_a_build_machine_that_is_an_error() {
        assertThatThrownBy(() -> Chromium.verdict(false, Map.of("CI", "true"))).isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("A build machine (CI=true) plays in the browser too. There is no Chromium");
        assertThat(Chromium.verdict(true, Map.of("CI", "true")).isDisabled()).isFalse();
    }
}
