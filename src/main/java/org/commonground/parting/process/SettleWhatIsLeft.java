package org.commonground.parting.process;

import static org.commonground.parting.process.PartingQuestions.matter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.parting.SettlingService;
import org.commonground.withdrawal.WithdrawalService;
import org.springframework.stereotype.Component;

/** What a remaining partner takes of what nobody has taken when the day has come. */
@Component
@For("${organisations.group(party)}")
class SettleWhatIsLeft implements Step<SettleWhatIsLeft.Shown, SettleWhatIsLeft.Given> {

    private final SettlingService settling;
    private final WithdrawalService withdrawals;

    SettleWhatIsLeft(SettlingService settling, WithdrawalService withdrawals) {
        this.settling = settling;
        this.withdrawals = withdrawals;
    }

    @Override
    public Shown show(StepContext context) {
        UUID matter = matter(context);
        return new Shown(withdrawals.leaving(matter).name(), settling.left(matter).stream()
                .map(one -> new Thing(one.key(), one.words(), one.kind().whenReleased())).toList());
    }

    @Override
    public List<String> mailed(StepContext context) {
        UUID matter = matter(context);
        return List.of("%s has left. Nobody has taken yet: %s.".formatted(withdrawals.leaving(matter).name(),
                settling.left(matter).stream().map(one -> one.words()).collect(Collectors.joining("; "))));
    }

    @Override
    public void take(Given given, StepContext context) {
        settling.settle(matter(context), context.partnership(), context.party(), given.answers(), context.person());
    }

    record Thing(String key, String what, String means) {
    }

    record Shown(String leaver, List<Thing> things) {
    }

    record Row(String key, String answer) {
    }

    record Given(List<Row> things) {

        Map<String, Boolean> answers() {
            Map<String, Boolean> answers = new LinkedHashMap<>();
            things.forEach(row -> answers.put(row.key(), row.answer().equals("take")));
            return answers;
        }
    }
}
