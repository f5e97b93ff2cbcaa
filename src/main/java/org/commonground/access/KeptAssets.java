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
    private static final Pattern FONT = Pattern.compile(".*/assets/[\\w.-]+\\.(woff2?|ttf|eot|svg)");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean named = request.getParameter("bust") != null && OF_THE_RELEASE.matcher(request.getRequestURI()).matches();
        if (!named && !FONT.matcher(request.getRequestURI()).matches()) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, named ? "public, max-age=31536000, immutable" : "public, max-age=604800");
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
}
