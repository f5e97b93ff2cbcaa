package org.commonground.selection.process;

import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.organisation.FlagLevel;
import org.commonground.organisation.OrganisationService;
import org.commonground.selection.Candidate;
import org.commonground.selection.Dimension;
import org.commonground.selection.Profile;
import org.commonground.selection.SelectionService;
import org.commonground.selection.Statement;
import org.springframework.stereotype.Component;

@Component
class AssessCandidateSheet implements Sheet<AssessCandidateSheet.Shown> {

    private final SelectionService selections;
    private final OrganisationService organisations;

    AssessCandidateSheet(SelectionService selections, OrganisationService organisations) {
        this.selections = selections;
        this.organisations = organisations;
    }

    @Override
    public Shown read(StepContext context) {
        Candidate candidate = selections.candidate(context.partnership(), context.party());
        Profile profile = candidate.profile();
        FlagLevel flag = organisations.card(context.party()).flag();
        return new Shown(candidate.name(), candidate.askedInWords(), flag == null ? null : flag.label(),
                profile.on(Dimension.MANDATE),
                profile.on(Dimension.ROLE),
                profile.on(Dimension.INTERESTS),
                profile.on(Dimension.APPROACH),
                profile.on(Dimension.MOTIVATION),
                profile.on(Dimension.EXPECTATIONS),
                profile.on(Dimension.EXISTING_CAPACITY),
                profile.expectsOfOthers(), profile.capacityWanted(), profile.convenersFit(), profile.convenersFitReason());
    }

    record Shown(String organisation, String roles, String flag, Statement mandate, Statement role, Statement interests,
            Statement approach, Statement motivation, Statement expectations, Statement existingCapacity, String expectsOfOthers,
            String capacityWanted, Integer convenersFit, String convenersFitReason) {
    }
}
