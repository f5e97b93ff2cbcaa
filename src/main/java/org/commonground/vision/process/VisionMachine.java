package org.commonground.vision.process;

import org.commonground.engine.Machine;
import org.commonground.vision.VisionService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The boxes of the vision that nobody does by hand. */
@Configuration(proxyBeanMethods = false)
class VisionMachine {

    private final VisionService visions;

    VisionMachine(VisionService visions) {
        this.visions = visions;
    }

    @Bean
    Machine openVisionDelegate() {
        return context -> {
            visions.open(context.partnership());
            context.set(VisionVariables.VISION_ENDORSED, false);
        };
    }

    @Bean
    Machine countEndorsementsDelegate() {
        return context -> context.set(VisionVariables.VISION_ENDORSED, visions.tallyEndorsements(context.partnership()));
    }
}
