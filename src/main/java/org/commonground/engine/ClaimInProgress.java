package org.commonground.engine;

import java.util.Optional;
import java.util.function.BiPredicate;

import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.commonground.foundation.Refusal;

/**
 * The claim or assignment of a task that a person is just making. The engine's right to work on a task also lets a person claim
 * it for somebody else, or take it away from a colleague; who decides about the grants of a task asks here whether that happens.
 */
public final class ClaimInProgress {

    private static final String ALONE = "This step is meant for one person alone, so it cannot be given back: nobody else could take it.";
    private static final ThreadLocal<ClaimInProgress> CURRENT = new ThreadLocal<>();

    private final Authentication person;
    private final BiPredicate<TaskEntity, Authentication> mayFree;
    private final boolean taking;
    private boolean own;
    private boolean asked;
    private String freed;

    private ClaimInProgress(Authentication person, BiPredicate<TaskEntity, Authentication> mayFree, boolean taking) {
        this.person = person;
        this.mayFree = mayFree;
        this.taking = taking;
        this.own = taking;
    }

    /**
     * Whether the change of assignee is for the person who makes it to decide: to take a free task, to give back one's own, and to
     * free what a colleague holds so that anybody can take it. Never to hand it to somebody, nor to take it over in one step.
     * True as well when no person is claiming or assigning, and for whoever has the right to assign tasks to others.
     */
    public static boolean permits(Task task, String was, String now) {
        ClaimInProgress claim = CURRENT.get();
        return claim == null || claim.judges((TaskEntity) task, was, now);
    }

    private boolean judges(TaskEntity task, String was, String now) {
        asked = true;
        Refusal.unless(now != null || was == null || !task.getCandidates().isEmpty(), ALONE);
        boolean takes = taking && was == null && person.getUserId().equals(now);
        boolean givesBack = now == null && person.getUserId().equals(was);
        boolean frees = now == null && was != null && !givesBack && mayFree.test(task, person);
        freed = frees || !own && now == null && !givesBack ? was : null;
        return !own || takes || givesBack || frees;
    }

    static ClaimInProgress current() {
        return CURRENT.get();
    }

    /**
     * A claim: for oneself only, whatever rights the person has.
     *
     * @param mayFree whether the person may free a task that somebody else holds
     */
    static void claims(Authentication person, BiPredicate<TaskEntity, Authentication> mayFree) {
        CURRENT.set(new ClaimInProgress(person, mayFree, true));
    }

    /** An assignment: for whoever has the right to; see {@link #onlyOwn()}. */
    static void assigns(Authentication person, BiPredicate<TaskEntity, Authentication> mayFree) {
        CURRENT.set(new ClaimInProgress(person, mayFree, false));
    }

    static void ends() {
        CURRENT.remove();
    }

    boolean isAssignment() {
        return !taking;
    }

    /** From here on without the right to assign, so that only giving back and freeing is left. */
    void onlyOwn() {
        own = true;
        asked = false;
        freed = null;
    }

    /** Whether a change of assignee came to be judged at all. */
    boolean wasAsked() {
        return asked;
    }

    String person() {
        return person.getUserId();
    }

    /** Whose task it was that another person has just freed. */
    Optional<String> freed() {
        return Optional.ofNullable(freed);
    }
}
