package org.commonground.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

/** A topic before and now: what differs stands side by side, what is kept below it. */
class BesideTest {

    @Test
    void other_words_keep_the_terms_that_are_the_same() {
        Beside sides = Beside.of(topic("Every year", "Meetings a year: 4.", "A review every 12 months."),
                topic("After each harvest", "Meetings a year: 4.", "A review every 9 months."));
        assertThat(sides).isEqualTo(new Beside("Every year", List.of("A review every 12 months."), "After each harvest",
                List.of("A review every 9 months."), true, "", List.of("Meetings a year: 4.")));
    }

    @Test
    void a_side_that_has_nothing_says_so() {
        Beside added = Beside.of(topic("Each brings this"), topic("Each brings this", "Field schools"));
        assertThat(added).isEqualTo(new Beside("Not there yet", List.of(), "", List.of("Field schools"), true, "Each brings this",
                List.of()));
        Beside gone = Beside.of(topic("Each brings this", "Field schools"), topic("Each brings this"));
        assertThat(gone).isEqualTo(new Beside("", List.of("Field schools"), "Struck out", List.of(), true, "Each brings this", List.of()));
    }

    @Test
    void where_all_is_new_nothing_is_kept() {
        assertThat(Beside.of(topic("Old"), topic("New")).kept()).isFalse();
    }

    private static OpenTopic topic(String wording, String... terms) {
        return new OpenTopic(Topic.CONTRIBUTIONS, 1, wording, List.of(terms), List.of(), List.of());
    }
}
