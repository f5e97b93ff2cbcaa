package org.commonground.selection.process;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.selection.SelectionService;
import org.springframework.stereotype.Component;

@Component
class AnswerInvitationAnswer implements Answer<AnswerInvitationAnswer.Given> {

    private final SelectionService selections;

    AnswerInvitationAnswer(SelectionService selections) {
        this.selections = selections;
    }

    @Override
    public void take(Given given, StepContext context) {
        selections.answerInvitation(context.partnership(), context.party(), given.answer().equals("accept"), given.reason(), context.person());
    }

    record Given(String answer, String reason) {
    }
}
