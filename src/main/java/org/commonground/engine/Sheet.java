package org.commonground.engine;

/**
 * What the form of a user task shows, or what a decision is asked with: a record, read fresh from the tables each time.
 * Its components are the keys that the form uses to show, prefill and offer choices. Nothing of it is stored.
 * <p>
 * The bean is found by the label on the box: "Sign agreement" has the form {@code sign-agreement} and the sheet
 * {@code signAgreementSheet}. A sheet may run twice for one submission: it only reads.
 * <p>
 * Components become: text → text, numbers → numbers, {@code boolean} → yes or no, {@code LocalDate} → {@code yyyy-MM-dd},
 * everything else (lists, records, maps, {@link Choice}s) → JSON.
 */
public interface Sheet<S extends Record> {

    S read(StepContext context);
}
