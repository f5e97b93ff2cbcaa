package org.commonground.funding.process;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.commonground.funding.Instalment;
import org.commonground.funding.InstalmentService;
import org.springframework.stereotype.Component;

/** Whether an instalment came, all of it or a part; if not, when it is expected. */
@Component
@For("${instalments.receivers(execution, instalment)}")
class ConfirmInstalment implements Step<ConfirmInstalment.Shown, ConfirmInstalment.Given> {

    private final InstalmentService instalments;

    ConfirmInstalment(InstalmentService instalments) {
        this.instalments = instalments;
    }

    @Override
    public Shown show(StepContext context) {
        Instalment instalment = instalments.find(FundingVariables.instalment(context));
        return new Shown(instalment.providerName(), instalment.what(), instalment.amountInWords(), Days.inWords(instalment.due()),
                instalment.missingInWords(), instalment.receiverName());
    }

    @Override
    public List<String> mailed(StepContext context) {
        Instalment instalment = instalments.find(FundingVariables.instalment(context));
        return List.of("%s has promised %s for %s, due on %s. %s.".formatted(instalment.providerName(), instalment.amountInWords(),
                instalment.what(), Days.inWords(instalment.due()), instalment.received().signum() == 0 ? "Nothing is confirmed yet"
                        : instalment.missingInWords() + " of it is not confirmed yet"));
    }

    @Override
    public void take(Given given, StepContext context) {
        UUID instalment = FundingVariables.instalment(context);
        if (given.came().equals("yes")) {
            instalments.receive(context.partnership(), instalment, given.receivedOn(), given.received(), given.note(), context.person());
        } else {
            instalments.notYet(context.partnership(), instalment, given.expectedOn(), given.known(), context.person());
        }
    }

    record Shown(String provider, String what, String promised, String due, String missing, String receiver) {
    }

    record Given(String came, LocalDate receivedOn, BigDecimal received, String note, LocalDate expectedOn, String known) {
    }
}
