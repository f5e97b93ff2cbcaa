package org.commonground.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;

import org.commonground.demo.Play.Scene;
import org.commonground.engine.MovableClock;
import org.commonground.engine.Player;
import org.commonground.engine.Rehearsal;

/** One play on stage: the clock goes from scene to scene, and in each of them people or time do their part. */
final class Performance {

    private final Rehearsal rehearsal;
    private final MovableClock clock;
    private final Play play;

    private Instant now;
    /** What days are counted from: the beginning, or when time last did something. */
    private Instant since;
    private Months months;
    private String number;

    Performance(Rehearsal rehearsal, MovableClock clock, Play play) {
        this.rehearsal = rehearsal;
        this.clock = clock;
        this.play = play;
    }

    /** When it began, seen from this moment. */
    Instant began(Instant moment) {
        ZonedDateTime then = moment.atZone(clock.getZone());
        return (play.countsFromBeginning() ? then.minusMonths(play.monthsAgo()) : then.minusDays(play.daysAgo())).toInstant();
    }

    void play() {
        now = clock.instant();
        since = began(now);
        months = new Months(LocalDate.ofInstant(play.countsFromBeginning() ? since : now, clock.getZone()));
        try {
            clock.setTo(since);
            play.scenes().forEach(this::play);
            clock.setTo(now);
            play.today().forEach(this::play);
        } finally {
            clock.reset();
        }
    }

    private void play(Scene scene) {
        if (scene.day() != null) {
            Instant moment = since.plus(Duration.ofDays(scene.day()));
            expect(!moment.isBefore(clock.instant()), scene, "comes after something that is later");
            clock.setTo(moment);
        }
        act(scene);
        if (scene.isDoneByTime()) {
            since = clock.instant();
        }
        expect(!clock.instant().isAfter(now), scene, "lies ahead");
    }

    private void act(Scene scene) {
        if (scene.isDoneByTime()) {
            rehearsal.timePasses(scene.does(), number);
        }
        for (String user : scene.by()) {
            Player player = rehearsal.player(user);
            if (scene.raises() != null) {
                player.starts("matter", Map.of());
                Map<String, Object> described = new HashMap<>(scene.with());
                described.putAll(Map.of("kind", scene.raises(), "partnership", number));
                player.completes("Describe matter", null, described);
            } else if (number == null) {
                number = player.starts(scene.does(), dated(scene));
            } else if (scene.about().isEmpty()) {
                player.completes(scene.does(), number, dated(scene));
            } else {
                scene.about().forEach(party -> player.completesFor(party, scene.does(), number, dated(scene)));
            }
        }
    }

    private Map<String, Object> dated(Scene scene) {
        return months.dated(scene.with(), LocalDate.now(clock));
    }

    private static void expect(boolean holds, Scene scene, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("“%s” on day %s %s".formatted(scene.does(), scene.day(), otherwise));
        }
    }
}
