package org.commonground.release.process;

import java.util.List;
import java.util.Optional;

import org.commonground.engine.AnswerBook;
import org.commonground.engine.CaseTasks;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.release.SignsOfLife;
import org.springframework.stereotype.Component;

/** What was answered and what waits, as the engine and its book of answers know it. */
@Component
class SignsInTheEngine implements SignsOfLife {

    private final AnswerBook answers;
    private final CaseTasks tasks;

    SignsInTheEngine(AnswerBook answers, CaseTasks tasks) {
        this.answers = answers;
        this.tasks = tasks;
    }

    @Override
    public Optional<Step> lastAnswer(PartnershipId partnership, OrganisationId organisation) {
        return answers.sentLast(partnership.value(), organisation).map(one -> new Step(one.label(), one.at()));
    }

    @Override
    public List<Step> waiting(PartnershipId partnership, OrganisationId organisation) {
        return tasks.waitingFor(partnership, organisation).stream().filter(one -> one.due() != null)
                .map(one -> new Step(one.label(), one.due())).toList();
    }
}
