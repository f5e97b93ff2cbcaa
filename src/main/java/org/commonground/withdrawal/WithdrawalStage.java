package org.commonground.withdrawal;

/** Where a withdrawal stands. */
enum WithdrawalStage {
    /** Notice is given, and the day lies ahead. */
    NOTICE,
    /** The day has come: the others settle what nobody has taken. */
    SETTLING,
    /** The partner has left. */
    LEFT,
    /** It stays, or the partnership ended before. */
    ENDED
}
