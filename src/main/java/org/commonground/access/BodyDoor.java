package org.commonground.access;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.commonground.foundation.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What may be sent to the engine's REST interface at all, decided before the platform reads a byte of it: not too much, and JSON that
 * everybody reads alike; but for deployments, which bring files. What is sent with a form moreover has the one shape of {@link
 * SubmittedForm}.
 */
class BodyDoor extends OncePerRequestFilter {

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** Diagrams and forms come as files, and nothing else does. */
    private static final String DEPLOYMENTS = "/deployment/create";
    /** For the platform nothing is something else than an empty object, and fails. */
    private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.UTF_8);

    private final int largest;

    /** @param largest number of bytes that are read of one request */
    BodyDoor(int largest) {
        this.largest = largest;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return WITHOUT_BODY.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getContentLengthLong() > largest) {
            refuseSize(response);
            return;
        }
        String packed = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (packed != null && !packed.equalsIgnoreCase("identity")) {
            Sentence.write(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "What is sent here must not be packed. Please send it as it is.");
            return;
        }
        byte[] body = request.getInputStream().readNBytes(largest + 1);
        if (body.length > largest) {
            refuseSize(response);
            return;
        }
        boolean files = isOf(request, MediaType.MULTIPART_FORM_DATA) && path(request).endsWith(DEPLOYMENTS);
        if (body.length > 0 && !isOf(request, MediaType.APPLICATION_JSON) && !files) {
            Sentence.write(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Nothing of this kind is read here. Please send JSON, in UTF-8.");
            return;
        }
        boolean json = isOf(request, MediaType.APPLICATION_JSON);
        try {
            JsonNode sent = json && body.length > 0 ? StrictJson.read(text(body)) : null;
            Refusal.unless(sent == null || sent.isObject(), "What was sent says nothing. Please send an object.");
            if (SubmittedForm.isSentTo(request)) {
                SubmittedForm.check(sent);
            }
        } catch (Refusal refusal) {
            Sentence.write(response, HttpStatus.BAD_REQUEST, refusal.sentence());
            return;
        }
        chain.doFilter(new Read(request, json && body.length == 0 ? EMPTY : body), response);
    }

    /** As the server understood it, so without what a spelling may hide. */
    static String path(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    private static void refuseSize(HttpServletResponse response) throws IOException {
        Sentence.write(response, HttpStatus.PAYLOAD_TOO_LARGE, "This is more than can be taken at once. Please send less.");
    }

    private static boolean isOf(HttpServletRequest request, MediaType kind) {
        try {
            MediaType sent = request.getContentType() == null ? null : MediaType.parseMediaType(request.getContentType());
            return sent != null && sent.equalsTypeAndSubtype(kind)
                    && (sent.getCharset() == null || sent.getCharset().equals(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException noText) {
            throw new Refusal("What was sent is no text in UTF-8.");
        }
    }

    /** The request with its body read, for whoever reads it next. */
    private static final class Read extends HttpServletRequestWrapper {

        private final byte[] body;

        Read(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {

                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] target, int offset, int length) {
                    return bytes.read(target, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new IllegalStateException("The body is there already");
                }
            };
        }

        @Override
        public int getContentLength() {
            return body.length;
        }

        @Override
        public long getContentLengthLong() {
            return body.length;
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
