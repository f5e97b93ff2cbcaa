package org.commonground.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.Filter;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.util.SerializationUtils;

/**
 * Writes of a session only what is new. The webapps put the same attributes anew with every call, and every call would note when it
 * came: a list that looks for news each few seconds would write all day long.
 *
 * @param <S> the session as the store behind knows it
 */
final class QuietSessions<S extends Session> implements FindByIndexNameSessionRepository<QuietSessions.Quiet<S>> {

    /** How late the last access may be noted; small beside the time after which a session ends. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    private final FindByIndexNameSessionRepository<S> store;
    /** What the call of this thread has read: Spring Session asks again when the answer was sent. Null outside a call. */
    private final ThreadLocal<Map<String, Quiet<S>>> read = new ThreadLocal<>();

    private QuietSessions(FindByIndexNameSessionRepository<S> store) {
        this.store = store;
    }

    static <S extends Session> QuietSessions<S> over(FindByIndexNameSessionRepository<S> store) {
        return new QuietSessions<>(store);
    }

    @Override
    public Quiet<S> createSession() {
        return new Quiet<>(store.createSession(), true);
    }

    @Override
    public void save(Quiet<S> session) {
        if (session.changed) {
            store.save(session.kept);
            session.changed = false;
        }
    }

    @Override
    public Quiet<S> findById(String id) {
        Map<String, Quiet<S>> known = read.get();
        if (known != null && known.containsKey(id)) {
            return known.get(id);
        }
        S found = store.findById(id);
        Quiet<S> session = found == null ? null : new Quiet<>(found, false);
        if (known != null) {
            known.put(id, session);
        }
        return session;
    }

    /** Stands around Spring Session's own filter: within one call each session is read once. */
    Filter onceACall() {
        return (request, response, chain) -> {
            read.set(new HashMap<>());
            try {
                chain.doFilter(request, response);
            } finally {
                read.remove();
            }
        };
    }

    @Override
    public void deleteById(String id) {
        Map<String, Quiet<S>> known = read.get();
        if (known != null) {
            known.remove(id);
        }
        store.deleteById(id);
    }

    @Override
    public Map<String, Quiet<S>> findByIndexNameAndIndexValue(String name, String value) {
        Map<String, Quiet<S>> found = new LinkedHashMap<>();
        store.findByIndexNameAndIndexValue(name, value).forEach((id, session) -> found.put(id, new Quiet<>(session, false)));
        return found;
    }

    /** A session that knows whether there is anything to write. */
    static final class Quiet<S extends Session> implements Session {

        private final S kept;
        /** What was read or written last, as it is stored: the objects themselves change while one looks at them. */
        private final Map<String, byte[]> known = new HashMap<>();
        private boolean changed;

        private Quiet(S kept, boolean fresh) {
            this.kept = kept;
            this.changed = fresh;
        }

        @Override
        public String getId() {
            return kept.getId();
        }

        @Override
        public String changeSessionId() {
            changed = true;
            return kept.changeSessionId();
        }

        @Override
        public <T> T getAttribute(String name) {
            T value = kept.getAttribute(name);
            known.computeIfAbsent(name, first -> stored(value));
            return value;
        }

        @Override
        public Set<String> getAttributeNames() {
            return kept.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            byte[] now = stored(value);
            if (value == null || !Arrays.equals(now, known.containsKey(name) ? known.get(name) : stored(kept.getAttribute(name)))) {
                changed = true;
                known.put(name, now);
                kept.setAttribute(name, value);
            }
        }

        @Override
        public void removeAttribute(String name) {
            setAttribute(name, null);
        }

        @Override
        public Instant getCreationTime() {
            return kept.getCreationTime();
        }

        @Override
        public void setLastAccessedTime(Instant now) {
            if (Duration.between(kept.getLastAccessedTime(), now).abs().compareTo(NOTED) >= 0) {
                changed = true;
                kept.setLastAccessedTime(now);
            }
        }

        @Override
        public Instant getLastAccessedTime() {
            return kept.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            if (!interval.equals(kept.getMaxInactiveInterval())) {
                changed = true;
                kept.setMaxInactiveInterval(interval);
            }
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return kept.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return kept.isExpired();
        }

        private static byte[] stored(Object value) {
            return value == null ? null : SerializationUtils.serialize(value);
        }
    }
}
