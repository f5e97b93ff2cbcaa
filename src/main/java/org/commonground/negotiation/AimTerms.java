package org.commonground.negotiation;

import static org.commonground.foundation.Words.maybe;
import static org.commonground.foundation.Words.said;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;
import org.commonground.partnership.NumberedObjective;
import org.commonground.partnership.Place;
import org.commonground.vision.AgendaItem;

/**
 * What the topics beyond the sixteen yield besides words, when somebody changes them; null or empty where nobody does. Each is whole: all
 * objectives, all areas, all steps.
 *
 * @param annexTitle what an annex is about, in a few words
 */
public record AimTerms(List<NumberedObjective> objectives, List<Place> places, String targetParticipants, String participationMode,
        List<AgendaItem> agenda, String annexTitle) {

    private static final int MOST = 12;
    private static final int MOST_STEPS = 50;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_PURPOSE = 2000;

    private static final ObjectMapper JSON = JsonMapper.builder().findAndAddModules().build();

    public AimTerms {
        objectives = objectives == null ? List.of() : List.copyOf(objectives);
        places = places == null ? List.of() : List.copyOf(places);
        agenda = agenda == null ? List.of() : List.copyOf(agenda);
        targetParticipants = maybe(targetParticipants);
        participationMode = maybe(participationMode);
        annexTitle = maybe(annexTitle);
    }

    /** Nothing of it is settled. */
    public static AimTerms none() {
        return new AimTerms(null, null, null, null, null, null);
    }

    /** Refuses what this topic must yield and does not. */
    void check(Topic topic) {
        switch (topic) {
            case OBJECTIVES -> {
                Refusal.unless(!objectives.isEmpty(), "Please keep at least one objective: what shall be reached?");
                Refusal.unless(objectives.size() <= MOST, "At most twelve objectives, please: choose those that matter most.");
                once(objectives.stream().map(NumberedObjective::wording), "The objective “%s” stands there twice.");
            }
            case PLACES -> {
                Refusal.unless(!places.isEmpty(), "Please keep at least one area: where is the work done?");
                Refusal.unless(places.size() <= MOST,
                        "At most twelve areas, please: further areas can join later, as partnerships of their own.");
                once(places.stream().map(Place::name), "The area “%s” stands there twice.");
                said(targetParticipants, "Please say who the target participants are.");
                said(participationMode,
                        "Please say how the participants take part: without them there is no sustainable capacity development.");
            }
            case AGENDA -> {
                Refusal.unless(!agenda.isEmpty(), "Please keep at least one step of the agenda.");
                Refusal.unless(agenda.size() <= MOST_STEPS, "At most fifty steps, please: what comes later is planned in the periods.");
            }
            case ANNEX -> said(annexTitle, "Please say in a few words what the annex is about.");
            default -> {
                // Words say it all.
            }
        }
    }

    /** Refuses words that are too long for what they become. */
    static void checkWords(Topic topic, String words) {
        int most = topic == Topic.NAME ? LONGEST_NAME : topic == Topic.PURPOSE ? LONGEST_PURPOSE : Integer.MAX_VALUE;
        Refusal.unless(words.length() <= most, "“%s”: please write at most %d characters.".formatted(topic.label(), most));
    }

    private static void once(Stream<String> names, String sentence) {
        Set<String> seen = new HashSet<>();
        names.forEach(name -> Refusal.unless(seen.add(name.toLowerCase(Locale.ROOT)), sentence.formatted(name)));
    }

    /** What people read of this topic beside its wording, one line each. */
    List<String> inWords(Topic topic, Function<OrganisationId, String> names) {
        return switch (topic) {
            case OBJECTIVES -> objectives.stream().map(one -> "%s%s: %s, from %s to %s".formatted(one.nr() == null ? "New: " : one.nr()
                    + ". ",
                    one.wording(), one.indicator(), one.baseline(), one.target())).toList();
            case PLACES -> targetParticipants == null ? List.of() : Stream.concat(
                    places.stream().map(place -> "%s, %s, %s".formatted(place.name(), place.level().label().toLowerCase(Locale.ENGLISH),
                            place.workedBefore() ? "where this work was done before" : "where this work is new")),
                    Stream.of("For: " + targetParticipants, "How they take part: " + participationMode)).toList();
            case AGENDA -> agenda.stream().map(step -> "%s: %s, by %s, with %s".formatted(step.what(), names.apply(step.who()),
                    Days.brief(step.byWhen()), step.with())).toList();
            case ANNEX -> annexTitle == null ? List.of() : List.of("About: " + annexTitle);
            default -> List.of();
        };
    }

    /** As kept beside the wording of the topic. */
    Map<String, String> written(Topic topic) {
        Map<String, String> written = new LinkedHashMap<>();
        switch (topic) {
            case OBJECTIVES -> put(written, "objectives", objectives.isEmpty() ? null : json(objectives));
            case PLACES -> {
                put(written, "places", places.isEmpty() ? null : json(places));
                put(written, "targetParticipants", targetParticipants);
                put(written, "participationMode", participationMode);
            }
            case AGENDA -> put(written, "agenda", agenda.isEmpty() ? null : json(agenda));
            case ANNEX -> put(written, "annexTitle", annexTitle);
            default -> {
                // Words say it all.
            }
        }
        return written;
    }

    private static void put(Map<String, String> written, String name, String value) {
        if (value != null) {
            written.put(name, value);
        }
    }

    static AimTerms read(Map<String, String> written) {
        return new AimTerms(list(written.get("objectives"), new TypeReference<List<NumberedObjective>>() { }),
                list(written.get("places"), new TypeReference<List<Place>>() { }), written.get("targetParticipants"),
                written.get("participationMode"), list(written.get("agenda"), new TypeReference<List<AgendaItem>>() { }),
                written.get("annexTitle"));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException exception) {
            throw new IllegalArgumentException(exception);
        }
    }

    private static <T> List<T> list(String json, TypeReference<List<T>> type) {
        try {
            return json == null ? List.of() : JSON.readValue(json, type);
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
