package org.commonground.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonground.access.Visitor.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Somebody comes before the house is ready, such as while the demo plays its past. */
@AccessTest
class OpeningDoorTest {

    @LocalServerPort
    int port;
    @Autowired
    ApplicationContext house;

    @BeforeEach
    void the_house_is_not_ready_yet() {
        AvailabilityChangeEvent.publish(house, ReadinessState.REFUSING_TRAFFIC);
    }

    @AfterEach
    void it_is_ready() {
        AvailabilityChangeEvent.publish(house, ReadinessState.ACCEPTING_TRAFFIC);
    }

    @Test
    void whoever_comes_too_early_reads_that_it_is_being_prepared() {
        Visitor early = Visitor.anonymous(port);
        Answer page = early.get("/login", "Accept", "text/html");
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text()).contains("<h1>Common Ground is being prepared</h1>", "http-equiv=\"refresh\"");
        assertThat(page.header("Retry-After")).isEqualTo("5");
        Answer call = early.get("/engine-rest/task");
        assertThat(call.status()).isEqualTo(503);
        assertThat(call.json().path("message").asText()).isEqualTo("Common Ground is being prepared. Please try again in a moment.");
        assertThat(early.get("/page.css").status()).as("what its page looks like").isEqualTo(200);
        assertThat(early.get("/actuator/health").status()).as("for the machine that watches it").isEqualTo(200);
        it_is_ready();
        assertThat(early.get("/login", "Accept", "text/html").status()).isEqualTo(200);
    }
}
