package org.commonground.engine;

import java.util.Collection;
import java.util.List;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.commonground.engine.CommandList.Guest;

/**
 * The engine carries out for a person what the {@link CommandList} names, and nothing else. A person is whoever calls from outside
 * with a login. A request behind which nobody is known is a visitor's: the list says the little that the platform asks to find out
 * who comes. Jobs, start-up, code that already runs inside a command and what {@link HouseIdentity} does on purpose pass.
 */
final class Doors extends CommandInterceptor {

    private final IdentityService identity;
    private final CommandList list;
    private final AskedOfEngine asked = new AskedOfEngine();

    Doors(IdentityService identity, CommandList list) {
        this.identity = identity;
        this.list = list;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() == null) {
            Authentication person = identity.getCurrentAuthentication();
            if (person != null) {
                WebThread.personCame();
                judge(command, person);
            } else if (WebThread.serves() && !HouseIdentity.acts()) {
                judgeWithoutPerson(command);
            }
        }
        return next.execute(command);
    }

    private void judge(Command<?> command, Authentication person) {
        Collection<String> groups = person.getGroupIds() == null ? List.of() : person.getGroupIds();
        String name = CommandList.nameOf(command.getClass());
        if (!list.permits(name, groups)) {
            throw new NotOnTheList(name, person.getUserId(),
                    "You may not do this here. What changes a case is done with the form of the step only.");
        }
        if (!list.permits(CommandList.VARIABLES, groups) && asked.aboutVariables(command)) {
            throw new NotOnTheList(name, person.getUserId(), "What is kept in a case cannot be asked for in a list.");
        }
        if (!asked.withinBounds(command, person.getUserId())) {
            throw new NotOnTheList(name, person.getUserId(), "You may do this in part only: " + list.reason(name));
        }
    }

    /** The platform puts a person who is known aside for a moment, too. */
    private void judgeWithoutPerson(Command<?> command) {
        String name = CommandList.nameOf(command.getClass());
        boolean visitors = list.who(name).contains(Guest.VISITOR) && asked.toKnowWhoComes(command);
        if (!visitors && !(WebThread.knowsWhoCame() && list.who(name).contains(Guest.PLATFORM))) {
            throw new NotOnTheList(name, "a visitor", "Please log in first.");
        }
    }
}
