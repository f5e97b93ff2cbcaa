package org.commonground.access;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * Keeps passwords so that guessing from a stolen table takes years: PBKDF2 with HMAC-SHA-512, as long as the setting says. Not bcrypt:
 * the engine joins the password and a salt of its own, and bcrypt reads 72 bytes of them.
 */
final class PasswordHash implements PasswordEncryptor {

    static final String NAME = "pbkdf2-sha512";
    private static final int SALT_BYTES = 16;
    private static final Pattern KEPT = Pattern.compile("([1-9]\\d{0,7})\\$(\\p{XDigit}+)");

    private final int iterations;

    /** @param iterations of the hash; OWASP's Password Storage Cheat Sheet asks for 210,000 */
    PasswordHash(int iterations) {
        this.iterations = iterations;
    }

    @Override
    public String encrypt(String password) {
        return iterations + "$" + encoder(iterations).encode(password);
    }

    @Override
    public boolean check(String password, String kept) {
        Matcher parts = KEPT.matcher(kept);
        return parts.matches() && encoder(Integer.parseInt(parts.group(1))).matches(password, parts.group(2));
    }

    @Override
    public String hashAlgorithmName() {
        return NAME;
    }

    /** Whether the password, as the engine stores it with the name in braces, was kept at today's strength. */
    boolean isOfToday(String stored) {
        return stored.startsWith("{" + NAME + "}" + iterations + "$");
    }

    private static Pbkdf2PasswordEncoder encoder(int iterations) {
        return new Pbkdf2PasswordEncoder("", SALT_BYTES, iterations, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512);
    }
}
