package org.commonground.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class IncidentsTest {

    private static final String SORRY = "\\{\"type\":\"Refusal\",\"message\":\"Something went wrong here, and it was not you\\. "
            + "Nothing was changed\\. Please try again; if it happens again, tell the administrator the number [0-9A-F]{8}\\.\"}";

    @Test
    void a_failure_is_told_with_a_number_and_nothing_of_the_inside() throws Exception {
        assertThat(answer((request, response) -> {
            ((HttpServletResponse) response).setStatus(500);
            response.setContentLength(42);
            response.getOutputStream().write("java.lang.NullPointerException: Cannot invoke".getBytes());
        }).getContentAsString()).matches(SORRY);
        assertThat(answer((request, response) -> ((HttpServletResponse) response).sendError(503, "java.sql")).getContentAsString())
                .matches(SORRY);
        MockHttpServletResponse thrown = answer((request, response) -> {
            throw new IllegalStateException("The engine is away");
        });
        assertThat(thrown.getStatus()).isEqualTo(500);
        assertThat(thrown.getContentAsString()).matches(SORRY);
        assertThat(thrown.getHeader("Content-Length")).isEqualTo(String.valueOf(thrown.getContentAsByteArray().length));
    }

    @Test
    void names_of_classes_are_not_told_either() throws Exception {
        assertThat(answer((request, response) -> {
            ((HttpServletResponse) response).setStatus(400);
            response.setContentType("text/plain");
            response.getOutputStream().write("Cannot deserialize value of type `org.camunda.X`".getBytes());
        }).getContentAsString()).isEqualTo("{\"type\":\"Refusal\",\"message\":\"What was sent is not what is asked for here.\"}");
    }

    @Test
    void whoever_is_refused_without_a_word_is_told_something() throws Exception {
        assertThat(answer((request, response) -> {
            ((HttpServletResponse) response).setStatus(400);
            response.setContentType("application/json");
            response.getOutputStream().write("{\"type\":\"InvalidRequestException\",\"message\":\"\",\"code\":null}".getBytes());
        }).getContentAsString()).contains("What was sent is not what is asked for here.");
    }

    @Test
    void what_goes_well_and_what_is_refused_passes_as_it_is() throws Exception {
        assertThat(answer((request, response) -> response.getWriter().write("all well")).getContentAsString()).isEqualTo("all well");
        MockHttpServletResponse refused = answer((request, response) -> Sentence.write((HttpServletResponse) response,
                HttpStatus.CONFLICT, "Not yet."));
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getContentAsString()).contains("Not yet.");
        assertThat(answer((request, response) -> Sentence.write((HttpServletResponse) response, HttpStatus.BAD_REQUEST,
                "Not so, “friend”."))
                .getContentAsString(StandardCharsets.UTF_8)).isEqualTo("{\"type\":\"Refusal\",\"message\":\"Not so, “friend”.\"}");
    }

    private static MockHttpServletResponse answer(FilterChain platform) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new Incidents().doFilter(new MockHttpServletRequest("POST", "/engine-rest/x"), response, platform);
        return response;
    }
}
