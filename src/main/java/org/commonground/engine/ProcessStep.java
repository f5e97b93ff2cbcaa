package org.commonground.engine;

/** A machine's box that is a class of its own. */
public interface ProcessStep extends Machine {

    void perform(StepContext context);

    @Override
    default void run(StepContext context) {
        perform(context);
    }
}
