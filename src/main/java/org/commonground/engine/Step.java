package org.commonground.engine;

import java.util.List;

/**
 * What one box does: a user task or a start form that people fill in, or a decision that a table takes. One class for each box,
 * found by the id of its form or the key of its decision ({@link Takes}); the label on the box may change.
 * <p>
 * The components of the records are the keys of the form. What is shown becomes: text → text, numbers → numbers, {@code boolean}
 * → yes or no, {@code LocalDate} → {@code yyyy-MM-dd}, everything else (lists, records, maps, {@link Choice}s) → JSON. A {@code Supplier}
 * of one of these is asked when somebody looks, but not when the form is sent, unless a question of it needs it. For a
 * decision, what is shown are the inputs of its table, and what is given has one component {@code rows}: the rules that fired.
 *
 * @param <S> what is shown: read fresh from the tables each time, nothing of it is stored. {@link Nothing} where nothing is
 * @param <G> what is given: exactly the input keys of the form, checked by the form guard. {@link Nothing} where nothing is asked
 */
public interface Step<S extends Record, G extends Record> {

    /** May run twice for one submission: it only reads. A start form cannot show anything, since there is no case yet. */
    S show(StepContext context);

    /**
     * What the mail that asks for it says beside its name, in whole sentences: about whom, what and how much. None where its name says it
     * all, and never asked of a confidential step. Read once, when the step opens.
     */
    default List<String> mailed(StepContext context) {
        return List.of();
    }

    /**
     * Hands to the domain what was submitted, in the engine's transaction. A refusal thrown here is read by the person, and nothing
     * has changed.
     *
     * @param given complete and checked; empty texts, numbers and dates arrive as null, untouched lists as empty lists
     */
    void take(G given, StepContext context);

    /** Shown by a box that only asks, given to a box that only shows. */
    record Nothing() {
    }

    /** A step that only asks, as every start form does. */
    interface Asking<G extends Record> extends Step<Nothing, G> {

        @Override
        default Nothing show(StepContext context) {
            return new Nothing();
        }
    }
}
