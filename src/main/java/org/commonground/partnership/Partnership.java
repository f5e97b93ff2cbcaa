package org.commonground.partnership;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * The case from its proposal to its end. Objectives, areas, roles, members and connections are rows of their own, so that a
 * change of phase rewrites none of them.
 */
class Partnership {

    @Id
    private String id;
    @Version
    private Integer version;
    private String title;
    private String practice;
    private String whyTogether;
    private String proposer;
    private String proposedBy;
    private Instant proposedAt;
    private Phase phase;
    private String purpose;
    private String targetParticipants;
    private String participationMode;
    private boolean deeper;
    private boolean newArea;
    private String newPolicyLevel;
    private boolean newParticipants;
    private String newChallenge;
    private String expertise;
    private Integer horizonMonths;
    private Boolean formalContract;
    private String leadOrganisation;
    private String namedLead;
    private boolean leadSought;
    private String outcome;

    static Partnership proposed(PartnershipId id, FirstProposal proposal, OrganisationId proposer, String person, Instant at) {
        Partnership partnership = new Partnership();
        partnership.id = id.value();
        partnership.title = proposal.title();
        partnership.practice = proposal.practice();
        partnership.whyTogether = proposal.whyTogether();
        partnership.proposer = proposer.code();
        partnership.proposedBy = person;
        partnership.proposedAt = at;
        partnership.phase = Phase.CLARIFYING;
        return partnership;
    }

    /** The day it was where that day was still the earliest on earth: nothing of the partnership is older. */
    LocalDate proposedOn() {
        return LocalDate.ofInstant(proposedAt, ZoneOffset.ofHours(-12));
    }

    void clarify(Aims aims) {
        Refusal.unless(phase == Phase.CLARIFYING && !hasAims(),
                "The aims of this partnership are clarified already. They can change only by an amendment that all agree on.");
        purpose = aims.purpose();
        targetParticipants = aims.targetParticipants();
        participationMode = aims.participationMode();
        deeper = aims.scaleUp().deeper();
        newArea = aims.scaleUp().newArea();
        newPolicyLevel = aims.scaleUp().newPolicyLevel() == null ? null : aims.scaleUp().newPolicyLevel().key();
        newParticipants = aims.scaleUp().newParticipants();
        newChallenge = aims.newChallenge();
        expertise = aims.expertise();
        horizonMonths = aims.horizonMonths();
        formalContract = aims.formalContract();
    }

    /** @param consents its own people name it: nobody needs to be asked */
    void nameLead(OrganisationId organisation, boolean consents) {
        Refusal.unless(lacksLead(), "Somebody leads this partnership already.");
        leadOrganisation = consents ? organisation.code() : null;
        namedLead = consents ? null : organisation.code();
        leadSought = leadSought && !consents;
    }

    OrganisationId answerAsLead(boolean accepts) {
        OrganisationId asked = namedLead();
        Refusal.unless(asked != null, "Nobody is asked to lead this partnership any more.");
        if (accepts) {
            leadOrganisation = namedLead;
            leadSought = false;
        }
        namedLead = null;
        return asked;
    }

    /** The partners want another one to lead; until it agrees, all stays as it is. */
    void askToTakeOver(OrganisationId organisation) {
        Refusal.unless(phase == Phase.IN_FORCE, "The lead is passed on in a partnership that is in force: this one stands at “%s”."
                .formatted(phase.label()));
        namedLead = organisation.code();
    }

    /** Who leads hands it to another one that has agreed already. */
    void handLeadTo(OrganisationId next) {
        mayChange();
        leadOrganisation = next.code();
        leadSought = false;
        namedLead = null;
    }

    void askNobody() {
        namedLead = null;
    }

    /**
     * Where there are partners, one of them leads; who is none of them is not asked any more either.
     *
     * @return whether the search for another begins with that: not where one is asked already
     */
    boolean keepLeadAmong(List<OrganisationId> partners) {
        boolean led = leadOrganisation != null;
        if (!partners.contains(lead())) {
            leadOrganisation = null;
        }
        if (!partners.contains(namedLead())) {
            namedLead = null;
        }
        boolean begins = led && namedLead == null && lacksLead();
        leadSought = leadSought || begins;
        return begins;
    }

    boolean isLeadSought() {
        return leadSought;
    }

    /** Nobody leads, and there is something to lead still. */
    boolean lacksLead() {
        return leadOrganisation == null && phase.isBefore(Phase.CLOSING);
    }

    /** The aims are known now, and the roles they call for: partners can be looked for. */
    void lookForPartners() {
        Refusal.unless(phase == Phase.CLARIFYING, "The roles this partnership needs are determined already.");
        Refusal.unless(hasAims(), "The needed roles follow from the aims, and these are not clarified yet.");
        Refusal.unless(leadOrganisation != null, "Nobody leads this partnership yet: who was named has to agree first.");
        phase = Phase.SELECTING;
    }

    /** @param partners how many full partners it has */
    void enter(Phase next, int partners) {
        Refusal.unless(phase.isBefore(next), "This partnership cannot go back: it stands at “%s”, and “%s” does not come after that."
                .formatted(phase.label(), next.label()));
        Refusal.unless(next != Phase.SELECTING, "Partners are looked for once the needed roles are determined.");
        Refusal.unless(next == Phase.ENDED || phase != Phase.CLARIFYING, "The aims come first: please clarify them.");
        Refusal.unless(!next.isBefore(Phase.CLOSING) || partners >= 2,
                "A partnership has at least two partners. Please choose another one first.");
        phase = next;
    }

    void end(String reason) {
        Refusal.unless(phase.isBefore(Phase.IN_FORCE), phase == Phase.ENDED ? "This partnership has ended already."
                : "This partnership is in force. It ends by a closure that all agree on.");
        phase = Phase.ENDED;
        outcome = reason;
    }

    void close(String how) {
        Refusal.unless(phase == Phase.CLOSING, "A partnership is closed once it moves on: it stands at “%s”.".formatted(phase.label()));
        phase = Phase.ENDED;
        outcome = how;
    }

    void mayChange() {
        Refusal.unless(phase != Phase.ENDED, "This partnership has ended. Nothing can change in it any more.");
    }

    void maySeat() {
        mayChange();
        Refusal.unless(phase != Phase.CLARIFYING, "The aims come first: please clarify them before members are admitted.");
    }

    boolean hasAims() {
        return purpose != null;
    }

    OrganisationId proposer() {
        return new OrganisationId(proposer);
    }

    OrganisationId lead() {
        return leadOrganisation == null ? null : new OrganisationId(leadOrganisation);
    }

    PartnershipId id() {
        return new PartnershipId(id);
    }

    OrganisationId namedLead() {
        return namedLead == null ? null : new OrganisationId(namedLead);
    }

    Phase phase() {
        return phase;
    }

    private ScaleUp scaleUp() {
        return !hasAims() ? null : new ScaleUp(deeper, newArea, newPolicyLevel == null ? null : Level.of(newPolicyLevel), newParticipants);
    }

    void mend(MendedAims aims) {
        Refusal.unless(phase == Phase.NEGOTIATING,
                "The partners mend the aims while they negotiate: it stands at “%s”.".formatted(phase.label()));
        purpose = aims.purpose();
        targetParticipants = aims.targetParticipants();
        participationMode = aims.participationMode();
    }

    void amend(ChangedAims aims) {
        Refusal.unless(phase == Phase.IN_FORCE, "Only what is in force can be amended: it stands at “%s”.".formatted(phase.label()));
        title = aims.title();
        purpose = aims.purpose();
        targetParticipants = aims.targetParticipants();
        participationMode = aims.participationMode();
    }

    PartnershipCard card(List<NumberedObjective> objectives, List<Place> places) {
        return new PartnershipCard(new PartnershipId(id), title, practice, whyTogether, proposer(), proposedBy, phase, purpose, objectives,
                targetParticipants, participationMode, scaleUp(), places, newChallenge, expertise, horizonMonths, formalContract,
                lead(), outcome);
    }
}
