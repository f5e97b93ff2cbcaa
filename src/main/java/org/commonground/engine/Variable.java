package org.commonground.engine;

import java.util.Optional;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;

/**
 * A process variable: a fact that a gateway asks, or the element of a multi-instance. Never business data.
 *
 * @param name     camelCase noun or boolean answer, as the diagram spells it
 * @param perParty lives in the instance of the party's own round, not in the whole process, so that parties who answer
 *                 at one moment do not write the same row
 */
public record Variable<T>(String name, Class<T> type, boolean perParty) {

    /** Element variable of every multi-instance over organisations: an organisation's code. */
    public static final Variable<String> PARTY = new Variable<>("party", String.class, true);

    /**
     * Element variables of multi-instances that ask one organisation several times: its code, a colon, and which of its parts it is, such
     * as a role or an id.
     */
    public static final Variable<String> SEAT = new Variable<>("seat", String.class, true);
    public static final Variable<String> INSTALMENT = new Variable<>("instalment", String.class, true);

    /** The user id of who started a case, where its start event names that its initiator; nothing once that person has left. */
    public static final Variable<String> STARTER = text("starter");

    /** Which of several matters of one case this branch is about, such as one flag; local to its branch. */
    public static final Variable<String> MATTER = text("matter");

    /** Which of several negotiations of one case this branch is about; a fact about one names it as its matter. */
    public static final Variable<String> NEGOTIATION = text("negotiation");

    /** This branch of a round is an answer given anew: nobody waits for it. */
    public static final Variable<Boolean> ANEW = flag("anew");

    public static Variable<Boolean> flag(String name) {
        return new Variable<>(name, Boolean.class, false);
    }

    public static Variable<String> text(String name) {
        return new Variable<>(name, String.class, false);
    }

    /** The same variable, kept within the round of one party. */
    public Variable<T> ofParty() {
        return new Variable<>(name, type, true);
    }

    /** What it says to an open step; nothing where it says nothing, or where the step is done by somebody while we look. */
    public Optional<T> at(TaskService tasks, String task) {
        try {
            return Optional.ofNullable(tasks.getVariable(task, name)).filter(type::isInstance).map(type::cast);
        } catch (NullValueException | NullPointerException gone) {
            // The engine misses the task, or finds the task and misses where it stood.
            return Optional.empty();
        }
    }
}
