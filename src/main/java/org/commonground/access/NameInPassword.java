package org.commonground.access;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.DefaultPasswordPolicyImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;
import org.springframework.stereotype.Component;

/**
 * The engine's rule that nobody's password contains their own name, but for names of a letter or two: the M of M Suresh stands in
 * most passwords, and would leave no way to open an account.
 */
class NameInPassword implements PasswordPolicyRule {

    private static final int SHORT = 2;

    private final PasswordPolicyRule engines = new PasswordPolicyUserDataRuleImpl();

    @Override
    public String getPlaceholder() {
        return engines.getPlaceholder();
    }

    @Override
    public Map<String, String> getParameters() {
        return engines.getParameters();
    }

    @Override
    public boolean execute(String candidate) {
        return engines.execute(candidate);
    }

    @Override
    public boolean execute(String candidate, User user) {
        return user == null || Stream.of(user.getId(), user.getFirstName(), user.getLastName(), user.getEmail())
                .filter(word -> word != null && word.strip().length() > SHORT)
                .noneMatch(word -> candidate.toLowerCase(Locale.ROOT).contains(word.strip().toLowerCase(Locale.ROOT)));
    }

    /** Gives the engine this rule in place of its own. */
    @Component
    static class InForce extends AbstractProcessEnginePlugin {

        @Override
        public void preInit(ProcessEngineConfigurationImpl configuration) {
            PasswordPolicy policy = new DefaultPasswordPolicyImpl();
            policy.getRules().replaceAll(rule -> rule instanceof PasswordPolicyUserDataRuleImpl ? new NameInPassword() : rule);
            configuration.setPasswordPolicy(policy);
        }
    }
}
