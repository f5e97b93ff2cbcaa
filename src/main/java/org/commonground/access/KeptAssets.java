package org.commonground.access;

import java.io.IOException;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets browsers keep what the platform names with its release, and its fonts. What is ours among it is asked for each time. */
class KeptAssets extends OncePerRequestFilter {

    private static final Pattern OF_THE_RELEASE = Pattern.compile(".*/(lib/[\\w.-]+\\.js|app/\\w+/camunda-[\\w-]+\\.(js|css))");
    private static final Pattern OURS = Pattern.compile(".*/(styles/user-styles\\.css|scripts/config\\.js)");
    private static final Pattern FONT = Pattern.compile(".*/assets/[\\w.-]+\\.(woff2?|ttf|eot|svg)");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String keep = keep(request);
        if (keep == null) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, keep);
        chain.doFilter(request, new HttpServletResponseWrapper(response) {

            // The platform says no-cache about everything.
            @Override
            public void setHeader(String name, String value) {
                if (!HttpHeaders.CACHE_CONTROL.equalsIgnoreCase(name)) {
                    super.setHeader(name, value);
                }
            }
        });
    }

    private static String keep(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (OF_THE_RELEASE.matcher(path).matches() && request.getParameter("bust") != null) {
            return "public, max-age=31536000, immutable";
        }
        return FONT.matcher(path).matches() ? "public, max-age=604800" : OURS.matcher(path).matches() ? "no-cache" : null;
    }
}
