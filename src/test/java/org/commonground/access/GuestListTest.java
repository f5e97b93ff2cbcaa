package org.commonground.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.commonground.access.HouseRoutes.Route;
import org.junit.jupiter.api.Test;

/** What the guest list says is what counts, line by line. */
class GuestListTest {

    private final GuestList list = GuestList.ofTheHouse();

    @Test
    void without_its_line_nobody_comes_in() {
        for (GuestList.Line line : list.lines()) {
            String address = line.route().getPatternString().contains("{file:") ? "/camunda/app/tasklist/x.js"
                    : new Route("GET", line.route().getPatternString()).sample();
            for (String method : line.methods()) {
                assertThat(list.line(method, address)).as("%s %s", method, address).contains(line);
                assertThat(list.without(line).line(method, address)).as("%s %s without line %d", method, address, line.nr()).isEmpty();
            }
        }
    }

    @Test
    void the_most_precise_route_counts_and_only_it() {
        GuestList small = GuestList.of("""
                partner · GET POST · /task/{id} · any step
                manager · GET · /task/count · how many
                """);
        assertThat(small.line("GET", "/task/7").orElseThrow().isFor(List.of("partner"))).isTrue();
        assertThat(small.line("GET", "/task/count").orElseThrow().isFor(List.of("partner"))).isFalse();
        assertThat(small.line("POST", "/task/count")).isEmpty();
        assertThat(small.line("HEAD", "/task/count/")).isPresent();
        assertThat(small.line("GET", "/task/%63ount")).as("a letter in disguise").isEmpty();
    }

    @Test
    void a_list_that_cannot_be_meant_stops_the_start() {
        assertThatThrownBy(() -> GuestList.of("friend · GET · /task · why")).hasMessage(
                "guest-list/routes.txt: line 1 lets in “friend”, which nobody is.");
        assertThatThrownBy(() -> GuestList.of("partner · LOOK · /task · why")).hasMessage(
                "guest-list/routes.txt: line 1 names “LOOK”, which is no method.");
        assertThatThrownBy(() -> GuestList.of("\npartner · GET · /task/{id · why")).hasMessage(
                "guest-list/routes.txt: line 2 has a route that cannot be read: /task/{id");
        assertThatThrownBy(() -> GuestList.of("partner · GET · /task/{id} · why\nmanager · GET · /task/{name} · why")).hasMessage(
                "guest-list/routes.txt: line 2 says again who may GET /task/{name}; line 1 does already.");
        assertThatThrownBy(() -> GuestList.of("partner · GET · /task")).hasMessage(
                "guest-list/routes.txt: line 1 is not “who · method · route · why”.");
    }
}
