package org.commonground.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody opens many connections and does not go on; all others are served meanwhile. */
@AccessTest
class SlowVisitorsTest {

    /** More than the server has workers. */
    private static final int MANY = 250;
    private static final String HALF_A_LOG_IN = "POST /login HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 60\r\n\r\nusername=slow&passw";

    @LocalServerPort
    int port;

    private final HttpClient others = HttpClient.newHttpClient();
    private final List<Socket> slow = new ArrayList<>();

    @AfterEach
    void theyGo() throws IOException {
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @Test
    void visitors_who_do_not_go_on_keep_nobody_else_out() throws Exception {
        String half = " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 60\r\n\r\n{";
        come("127.0.0.2", MANY, HALF_A_LOG_IN);
        List<Socket> logIns = List.copyOf(slow);
        for (String call : List.of("POST /nothing", "POST /page.css", "PUT /engine-rest/task", "POST /account/unknown",
                "POST /camunda/api/engine/engine/default/filter")) {
            come("127.0.0.3", MANY / 5, call + half);
        }
        come("127.0.0.4", MANY, "GET /login HTTP/1.1\r\nHost: local");
        othersAreServed();

        List<String> told = new ArrayList<>();
        for (Socket socket : logIns) {
            told.add(read(socket));
        }
        assertThat(told).filteredOn(answer -> answer.startsWith("HTTP/1.1 503")).hasSizeGreaterThan(200).allSatisfy(answer ->
                assertThat(answer).contains("Retry-After: 5", "Connection: close",
                        "Too much is under way from your connection at this moment. Please try again in a few seconds."));
        assertThat(told).filteredOn(answer -> answer.startsWith("HTTP/1.1 408")).isNotEmpty()
                .allSatisfy(answer -> assertThat(answer).contains("Connection: close",
                        "What you sent did not arrive in time. Please try again."));
        for (Socket socket : slow) {
            read(socket);
        }
    }

    @Test
    void visitors_who_read_no_answer_keep_nobody_else_out() throws Exception {
        come("127.0.0.2", MANY, "GET /camunda/lib/deps.js HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(20));
        othersAreServed();
    }

    @Test
    void a_body_that_comes_byte_by_byte_has_no_more_time_than_any_other() throws Exception {
        come("127.0.0.2", 1, HALF_A_LOG_IN.replace("60", "60000"));
        Socket dripping = slow.get(0);
        long began = System.nanoTime();
        dripping.setSoTimeout(100);
        String answer = "";
        while (answer.isEmpty() && seconds(began) < 10) {
            try {
                dripping.getOutputStream().write('x');
                answer = new String(dripping.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
            } catch (SocketTimeoutException nothingYet) {
                // The next one.
            }
        }
        assertThat(answer).isEqualTo("HTTP/1.1 408");
        assertThat(seconds(began)).isLessThan(8);
    }

    @Test
    void a_body_that_was_refused_or_never_looked_at_leaves_the_connection_in_order() throws Exception {
        come("127.0.0.2", 1, ("POST /nothing HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello")
                .repeat(3)
                + "GET /page.css HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        String answers = read(slow.get(0));
        assertThat(answers.split("HTTP/1.1 ", -1)).hasSize(5);
        assertThat(answers).contains("HTTP/1.1 200");
    }

    private void come(String address, int number, String words) throws IOException {
        for (int i = 0; i < number; i++) {
            Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(address), 0);
            slow.add(socket);
            socket.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        }
    }

    private void othersAreServed() throws Exception {
        for (String page : Stream.generate(() -> List.of("/page.css", "/login")).limit(5).flatMap(List::stream).toList()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + page)).timeout(Duration.ofSeconds(2))
                    .build();
            assertThat(others.send(request, BodyHandlers.ofString()).statusCode()).as(page).isEqualTo(200);
        }
        Visitor known = Visitor.anonymous(port);
        assertThat(known.login("nobody", "wrong").header("Location")).as("a log-in of somebody else").endsWith("/login?wrong");
    }

    /** All that comes until the house ends the connection. */
    private static String read(Socket socket) throws IOException {
        socket.setSoTimeout(8000);
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException ended) {
            return "";
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
