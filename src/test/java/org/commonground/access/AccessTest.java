package org.commonground.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.commonground.CommonGroundApplication;
import org.commonground.stage.StatementCount;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** A test before the real doors: the whole application on a port of its own, one for all such tests, with two steps for two parties. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = CommonGroundApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.datasource.url=jdbc:h2:mem:access;DB_CLOSE_DELAY=-1;DEFAULT_NULL_ORDERING=HIGH"
                + ";LOCK_TIMEOUT=20000;QUERY_CACHE_SIZE=256", "commonground.proxies=127.0.0.1"})
@ContextConfiguration(initializers = TestIssuer.class)
@Import({TwoParties.class, StatementCount.class})
@interface AccessTest {
}
