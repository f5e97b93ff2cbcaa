package org.commonground.agreement;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.commonground.document.Documents;
import org.commonground.foundation.OrganisationId;

/**
 * The short code on a sheet that is signed by hand. It follows from the text and from who signs, so that a sheet of another version, or of
 * somebody else, has another one. No letter in it is easily taken for a digit.
 */
final class SheetCode {

    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;

    private SheetCode() {
    }

    /** Such as {@code 7KQ2-M9XD}. */
    static String of(String sha256, OrganisationId organisation) {
        BigInteger number = new BigInteger(Documents.sha256((sha256 + " " + organisation.code()).getBytes(StandardCharsets.UTF_8)), 16);
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            BigInteger[] parts = number.divideAndRemainder(BigInteger.valueOf(SIGNS.length()));
            code.append(SIGNS.charAt(parts[1].intValue()));
            number = parts[0];
        }
        return code.insert(LENGTH / 2, '-').toString();
    }

    /** Whether what somebody typed is this code, or the whole fingerprint, however it was written. */
    static boolean fits(String typed, String sha256, OrganisationId organisation) {
        String plain = typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        return plain.equalsIgnoreCase(sha256) || read(plain).equals(read(of(sha256, organisation).replace("-", "")));
    }

    /** As eyes may have read it. */
    private static String read(String code) {
        return code.replace('O', '0').replace('I', '1').replace('L', '1');
    }
}
