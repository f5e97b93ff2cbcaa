package org.commonground.notice;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.commonground.engine.MovableClock;
import org.commonground.foundation.Pace;
import org.commonground.stage.TestDatabase;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** Outbox and postman on a real database, without the engine and the rooms; the address book is the test's. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = NoticeTest.Parts.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ContextConfiguration(initializers = TestDatabase.class)
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class, JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class, JacksonAutoConfiguration.class, ThymeleafAutoConfiguration.class, MailSenderAutoConfiguration.class})
@interface NoticeTest {

    /** Not annotated as a configuration, so that the whole application does not find it. */
    @EnableConfigurationProperties(NoticeSettings.class)
    @Import({Templates.class, Outbox.class, SpokenDays.class, CaseNames.class, Composer.class, Postman.class, Mails.class})
    class Parts {

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }

        @Bean
        Pace pace() {
            return Pace.IN_EARNEST;
        }

        /** What is told of cases goes into a record that is the home's. */
        @Bean
        CaseRecord record() {
            return (number, line, groups, at) -> {
            };
        }

        @Bean
        Directory directory() {
            return new Directory();
        }
    }
}
