package org.commonground.engine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.commonground.foundation.Fact;
import org.commonground.foundation.Messenger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Carries facts to the diagrams that wait for them: a message named like the fact, for its case and its matter. It travels as a
 * job written in the same transaction, so that it is neither lost nor early, and so that people who act at one moment do not
 * write the same row of the engine.
 */
@Component
class FactMessages implements Messenger {

    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<SpringProcessEngineConfiguration> engine;

    FactMessages(ObjectProvider<RuntimeService> runtime, ObjectProvider<SpringProcessEngineConfiguration> engine) {
        this.runtime = runtime;
        this.engine = engine;
    }

    @EventListener
    void carry(Fact fact) {
        FactDelivery.Letter letter = letter(fact);
        CommandContext running = Context.getCommandContext();
        Command<Void> send = command -> command.runWithoutAuthorization(() -> {
            post(letter, command);
            return null;
        });
        if (running != null) {
            send.execute(running);
        } else {
            CommandExecutor executor = engine.getObject().getCommandExecutorTxRequired();
            executor.execute(send);
        }
    }

    private static FactDelivery.Letter letter(Fact fact) {
        return new FactDelivery.Letter(fact.getClass().getSimpleName(), fact.businessKey(), fact.matter(), fact.opensMatter(),
                fact.party() == null ? null : fact.party().code(), fact.starter());
    }

    /** No job here: the answer has to be known in the box that asks, and that box is a job of its own already. */
    @Override
    public boolean reaches(Fact fact) {
        return Context.getCommandContext().runWithoutAuthorization(() -> deliver(letter(fact), runtime.getObject())) > 0;
    }

    private void post(FactDelivery.Letter letter, CommandContext command) {
        boolean awaited = runtime.getObject().createEventSubscriptionQuery()
                .eventType("message").eventName(letter.name()).count() > 0;
        if (awaited) {
            MessageEntity job = new MessageEntity();
            job.setJobHandlerType(FactDelivery.TYPE);
            job.setJobHandlerConfiguration(letter);
            command.getJobManager().send(job);
        }
    }

    /** Delivers at once to whoever waits, and says to how many; nobody is also an answer. */
    static int deliver(FactDelivery.Letter letter, RuntimeService runtime) {
        if (letter.starter() != null) {
            return deliverToWhatWasStarted(letter, runtime);
        }
        if (letter.party() != null || letter.matter() != null && !letter.opensMatter()) {
            return deliverToThoseConcerned(letter, runtime);
        }
        var message = runtime.createMessageCorrelation(letter.name()).processInstanceBusinessKey(letter.businessKey());
        if (letter.opensMatter()) {
            message.setVariablesToTriggeredScope(Map.of(Variable.MATTER.name(), letter.matter()));
        }
        return message.correlateAllWithResult().size();
    }

    /** What somebody has just started belongs to no case yet. */
    private static int deliverToWhatWasStarted(FactDelivery.Letter letter, RuntimeService runtime) {
        List<String> waiting = runtime.createExecutionQuery().messageEventSubscriptionName(letter.name())
                .processVariableValueEquals(Variable.STARTER.name(), letter.starter()).list().stream().map(Execution::getId).toList();
        waiting.forEach(execution -> runtime.messageEventReceived(letter.name(), execution));
        return waiting.size();
    }

    /** The engine's correlation compares variables of the waiting step only, while the matter and the party live in scopes around it. */
    private static int deliverToThoseConcerned(FactDelivery.Letter letter, RuntimeService runtime) {
        List<String> waiting = runtime.createExecutionQuery().messageEventSubscriptionName(letter.name())
                .processInstanceBusinessKey(letter.businessKey()).list().stream().map(Execution::getId)
                .filter(execution -> isAbout(letter.matter(), execution, runtime)
                        && isOf(letter.party(), execution, runtime)).toList();
        waiting.forEach(execution -> runtime.messageEventReceived(letter.name(), execution));
        return waiting.size();
    }

    private static boolean isOf(String party, String execution, RuntimeService runtime) {
        return party == null || Stream.of(Variable.PARTY, Variable.SEAT, Variable.INSTALMENT)
                .map(element -> runtime.getVariable(execution, element.name())).filter(Objects::nonNull)
                .anyMatch(element -> element.toString().split(":")[0].equals(party));
    }

    private static boolean isAbout(String matter, String execution, RuntimeService runtime) {
        return matter == null || Stream.of(Variable.MATTER, Variable.NEGOTIATION, Variable.INSTALMENT)
                .map(one -> runtime.getVariable(execution, one.name())).filter(Objects::nonNull).map(Object::toString)
                .anyMatch(one -> one.equals(matter) || one.endsWith(":" + matter));
    }
}
