package org.commonground.engine;

import java.util.List;
import java.util.UUID;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.commonground.foundation.Fact;
import org.commonground.foundation.Refusal;
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

    @Component("beginExerciseAnswer")
    static class BeginExerciseAnswer implements Answer<BeginExerciseAnswer.Given> {

        record Given(String title) {
        }

        @Override
        public void take(Given answer, StepContext context) {
            Refusal.unless(!answer.title().equals("no"), "Such an exercise cannot begin. Please choose another title.");
            context.nameCase("E-" + UUID.randomUUID());
        }
    }

    /** Somebody else is always faster. */
    @Component("stumbleDelegate")
    static class StumbleDelegate implements ProcessStep {

        @Override
        public void perform(StepContext context) {
            throw new OptimisticLockingException("Somebody else moved this at the same moment.");
        }
    }

    @Component("tryExerciseSheet")
    static class TryExerciseSheet implements Sheet<TryExerciseSheet.Shown> {

        record Shown(String greeting, List<Choice> colours) {
        }

        @Override
        public Shown read(StepContext context) {
            return new Shown("Welcome, " + context.person(), List.of(new Choice("Red", "red"), new Choice("Blue", "blue")));
        }
    }

    @Component("tryExerciseAnswer")
    static class TryExerciseAnswer implements Answer<TryExerciseAnswer.Given> {

        record Given(String word, String colour, boolean done) {
        }

        private final JdbcClient jdbc;

        TryExerciseAnswer(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public void take(Given answer, StepContext context) {
            jdbc.sql("create table if not exists exercise_word(case_key varchar(50), word varchar(20000))").update();
            jdbc.sql("insert into exercise_word values (?, ?)").params(context.businessKey(), answer.word()).update();
            context.set(DONE, answer.done());
            Refusal.unless(!answer.word().equals("forbidden"), "This word is not welcome here. Please find another one.");
        }
    }
}
