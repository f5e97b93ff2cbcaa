package org.commonground.organisation;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Lets a test start where nobody keeps accounts. */
@AutoConfiguration
public class AccountsWithoutAccess {

    @Bean
    @ConditionalOnMissingBean(Accounts.class)
    RememberedAccounts rememberedAccounts() {
        return new RememberedAccounts();
    }
}
