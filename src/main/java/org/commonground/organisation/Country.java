package org.commonground.organisation;

import java.text.Collator;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;

/**
 * A country or territory of ISO 3166. Its name and its time zones are those of Unicode’s CLDR and of the tz database.
 *
 * @param code two letters; where the country was written before it was chosen from the list, and the list has none like it, those words
 */
public record Country(String code) {

    private static final TimeZoneNames PLACES = TimeZoneNames.getInstance(ULocale.ENGLISH);
    /** The database of the machine may be older than that of the library. */
    private static final Set<String> KNOWN_HERE = ZoneId.getAvailableZoneIds();
    private static final List<Country> ALL = listed();

    private static List<Country> listed() {
        return Arrays.stream(Locale.getISOCountries()).map(Country::new)
                // Two islands where nobody lives have no time.
                .filter(country -> !country.zones().isEmpty())
                .sorted(Comparator.comparing(Country::inWords, Collator.getInstance(Locale.ENGLISH))).toList();
    }

    /** All that can be chosen, by their names. */
    public static List<Country> all() {
        return ALL;
    }

    /** Whether it can be chosen. */
    public boolean isListed() {
        return ALL.contains(this);
    }

    /** Its English name. */
    public String inWords() {
        return code.length() == 2 ? ULocale.getDisplayCountry("und-" + code, ULocale.ENGLISH) : code;
    }

    /** By the names of their places. */
    public List<Zone> zones() {
        return TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, code, null).stream()
                .filter(id -> KNOWN_HERE.contains(TimeZone.getIanaID(id)))
                .map(id -> new Zone(ZoneId.of(TimeZone.getIanaID(id)), PLACES.getExemplarLocationName(id)))
                .sorted(Comparator.comparing(Zone::place, Collator.getInstance(Locale.ENGLISH))).toList();
    }

    /** The zone that all of it is in; of several, one of those whose clocks will always agree. Nothing where they do not. */
    Optional<ZoneId> onlyZone(Instant now) {
        List<Zone> zones = zones();
        return zones.stream().map(zone -> zone.clockFrom(now)).distinct().count() == 1 ? Optional.of(zones.get(0).id()) : Optional.empty();
    }
}
