package org.commonground.release;

import java.util.Optional;

import org.commonground.decision.ProposalKind;
import org.commonground.foundation.OrganisationId;
import org.commonground.matter.MatterCard;
import org.commonground.partnership.Course;
import org.commonground.partnership.PartnershipService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** That the partners release one of them. It is about that one, by its code, and has no voice for it. Several may be released at once. */
@Component
class ReleaseMatter implements ProposalKind {

    static final String KEY = "release";

    private final PartnershipService partnerships;
    // It asks for matters, and those for their kinds.
    private final ObjectProvider<ReleaseService> releases;

    ReleaseMatter(PartnershipService partnerships, ObjectProvider<ReleaseService> releases) {
        this.partnerships = partnerships;
        this.releases = releases;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String label() {
        return "Releasing a partner";
    }

    @Override
    public String choice() {
        return "Releasing a partner: one that does not answer any more, or for a reason that you write down";
    }

    @Override
    public String consequence() {
        return "The partner gets a letter and time to answer. If it stays silent, or you have another reason, all others decide without its"
                + " voice whether it leaves.";
    }

    @Override
    public String consequence(MatterCard matter) {
        return matter.about() == null ? consequence() : releases.getObject().consequence(matter.id());
    }

    @Override
    public String room() {
        return KEY;
    }

    @Override
    public boolean severalAtOnce() {
        return true;
    }

    @Override
    public String next() {
        return "Who raised it now names the partner, which gets a letter and time to answer. Everybody hears what comes of it.";
    }

    @Override
    public Optional<String> objection(Course course) {
        return partnerships.partners(course.id()).size() < 2 ? Optional.of("There is no other partner in %s.".formatted(course.id()))
                : Optional.empty();
    }

    @Override
    public boolean asks(MatterCard matter, OrganisationId partner) {
        return !partner.code().equals(matter.about());
    }

    @Override
    public void carryOut(MatterCard matter) {
        releases.getObject().carryOut(matter.id());
    }

    @Override
    public boolean goesOn() {
        return true;
    }

    @Override
    public String openAtTheEnd(MatterCard matter, String raiser) {
        return "Whether a partner is released, as %s asked, has to be settled.".formatted(raiser);
    }
}
