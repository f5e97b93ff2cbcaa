package org.commonground.access;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stays shut until the house is ready. The server listens before the rooms are furnished and, at the demo's first start, before its past
 * was played with the clock set back: what somebody did meanwhile would be dated in that past.
 */
final class OpeningDoor extends OncePerRequestFilter {

    private static final String WATCHED = "/actuator/health";
    private static final String SECONDS = "5";
    private static final String SENTENCE = "Common Ground is being prepared. Please try again in a moment.";

    private final ApplicationAvailability availability;

    OpeningDoor(ApplicationAvailability availability) {
        this.availability = availability;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC || request.getRequestURI().equals(WATCHED)) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept != null && accept.contains(MediaType.TEXT_HTML_VALUE)) {
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
        } else {
            Sentence.write(response, HttpStatus.SERVICE_UNAVAILABLE, SENTENCE);
        }
    }
}
