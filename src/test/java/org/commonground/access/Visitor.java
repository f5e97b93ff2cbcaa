package org.commonground.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Somebody before the application's real door: a client with cookies that speaks HTTP as the webapps and Modeler do. */
public final class Visitor {

    public static final String ENGINE = "/camunda/api/engine/engine/default";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private final URI house;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    private String basic;

    /** Each visitor comes from somewhere else, as behind a proxy: who is slowed down is decided by address. */
    private final String address = "203.0.113." + NEXT.getAndIncrement() % 250;

    private Visitor(int port) {
        this.house = URI.create("http://localhost:" + port);
    }

    static Visitor anonymous(int port) {
        return new Visitor(port);
    }

    /** Logs in at the house's page and opens a webapp. */
    public static Visitor loggedIn(int port, String app, String user, String password) {
        Visitor visitor = new Visitor(port);
        Answer answer = visitor.opens(app, user, password);
        if (answer.status() != 200) {
            throw new IllegalStateException(user + " cannot log in to " + app + ": " + answer);
        }
        return visitor;
    }

    /** Sends name and password with every request, as Modeler does. */
    static Visitor withPassword(int port, String user, String password) {
        Visitor visitor = new Visitor(port);
        visitor.basic = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return visitor;
    }

    /** Fills in the log-in page; where it leads to stands in {@code Location}. */
    Answer login(String user, String password) {
        Matcher token = TOKEN.matcher(get("/login").text());
        return form("/login", Map.of("username", user, "password", password, "_csrf", token.find() ? token.group(1) : ""));
    }

    /** Logs in, then opens the first page of a webapp. */
    Answer opens(String app, String user, String password) {
        Answer login = login(user, password);
        String page = "/camunda/app/" + app + "/default/";
        return login.status() == 302 && !login.header("Location").contains("/login") ? get(page) : login;
    }

    /** Where this visitor comes from, as the proxy says. */
    String address() {
        return address;
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    Answer post(String path, Object json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(write(json))));
    }

    Answer put(String path, Object json) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(write(json))));
    }

    /** What a client of another make would have to send to be the same visitor. */
    String headers() {
        String kept = cookies.getCookieStore().getCookies().stream().map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        String token = cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(cookie -> "X-XSRF-TOKEN: " + cookie.getValue() + "\r\n").collect(Collectors.joining());
        return (kept.isEmpty() ? "" : "Cookie: " + kept + "\r\n") + token + (basic == null ? "" : "Authorization: " + basic + "\r\n");
    }

    /** Any method, with a body of any kind. */
    Answer call(String method, String path, String contentType, String body) {
        HttpRequest.Builder request = request(path);
        if (body == null) {
            return send(request.method(method, BodyPublishers.noBody()));
        }
        return send(request.header("Content-Type", contentType).method(method, BodyPublishers.ofString(body)));
    }

    Answer form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)));
    }

    /** Brings a cookie along that the house did not give. */
    Visitor carries(String cookie, String value) {
        HttpCookie brought = new HttpCookie(cookie, value);
        brought.setPath("/");
        brought.setVersion(0);
        cookies.getCookieStore().add(house, brought);
        return this;
    }

    /** The value of a cookie that this visitor has, or null. */
    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals(name)).map(HttpCookie::getValue)
                .findFirst().orElse(null);
    }

    /** Deploys files of the class path as Modeler does. */
    Answer upload(String path, String name, String... resources) {
        String boundary = "----common-ground";
        StringBuilder body = new StringBuilder(part(boundary, "deployment-name", "") + name + "\r\n");
        for (String resource : resources) {
            body.append(part(boundary, resource, "; filename=\"" + resource + "\"")).append(read(resource)).append("\r\n");
        }
        return send(request(path).header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body + "--" + boundary + "--\r\n")));
    }

    private static String part(String boundary, String name, String more) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n";
    }

    private static String read(String resource) {
        try (var stream = Visitor.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Anything at all. */
    Answer send(String verb, String path, String type, String body) {
        return send(request(path).header("Content-Type", type).method(verb, BodyPublishers.ofString(body)));
    }

    /** What a request with another header would get. */
    Answer get(String path, String header, String value) {
        return send(request(path).setHeader(header, value).GET());
    }

    /** Any bytes, with any headers in turn: name, value. */
    public Answer send(String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = request(path).method(method, body == null ? BodyPublishers.noBody()
                : BodyPublishers.ofByteArray(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(house.resolve(path)).header("Accept", "application/json, */*;q=0.5")
                .header("X-Forwarded-For", address);
        cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .forEach(cookie -> request.header("X-XSRF-TOKEN", cookie.getValue()));
        cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("LOGIN-TOKEN"))
                .forEach(cookie -> request.header("X-LOGIN-TOKEN", cookie.getValue()));
        if (basic != null) {
            request.header("Authorization", basic);
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }

    private static String write(Object json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String text() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public JsonNode json() {
            try {
                return JSON.readTree(text());
            } catch (IOException exception) {
                throw new UncheckedIOException(text(), exception);
            }
        }

        @Override
        public String toString() {
            return status() + " " + text();
        }
    }
}
