package org.commonground.decision;

import java.util.List;
import java.util.Optional;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.matter.MatterCard;
import org.commonground.matter.MatterKind;
import org.commonground.negotiation.DecisionRule;

/** A kind of matter on which all partners decide by the rule they agreed on, and that is then done at once. */
public interface ProposalKind extends MatterKind {

    /** Does what was accepted, and tells the diagrams. The matter is settled afterwards, in the same transaction, unless it goes on. */
    void carryOut(MatterCard matter);

    /** By which rule it is decided, where that is not the one of the partners' agreement. */
    default Optional<DecisionRule> rule() {
        return Optional.empty();
    }

    /** Who decides while nobody is a partner yet. */
    default List<OrganisationId> votersBeforePartners(PartnershipId partnership) {
        return List.of();
    }

    /** Whether this full partner has a voice: nobody decides on itself. */
    default boolean asks(MatterCard matter, OrganisationId partner) {
        return true;
    }

    /** Whether the room that called for the decision settles the matter, once what was decided has been done. */
    default boolean goesOn() {
        return false;
    }

    @Override
    default String room() {
        return "decision";
    }

    @Override
    default String verb() {
        return "proposes";
    }

    @Override
    default String announced() {
        return "Proposed";
    }

    @Override
    default String next() {
        return "All full partners decide on it now, by the rule in their agreement. Everybody hears the result.";
    }
}
