package org.commonground.amendment;

import org.commonground.matter.MatterKind;

/** A matter by which what was agreed is changed, whoever raises it: its course is that of an amendment. */
interface ChangeOfAgreement extends MatterKind {

    @Override
    default String room() {
        return "amendment";
    }

    @Override
    default boolean severalAtOnce() {
        return true;
    }

    @Override
    default String verb() {
        return "proposes";
    }

    @Override
    default String announced() {
        return "Proposed";
    }
}
