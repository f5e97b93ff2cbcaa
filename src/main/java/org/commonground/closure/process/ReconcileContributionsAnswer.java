package org.commonground.closure.process;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;

import org.commonground.closure.ClosureService;
import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.partnership.ActionCheck;
import org.springframework.stereotype.Component;

@Component
class ReconcileContributionsAnswer implements Answer<ReconcileContributionsAnswer.Given> {

    private final ClosureService closures;

    ReconcileContributionsAnswer(ClosureService closures) {
        this.closures = closures;
    }

    @Override
    public void take(Given given, StepContext context) {
        closures.reconcile(context.partnership(), context.party(), given.kept(), given.seen(), given.answer().equals("right"), given.words(), context.person());
    }

    record Given(List<Row> promises, List<Check> checks, String answer, String words) {

        Set<Integer> kept() {
            return promises.stream().filter(row -> row.kept().equals("yes")).map(Row::nr).collect(toSet());
        }

        List<ActionCheck> seen() {
            return checks.stream().map(row -> new ActionCheck(row.nr(), row.done().equals("yes"), row.seen())).toList();
        }
    }

    record Row(int nr, String kept) {
    }

    record Check(int nr, String done, String seen) {
    }
}
