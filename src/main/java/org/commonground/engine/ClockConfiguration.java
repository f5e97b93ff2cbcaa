package org.commonground.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

import org.commonground.foundation.Pace;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/** The one clock of the application, and the pace of its process. Whoever sets the clock also moves the engine's ({@link MovableClock}). */
@Configuration
class ClockConfiguration {

    @Bean
    @ConditionalOnMissingBean
    MovableClock clock() {
        return new MovableClock();
    }

    /** @param day how long a day of the process lasts; another one than in earnest counts from the first start on this database */
    @Bean
    Pace pace(@Value("${commonground.day:P1D}") Duration day, ObjectProvider<Flyway> migrations) {
        return new Pace(day, SingletonSupplier.of(() -> firstStart(migrations.getObject())));
    }

    private static Instant firstStart(Flyway migrations) {
        return migrations.info().applied()[0].getInstalledOn().toInstant();
    }
}
