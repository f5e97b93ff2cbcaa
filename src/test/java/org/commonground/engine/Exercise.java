package org.commonground.engine;

import java.util.List;
import java.util.UUID;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.commonground.foundation.Fact;
import org.commonground.foundation.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A room for exercises: small enough to see the engine room at work. */
final class Exercise {

    static final Variable<Boolean> DONE = Variable.flag("exerciseDone");

    private Exercise() {
    }

    record ExerciseRaised(String businessKey, String matter) implements Fact {

        @Override
        public boolean opensMatter() {
            return true;
        }
    }

    record ExerciseSettled(String businessKey, String matter) implements Fact {
    }

    @Component
    @For("exercisers")
    static class BeginExercise implements Step.Asking<BeginExercise.Given> {

        record Given(String title) {
        }

        @Override
        public void take(Given given, StepContext context) {
            Refusal.unless(!given.title().equals("no"), "Such an exercise cannot begin. Please choose another title.");
            context.nameCase("E-" + UUID.randomUUID());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class ExerciseMachine {

        /** Somebody else is always faster. */
        @Bean
        Machine stumbleDelegate() {
            return context -> {
                throw new OptimisticLockingException("Somebody else moved this at the same moment.");
            };
        }
    }

    @Component
    @For("exercisers")
    static class TryExercise implements Step<TryExercise.Shown, TryExercise.Given> {

        record Shown(String greeting, List<Choice> colours) {
        }

        record Given(String word, String colour, boolean done) {
        }

        private final JdbcClient jdbc;

        TryExercise(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public Shown show(StepContext context) {
            return new Shown("Welcome, " + context.person(), List.of(new Choice("Red", "red"), new Choice("Blue", "blue")));
        }

        @Override
        public void take(Given given, StepContext context) {
            jdbc.sql("create table if not exists exercise_word(case_key varchar(50), word varchar(20000))").update();
            jdbc.sql("insert into exercise_word values (?, ?)").params(context.businessKey(), given.word()).update();
            context.set(DONE, given.done());
            Refusal.unless(!given.word().equals("forbidden"), "This word is not welcome here. Please find another one.");
        }
    }
}
