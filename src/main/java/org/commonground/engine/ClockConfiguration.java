package org.commonground.engine;

import java.time.Clock;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of the application. Whoever sets it back or forward also moves the engine's clock ({@link MovableClock}). */
@Configuration
class ClockConfiguration {

    @Bean
    @ConditionalOnMissingBean
    MovableClock clock() {
        return new MovableClock();
    }
}
