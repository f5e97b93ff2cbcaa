package org.commonground.access;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Ends log-ins: who lost the right to be in is out with the next click, in every window and on every node. */
@Component
class LoginSessions {

    private final ObjectProvider<FindByIndexNameSessionRepository<?>> sessions;

    /** @param sessions none where the application serves no web, as in most tests */
    LoginSessions(ObjectProvider<FindByIndexNameSessionRepository<?>> sessions) {
        this.sessions = sessions;
    }

    /** As soon as what takes the right away is committed; at once outside a transaction. */
    void end(String user) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            endNow(user);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                endNow(user);
            }
        });
    }

    private void endNow(String user) {
        sessions.ifAvailable(all -> all.findByPrincipalName(user).keySet().forEach(all::deleteById));
    }
}
