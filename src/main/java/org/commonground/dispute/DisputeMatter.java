package org.commonground.dispute;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.commonground.agreement.AgreedTerms;
import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.matter.MatterCard;
import org.commonground.matter.MatterKind;
import org.commonground.matter.Occasion;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Standing;
import org.springframework.stereotype.Component;

/** A quarrel that any member raises, several at once. Only its sides read what it is about. */
@Component
class DisputeMatter implements MatterKind {

    static final String KEY = "dispute";

    private final Disputes disputes;
    private final DisputeTables tables;
    private final PartnershipService partnerships;
    private final AgreedTerms terms;
    private final Clock clock;

    DisputeMatter(Disputes disputes, DisputeTables tables, PartnershipService partnerships, AgreedTerms terms, Clock clock) {
        this.disputes = disputes;
        this.tables = tables;
        this.partnerships = partnerships;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String label() {
        return "A dispute";
    }

    @Override
    public String choice() {
        return "A dispute: something between your organisation and others has to be settled";
    }

    @Override
    public String consequence() {
        return "You talk with the other side first; then the secretariat helps, then a mediator, then others decide. Each step has the days"
                + " that your agreement gives it. All others learn only that there is a dispute, where it stands and until when.";
    }

    @Override
    public String room() {
        return "dispute";
    }

    @Override
    public Set<Occasion> occasions() {
        return Set.of(Occasion.IN_FORCE, Occasion.TERM_OVER, Occasion.CLOSING);
    }

    @Override
    public Set<Standing> raisedBy() {
        return Set.of(Standing.PARTNER, Standing.ALLY);
    }

    @Override
    public boolean severalAtOnce() {
        return true;
    }

    /** A side is who it is. */
    @Override
    public boolean canBePassedOn() {
        return false;
    }

    @Override
    public boolean isConfidential() {
        return true;
    }

    @Override
    public boolean maySeeWhy(MatterCard matter, OrganisationId member) {
        return tables.sides(matter.id()).stream().anyMatch(side -> side.organisation().equals(member));
    }

    @Override
    public Optional<String> objection(PartnershipId partnership, OrganisationId raiser) {
        LocalDate leaves = partnerships.leaving(partnership).get(raiser);
        LocalDate today = terms.of(partnership).calendar().dayAt(clock.instant());
        return leaves == null || today.isBefore(leaves.minusDays(1)) ? Optional.empty()
                : Optional.of("Your organisation leaves on %s, so a dispute would end before anybody could answer. Please talk with the"
                        .formatted(Days.inWords(leaves)) + " others, or with the coordinator.");
    }

    @Override
    public String next() {
        return "Who raised it now says with whom it is and what it is about; then the sides are asked.";
    }

    @Override
    public String standing(MatterCard matter) {
        return onARung(matter.id()).map(card -> "Dispute %d (%s)".formatted(card.nr(), where(card))).orElse(label());
    }

    @Override
    public String openAtTheEnd(MatterCard matter, String raiser) {
        return onARung(matter.id()).map(card -> "A dispute between members has to be settled: %s.".formatted(where(card)))
                .orElse("A dispute between members has to be settled.");
    }

    private Optional<DisputeCard> onARung(UUID matter) {
        return disputes.findById(matter).map(Dispute::card).filter(card -> card.rung() != null);
    }

    /** Such as {@code rung 2 of 4, facilitation, until 1 May 2027}. */
    private static String where(DisputeCard card) {
        return "%s, until %s".formatted(card.rung().inWords(), Days.inWords(LocalDate.ofInstant(card.rungEnds(), ZoneOffset.UTC)));
    }
}
