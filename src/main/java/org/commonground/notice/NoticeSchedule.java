package org.commonground.notice;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** When the postman and the sweep set out. Tests switch it off and send them themselves. */
@Configuration
@EnableScheduling
@ConditionalOnProperty(name = "commonground.scheduled", matchIfMissing = true)
class NoticeSchedule {

    private final Postman postman;
    private final Sweep sweep;

    NoticeSchedule(Postman postman, Sweep sweep) {
        this.postman = postman;
        this.sweep = sweep;
    }

    @Scheduled(fixedDelayString = "${commonground.mail.pause}")
    void post() {
        postman.makeRound();
    }

    @Scheduled(fixedDelayString = "${commonground.sweep}")
    void sweep() {
        sweep.run();
    }
}
