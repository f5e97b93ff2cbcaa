package org.commonground.foundation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** An enum whose constants stand in forms, decisions and tables by a key, and in sentences by a label. */
public interface Keyed {

    /** As written in forms, decisions and tables. */
    String key();

    /** As people read it. */
    String label();

    /** The constant with this key. Refused with a sentence where there is none. */
    static <E extends Enum<E> & Keyed> E of(Class<E> type, String key) {
        return find(type, key).map(type::cast).orElseThrow(() -> new Refusal("There is no %s called “%s”.".formatted(inWords(type), key)));
    }

    /** The constant of a keyed enum with this key. */
    static Optional<Object> find(Class<?> type, String key) {
        return Arrays.stream(type.getEnumConstants()).map(Object.class::cast).filter(one -> ((Keyed) one).key().equals(key)).findFirst();
    }

    /** {@code DecisionRule} → decision rule. */
    private static String inWords(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
