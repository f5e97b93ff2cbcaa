package org.commonground.access;

import jakarta.servlet.Filter;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;

/** Keeps in the database who is logged in: it outlives a restart, and every node knows it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableJdbcHttpSession
class SessionStore {

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionSettings(ServerProperties server) {
        GenericConversionService conversions = new GenericConversionService();
        conversions.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversions.addConverter(byte[].class, Object.class, readable());
        return sessions -> {
            sessions.setDefaultMaxInactiveInterval(server.getServlet().getSession().getTimeout());
            sessions.setConversionService(conversions);
        };
    }

    /** What an older release wrote and this one cannot read is as good as not there: the person logs in anew. */
    private static Converter<byte[], Object> readable() {
        Converter<byte[], Object> reader = new DeserializingConverter();
        return bytes -> {
            try {
                return reader.convert(bytes);
            } catch (SerializationFailedException unreadable) {
                return null;
            }
        };
    }

    @Bean
    @Primary
    QuietSessions<?> quietSessions(JdbcIndexedSessionRepository sessions) {
        return QuietSessions.over(sessions);
    }

    @Bean
    FilterRegistrationBean<Filter> sessionsReadOnce(QuietSessions<?> sessions) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(sessions.onceACall());
        registration.setOrder(Firewall.FIRST + 1);
        return registration;
    }
}
