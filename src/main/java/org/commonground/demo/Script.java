package org.commonground.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads what the demo plays: data, so that a play can be changed by whoever can read one. */
final class Script {

    private static final ObjectMapper OBJECTS = new ObjectMapper()
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true)
            // One person or several, and a scene need not be a list of one.
            .configure(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY, true);

    private Script() {
    }

    static List<CastMember> cast(String file) {
        return read(file, new TypeReference<>() { });
    }

    static Play play(String file) {
        return read(file, new TypeReference<>() { });
    }

    private static <T> T read(String file, TypeReference<T> type) {
        try (InputStream text = new ClassPathResource("demo/" + file).getInputStream()) {
            return OBJECTS.convertValue(new Yaml(new SafeConstructor(new LoaderOptions())).load(text), type);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
