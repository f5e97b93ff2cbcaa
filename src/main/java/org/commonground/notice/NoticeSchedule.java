package org.commonground.notice;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * When the postman and the sweep set out: as soon as people come, not while the demo plays its history. Tests switch it off and send them
 * themselves.
 */
@Configuration
@EnableScheduling
@ConditionalOnProperty(name = "commonground.scheduled", matchIfMissing = true)
class NoticeSchedule {

    private final Postman postman;
    private final Sweep sweep;
    private volatile boolean open;

    NoticeSchedule(Postman postman, Sweep sweep) {
        this.postman = postman;
        this.sweep = sweep;
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() {
        open = true;
    }

    @Scheduled(fixedDelayString = "${commonground.mail.pause}")
    void post() {
        if (open) {
            postman.makeRound();
        }
    }

    @Scheduled(fixedDelayString = "${commonground.sweep}")
    void sweep() {
        if (open) {
            sweep.run();
        }
    }
}
