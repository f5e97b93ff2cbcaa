package org.commonground.engine;

import java.util.Map;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.commonground.foundation.Fact;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Carries facts to the diagrams that wait for them: a message named like the fact, for its case and its matter. It travels as a
 * job written in the same transaction, so that it is neither lost nor early, and so that people who act at one moment do not
 * write the same row of the engine.
 */
@Component
class FactMessages {

    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<SpringProcessEngineConfiguration> engine;

    FactMessages(ObjectProvider<RuntimeService> runtime, ObjectProvider<SpringProcessEngineConfiguration> engine) {
        this.runtime = runtime;
        this.engine = engine;
    }

    @EventListener
    void carry(Fact fact) {
        FactDelivery.Letter letter = new FactDelivery.Letter(fact.getClass().getSimpleName(), fact.businessKey(),
                fact.matter(), fact.opensMatter());
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

    /** Delivers at once to whoever waits; nobody is also an answer. */
    static void deliver(FactDelivery.Letter letter, RuntimeService runtime) {
        if (letter.matter() != null && !letter.opensMatter()) {
            deliverToMatter(letter, runtime);
            return;
        }
        var message = runtime.createMessageCorrelation(letter.name()).processInstanceBusinessKey(letter.businessKey());
        if (letter.opensMatter()) {
            message.setVariablesToTriggeredScope(Map.of(Variable.MATTER.name(), letter.matter()));
        }
        message.correlateAll();
    }

    /** The engine's correlation compares variables of the waiting step only, while the matter lives in a scope around it. */
    private static void deliverToMatter(FactDelivery.Letter letter, RuntimeService runtime) {
        runtime.createExecutionQuery().messageEventSubscriptionName(letter.name())
                .processInstanceBusinessKey(letter.businessKey()).list().stream().map(Execution::getId)
                .filter(waiting -> letter.matter().equals(runtime.getVariable(waiting, Variable.MATTER.name())))
                .forEach(waiting -> runtime.messageEventReceived(letter.name(), waiting));
    }
}
