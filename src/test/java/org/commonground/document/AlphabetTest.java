package org.commonground.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.stage.Refusals.refused;

import java.util.List;

import org.junit.jupiter.api.Test;

class AlphabetTest {

    @Test
    void what_paper_can_show_is_taken_in_every_script_that_its_fonts_have() {
        for (String text : List.of("कृषि विभाग", "क्षेत्र", "المزارعين", "Þórðarson", "Nguyễn Thị Ánh", "Ağrı", "Ελλάδα", "Україна",
                "Cafe\u0301", "soft\u00adhyphen", "क्\u200dष", "\u2067المزارعين\u2069", "two\nlines\tand\u00a0a\u202fgap", "½ € “so”")) {
            assertThat(Alphabet.unprintable(text)).as(text).isEmpty();
        }
        assertThat(Alphabet.unprintable(null)).isEmpty();
    }

    @Test
    void what_it_cannot_is_named_with_its_number() {
        assertThat(Alphabet.unprintable("Ministry 中华")).contains("“中” (CJK UNIFIED IDEOGRAPHS 4E2D, U+4E2D)");
        assertThat(Alphabet.unprintable("ok \uD83E\uDD9A")).contains("“\uD83E\uDD9A” (PEACOCK, U+1F99A)");
        assertThat(Alphabet.unprintable("\uE000")).contains("“\uE000” (PRIVATE USE AREA E000, U+E000)");
        refused("The vision: “中” (CJK UNIFIED IDEOGRAPHS 4E2D, U+4E2D) cannot be printed, and this will stand in a paper that is signed."
                + " Please write it in other letters.", () -> Alphabet.expectPrintable("The vision", "fine", "中"));
    }
}
