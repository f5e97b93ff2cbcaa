package org.commonground.access;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Slows guessing at the webapps' login. The person whose password is guessed can still log in from elsewhere. */
class LoginDoor extends OncePerRequestFilter {

    /** Every login of every webapp posts to somewhere below. */
    static final String PATH = "/camunda/api/admin/auth/user/*";

    private final Attempts attempts;

    LoginDoor(Attempts attempts) {
        this.attempts = attempts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String user = request.getParameter("username");
        if (!"POST".equals(request.getMethod()) || user == null) {
            chain.doFilter(request, response);
            return;
        }
        if (attempts.refused(request, user, response)) {
            return;
        }
        chain.doFilter(request, response);
        attempts.note(request, user, response.getStatus() != HttpStatus.UNAUTHORIZED.value());
    }

    /** Failed logins, shared by all doors with a password. */
    static final class Attempts {

        /** One person who mistypes. */
        private final Patience person;
        /** One connection that tries many names; a whole office may stand behind it. */
        private final Patience connection;

        Attempts(Clock clock) {
            this.person = new Patience(5, clock);
            this.connection = new Patience(50, clock);
        }

        /** Answers with 429 when this one has to wait first. */
        boolean refused(HttpServletRequest request, String user, HttpServletResponse response) throws IOException {
            Duration person = this.person.wait(key(request, user));
            Duration connection = this.connection.wait(request.getRemoteAddr());
            Duration wait = person.compareTo(connection) > 0 ? person : connection;
            if (wait.isZero()) {
                return false;
            }
            long seconds = wait.toSeconds() + 1;
            response.setHeader("Retry-After", String.valueOf(seconds));
            Sentence.write(response, HttpStatus.TOO_MANY_REQUESTS,
                    "Too many tries with a wrong password. Please wait " + seconds + " seconds.");
            return true;
        }

        void note(HttpServletRequest request, String user, boolean passwordRight) {
            if (passwordRight) {
                person.succeeded(key(request, user));
            } else {
                person.failed(key(request, user));
                connection.failed(request.getRemoteAddr());
            }
        }

        private static String key(HttpServletRequest request, String user) {
            return request.getRemoteAddr() + " " + user.substring(0, Math.min(user.length(), 64));
        }
    }
}
