package org.commonground.matter;

import java.time.LocalDate;
import java.util.UUID;

import org.commonground.foundation.Days;
import org.commonground.foundation.Fact;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;

/** Something that a partner raised. It ends with an outcome, said once. */
class Matter {

    @Id
    private final UUID id;
    @Version
    private Integer version;
    private String partnership;
    private MatterKind kind;
    private String raisedBy;
    private String person;
    private String why;
    private LocalDate raisedOn;
    private MatterState state;
    private String outcome;
    private LocalDate endedOn;
    private MatterKind openKind;

    @PersistenceCreator
    private Matter(UUID id) {
        this.id = id;
    }

    static Matter raise(PartnershipId partnership, MatterKind kind, String why, OrganisationId raisedBy, String person, LocalDate today) {
        Matter matter = new Matter(UUID.randomUUID());
        matter.partnership = partnership.value();
        matter.kind = kind;
        matter.raisedBy = raisedBy.code();
        matter.person = person;
        matter.why = why;
        matter.raisedOn = today;
        matter.state = MatterState.RAISED;
        matter.openKind = kind;
        return matter;
    }

    void arrive(LocalDate today) {
        state = MatterState.OPEN;
        if (!kind.isProposal()) {
            end(MatterState.ENDED, "The review has begun.", today);
        }
    }

    void comesTooLate(LocalDate today) {
        end(MatterState.TOO_LATE, "It came too late.", today);
    }

    void end(String what, LocalDate today) {
        if (openKind == null) {
            throw new Refusal("This matter was settled on %s.".formatted(Days.inWords(endedOn)));
        }
        end(MatterState.ENDED, what, today);
    }

    private void end(MatterState end, String what, LocalDate today) {
        state = end;
        outcome = what;
        endedOn = today;
        openKind = null;
    }

    boolean isRaised() {
        return state == MatterState.RAISED;
    }

    /** What the diagram of the partnership waits for. */
    Fact message() {
        return kind.isProposal() ? new ProposalMade(new PartnershipId(partnership), id) : new ReviewCalled(new PartnershipId(partnership), id);
    }

    MatterCard card() {
        return new MatterCard(id, new PartnershipId(partnership), kind, new OrganisationId(raisedBy), person, why, raisedOn, state, outcome);
    }
}
