package org.commonground.candidate;

import static org.commonground.foundation.Words.said;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.organisation.FlagService;
import org.commonground.partnership.SeatIn;
import org.commonground.organisation.Neutrality;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each candidate says, and what the coordinator makes of it. All verbs concern one open search. */
@Service
public class CandidateService {

    private final CandidateQueries queries;
    private final CandidateTables tables;
    private final FlagService flags;
    private final Neutrality neutrality;
    private final ApplicationEventPublisher facts;

    CandidateService(CandidateQueries queries, CandidateTables tables, FlagService flags, Neutrality neutrality,
            ApplicationEventPublisher facts) {
        this.queries = queries;
        this.tables = tables;
        this.flags = flags;
        this.neutrality = neutrality;
        this.facts = facts;
    }

    // What a candidate says

    /** @param reason why it declines; null when it accepts */
    @Transactional
    public void answerInvitation(Search search, OrganisationId organisation, boolean accepted, String reason, String person) {
        Nomination nomination = nomination(search, organisation);
        nomination.mayAnswer();
        String why = accepted ? null : said(reason, "Please say why you decline, so that the others understand.");
        tables.answer(nomination.id(), accepted, why, person);
        if (!accepted) {
            facts.publishEvent(new InvitationDeclined(search.partnership(), organisation, why));
        }
    }

    @Transactional
    public void recordProfile(Search search, OrganisationId organisation, Profile profile, String person) {
        Nomination nomination = nomination(search, organisation);
        nomination.mayState();
        tables.keepProfile(nomination.id(), profile, person);
    }

    // What the coordinator makes of it

    /**
     * Refused for who belongs to the candidate.
     *
     * @param doubt about the organisation, which the registry then looks into; or null
     */
    @Transactional
    public void assess(Search search, OrganisationId organisation, Assessment assessment, Doubt doubt, String person) {
        neutrality.expect(person, List.of(organisation));
        Nomination nomination = nomination(search, organisation);
        nomination.mayBeAssessed();
        tables.assess(nomination.id(), assessment, person);
        if (doubt != null) {
            flags.raise(organisation, doubt.level(), doubt.reason(), person, search.partnership());
        }
    }

    /** Keeps what the decision table says of the candidate. */
    @Transactional
    public void rate(Search search, OrganisationId organisation, PartnerFit outcome, String reason) {
        Nomination nomination = nomination(search, organisation);
        nomination.mayBeRated();
        tables.rate(nomination.id(), outcome, reason);
    }

    /** Says what the decision table left open. */
    @Transactional
    public void judge(Search search, OrganisationId organisation, PartnerFit outcome, String judgement, String person) {
        neutrality.expect(person, List.of(organisation));
        Refusal.unless(outcome != PartnerFit.COORDINATOR_DECIDES, "The table leaves it to you: please choose one of the four.");
        String why = said(judgement, "Please say why: the sentence stands beside the fit when partners are selected.");
        Refusal.unless(tables.judge(candidate(search, organisation).nomination(), outcome, why, person),
                "Nothing is left open about this candidate.");
    }

    /** Goes on without a candidate that does not answer. It reads the reason once partners are chosen. */
    @Transactional
    public void goOnWithout(Search search, OrganisationId organisation, String reason, String person) {
        neutrality.expect(person, List.of(organisation));
        Nomination nomination = nomination(search, organisation);
        nomination.mayBeLeftOut();
        tables.leaveOut(nomination.id(), said(reason, "Please say why you go on without it: the organisation will read it."));
    }

    // What sheets and diagrams ask

    /** Everybody who was asked in this search, the conveners first. */
    public List<Candidate> candidates(Search search) {
        return queries.all(search);
    }

    public Candidate candidate(Search search, OrganisationId organisation) {
        return queries.one(search, organisation).orElseThrow(CandidateService::noCandidate);
    }

    /**
     * Those whose profiles all candidates of this search may see, where they have stated one: the conveners, or, where the partnership is
     * under way, its full partners of today.
     */
    public List<Convener> statedConveners(Search search) {
        return search.isFounding() ? queries.conveners(search) : queries.partners(search.partnership());
    }

    /** What the organisation stated when it joined, also after the selection is over; empty where it stated none. */
    public Optional<Profile> profile(PartnershipId partnership, OrganisationId organisation) {
        return queries.profile(partnership, organisation);
    }

    /** The seats that the organisation is asked for. */
    public List<SeatIn> asked(Search search, OrganisationId organisation) {
        return queries.asked(search, organisation);
    }

    /** Codes of the conveners whose profile is awaited. */
    public List<String> silentConveners(Search search) {
        return queries.codes(search, List.of(CandidateState.ACCEPTED), true);
    }

    /** Codes of the candidates who are not rated yet and may still be. */
    public List<String> openCandidates(Search search) {
        return queries.codes(search, Stream.of(CandidateState.values()).filter(CandidateState::isOpen).toList(), false);
    }

    /** What those who stated a profile expect of the others, by the profile that came last, also when the selection is over. */
    public List<Expectation> expectations(PartnershipId partnership) {
        return queries.expectations(partnership);
    }

    public boolean isIn(Search search, OrganisationId organisation, CandidateState state) {
        return queries.isIn(search, organisation, state);
    }

    private Nomination nomination(Search search, OrganisationId organisation) {
        return queries.nomination(search, organisation).orElseThrow(CandidateService::noCandidate);
    }

    private static NotFound noCandidate() {
        return new NotFound("There is no such candidate in this selection.");
    }
}
