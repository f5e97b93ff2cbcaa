package org.commonground.access;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import com.nulabinc.zxcvbn.Zxcvbn;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * What a password must be: long, and not among the first that somebody would try. Capitals and digits are not asked for: they make
 * passwords harder to remember than to guess (NIST SP 800-63B).
 */
final class PasswordRules {

    static final int SHORTEST = 12;
    static final String INSTRUCTION = "Take at least 12 characters that nobody would guess, for example four words that do not belong "
            + "together, and neither your name nor your user name.";

    private PasswordRules() {
    }

    /** At least so many characters. */
    static final class LongEnough extends Rule {

        LongEnough() {
            super("LENGTH", Map.of("minLength", String.valueOf(SHORTEST)));
        }

        @Override
        public boolean execute(String candidate) {
            return candidate.codePointCount(0, candidate.length()) >= SHORTEST;
        }
    }

    /** Neither a common password, nor one made of common words, rows of keys, repetitions and dates alone. */
    static final class NotCommon extends Rule {

        /** "Safely unguessable" in the library's scale from 0 to 4: more than a hundred million guesses. */
        private static final int SAFE = 3;
        /** What comes behind makes it only better, and costs time to judge. */
        private static final int JUDGED = 60;
        private final Zxcvbn judge = new Zxcvbn();

        NotCommon() {
            super("NOT_COMMON", Map.of());
        }

        @Override
        public boolean execute(String candidate) {
            return judge.measure(candidate.substring(0, Math.min(JUDGED, candidate.length()))).getScore() >= SAFE;
        }
    }

    /** Without one's own name; but a name of a letter or two, as the M of M Suresh, stands in most passwords. */
    static final class NotOwnName extends Rule {

        private static final int SHORT = 2;

        NotOwnName() {
            super("USER_DATA", Map.of());
        }

        @Override
        public boolean execute(String candidate) {
            return true;
        }

        @Override
        public boolean execute(String candidate, User user) {
            return user == null || Stream.of(user.getId(), user.getFirstName(), user.getLastName(), user.getEmail())
                    .filter(word -> word != null && word.strip().length() > SHORT)
                    .noneMatch(word -> candidate.toLowerCase(Locale.ROOT).contains(word.strip().toLowerCase(Locale.ROOT)));
        }
    }

    /** A rule as the engine asks for it. */
    private abstract static class Rule implements PasswordPolicyRule {

        private final String key;
        private final Map<String, String> parameters;

        Rule(String key, Map<String, String> parameters) {
            this.key = key;
            this.parameters = parameters;
        }

        @Override
        public String getPlaceholder() {
            return "PASSWORD_POLICY_" + key;
        }

        @Override
        public Map<String, String> getParameters() {
            return parameters;
        }

        @Override
        public boolean execute(String candidate, User user) {
            return execute(candidate);
        }
    }

    /** Gives the engine these rules in place of its own. */
    @Component
    static class InForce extends AbstractProcessEnginePlugin {

        @Override
        public void preInit(ProcessEngineConfigurationImpl configuration) {
            List<PasswordPolicyRule> rules = List.of(new LongEnough(), new NotCommon(), new NotOwnName());
            PasswordPolicy policy = () -> rules;
            configuration.setPasswordPolicy(policy);
        }
    }
}
