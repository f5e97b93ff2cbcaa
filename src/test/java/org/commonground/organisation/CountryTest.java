package org.commonground.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class CountryTest {

    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

    @Test
    void every_country_has_two_letters_a_name_and_a_time() {
        assertThat(Country.all()).hasSizeGreaterThan(240).allSatisfy(country -> {
            assertThat(country.code()).matches("[A-Z]{2}");
            assertThat(country.inWords()).isNotBlank().isNotEqualTo(country.code());
            assertThat(country.zones()).isNotEmpty().allSatisfy(zone -> assertThat(zone.place()).isNotBlank());
        });
        assertThat(Country.all()).extracting(Country::inWords).startsWith("Afghanistan", "Åland Islands", "Albania")
                .contains("India", "Nicaragua", "Côte d’Ivoire", "Türkiye");
    }

    /** A form that starts a case can load nothing, so the list stands in it. */
    @Test
    void the_form_that_registers_offers_all_of_them() throws IOException {
        JsonNode form = new ObjectMapper().readTree(Path.of("forms/organisation/register-organisation.form").toFile());
        List<JsonNode> questions = form.findParents("key").stream().filter(part -> part.path("key").asText().equals("country")).toList();
        assertThat(questions).singleElement().satisfies(question -> assertThat(question.path("values"))
                .extracting(choice -> choice.path("value").asText() + " " + choice.path("label").asText())
                .containsExactlyElementsOf(Country.all().stream().map(country -> country.code() + " " + country.inWords()).toList()));
    }

    @Test
    void words_that_are_no_country_of_the_list_stay_as_they_were_written() {
        Country written = new Country("Somewhere in the Andes");
        assertThat(written.isListed()).isFalse();
        assertThat(written.inWords()).isEqualTo("Somewhere in the Andes");
        assertThat(written.zones()).isEmpty();
        assertThat(new Country("XX").isListed()).isFalse();
        assertThat(new Country("in").isListed()).isFalse();
    }

    @Test
    void a_country_with_one_time_needs_no_choice() {
        assertThat(new Country("NP").onlyZone(NOW)).contains(ZoneId.of("Asia/Kathmandu"));
        assertThat(new Country("NI").onlyZone(NOW)).contains(ZoneId.of("America/Managua"));
        assertThat(new Country("IN").onlyZone(NOW)).contains(ZoneId.of("Asia/Kolkata"));
        // Twelve zones of the past, one time today.
        assertThat(new Country("AR").onlyZone(NOW)).isPresent();
        assertThat(new Country("DE").onlyZone(NOW)).isPresent();
    }

    @Test
    void a_country_with_several_times_has_several_zones() {
        assertThat(new Country("BR").onlyZone(NOW)).isEmpty();
        assertThat(new Country("BR").zones()).extracting(Zone::place).contains("Fernando de Noronha", "São Paulo", "Manaus", "Rio Branco");
        assertThat(new Country("ID").onlyZone(NOW)).isEmpty();
        assertThat(new Country("ID").zones()).extracting(Zone::place).containsExactly("Jakarta", "Jayapura", "Makassar", "Pontianak");
        // One of them has summer time, the other has not.
        assertThat(new Country("US").zones()).extracting(Zone::place).contains("Denver", "Phoenix");
        assertThat(new Country("PT").onlyZone(NOW)).isEmpty();
    }

    @Test
    void a_zone_says_what_time_it_is_there() {
        assertThat(new Country("ID").zones().get(0).inWords(NOW)).isEqualTo("Jakarta, where it is 19:00 now");
    }
}
