package org.commonground.adhesion;

/** Where an adhesion stands. */
enum AdhesionStage {
    /** It is connected, signs or confirms. */
    UNDER_WAY,
    /** It is in. */
    IN,
    /** It does not join. */
    OUT
}
