package org.commonground.webapp;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The words of the webapps: the platform's, with ours over them wherever the platform has the same key. */
@RestController
class Labels {

    private static final String THEIRS = "META-INF/resources/webjars/camunda/app/%s/locales/en.json";
    private static final String OURS = "webapps-labels.json";

    private final ObjectMapper json;
    private final Map<String, byte[]> ready = new ConcurrentHashMap<>();

    Labels(ObjectMapper json) {
        this.json = json;
    }

    @GetMapping("/camunda/app/{app:tasklist|cockpit|admin|welcome}/locales/en.json")
    ResponseEntity<byte[]> english(@PathVariable String app) {
        byte[] labels = ready.computeIfAbsent(app, this::merge);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .eTag(DigestUtils.md5DigestAsHex(labels)).body(labels);
    }

    private byte[] merge(String app) {
        try (InputStream theirs = new ClassPathResource(THEIRS.formatted(app)).getInputStream();
                InputStream ours = new ClassPathResource(OURS).getInputStream()) {
            ObjectNode all = (ObjectNode) json.readTree(withoutMark(theirs));
            ObjectNode labels = (ObjectNode) all.path("labels");
            json.readTree(ours).properties().stream().filter(word -> labels.has(word.getKey()))
                    .forEach(word -> labels.set(word.getKey(), word.getValue()));
            return json.writeValueAsBytes(all);
        } catch (IOException exception) {
            throw new IllegalStateException("The words of " + app + " cannot be read", exception);
        }
    }

    /** The platform's files begin with a byte order mark, which JSON does not know. */
    private static byte[] withoutMark(InputStream stream) throws IOException {
        byte[] bytes = stream.readAllBytes();
        boolean marked = bytes.length > 2 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb && (bytes[2] & 0xff) == 0xbf;
        return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    }
}
