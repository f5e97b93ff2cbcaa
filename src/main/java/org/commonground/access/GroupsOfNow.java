package org.commonground.access;

import java.time.Duration;
import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.commonground.engine.HouseIdentity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The groups that somebody is in at this moment: kept as long as the webapps keep them, and forgotten at once where they change. On
 * another node they are forgotten after those seconds.
 */
@Component
class GroupsOfNow {

    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final int PEOPLE = 10_000;

    private final Cache<String, List<String>> known = Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(PEOPLE).build();
    // The engine's own provider of accounts tells of changes, and is there before the engine's services.
    private final ObjectProvider<IdentityService> identities;
    private final ObjectProvider<HouseIdentity> house;

    GroupsOfNow(ObjectProvider<IdentityService> identities, ObjectProvider<HouseIdentity> house) {
        this.identities = identities;
        this.house = house;
    }

    List<String> of(String user) {
        return known.get(user, this::ask);
    }

    private List<String> ask(String user) {
        return house.getObject().ask(() -> identities.getObject().createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId).toList());
    }

    /** Now, for this transaction itself, and again when others can see what it did. */
    void forget(String user) {
        known.invalidate(user);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    known.invalidate(user);
                }
            });
        }
    }
}
