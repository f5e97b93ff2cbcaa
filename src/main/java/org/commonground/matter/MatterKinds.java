package org.commonground.matter;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.commonground.engine.CalledRooms;
import org.commonground.foundation.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The kinds of matter that the rooms of this house have brought. */
@Component
class MatterKinds implements SmartInitializingSingleton, CalledRooms {

    private final SingletonSupplier<Map<String, MatterKind>> byKey;

    /** Looked up when somebody asks: a room that brings a kind may itself raise matters. */
    MatterKinds(ObjectProvider<MatterKind> kinds) {
        this.byKey = SingletonSupplier.of(() -> byKey(kinds.stream().sorted(Comparator.comparing(MatterKind::choice)).toList()));
    }

    private static Map<String, MatterKind> byKey(List<MatterKind> kinds) {
        Map<String, MatterKind> byKey = new LinkedHashMap<>();
        for (MatterKind kind : kinds) {
            MatterKind other = byKey.put(kind.key(), kind);
            if (other != null) {
                throw new IllegalStateException("Both %s and %s are matters called “%s”: give one of them another key.".formatted(
                        other.getClass().getSimpleName(), kind.getClass().getSimpleName(), kind.key()));
            }
        }
        return byKey;
    }

    /** Two kinds with one key stop the application from starting. */
    @Override
    public void afterSingletonsInstantiated() {
        byKey.obtain();
    }

    @Override
    public Map<String, String> calledRooms() {
        Map<String, String> rooms = new LinkedHashMap<>();
        all().forEach(kind -> rooms.put("The matter “%s”".formatted(kind.label()), kind.room()));
        return rooms;
    }

    List<MatterKind> all() {
        return List.copyOf(byKey.obtain().values());
    }

    MatterKind of(String key) {
        MatterKind kind = byKey.obtain().get(key);
        Refusal.unless(kind != null, "There is no matter called “%s”.".formatted(key));
        return kind;
    }
}
