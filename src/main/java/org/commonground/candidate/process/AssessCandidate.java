package org.commonground.candidate.process;

import java.util.List;

import org.commonground.candidate.Assessment;
import org.commonground.candidate.Candidate;
import org.commonground.candidate.CandidateService;
import org.commonground.candidate.Dimension;
import org.commonground.candidate.Doubt;
import org.commonground.candidate.Profile;
import org.commonground.candidate.Rating;
import org.commonground.candidate.Statement;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.commonground.organisation.FlagLevel;
import org.commonground.organisation.OrganisationService;
import org.springframework.stereotype.Component;

/** The coordinator rates what a candidate states of itself. */
@Component
@For("${candidates.neutralCoordinators(party)}")
class AssessCandidate implements Step<AssessCandidate.Shown, AssessCandidate.Given> {

    private final CandidateService candidates;
    private final OrganisationService organisations;

    AssessCandidate(CandidateService candidates, OrganisationService organisations) {
        this.candidates = candidates;
        this.organisations = organisations;
    }

    @Override
    public Shown show(StepContext context) {
        Candidate candidate = candidates.candidate(CandidateVariables.search(context), context.party());
        Profile profile = candidate.profile();
        FlagLevel flag = organisations.card(context.party()).flag();
        return new Shown(Days.changed(candidate.name(), candidate.profileChangedOn()), candidate.askedInWords(),
                flag == null ? null : flag.label(),
                profile.on(Dimension.MANDATE),
                profile.on(Dimension.ROLE),
                profile.on(Dimension.INTERESTS),
                profile.on(Dimension.APPROACH),
                profile.on(Dimension.MOTIVATION),
                profile.on(Dimension.EXPECTATIONS),
                profile.on(Dimension.EXISTING_CAPACITY),
                profile.expectsOfOthers(), profile.capacityWanted(), profile.convenersFit(), profile.convenersFitReason());
    }

    @Override
    public void take(Given given, StepContext context) {
        candidates.assess(CandidateVariables.search(context), context.party(), given.assessment(), given.doubt(), context.person());
    }

    record Shown(String organisation, String roles, String flag, Statement mandate, Statement role, Statement interests,
            Statement approach, Statement motivation, Statement expectations, Statement existingCapacity, String expectsOfOthers,
            String capacityWanted, Integer convenersFit, String convenersFitReason) {
    }

    record Given(Integer mandateRating, String mandateNote,
            Integer roleRating, String roleNote,
            Integer interestsRating, String interestsNote,
            Integer approachRating, String approachNote,
            Integer motivationRating, String motivationNote,
            Integer expectationsRating, String expectationsNote,
            Integer existingCapacityRating, String existingCapacityNote,
            String flagLevel, String flagReason) {

        Assessment assessment() {
            return new Assessment(List.of(
                    new Rating(Dimension.MANDATE, mandateRating, mandateNote),
                    new Rating(Dimension.ROLE, roleRating, roleNote),
                    new Rating(Dimension.INTERESTS, interestsRating, interestsNote),
                    new Rating(Dimension.APPROACH, approachRating, approachNote),
                    new Rating(Dimension.MOTIVATION, motivationRating, motivationNote),
                    new Rating(Dimension.EXPECTATIONS, expectationsRating, expectationsNote),
                    new Rating(Dimension.EXISTING_CAPACITY, existingCapacityRating, existingCapacityNote)));
        }

        Doubt doubt() {
            return flagLevel.equals("none") ? null : new Doubt(FlagLevel.of(flagLevel), flagReason);
        }
    }
}
