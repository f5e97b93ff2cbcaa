package org.commonground.browser;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.commonground.engine.MovableClock;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.core.env.Environment;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Where a play in the browser takes place: opens a window for each person and closes them all after the test. */
public class BrowserStage {

    /** The password of everybody who is given an account here, as in the demo. */
    public static final String PASSWORD = "CommonGround-1";

    /** So long is waited for the machine or a colleague before a play fails; by the clock on the wall, however fast the machine looks. */
    static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Environment environment;
    private final ProcessEngine engine;
    private final MovableClock clock;
    private final IdentityService identities;
    private final List<Person> people = new ArrayList<>();

    BrowserStage(Environment environment, ProcessEngine engine, MovableClock clock) {
        this.environment = environment;
        this.engine = engine;
        this.clock = clock;
        this.identities = engine.getIdentityService();
    }

    /** Partnerships of a play that was broken off leave nothing on the lists of the next. */
    public void isEmptied() {
        // The play before may have left work under way: a partnership that the machine moves on meanwhile cannot be taken away.
        // Before the first play of all there is no window, and nothing under way.
        if (people.stream().anyMatch(person -> !person.page().isClosed())) {
            theMachineRests();
        }
        withoutWindows(() -> engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("partnership").list()
                .forEach(instance -> engine.getRuntimeService().deleteProcessInstance(instance.getId(), "over")));
    }

    /** What is played without windows; the machine ends what it began and rests, because such a play does the machine's part itself. */
    public <T> T withoutWindows(Supplier<T> play) {
        if (!people.isEmpty()) {
            theMachineRests();
        }
        JobExecutor machine = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        machine.shutdown();
        try {
            return play.get();
        } finally {
            // A job that lost a race is due again a second later: on a clock that stands, never.
            clock.runFrom(clock.instant());
            machine.start();
        }
    }

    public void withoutWindows(Runnable play) {
        withoutWindows(() -> {
            play.run();
            return null;
        });
    }

    /** Lets somebody of the cast log in to Tasklist in a window of their own. */
    public Person person(Actor actor) {
        User account = identities.createUserQuery().userId(actor.user()).singleResult();
        account.setPassword(PASSWORD);
        identities.saveUser(account);
        return person(actor.user());
    }

    /** Lets the focal point of each of these organisations log in, by the code of the organisation. */
    public Map<String, Person> people(Cast cast, Collection<String> codes) {
        Map<String, Person> people = new LinkedHashMap<>();
        codes.forEach(code -> people.put(code, person(cast.actor(code))));
        return people;
    }

    /** Lets a coordinator log in. */
    public Person broker() {
        account("broker", "The", "broker", "coordinator");
        return person("broker");
    }

    /** Logs in to Tasklist in a window of their own. */
    public Person person(String user) {
        return person(user, "tasklist", 1366, 900);
    }

    /** Logs in to Tasklist in a window that stands elsewhere. */
    public Person person(String user, ZoneId where) {
        return enters(new Person(this, user, window -> window.setViewportSize(1366, 900).setTimezoneId(where.getId())), "tasklist");
    }

    /** @param app tasklist, cockpit, admin or welcome */
    public Person person(String user, String app, int width, int height) {
        return enters(new Person(this, user, width, height), app);
    }

    private Person enters(Person person, String app) {
        people.add(person);
        if (app.equals("tasklist")) {
            person.comesIn(app);
        } else {
            person.logsIn(app);
        }
        return person;
    }

    /** Somebody who opens an address without being logged in. */
    public Person visitor(String address) {
        Person visitor = new Person(this, "visitor", 1366, 900);
        people.add(visitor);
        visitor.page().navigate(address);
        return visitor;
    }

    /** Lets the machine do its part until this is so; the windows hear meanwhile what their browser tells them. */
    public void waitsUntil(BooleanSupplier so, String what) {
        try {
            Page open = people.stream().map(Person::page).filter(page -> !page.isClosed()).findFirst().orElseThrow();
            open.waitForCondition(nowAndThen(so), new Page.WaitForConditionOptions().setTimeout(PATIENCE.toMillis()));
        } catch (TimeoutError late) {
            throw new AssertionError("Waited in vain: " + what, late);
        }
    }

    /** A window asks at each moment; whoever asked the tables as often would keep the machine from its work. */
    private static BooleanSupplier nowAndThen(BooleanSupplier so) {
        long[] next = {System.nanoTime()};
        return () -> {
            if (System.nanoTime() < next[0]) {
                return false;
            }
            boolean is = so.getAsBoolean();
            next[0] = System.nanoTime() + BETWEEN_LOOKS.toNanos();
            return is;
        };
    }

    /** Nothing is left that the machine could do at this moment. */
    void theMachineRests() {
        waitsUntil(() -> engine.getManagementService().createJobQuery().messages().executable().count() == 0
                && engine.getManagementService().createJobQuery().timers().executable().count() == 0, "the machine comes to rest");
    }

    /** It becomes this moment, once the machine has done what there was to do before; the clock then runs on. */
    public void becomes(Instant moment) {
        theMachineRests();
        clock.runFrom(moment);
    }

    public String address() {
        return "http://localhost:" + environment.getRequiredProperty("local.server.port");
    }

    /** Makes an account in these groups, unless the person has one. */
    public void account(String user, String firstName, String lastName, String... groups) {
        if (identities.createUserQuery().userId(user).count() > 0) {
            return;
        }
        User account = identities.newUser(user);
        account.setFirstName(firstName);
        account.setLastName(lastName);
        account.setEmail(user.toLowerCase() + "@example.org");
        account.setPassword(PASSWORD);
        identities.saveUser(account);
        for (String group : groups) {
            if (identities.createGroupQuery().groupId(group).count() == 0) {
                identities.saveGroup(identities.newGroup(group));
            }
            identities.createMembership(user, group);
        }
    }

    /** After each test the clock runs again and the windows close; what they complained about fails the test. */
    static class Reset implements AfterEachCallback {

        @Override
        public void afterEach(ExtensionContext context) {
            BrowserStage stage = SpringExtension.getApplicationContext(context).getBean(BrowserStage.class);
            stage.clock.reset();
            List<String> complaints = new ArrayList<>();
            List<Person> all = List.copyOf(stage.people);
            stage.people.clear();
            for (Person person : all) {
                if (context.getExecutionException().isPresent() && !person.page().isClosed()) {
                    person.picture("failed-" + context.getDisplayName() + "-" + person.user());
                }
                complaints.addAll(person.complaints());
                person.leaves();
            }
            if (!complaints.isEmpty()) {
                AssertionError complaint = new AssertionError("The browser complained:\n" + String.join("\n", complaints));
                context.getExecutionException().ifPresentOrElse(failure -> failure.addSuppressed(complaint), () -> {
                    throw complaint;
                });
            }
        }
    }
}
