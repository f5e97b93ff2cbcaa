package org.commonground.access;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * When the engine's REST interface fails, people read a sentence with a number, and nothing of the inside; the log tells by the same
 * number what failed. The trace is written once, by whoever caught the failure. What the platform's JSON library answers by itself, in
 * plain text with the names of classes or in no words, becomes a sentence too.
 */
class Incidents extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);
    private static final int FAILED = HttpStatus.INTERNAL_SERVER_ERROR.value();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Answer answer = new Answer(response);
        try {
            chain.doFilter(request, answer);
        } catch (IOException | ServletException | RuntimeException failure) {
            if (response.isCommitted()) {
                throw failure;
            }
            apologise(request, response, failure);
            return;
        }
        if (response.isCommitted() || request.isAsyncStarted()) {
            return;
        }
        if (answer.failed()) {
            apologise(request, response, null);
        } else if (answer.saysNothing()) {
            Sentence.write(response, HttpStatus.BAD_REQUEST, "What was sent is not what is asked for here.");
        } else {
            answer.release();
        }
    }

    private static void apologise(HttpServletRequest request, HttpServletResponse response, Exception failure) throws IOException {
        String number = HexFormat.of().withUpperCase().toHexDigits(ThreadLocalRandom.current().nextInt());
        String path = BodyDoor.path(request).replaceAll("[^\\w/.:-]", "·");
        LOG.error("Incident {}: {} {} failed", number, request.getMethod(), path, failure);
        response.resetBuffer();
        Sentence.write(response, HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong here, and it was not you. Nothing was changed. "
                + "Please try again; if it happens again, tell the administrator the number " + number + ".");
    }

    /** Keeps back what is said about a failure, and of what was wrongly asked until it is clear in which words. */
    private static final class Answer extends HttpServletResponseWrapper {

        private static final Pattern NO_WORDS = Pattern.compile("\"message\"\\s*:\\s*(\"\"|null)");

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private boolean failedToAnswer;
        private PrintWriter writer;

        Answer(HttpServletResponse response) {
            super(response);
        }

        private boolean failed() {
            return failedToAnswer || getStatus() >= FAILED;
        }

        private boolean isKeptBack() {
            return failed() || getStatus() == HttpStatus.BAD_REQUEST.value();
        }

        /** The library's own words, in plain text with names of classes, or none. */
        private boolean saysNothing() {
            return isKeptBack() && getContentType() != null && (getContentType().startsWith(MediaType.TEXT_PLAIN_VALUE)
                    || NO_WORDS.matcher(kept()).find());
        }

        private String kept() {
            if (writer != null) {
                writer.flush();
            }
            return kept.toString(StandardCharsets.UTF_8);
        }

        private void release() throws IOException {
            byte[] said = kept().getBytes(StandardCharsets.UTF_8);
            if (said.length > 0) {
                super.setContentLengthLong(said.length);
                getResponse().getOutputStream().write(said);
            }
        }

        @Override
        public void sendError(int status) throws IOException {
            sendError(status, null);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            if (status >= FAILED) {
                failedToAnswer = true;
            } else {
                super.sendError(status, message);
            }
        }

        @Override
        public void setContentLength(int length) {
            setContentLengthLong(length);
        }

        @Override
        public void setContentLengthLong(long length) {
            if (!isKeptBack()) {
                super.setContentLengthLong(length);
            }
        }

        @Override
        public void setHeader(String name, String value) {
            if (!isKeptBack() || !name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
                super.setHeader(name, value);
            }
        }

        @Override
        public void addHeader(String name, String value) {
            if (!isKeptBack() || !name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
                super.addHeader(name, value);
            }
        }

        @Override
        public void flushBuffer() throws IOException {
            if (!isKeptBack()) {
                super.flushBuffer();
            }
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            return isKeptBack() ? new Keeping(kept) : super.getOutputStream();
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            if (!isKeptBack()) {
                return super.getWriter();
            }
            if (writer == null) {
                writer = new PrintWriter(kept, false, StandardCharsets.UTF_8);
            }
            return writer;
        }
    }

    private static final class Keeping extends ServletOutputStream {

        private final ByteArrayOutputStream kept;

        Keeping(ByteArrayOutputStream kept) {
            this.kept = kept;
        }

        @Override
        public void write(int one) {
            kept.write(one);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            kept.write(bytes, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("A failure is told at once");
        }
    }
}
