package org.commonground.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A mail server with a will of its own: it answers each line as the test says; null is silence. */
final class StubbornServer implements AutoCloseable {

    private final ServerSocket socket;
    private final UnaryOperator<String> answer;
    private final List<String> accepted = new CopyOnWriteArrayList<>();

    /** @param answer to a client's line, or to "" when it connects */
    StubbornServer(UnaryOperator<String> answer) {
        this.answer = answer;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        Thread thread = new Thread(this::serve, "stubborn mail server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Polite, but for the lines that begin like this. */
    static StubbornServer saying(String reply, String toLine) {
        return new StubbornServer(line -> line.startsWith(toLine) ? reply : polite(line));
    }

    static String polite(String line) {
        return line.isEmpty() ? "220 here" : line.startsWith("DATA") ? "354 go on" : line.startsWith("QUIT") ? "221 bye" : "250 ok";
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The recipients of the mails it took. */
    List<String> accepted() {
        return accepted;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException gone) {
                // The next client.
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        say(client.getOutputStream(), answer.apply(""));
        String recipient = null;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("RCPT TO:")) {
                recipient = line.substring("RCPT TO:".length());
            }
            String reply = answer.apply(line);
            say(client.getOutputStream(), reply);
            if (line.equals("DATA") && reply != null && reply.startsWith("354")) {
                while (!".".equals(in.readLine())) {
                    // the mail's own lines
                }
                String end = answer.apply(".");
                if (end != null && end.startsWith("250")) {
                    accepted.add(recipient);
                }
                say(client.getOutputStream(), end);
            }
        }
    }

    private static void say(OutputStream out, String reply) throws IOException {
        if (reply != null) {
            out.write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
