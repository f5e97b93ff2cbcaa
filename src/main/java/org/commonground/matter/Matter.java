package org.commonground.matter;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;

/** Something that a partner raised, or that all partners decided on. It ends with an outcome, said once. */
class Matter {

    @Id
    private final UUID id;
    @Version
    private Integer version;
    private String partnership;
    private String kind;
    private String raisedBy;
    private String person;
    private String why;
    private String about;
    private String decided;
    private LocalDate raisedOn;
    private Instant raisedAt;
    private MatterState state;
    private String outcome;
    private LocalDate endedOn;
    private String openKind;

    @PersistenceCreator
    private Matter(UUID id) {
        this.id = id;
    }

    static Matter raise(PartnershipId partnership, MatterKind kind, String why, OrganisationId raisedBy, String person, Clock clock) {
        Matter matter = begin(partnership, kind, why, clock);
        matter.raisedBy = raisedBy.code();
        matter.person = person;
        // A second one of its kind meets the first in a unique key, unless there may be several.
        matter.openKind = kind.severalAtOnce() ? matter.id.toString() : kind.key();
        return matter;
    }

    /** Put to the partners by the coordinator, who is none of them: it is open at once. */
    static Matter propose(PartnershipId partnership, MatterKind kind, String why, String person, Clock clock) {
        Matter matter = begin(partnership, kind, why, clock);
        matter.person = person;
        matter.openKind = kind.key();
        matter.state = MatterState.OPEN;
        return matter;
    }

    /**
     * @param about   what of the partnership it is about, in the keys of its kind; null where it is about all of it
     * @param decided how the partners decided on it, as a sentence
     */
    static Matter decided(PartnershipId partnership, MatterKind kind, String about, String why, String decided, Clock clock) {
        Matter matter = begin(partnership, kind, why, clock);
        matter.about = about;
        matter.decided = decided;
        // What is decided does not wait for a proposal of the same, whose time this overtakes.
        matter.openKind = matter.id.toString();
        return matter;
    }

    private static Matter begin(PartnershipId partnership, MatterKind kind, String why, Clock clock) {
        Matter matter = new Matter(UUID.randomUUID());
        matter.partnership = partnership.value();
        matter.kind = kind.key();
        matter.why = why;
        matter.raisedOn = LocalDate.now(clock);
        matter.raisedAt = clock.instant();
        matter.state = MatterState.RAISED;
        return matter;
    }

    /** Says what it is about, once its room knows that. */
    void specify(String what) {
        Refusal.unless(openKind != null, "This matter is settled already.");
        about = what;
    }

    /** @param settled what came of it with its arrival; null while it is open */
    void arrive(String settled, LocalDate today) {
        state = MatterState.OPEN;
        if (settled != null) {
            end(MatterState.ENDED, settled, today);
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

    void passOn(OrganisationId next) {
        raisedBy = next.code();
    }

    /** Of what was raised before moments were kept only the day is known. */
    Instant raisedAt() {
        return raisedAt == null ? raisedOn.atStartOfDay(ZoneOffset.UTC).toInstant() : raisedAt;
    }

    boolean isRaised() {
        return state == MatterState.RAISED;
    }

    MatterCard card(MatterKinds kinds) {
        return new MatterCard(id, new PartnershipId(partnership), kinds.of(kind), raisedBy == null ? null
                : new OrganisationId(raisedBy), person, why, about, raisedOn, decided, state, outcome);
    }
}
