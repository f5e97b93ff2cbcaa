package org.commonground.access;

import org.commonground.engine.Answer;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Two organisations with a secret each, asked at one moment in one case. */
@TestConfiguration
class TwoParties {

    static final String SECRET_OF_ALPHA = "alpha keeps this to itself";
    static final String SECRET_OF_BETA = "beta keeps this to itself";

    record Shown(String secret) {
    }

    record Given(String words) {
    }

    @Bean
    AlphaSpeaksSheet alphaSpeaksSheet() {
        return new AlphaSpeaksSheet();
    }

    @Bean
    BetaSpeaksSheet betaSpeaksSheet() {
        return new BetaSpeaksSheet();
    }

    @Bean
    SpeaksAnswer alphaSpeaksAnswer() {
        return new SpeaksAnswer();
    }

    @Bean
    SpeaksAnswer betaSpeaksAnswer() {
        return new SpeaksAnswer();
    }

    static class AlphaSpeaksSheet implements Sheet<Shown> {

        @Override
        public Shown read(StepContext context) {
            return new Shown(SECRET_OF_ALPHA);
        }
    }

    static class BetaSpeaksSheet implements Sheet<Shown> {

        @Override
        public Shown read(StepContext context) {
            return new Shown(SECRET_OF_BETA);
        }
    }

    static class SpeaksAnswer implements Answer<Given> {

        @Override
        public void take(Given given, StepContext context) {
            // What is said is nobody's concern here.
        }
    }
}
