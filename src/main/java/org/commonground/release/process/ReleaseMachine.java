package org.commonground.release.process;

import org.commonground.engine.Machine;
import org.commonground.release.ReleaseService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The box of a release that nobody does by hand. */
@Configuration(proxyBeanMethods = false)
class ReleaseMachine {

    @Bean
    Machine closeReleaseDelegate(ReleaseService releases) {
        return context -> releases.close(ReleaseVariables.matter(context));
    }
}
