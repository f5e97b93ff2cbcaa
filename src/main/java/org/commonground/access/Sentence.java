package org.commonground.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** A refusal at a door, in the shape in which the engine's REST interface answers. The sentences are our own and need no escaping. */
final class Sentence {

    private Sentence() {
    }

    static void write(HttpServletResponse response, HttpStatus status, String sentence) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        String answer = "{\"type\":\"Refusal\",\"message\":\"" + sentence + "\"}";
        // Something else may have been about to be said.
        response.setContentLength(answer.getBytes(StandardCharsets.UTF_8).length);
        response.getWriter().write(answer);
    }
}
