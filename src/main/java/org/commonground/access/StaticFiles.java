package org.commonground.access;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Scripts, styles, words and pictures, which are the same for everybody: handed out past the platform's filters, which would ask the
 * session for each of them. What the platform names with its release browsers keep, and its fonts; what is ours is asked for each time.
 */
class StaticFiles extends OncePerRequestFilter {

    /** Everything that is handed out to whoever asks, and nothing else. */
    static final List<String> PATHS = GuestList.ofTheHouse().files();
    static final RequestMatcher MATCHER = new OrRequestMatcher(PATHS.stream().flatMap(StaticFiles::read).toArray(RequestMatcher[]::new));

    private static final Pattern OF_THE_RELEASE = Pattern.compile(".*/(lib/[\\w.-]+\\.js|app/\\w+/camunda-[\\w-]+\\.(js|css))");
    private static final Pattern OURS = Pattern.compile(".*/(styles/user-styles\\.css|scripts/config\\.js)");
    private static final Pattern FONT = Pattern.compile(".*/assets/[\\w.-]+\\.(woff2?|ttf|eot|svg)");

    private static Stream<RequestMatcher> read(String path) {
        return Stream.of(HttpMethod.GET, HttpMethod.HEAD).map(method -> PathPatternRequestMatcher.withDefaults().matcher(method, path));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!MATCHER.matches(request)) {
            chain.doFilter(request, response);
            return;
        }
        request.getRequestDispatcher(request.getRequestURI().substring(request.getContextPath().length()))
                .forward(request, kept(response, keep(request)));
    }

    private static HttpServletResponse kept(HttpServletResponse response, String keep) {
        if (keep == null) {
            return response;
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, keep);
        return new HttpServletResponseWrapper(response) {

            // Spring would say ten minutes about everything.
            @Override
            public void setHeader(String name, String value) {
                if (!HttpHeaders.CACHE_CONTROL.equalsIgnoreCase(name)) {
                    super.setHeader(name, value);
                }
            }
        };
    }

    private static String keep(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (OF_THE_RELEASE.matcher(path).matches() && request.getParameter("bust") != null) {
            return "public, max-age=31536000, immutable";
        }
        return FONT.matcher(path).matches() ? "public, max-age=604800" : OURS.matcher(path).matches() ? "no-cache" : null;
    }
}
