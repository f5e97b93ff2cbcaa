package org.commonground.browser;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.commonground.engine.Choice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.boot.test.context.TestConfiguration;

/** A form with a field of every kind, to prove that {@link Person} can fill them all. */
@TestConfiguration
class EveryField {

    /** What arrived, for the test to look at. */
    static final BlockingQueue<Filled> ARRIVED = new LinkedBlockingQueue<>();

    @Bean
    FillEveryField fillEveryField() {
        return new FillEveryField();
    }

    record Shown(List<Choice> roles, List<Choice> places) {
    }

    record Aim(String text, Integer target) {
    }

    record Filled(String title, String story, Integer people, LocalDate day, String role, String answer, String reason, List<String> areas,
                  List<String> friends, Boolean sure, List<Aim> aims) {
    }

    @For("orgFao")
    static class FillEveryField implements Step<Shown, Filled> {

        @Override
        public Shown show(StepContext context) {
            return new Shown(List.of(new Choice("Expert", "expert"), new Choice("Implementer", "implementer")),
                    List.of(new Choice("Guntur", "guntur"), new Choice("Warangal", "warangal"), new Choice("Khammam", "khammam")));
        }

        @Override
        public void take(Filled filled, StepContext context) {
            Refusal.unless(filled.people() != 13, "Thirteen people are one too many. Please enter 12 or fewer.");
            ARRIVED.add(filled);
        }
    }
}
