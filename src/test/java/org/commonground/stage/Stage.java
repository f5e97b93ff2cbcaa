package org.commonground.stage;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.ws.rs.ClientErrorException;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.commonground.engine.MovableClock;
import org.commonground.engine.Rehearsal;
import org.commonground.foundation.OrganisationId;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.PeopleService;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.stereotype.Component;
import org.springframework.test.context.junit.jupiter.SpringExtension;


/** Where a process test plays: the rehearsal, and what tests add to it: a cast, the clock, moments that several people share. */
@Component
public class Stage {

    /** What the second of two colleagues may read: whether the first was faster by a hair or by a breath decides which sentence it is. */
    public static final Pattern TOO_LATE = Pattern.compile(
            "Somebody else .* Please .*|This step is over: .*|(A colleague|Your organisation) has .* already\\.");

    private final ProcessEngine engine;
    private final MovableClock clock;
    private final Rehearsal rehearsal;
    private final OrganisationService organisations;
    private final PeopleService people;
    private int casts;
    private final List<Cast> playing = new ArrayList<>();
    private Runnable atRest = () -> { };

    public Stage(ProcessEngine engine, Rehearsal rehearsal, MovableClock clock, OrganisationService organisations,
            PeopleService people) {
        this.engine = engine;
        this.rehearsal = rehearsal;
        this.clock = clock;
        this.organisations = organisations;
        this.people = people;
    }

    public ProcessEngine engine() {
        return engine;
    }

    /** Has somebody look around whenever a player or the machine has done something and all stand still. */
    public void whenAllStandStill(Runnable looks) {
        this.atRest = looks;
    }

    void standsStill() {
        atRest.run();
    }

    /** A cast of its own for one test. */
    public Cast cast() {
        Cast cast = new Cast(this, organisations, people, ++casts, LocalDate.now(clock));
        playing.add(cast);
        return cast;
    }

    /** Somebody with an account, with the groups of the account. */
    public Actor actor(String user) {
        Assertions.assertThat(engine.getIdentityService().createUserQuery().userId(user).singleResult())
                .as("There is no account " + user).isNotNull();
        return new Actor(this, rehearsal, user);
    }

    /** Makes an account for a group of staff, such as {@code coordinator}; used again when it exists. */
    public Actor staff(String group) {
        IdentityService identity = engine.getIdentityService();
        String user = "test" + Character.toUpperCase(group.charAt(0)) + group.substring(1);
        if (identity.createUserQuery().userId(user).count() == 0) {
            var account = identity.newUser(user);
            account.setPassword("A-long-password-1");
            account.setEmail(user.toLowerCase() + "@example.org");
            identity.saveUser(account);
            if (identity.createGroupQuery().groupId(group).count() == 0) {
                identity.saveGroup(identity.newGroup(group));
            }
            identity.createMembership(user, group);
        }
        return actor(user);
    }

    /** Does everything that the machine has to do now: continuations, facts on their way; timers stay. */
    public void machineWorks() {
        rehearsal.machineWorks();
        standsStill();
    }

    /** Lets time pass until each open timer of this label in this case is due, and lets it fire. */
    public void fires(String label, String businessKey) {
        rehearsal.timePasses(label, businessKey);
        standsStill();
    }

    /**
     * The machine comes back after it stood still; returns the labels of the timers of these cases that fired, in the order of their dates.
     */
    public List<String> catchesUp(String... businessKeys) {
        List<String> fired = rehearsal.catchesUp(businessKeys);
        Assertions.assertThat(fired).as("No storm after a stop").hasSizeLessThan(100);
        return fired;
    }

    /** All of this at one moment, by so many people; returns what those were told who came second. */
    public List<String> atOneMoment(List<Runnable> submissions) {
        CyclicBarrier moment = new CyclicBarrier(submissions.size());
        List<CompletableFuture<Optional<String>>> people = submissions.stream()
                .map(submission -> CompletableFuture.supplyAsync(() -> told(moment, submission), person -> new Thread(person).start()))
                .toList();
        List<String> told = people.stream().map(CompletableFuture::join).flatMap(Optional::stream).toList();
        machineWorks();
        return told;
    }

    /** The sentence that the person reads whose submission comes too late; empty when it was taken. */
    public static Optional<String> told(Runnable submission) {
        try {
            submission.run();
            return Optional.empty();
        } catch (ClientErrorException refusal) {
            return Optional.of(refusal.getMessage());
        }
    }

    private static Optional<String> told(CyclicBarrier moment, Runnable submission) {
        try {
            moment.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException exception) {
            throw new IllegalStateException(exception);
        }
        return told(submission);
    }

    public void passes(Duration time) {
        clock.advance(time);
    }

    /** What the engine says about the case. */
    public CaseAssert assertThat(String businessKey) {
        return new CaseAssert(engine, businessKey);
    }

    /** What a form is filled with: keys and values in turn. */
    public static Map<String, Object> with(Object... keysAndValues) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            answers.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return answers;
    }

    private Set<OrganisationId> players() {
        return playing.stream().flatMap(cast -> cast.organisations().stream()).collect(Collectors.toSet());
    }

    /** After each test the clock runs again and nobody is logged in; after a story nothing is without an owner. */
    static class Reset implements BeforeEachCallback, AfterEachCallback {

        @Override
        public void beforeEach(ExtensionContext context) {
            stage(context).engine.getIdentityService().clearAuthentication();
        }

        @Override
        public void afterEach(ExtensionContext context) {
            Stage stage = stage(context);
            stage.engine.getIdentityService().clearAuthentication();
            Set<OrganisationId> players = stage.players();
            boolean story = context.getRequiredTestClass().getPackageName().endsWith(".story");
            List<String> orphans = story && context.getExecutionException().isEmpty()
                    ? SpringExtension.getApplicationContext(context).getBean(Orphans.class).in(players) : List.of();
            stage.playing.clear();
            stage.clock.reset();
            stage.atRest = () -> { };
            Assertions.assertThat(orphans).isEmpty();
        }

        private static Stage stage(ExtensionContext context) {
            return SpringExtension.getApplicationContext(context).getBean(Stage.class);
        }
    }
}
