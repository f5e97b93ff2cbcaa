package org.commonground.engine;

/**
 * The claim or assignment of a task that a person is just making. The engine's right to work on a task also lets a person claim
 * it for somebody else, or take it away from a colleague; who decides about the grants of a task asks here whether that happens.
 */
public final class ClaimInProgress {

    private static final ThreadLocal<ClaimInProgress> CURRENT = new ThreadLocal<>();

    private final String person;
    private final boolean taking;
    private boolean own;
    private boolean asked;

    private ClaimInProgress(String person, boolean taking, boolean own) {
        this.person = person;
        this.taking = taking;
        this.own = own;
    }

    /**
     * Whether the change of assignee is for the person who makes it to decide: to take a free task and to give back one's own.
     * True as well when no person is claiming or assigning, and for whoever has the right to assign tasks to others.
     */
    public static boolean permits(String was, String now) {
        ClaimInProgress claim = CURRENT.get();
        if (claim == null) {
            return true;
        }
        claim.asked = true;
        boolean takes = claim.taking && was == null && claim.person.equals(now);
        boolean givesBack = now == null && claim.person.equals(was);
        return !claim.own || takes || givesBack;
    }

    static ClaimInProgress current() {
        return CURRENT.get();
    }

    /** A claim: for oneself only, whatever rights the person has. */
    static void claims(String person) {
        CURRENT.set(new ClaimInProgress(person, true, true));
    }

    /** An assignment: for whoever has the right to; see {@link #onlyOwn()}. */
    static void assigns(String person) {
        CURRENT.set(new ClaimInProgress(person, false, false));
    }

    static void ends() {
        CURRENT.remove();
    }

    boolean isAssignment() {
        return !taking;
    }

    /** From here on without the right to assign, so that only giving back one's own task is left. */
    void onlyOwn() {
        own = true;
        asked = false;
    }

    /** Whether a change of assignee came to be judged at all. */
    boolean wasAsked() {
        return asked;
    }
}
