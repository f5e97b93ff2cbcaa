package org.commonground.engine;

import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/** The job that delivers one fact as a message. */
final class FactDelivery implements JobHandler<FactDelivery.Letter> {

    static final String TYPE = "deliver-fact";
    private static final String SEPARATOR = "|";

    @Override
    public String getType() {
        return TYPE;
    }

    @Override
    public void execute(Letter letter, ExecutionEntity execution, CommandContext command, String tenant) {
        FactMessages.deliver(letter, command.getProcessEngineConfiguration().getRuntimeService());
    }

    @Override
    public Letter newConfiguration(String text) {
        String[] parts = text.split("\\|", -1);
        return new Letter(parts[0], parts[1], said(parts[2]), Boolean.parseBoolean(parts[3]), said(parts[4]),
                // One part fewer in a job that an older start has written.
                parts.length > 5 ? said(parts[5]) : null);
    }

    private static String said(String part) {
        return part.isEmpty() ? null : part;
    }

    @Override
    public void onDelete(Letter letter, JobEntity job) {
        // Nothing is kept beside the job.
    }

    /** @param name simple name of the fact; the other parts as in {@link org.commonground.foundation.Fact} */
    record Letter(String name, String businessKey, String matter, boolean opensMatter, String party, String starter)
            implements JobHandlerConfiguration {

        @Override
        public String toCanonicalString() {
            return String.join(SEPARATOR, name, businessKey, orNothing(matter), Boolean.toString(opensMatter), orNothing(party),
                    orNothing(starter));
        }

        private static String orNothing(String part) {
            return part == null ? "" : part;
        }
    }
}
