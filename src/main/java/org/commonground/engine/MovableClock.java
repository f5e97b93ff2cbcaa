package org.commonground.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;

import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The clock of the house, in UTC. It runs with the system's clock until somebody moves it: a test that wants to be next year, or
 * the demo, which plays its history with the clock set back. The engine's clock always moves along.
 */
public class MovableClock extends Clock {

    private final ZoneId zone;

    public MovableClock() {
        this(ZoneOffset.UTC);
    }

    private MovableClock(ZoneId zone) {
        this.zone = zone;
    }

    /** Stands still at the moment. */
    public void setTo(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    /** Stands still so much later than now. */
    public void advance(Duration time) {
        setTo(instant().plus(time));
    }

    /** Runs on from the moment, as fast as the system's clock. */
    public void runFrom(Instant moment) {
        reset();
        ClockUtil.offset(Duration.between(instant(), moment).toMillis());
    }

    /** Runs with the system's clock again. */
    public void reset() {
        ClockUtil.reset();
    }

    @Override
    public Instant instant() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new MovableClock(other);
    }
}
