package org.commonground.release.process;

import org.commonground.engine.Machine;
import org.commonground.release.ReleaseService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The boxes of a release that nobody does by hand. */
@Configuration(proxyBeanMethods = false)
class ReleaseMachine {

    private final ReleaseService releases;

    ReleaseMachine(ReleaseService releases) {
        this.releases = releases;
    }

    @Bean
    Machine closeLetterDelegate() {
        return context -> releases.closeLetter(ReleaseVariables.matter(context));
    }

    @Bean
    Machine closeReleaseDelegate() {
        return context -> releases.close(ReleaseVariables.matter(context));
    }
}
