package org.commonground.amendment.process;

import java.util.List;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.amendment.AmendmentReaders;
import org.commonground.amendment.AmendmentService;
import org.commonground.engine.OpenToModels;
import org.commonground.engine.Variable;
import org.commonground.foundation.OrganisationId;
import org.springframework.stereotype.Component;

/** What the diagram asks about an amendment: {@code ${amendments.readers(execution)}}. */
@Component("amendments")
@OpenToModels
public class AmendmentQuestions {

    private final AmendmentService amendments;
    private final AmendmentReaders readers;

    AmendmentQuestions(AmendmentService amendments, AmendmentReaders readers) {
        this.amendments = amendments;
        this.readers = readers;
    }

    /** The group whose people write down what shall be different. */
    public List<String> writers(DelegateExecution execution) {
        return List.of(amendments.writer(matter(execution)).map(OrganisationId::groupId).orElse("coordinator"));
    }

    /** Whether those who sign have to talk first. */
    public boolean talkNeeded(DelegateExecution execution) {
        return amendments.isTalkNeeded(matter(execution));
    }

    /** Codes of the partners who need not sign and have not read it. */
    public List<String> readers(DelegateExecution execution) {
        return readers.awaited(matter(execution)).stream().map(OrganisationId::code).toList();
    }

    /** Whether somebody joined whom nobody asked yet. */
    public boolean readerMissing(DelegateExecution execution) {
        return !readers(execution).isEmpty();
    }

    private static UUID matter(DelegateExecution execution) {
        return UUID.fromString((String) execution.getVariable(Variable.MATTER.name()));
    }
}
