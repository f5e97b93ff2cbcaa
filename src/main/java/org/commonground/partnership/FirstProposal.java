package org.commonground.partnership;

import static org.commonground.foundation.Words.said;

import org.commonground.document.Alphabet;

/**
 * What somebody proposes to the others.
 *
 * @param title       a few words by which people will know the partnership
 * @param practice    what works and should grow
 * @param whyTogether why now, and what the proposer cannot do alone
 */
public record FirstProposal(String title, String practice, String whyTogether) {

    public FirstProposal {
        title = said(title, "Please give the partnership a title.");
        practice = said(practice, "Please say what works and should grow.");
        whyTogether = said(whyTogether, "Please say why now, and what you cannot do alone.");
        Alphabet.expectPrintable("The proposal", title, practice, whyTogether);
    }
}
