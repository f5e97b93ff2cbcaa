package org.commonground.accession;

import java.util.Optional;
import java.util.Set;

import org.commonground.agreement.AgreementService;
import org.commonground.agreement.VersionStage;
import org.commonground.foundation.PartnershipId;
import org.commonground.matter.MatterCard;
import org.commonground.matter.MatterKind;
import org.commonground.matter.Occasion;
import org.commonground.partnership.Course;
import org.springframework.stereotype.Component;

/** That somebody new joins; or that somebody takes a role that nobody takes any more, which the machine raises. */
@Component
class AccessionMatter implements MatterKind {

    static final String KEY = "accession";
    private static final String REPLACEMENT = "replacement";

    private final AgreementService agreements;

    AccessionMatter(AgreementService agreements) {
        this.agreements = agreements;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String label() {
        return "A new partner";
    }

    @Override
    public String choice() {
        return "A new partner: somebody is looked for who joins you";
    }

    @Override
    public String consequence() {
        return "Candidates are looked for, and all full partners are asked for their consent. Until somebody joins everything stays as it"
                + " is.";
    }

    @Override
    public String consequence(MatterCard matter) {
        return isReplacement(matter) ? "Replacement: somebody is looked for who takes a role that nobody takes any more. All full partners"
                + " are asked for their consent." : consequence();
    }

    static boolean isReplacement(MatterCard matter) {
        return REPLACEMENT.equals(matter.about());
    }

    @Override
    public String room() {
        return KEY;
    }

    @Override
    public Set<Occasion> occasions() {
        return Set.of(Occasion.BEFORE_IN_FORCE, Occasion.IN_FORCE);
    }

    @Override
    public boolean severalAtOnce() {
        return true;
    }

    @Override
    public String verb() {
        return "proposes";
    }

    @Override
    public String announced() {
        return "Proposed";
    }

    @Override
    public String next() {
        return "The coordinator now asks organisations that could join. All full partners are asked for their consent before anybody does.";
    }

    @Override
    public Optional<String> objection(Course course) {
        PartnershipId partnership = course.id();
        return switch (course.phase()) {
            case SELECTING -> Optional.of(("The partners of %s are being looked for just now. Please nominate it in the search that is"
                    + " under way: tell the coordinator whom you have in mind.").formatted(partnership));
            case SIGNING -> isOutForSignature(partnership) ? Optional.of(("The text of the agreement of %s is out for signature. Somebody"
                    + " new can join as soon as it is in force: please raise it then.").formatted(partnership)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** While it is being written or reopened, who joins is asked with all others. */
    private boolean isOutForSignature(PartnershipId partnership) {
        return agreements.versions(partnership).stream().anyMatch(version -> version.stage() == VersionStage.FOR_SIGNATURE);
    }

    @Override
    public String openAtTheEnd(MatterCard matter, String raiser) {
        return matter.decided() != null ? "It has to be settled whether somebody joins. " + matter.decided()
                : "It has to be settled whether somebody joins, as %s proposed.".formatted(raiser);
    }
}
