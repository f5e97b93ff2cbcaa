package org.commonground.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

/** What a job of a fact keeps until it is delivered. */
class FactDeliveryTest {

    private final FactDelivery delivery = new FactDelivery();

    @Test
    void a_letter_is_read_as_it_was_written() {
        for (FactDelivery.Letter letter : List.of(new FactDelivery.Letter("PartnerLeft", "P-2026-0007", null, false, "Fao", null),
                new FactDelivery.Letter("MatterRaised", "P-2026-0007", "4711", true, null, null),
                new FactDelivery.Letter("StarterLeft", "Fao", null, false, null, "faoExpert"))) {
            assertThat(delivery.newConfiguration(letter.toCanonicalString())).isEqualTo(letter);
        }
    }

    @Test
    void a_letter_that_an_older_start_has_written_is_read_too() {
        assertThat(delivery.newConfiguration("PartnerLeft|P-2026-0007||false|Fao"))
                .isEqualTo(new FactDelivery.Letter("PartnerLeft", "P-2026-0007", null, false, "Fao", null));
    }
}
