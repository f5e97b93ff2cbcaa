package org.commonground.access;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** What the REST interface answers whom it does not know, in the shape of its other answers. */
class StaffAnswers implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused) throws IOException {
        if (refused instanceof TooManyTries tooMany) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()));
            Sentence.write(response, HttpStatus.TOO_MANY_REQUESTS, tooMany.getMessage());
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Common Ground\", charset=\"UTF-8\"");
        Sentence.write(response, HttpStatus.UNAUTHORIZED, "Please log in with your user name and password.");
    }
}
