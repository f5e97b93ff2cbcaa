package org.commonground.foundation;

/** A fact that happened in a partnership. */
public interface PartnershipFact extends Fact {

    PartnershipId partnership();

    @Override
    default String businessKey() {
        return partnership().value();
    }
}
