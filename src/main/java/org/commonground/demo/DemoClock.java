package org.commonground.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.commonground.engine.HouseIdentity;
import org.commonground.engine.MovableClock;
import org.commonground.engine.Rehearsal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/**
 * The demo's time stands still from its first start until the first person logs in: a day lasts a minute there, and what waits for an
 * answer shall not run out before anybody has seen it. From then on it runs, as far behind as it stood.
 */
@Component
@Profile("demo")
class DemoClock implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(DemoClock.class);

    private final Rehearsal rehearsal;
    private final HouseIdentity house;
    private final MovableClock clock;
    private final InstantSource system = InstantSource.system();
    private boolean stands;

    DemoClock(Rehearsal rehearsal, HouseIdentity house, MovableClock clock) {
        this.rehearsal = rehearsal;
        this.house = house;
        this.clock = clock;
    }

    /** After the stage was set. */
    @EventListener(ApplicationStartedEvent.class)
    @Order(1)
    synchronized void begins() {
        rehearsal.behind().ifPresentOrElse(behind -> clock.runFrom(system.instant().minus(behind)), () -> {
            clock.setTo(clock.instant());
            stands = true;
            log.info("The demo’s time stands still until somebody logs in");
        });
    }

    /** People only: a tool that asks the engine is no visitor. */
    @EventListener(InteractiveAuthenticationSuccessEvent.class)
    synchronized void somebodyComes() {
        if (stands) {
            stands = false;
            Instant stood = clock.instant();
            house.act(() -> rehearsal.staysBehind(Duration.between(stood, system.instant())));
            clock.runFrom(stood);
        }
    }

    /** Whoever uses this machine after the demo has the system's time. */
    @Override
    public synchronized void destroy() {
        clock.reset();
    }
}
