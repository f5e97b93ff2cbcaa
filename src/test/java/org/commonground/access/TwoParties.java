package org.commonground.access;

import org.commonground.engine.For;
import org.commonground.engine.Step;
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
    AlphaSpeaks alphaSpeaks() {
        return new AlphaSpeaks();
    }

    @Bean
    BetaSpeaks betaSpeaks() {
        return new BetaSpeaks();
    }

    @For({"orgAlphaExpert", "orgAlpha"})
    static class AlphaSpeaks implements Step<Shown, Given> {

        @Override
        public Shown show(StepContext context) {
            return new Shown(SECRET_OF_ALPHA);
        }

        @Override
        public void take(Given given, StepContext context) {
            // What is said is nobody's concern here.
        }
    }

    @For({"orgBetaExpert", "orgBeta"})
    static class BetaSpeaks implements Step<Shown, Given> {

        @Override
        public Shown show(StepContext context) {
            return new Shown(SECRET_OF_BETA);
        }

        @Override
        public void take(Given given, StepContext context) {
            // What is said is nobody's concern here.
        }
    }
}
