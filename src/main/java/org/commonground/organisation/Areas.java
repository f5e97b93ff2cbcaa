package org.commonground.organisation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

import org.commonground.foundation.Level;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The places that people speak of. Nobody has to enter them beforehand: a place is known from its first mention. */
@Service
@Transactional
public class Areas {

    private static final int LONGEST = 80;

    private final JdbcClient database;

    Areas(JdbcClient database) {
        this.database = database;
    }

    /** The code of the place of this name, however it is capitalised; a place nobody mentioned before is noted at this level. */
    public String named(String name, Level level) {
        return named(name, level, null);
    }

    /** The same, noting for a new place which larger one it lies in. */
    public String named(String name, Level level, String within) {
        String code = codeOf(name);
        if (find(code).isEmpty()) {
            String parent = within == null || codeOf(within).equals(code) ? null : named(within, above(level), null);
            database.sql("insert into area (code, name, level, parent) values (:code, :name, :level, :parent)")
                    .param("code", code).param("name", name.strip()).param("level", level.name()).param("parent", parent)
                    .update();
        }
        return code;
    }

    public Area area(String code) {
        return find(code).orElseThrow(() -> new NotFound("There is no area with the code “%s”.".formatted(code)));
    }

    private Optional<Area> find(String code) {
        return database.sql("select code, name, level, parent from area where code = :code").param("code", code)
                .query(Area.class).optional();
    }

    private static String codeOf(String name) {
        String code = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-").replaceAll("^-|-$", "");
        Refusal.unless(!code.isEmpty(), "The name of an area needs letters or digits.");
        Refusal.unless(name.strip().length() <= LONGEST && code.length() <= LONGEST,
                "The name of an area has at most %d characters.".formatted(LONGEST));
        return code;
    }

    private static Level above(Level level) {
        return level == Level.LOCAL ? Level.STATE : Level.NATIONAL;
    }
}
