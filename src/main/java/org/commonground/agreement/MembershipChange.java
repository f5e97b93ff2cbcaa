package org.commonground.agreement;

/**
 * Why a version names other members than the one before.
 *
 * @param why     who joins or left, when and how, as it is printed
 * @param leaving whether somebody left
 */
record MembershipChange(String why, boolean leaving) {

    /**
     * Who signs it, in a sentence.
     *
     * @param joiner name of who joins by signing; null where nobody does
     */
    String signing(String joiner) {
        if (leaving) {
            return "Nobody signs this version: a leaving changes nothing that the others agreed. All members are told.";
        }
        return joiner == null ? "Nobody signs this version: an ally is named and not bound. All members are told."
                : ("%s alone signs this text, known by its fingerprint (SHA-256), by a person with a mandate valid on that day. To the"
                        + " other partners nothing changes that they agreed.").formatted(joiner);
    }
}
