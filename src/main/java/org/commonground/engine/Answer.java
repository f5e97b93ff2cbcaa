package org.commonground.engine;

/**
 * What a person submits with a user task or a start form, or what a decision table answered, handed to the domain in the
 * engine's transaction. The components of the record are exactly the input keys of the form, already checked by the form
 * guard; empty texts, numbers and dates arrive as null, untouched lists as empty lists. A refusal thrown here is read by the person, and nothing has changed.
 * <p>
 * For a business rule task the record has one component {@code rows}: the rules that fired, in order.
 */
public interface Answer<A extends Record> {

    /** @param answer what was submitted, complete and checked against the form */
    void take(A answer, StepContext context);
}
