package org.commonground.notice;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** All mails that the house writes. Each is named here while the house starts, so that none turns out later to have no template. */
@Component
public class Templates {

    private static final String FILE = "templates/%s.html";

    private final Set<String> paths = new ConcurrentSkipListSet<>();

    /**
     * The mail with this name; where it has no template, the house does not start.
     *
     * @param writer whose mail it is: the last word of its package is the room, and the folder of the template
     */
    public Template of(Class<?> writer, String name) {
        String room = writer.getPackageName().substring(writer.getPackageName().lastIndexOf('.') + 1);
        String path = room + "/" + name;
        if (!new ClassPathResource(FILE.formatted(path), writer.getClassLoader()).exists()) {
            throw new IllegalStateException("The mail “%s” of the room %s has no template: write %s."
                    .formatted(name, room, FILE.formatted(path)));
        }
        paths.add(path);
        return new Template(path);
    }

    /** The paths of all that were named. */
    Set<String> paths() {
        return Set.copyOf(paths);
    }
}
