package org.commonground.talks.process;

import static org.commonground.talks.process.TalksVariables.matter;

import org.commonground.engine.Machine;
import org.commonground.talks.TalksService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The boxes of talks that nobody does by hand. */
@Configuration(proxyBeanMethods = false)
class TalksMachine {

    private final TalksService talks;

    TalksMachine(TalksService talks) {
        this.talks = talks;
    }

    @Bean
    Machine beginRungDelegate() {
        return context -> talks.begin(matter(context));
    }

    @Bean
    Machine weighWordsDelegate() {
        return context -> talks.weigh(matter(context), context.party());
    }

    @Bean
    Machine endRungDelegate() {
        return context -> talks.end(matter(context));
    }
}
