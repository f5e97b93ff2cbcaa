package org.commonground.agreement.process;

import java.util.Arrays;
import java.util.List;

import org.commonground.agreement.AgreementService;
import org.commonground.agreement.Change;
import org.commonground.agreement.Completeness;
import org.commonground.agreement.VersionCard;
import org.commonground.engine.Choice;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.negotiation.Topic;
import org.commonground.partnership.PartnershipService;
import org.springframework.stereotype.Component;

@Component
class CheckAgreementSheet implements Sheet<CheckAgreementSheet.Shown> {

    private final AgreementService agreements;
    private final PartnershipService partnerships;

    CheckAgreementSheet(AgreementService agreements, PartnershipService partnerships) {
        this.agreements = agreements;
        this.partnerships = partnerships;
    }

    @Override
    public Shown read(StepContext context) {
        VersionCard version = agreements.current(AgreementVariables.negotiation(context));
        Completeness score = agreements.score(version.negotiation());
        List<Change> changes = agreements.changes(version.partnership(), version.nr());
        return new Shown(version.nr(), version.form().label(), score.percent(), score.missing().stream()
                .map(one -> new Gap(one.question().label(), one.sentence())).toList(), score.isComplete(), changes, changes.isEmpty(),
                partnerships.gaps(version.partnership()).stream().map(role -> new Choice(role.inWords(), role.id().toString())).toList(), topics());
    }

    static List<Choice> topics() {
        return Arrays.stream(Topic.values()).map(topic -> new Choice(topic.inWords(), topic.key())).toList();
    }

    record Gap(String question, String sentence) {
    }

    record Shown(int version, String form, int percent, List<Gap> missing, boolean complete, List<Change> changes, boolean unchanged,
            List<Choice> openRoles, List<Choice> topicChoices) {
    }
}
