package org.commonground.access;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Decides about a body that brings a file before the server lays a byte of it on its disk: only where a page of ours takes one, only from
 * who has logged in, one at a time from each, not too many together, and not too large.
 */
class UploadDoor extends OncePerRequestFilter {

    private static final Pattern TAKES_FILES = Pattern.compile("/(?:partnerships|organisations)/[^/]+/files(?:/[^/]+/versions)?");
    /** So much of what is too large is read and thrown away, so that a browser comes to show why; who sends more sees a broken line. */
    private static final long MOST_UNWANTED = 200L * 1024 * 1024;
    private static final int AT_ONE_MOMENT = 8;

    private final long largest;
    private final Semaphore places = new Semaphore(AT_ONE_MOMENT);
    private final Set<String> sending = ConcurrentHashMap.newKeySet();

    /** @param largest number of bytes of one body, the file and what is said of it together */
    UploadDoor(long largest) {
        this.largest = largest;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        // What the platform takes it reads itself, and none of it through this server's own way of taking files.
        return type == null || !type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/")
                || address(request).startsWith("/camunda/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getMethod().equals("POST") || !TAKES_FILES.matcher(address(request)).matches()) {
            response.sendError(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
            return;
        }
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (known == null || known instanceof AnonymousAuthenticationToken) {
            response.sendRedirect(request.getContextPath() + "/login");
            return;
        }
        if (request.getContentLengthLong() < 0) {
            response.sendError(HttpStatus.LENGTH_REQUIRED.value());
            return;
        }
        if (!sending.add(known.getName())) {
            tooMuch(request, response);
            return;
        }
        try {
            if (!places.tryAcquire()) {
                tooMuch(request, response);
                return;
            }
            try {
                admit(request, response, chain);
            } finally {
                places.release();
            }
        } finally {
            sending.remove(known.getName());
        }
    }

    private void admit(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        if (request.getContentLengthLong() <= largest) {
            chain.doFilter(request, response);
            return;
        }
        throwAway(request.getInputStream());
        response.sendRedirect(request.getContextPath() + page(address(request)) + "?large");
    }

    private static void tooMuch(HttpServletRequest request, HttpServletResponse response) throws IOException {
        throwAway(request.getInputStream());
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }

    private static void throwAway(InputStream body) throws IOException {
        byte[] unwanted = new byte[64 * 1024];
        long read = 0;
        for (int bytes = body.read(unwanted); bytes >= 0 && read < MOST_UNWANTED; bytes = body.read(unwanted)) {
            read += bytes;
        }
    }

    /** The page from which the file was sent. */
    private static String page(String address) {
        return address.replaceFirst("/files.*", "/files");
    }

    private static String address(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
