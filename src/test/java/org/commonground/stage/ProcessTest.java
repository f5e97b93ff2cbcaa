package org.commonground.stage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.commonground.CommonGroundApplication;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test that plays on the whole application: real rooms, real tables, real forms and grants; only the mail server and the clock are
 * the test's. All such tests share one application and one database, so each brings a cast of its own ({@link Stage#cast}). After a story
 * nothing is left without an owner ({@link Orphans}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = CommonGroundApplication.class)
@ContextConfiguration(initializers = TestDatabase.class)
@Import({Stage.class, StatementCount.class, Orphans.class})
@ExtendWith(Stage.Reset.class)
@ActiveProfiles("test")
public @interface ProcessTest {
}
