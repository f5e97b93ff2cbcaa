package org.commonground.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.commonground.CommonGroundApplication;
import org.commonground.stage.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test in Chromium against the whole application on a port of its own, with an empty database in memory and the machine's
 * jobs running. All share one application: the webapps find their engine by name, so a second one would take its place. Runs in
 * {@code ./mvnw verify}; every page, console and server error fails it.
 */
@Tag("browser")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = CommonGroundApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"camunda.bpm.job-execution.enabled=true", "camunda.bpm.job-execution.max-wait=500",
                // No longer than the longest, or the engine looks for jobs without ever resting.
                "camunda.bpm.job-execution.wait-time-in-millis=100"})
@ContextConfiguration(initializers = TestDatabase.class)
@Import({BrowserStage.class, EveryField.class})
@ExtendWith({Chromium.class, BrowserStage.Reset.class})
public @interface BrowserTest {
}
