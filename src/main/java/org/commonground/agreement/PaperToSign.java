package org.commonground.agreement;

import java.util.List;

import org.commonground.filing.Filed;

/**
 * What an organisation needs that signs by hand.
 *
 * @param scans   that it has added as scans of a signature, the newest first
 * @param refused why the last sheet was not taken, or null
 */
public record PaperToSign(List<Filed> scans, String refused) {
}
