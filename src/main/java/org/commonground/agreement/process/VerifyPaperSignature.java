package org.commonground.agreement.process;

import static org.commonground.agreement.process.AgreementVariables.negotiation;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.commonground.agreement.PaperSigningService;
import org.commonground.agreement.PaperToVerify;
import org.commonground.engine.For;
import org.commonground.engine.Names;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.springframework.stereotype.Component;

/** Whether a sheet that was signed by hand is the signature that it is said to be. */
@Component
@For("${agreements.neutralCoordinators(party)}")
class VerifyPaperSignature implements Step<VerifyPaperSignature.Shown, VerifyPaperSignature.Given> {

    private final PaperSigningService papers;
    private final Names names;

    VerifyPaperSignature(PaperSigningService papers, Names names) {
        this.papers = papers;
        this.names = names;
    }

    @Override
    public Shown show(StepContext context) {
        PaperToVerify sheet = papers.toVerify(negotiation(context), context.party());
        return new Shown(sheet.organisationName(), sheet.version(), sheet.sha256(), sheet.signerName(), names.person(sheet.handedInBy()),
                Days.inWords(LocalDate.ofInstant(sheet.handedInAt(), ZoneOffset.UTC)), sheet.scan() + "/" + sheet.nr(),
                sheet.scanName());
    }

    @Override
    public List<String> mailed(StepContext context) {
        PaperToVerify sheet = papers.toVerify(negotiation(context), context.party());
        return List.of("%s has signed version %d by hand: %s. %s handed in the sheet.".formatted(sheet.organisationName(), sheet.version(),
                sheet.signerName(), names.person(sheet.handedInBy())));
    }

    @Override
    public void take(Given given, StepContext context) {
        if (given.outcome().equals("fits")) {
            papers.verify(negotiation(context), context.party(), given.code(), context.person(), names.person(context.person()));
        } else {
            papers.refuse(negotiation(context), context.party(), given.reason(), context.person());
        }
    }

    /** @param scan the last part of the address at which the scan is downloaded: the house made it, and nobody wrote it */
    record Shown(String organisation, int version, String sha256, String signer, String handedInBy, String handedInOn, String scan,
            String scanName) {
    }

    record Given(String outcome, String code, String reason) {
    }
}
