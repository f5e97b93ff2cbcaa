package org.commonground.partnership;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.CustomScopeConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.transaction.support.SimpleTransactionScope;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What is read once in each transaction: a person's submission asks for it when the answer is checked, and again when it is carried out.
 * Whoever changes what is read here says so by {@link #forget}.
 */
@Configuration(proxyBeanMethods = false)
public class OncePerTransaction {

    private static final String SCOPE = "transaction";

    private final ObjectProvider<Known> known;

    OncePerTransaction(ObjectProvider<Known> known) {
        this.known = known;
    }

    @Bean
    static CustomScopeConfigurer transactionScope() {
        CustomScopeConfigurer scopes = new CustomScopeConfigurer();
        scopes.addScope(SCOPE, new SimpleTransactionScope());
        return scopes;
    }

    @Bean
    @Scope(SCOPE)
    static Known knownInTransaction() {
        return new Known(new HashMap<>());
    }

    /**
     * @param what    a key that nobody else uses, such as a record of the reader's own
     * @param reading what is done the first time in a transaction, and each time outside of one
     */
    @SuppressWarnings("unchecked")
    public <T> T read(Object what, Supplier<T> reading) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return reading.get();
        }
        Map<Object, Object> values = known.getObject().values();
        if (!values.containsKey(what)) {
            values.put(what, reading.get());
        }
        return (T) values.get(what);
    }

    /** From now on everything is read anew. */
    public void forget() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            known.getObject().values().clear();
        }
    }

    /** By what was asked. */
    record Known(Map<Object, Object> values) {
    }
}
