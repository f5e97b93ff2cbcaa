package org.commonground.access;

import java.time.Duration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Hangs before the house what knows where somebody comes from, and what lets in only so many of one address. */
@Component
class Doorway implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final Proxies proxies;
    private final ServerProperties.Tomcat server;

    Doorway(@Value("${commonground.proxies:}") String proxies, ServerProperties server) {
        this.proxies = Proxies.named(proxies);
        this.server = server.getTomcat();
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        Duration patience = server.getConnectionTimeout() == null ? Duration.ofSeconds(10) : server.getConnectionTimeout();
        proxies.valve().ifPresent(factory::addEngineValves);
        factory.addEngineValves(new Turnstile(server.getThreads().getMax(), patience));
    }
}
