package org.commonground.accession;

/** Where an accession stands. */
enum AccessionStage {
    /** Candidates are looked for. */
    SEARCHING,
    /** The partners are asked for their consent. */
    CONSENTING,
    /** The consents are counted. */
    COUNTED,
    /** It is over without being counted. */
    ENDED
}
