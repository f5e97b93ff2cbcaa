package org.commonground.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameNameTest {

    private final Locale before = Locale.getDefault();

    @AfterEach
    void end() {
        Locale.setDefault(before);
    }

    @Test
    void a_tag_in_five_spellings_is_one_tag() {
        List<String> spellings = List.of("Maïs d’hiver", "MAÏS D'HIVER", "mai\u0308s  d`hiver", "\u00a0Maï\u00ads d\u2018hiver\t",
                "Ｍａïｓ\u200b d\u00b4hiver");
        assertThat(spellings.stream().map(SameName::key).distinct()).containsExactly("maïs d'hiver");
    }

    @ParameterizedTest
    @CsvSource({"Straße, STRASSE", "ΛΌΓΟΣ, λόγος", "ǅ, ǆ", "ﬁeld, FIELD", "“Green” field, «green» FIELD", "ÅNGSTRÖM, ångström"})
    void letters_are_folded_as_unicode_pairs_them(String one, String other) {
        assertThat(SameName.key(one)).isEqualTo(SameName.key(other));
    }

    @ParameterizedTest
    @CsvSource({"mais, maïs", "cotton, cottons", "pest management, pestmanagement", "A-1, A1"})
    void what_people_tell_apart_stays_apart(String one, String other) {
        assertThat(SameName.key(one)).isNotEqualTo(SameName.key(other));
    }

    @Test
    void the_language_of_the_machine_changes_nothing() {
        String here = SameName.key("IRRIGATION İ");
        Locale.setDefault(Locale.forLanguageTag("tr"));
        assertThat(SameName.key("IRRIGATION İ")).isEqualTo(here).startsWith("irrigation ");
    }

    @Test
    void what_cannot_be_seen_is_no_name() {
        assertThat(SameName.key(" \u200b\ufeff\u3164\u2060 ")).isEmpty();
    }
}
