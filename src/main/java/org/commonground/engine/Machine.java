package org.commonground.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/**
 * The Java delegate of a box that nobody does by hand. The machine of a room is one {@code @Configuration(proxyBeanMethods = false)}
 * class with a short method for each of its boxes, named like the label with {@code Delegate} at the end; the method's lambda is one
 * line that translates, calls the room's service and is done.
 * <p>
 * Whatever is thrown, a refusal too, is a failure of this box and becomes an incident on it: gateways ask before.
 */
@FunctionalInterface
public interface Machine extends JavaDelegate {

    void run(StepContext context);

    /** In the diagram of its own room alone: elsewhere somebody could let it run in any case. */
    @Override
    default void execute(DelegateExecution execution) {
        String room = Naming.room(getClass());
        if (room != null) {
            Turns.expectRoom("This box of the machine", room, execution);
        }
        run(new ExecutionContext(execution));
    }
}
