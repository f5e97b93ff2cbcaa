package org.commonground.withdrawal.process;

import static org.commonground.withdrawal.process.WithdrawalVariables.matter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.commonground.engine.Choice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.withdrawal.PassingService;
import org.commonground.withdrawal.WithdrawalService;
import org.springframework.stereotype.Component;

/** To whom the leaving partner offers what it holds, or what shall be released; or that it stays after all. */
@Component
@For("${withdrawals.leaver(execution)}")
class OfferWhatIsHeld implements Step<OfferWhatIsHeld.Shown, OfferWhatIsHeld.Given> {

    private static final Choice RELEASE = new Choice("Nobody: we ask that it be released", "release");

    private final PassingService passings;
    private final WithdrawalService withdrawals;

    OfferWhatIsHeld(PassingService passings, WithdrawalService withdrawals) {
        this.passings = passings;
        this.withdrawals = withdrawals;
    }

    @Override
    public Shown show(StepContext context) {
        UUID matter = matter(context);
        List<Choice> takers = new ArrayList<>(Choice.ofOrganisations(passings.takers(matter)));
        takers.add(RELEASE);
        return new Shown(Days.inWords(withdrawals.leaving(matter).effective()), passings.toOffer(matter).stream()
                .map(one -> new Thing(one.key(), one.words())).toList(), takers, passings.offered(matter).entrySet().stream()
                        .map(one -> new Offered(one.getKey(), one.getValue())).toList());
    }

    @Override
    public void take(Given given, StepContext context) {
        boolean stays = given.outcome().equals("stay");
        if (stays) {
            withdrawals.takeBack(matter(context), given.reason());
        } else {
            passings.offer(matter(context), given.wishes(), context.person());
        }
        context.set(WithdrawalVariables.NOTICE_TAKEN_BACK, stays);
    }

    record Thing(String key, String what) {
    }

    record Offered(String what, String became) {
    }

    /** @param offered what was offered before, and what came of it */
    record Shown(String day, List<Thing> things, List<Choice> takers, List<Offered> offered) {
    }

    /** @param to nothing where it is kept for now */
    record Row(String key, String to) {
    }

    record Given(String outcome, List<Row> things, String reason) {

        Map<String, Optional<OrganisationId>> wishes() {
            Map<String, Optional<OrganisationId>> wishes = new LinkedHashMap<>();
            things.stream().filter(row -> row.to() != null).forEach(row -> wishes.put(row.key(), row.to().equals(RELEASE.value())
                    ? Optional.empty() : Optional.of(new OrganisationId(row.to()))));
            return wishes;
        }
    }
}
