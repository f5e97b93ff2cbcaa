package org.commonground.withdrawal.process;

import static org.commonground.withdrawal.process.WithdrawalVariables.matter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.commonground.withdrawal.Leaving;
import org.commonground.withdrawal.PassingService;
import org.commonground.withdrawal.PassingService.Said;
import org.commonground.withdrawal.WithdrawalService;
import org.springframework.stereotype.Component;

/** Whether a partner takes over what another one that leaves offers to it. */
@Component
@For("${organisations.group(party)}")
class TakeOverOffers implements Step<TakeOverOffers.Shown, TakeOverOffers.Given> {

    private final PassingService passings;
    private final WithdrawalService withdrawals;

    TakeOverOffers(PassingService passings, WithdrawalService withdrawals) {
        this.passings = passings;
        this.withdrawals = withdrawals;
    }

    @Override
    public Shown show(StepContext context) {
        UUID matter = matter(context);
        Leaving card = withdrawals.leaving(matter);
        return new Shown(card.name(), Days.inWords(card.effective()), passings.offeredTo(matter, context.party()).entrySet().stream()
                .map(one -> new Thing(one.getKey(), one.getValue())).toList());
    }

    @Override
    public List<String> mailed(StepContext context) {
        Leaving card = withdrawals.leaving(matter(context));
        return List.of("%s leaves on %s and offers you: %s.".formatted(card.name(), Days.inWords(card.effective()),
                String.join("; ", passings.offeredTo(matter(context), context.party()).values())));
    }

    @Override
    public void take(Given given, StepContext context) {
        passings.answer(matter(context), context.party(), given.answers(), context.person());
    }

    record Thing(String key, String what) {
    }

    record Shown(String leaver, String day, List<Thing> things) {
    }

    record Row(String key, String answer, String words) {
    }

    record Given(List<Row> things) {

        Map<String, Said> answers() {
            Map<String, Said> answers = new LinkedHashMap<>();
            things.forEach(row -> answers.put(row.key(), new Said(row.answer().equals("take"), row.words())));
            return answers;
        }
    }
}
