package org.commonground.stage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.commonground.engine.MovableClock;
import org.commonground.foundation.Pace;
import org.commonground.organisation.RememberedAccounts;
import org.commonground.release.RememberedSigns;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.test.autoconfigure.data.jdbc.DataJdbcTest;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A test of a room's services on their tables, without engine, mail and web. All such tests share one application with all rooms and one
 * database; what a test wrote is rolled back, and what it changed on the stage is put back. What is agreed is said by props, so that
 * nobody has to negotiate before a test of later rooms begins.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DataJdbcTest
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@ContextConfiguration(initializers = TestDatabase.class)
@RecordApplicationEvents
@ImportAutoConfiguration(ThymeleafAutoConfiguration.class)
@Import(DomainTest.Rooms.class)
@ExtendWith(DomainTest.PuttingBack.class)
public @interface DomainTest {

    /** Every package that is no mechanism is a room. */
    @TestConfiguration
    @ComponentScan(basePackages = "org.commonground", excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = {
            "org\\.commonground\\.(access|browser|demo|engine|home|house|notice|stage|story|webapp)\\..*",
            "org\\.commonground\\.CommonGroundApplication", ".*\\.process\\..*", ".*Mails", ".*Test.*"}))
    @Import({Ladder.class, Diagrams.class, SampleAgreement.class})
    class Rooms {

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }

        @Bean
        Pace pace() {
            return Pace.IN_EARNEST;
        }

        @Bean
        RememberedSigns signsOfLife() {
            return new RememberedSigns();
        }

        @Bean
        RememberedAccounts accounts() {
            return new RememberedAccounts();
        }
    }

    /** The clock first: what is agreed begins today. */
    class PuttingBack implements AfterEachCallback {

        @Override
        public void afterEach(ExtensionContext test) {
            ApplicationContext rooms = SpringExtension.getApplicationContext(test);
            rooms.getBean(MovableClock.class).reset();
            rooms.getBeansOfType(Prop.class).values().forEach(Prop::putBack);
        }
    }
}
