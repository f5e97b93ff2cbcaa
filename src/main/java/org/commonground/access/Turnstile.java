package org.commonground.access;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.servlet.ServletException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Keeps slow visitors from holding the whole house. A header that does not come costs the server nothing, but whoever reads a body or
 * writes an answer holds one of its workers until the other side has done its part. So of one address only so many may be inside, and
 * only few whose body has not come yet; a body has its time, and nobody waits for the rest of one that was refused.
 */
final class Turnstile extends ValveBase {

    /** A body that comes has this speed at least, after the time that each has. */
    private static final long BYTES_A_SECOND = 16 * 1024;
    /** A body that is read before the house is told of the request. */
    private static final long SMALL = 64 * 1024;
    /** What is read of a body that nobody wants, so that its sender comes to read why. */
    private static final long MOST_UNWANTED = 4 * 1024 * 1024;

    private final Duration patience;
    private final Places inside;
    private final Places bodies;

    /**
     * @param workers  that the server has: a single address gets half of them, and a tenth for bodies that are not there yet; of the
     *                 latter all addresses together get a quarter
     * @param patience for a body, however small
     */
    Turnstile(int workers, Duration patience) {
        super(true);
        this.patience = patience;
        this.inside = new Places(Math.max(2, workers / 2), workers);
        this.bodies = new Places(Math.max(1, workers / 10), Math.max(1, workers / 4));
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String address = Household.of(request.getRemoteAddr());
        if (!inside.take(address)) {
            turnAway(request, response);
            return;
        }
        try {
            if (!hasBody(request)) {
                getNext().invoke(request, response);
            } else if (bodies.take(address)) {
                admit(request, response, address);
            } else {
                turnAway(request, response);
            }
        } finally {
            inside.free(address);
        }
    }

    private void admit(Request request, Response response, String address) throws IOException, ServletException {
        org.apache.coyote.Request wire = request.getCoyoteRequest();
        Body body = new Body(wire.getInputBuffer(), wire.getContentLengthLong(), () -> bodies.free(address));
        wire.setInputBuffer(body);
        try {
            if (!body.readAhead(wire)) {
                say(response, HttpStatus.REQUEST_TIMEOUT, "What you sent did not arrive in time. Please try again.");
                response.finishResponse();
                return;
            }
            getNext().invoke(request, response);
            if (!request.isAsync()) {
                response.finishResponse();
                body.leaveOutTheRest(wire);
            }
        } finally {
            if (!body.here) {
                wire.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
            body.release();
            wire.setInputBuffer(body.wire);
        }
    }

    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private static void turnAway(Request request, Response response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        say(response, HttpStatus.SERVICE_UNAVAILABLE,
                "Too much is under way from your connection at this moment. Please try again in a few seconds.");
        response.finishResponse();
        if (hasBody(request)) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    /** The house itself was not entered, and its pages are not at hand. */
    private static void say(Response response, HttpStatus status, String sentence) throws IOException {
        response.setSuspended(false);
        response.resetBuffer();
        response.setHeader(HttpHeaders.CONNECTION, "close");
        Sentence.write(response, status, sentence);
    }

    /** How many are somewhere at one moment, for each address and together. */
    private static final class Places {

        private final int each;
        private final int all;
        private final AtomicInteger taken = new AtomicInteger();
        private final ConcurrentMap<String, Integer> takenBy = new ConcurrentHashMap<>();

        Places(int each, int all) {
            this.each = each;
            this.all = all;
        }

        boolean take(String address) {
            int number = takenBy.merge(address, 1, Integer::sum);
            if (taken.incrementAndGet() > all || number > each) {
                free(address);
                return false;
            }
            return true;
        }

        void free(String address) {
            taken.decrementAndGet();
            takenBy.computeIfPresent(address, (who, number) -> number == 1 ? null : number - 1);
        }
    }

    /** A body on its way. Only the time is counted in which the house waits for it. */
    private final class Body implements InputBuffer, ApplicationBufferHandler {

        private final InputBuffer wire;
        private final long length;
        private final Runnable place;
        private long waited;
        private long read;
        private boolean here;
        private boolean late;
        private boolean released;
        private ByteBuffer ahead;
        private ByteBuffer unwanted = ByteBuffer.allocate(0);

        Body(InputBuffer wire, long length, Runnable place) {
            this.wire = wire;
            this.length = length;
            this.place = place;
        }

        @Override
        public int doRead(ApplicationBufferHandler reader) throws IOException {
            if (ahead != null) {
                ByteBuffer all = ahead;
                ahead = null;
                reader.setByteBuffer(all);
                return all.remaining();
            }
            if (read == length) {
                return -1;
            }
            if (late || waited > patience.toNanos() + Duration.ofSeconds(1).toNanos() * read / BYTES_A_SECOND) {
                late = true;
                throw new SocketTimeoutException("The body came too slowly");
            }
            long asked = System.nanoTime();
            int bytes;
            try {
                bytes = wire.doRead(reader);
            } catch (IOException gone) {
                late = true;
                throw gone;
            } finally {
                waited += System.nanoTime() - asked;
            }
            read += Math.max(0, bytes);
            if (bytes < 0 || read == length) {
                here = true;
                release();
            }
            return bytes;
        }

        @Override
        public int available() {
            return ahead == null ? wire.available() : ahead.remaining();
        }

        /** A small body is there in full before anybody is told of it; false when it did not come. */
        boolean readAhead(org.apache.coyote.Request request) {
            if (length < 0 || length > SMALL || request.hasExpectation()) {
                return true;
            }
            ByteBuffer all = ByteBuffer.allocate((int) length);
            try {
                while (!here && doRead(this) > 0) {
                    all.put(unwanted.duplicate());
                }
            } catch (IOException gone) {
                return false;
            }
            ahead = all.flip();
            return here;
        }

        void leaveOutTheRest(org.apache.coyote.Request request) {
            if (request.hasExpectation()) {
                // It is not even sent before it is asked for.
                return;
            }
            try {
                while (!here && read < MOST_UNWANTED) {
                    doRead(this);
                }
            } catch (IOException gone) {
                // Nobody waits for the answer.
            }
        }

        void release() {
            if (!released) {
                released = true;
                place.run();
            }
        }

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            unwanted = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return unwanted;
        }

        @Override
        public void expand(int size) {
            // Nothing is kept.
        }
    }
}
