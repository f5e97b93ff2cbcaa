package org.commonground.reading.process;

import java.util.UUID;

import org.commonground.engine.Machine;
import org.commonground.reading.ReadingService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The box of the reading that nobody does by hand. */
@Configuration(proxyBeanMethods = false)
class ReadingMachine {

    private final ReadingService readings;

    ReadingMachine(ReadingService readings) {
        this.readings = readings;
    }

    @Bean
    Machine tellAnswersDelegate() {
        return context -> readings.tell(context.partnership(), UUID.fromString(context.get(ReadingVariables.PERIOD)));
    }
}
