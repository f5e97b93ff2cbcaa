package org.commonground.access;

import java.time.Clock;

import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.commonground.home.AnswerTables;
import org.commonground.organisation.AccountRemoved;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Accounts as the engine keeps them, but for four things: who loses an account, a password or a standing group is logged out
 * everywhere, and rooms hear of an account that was removed; a wrong password locks nobody out, since {@link Guessing} slows who
 * guesses instead; a password that was kept by an older rule is kept by today's from its next use on; and what
 * {@link KeptAccounts} names stays.
 */
final class OwnIdentityProvider extends DbIdentityServiceProvider {

    private final PasswordHash hash;
    private final LoginSessions sessions;
    private final GroupsOfNow groups;
    private final Patience asked;
    private final AnswerTables words;
    private final ApplicationEventPublisher facts;

    private OwnIdentityProvider(InForce settings) {
        this.hash = settings.hash;
        this.sessions = settings.sessions;
        this.groups = settings.groups;
        this.asked = settings.asked;
        this.words = settings.words;
        this.facts = settings.facts;
    }

    @Override
    public boolean checkPassword(String id, String password) {
        UserEntity user = id == null || password == null ? null : findUserById(id);
        if (user == null) {
            // As long as for an account that exists, or time would tell which do.
            hash.encrypt(String.valueOf(password));
            return false;
        }
        // Who is in and types the own password once more: by a session left open nobody finds out which it is.
        boolean onceMore = Context.getCommandContext().getAuthentication() != null;
        if (onceMore && !asked.wait(id).isZero()) {
            return false;
        }
        if (!matchPassword(password, user)) {
            if (onceMore) {
                asked.failed(id);
            }
            return false;
        }
        if (!hash.isOfToday(user.getPassword())) {
            user.setPassword(password);
            user.encryptPassword();
        }
        return true;
    }

    @Override
    public IdentityOperationResult saveUser(User user) {
        if (((UserEntity) user).hasNewPassword()) {
            sessions.end(user.getId());
        }
        return super.saveUser(user);
    }

    @Override
    public IdentityOperationResult deleteUser(String user) {
        KeptAccounts.keepAccount(user);
        sessions.end(user);
        groups.forget(user);
        words.forget(user);
        facts.publishEvent(new AccountRemoved(user));
        return super.deleteUser(user);
    }

    @Override
    public IdentityOperationResult createMembership(String user, String group) {
        KeptAccounts.leaveToOrganisations(group);
        groups.forget(user);
        return super.createMembership(user, group);
    }

    @Override
    public IdentityOperationResult deleteMembership(String user, String group) {
        KeptAccounts.keepMembership(user, group);
        if (StandingGroup.isOne(group)) {
            sessions.end(user);
        }
        groups.forget(user);
        return super.deleteMembership(user, group);
    }

    @Override
    public IdentityOperationResult deleteGroup(String group) {
        KeptAccounts.keepGroup(group);
        return super.deleteGroup(group);
    }

    /** Gives the engine this provider and the way in which passwords are kept. */
    @Component
    static class InForce extends AbstractProcessEnginePlugin {

        private final PasswordHash hash;
        private final LoginSessions sessions;
        private final GroupsOfNow groups;
        private final Patience asked;
        private final AnswerTables words;
        private final ApplicationEventPublisher facts;

        InForce(@Value("${commonground.password.iterations}") int iterations, LoginSessions sessions, GroupsOfNow groups, Clock clock,
                AnswerTables words, ApplicationEventPublisher facts) {
            this.hash = new PasswordHash(iterations);
            this.sessions = sessions;
            this.groups = groups;
            this.asked = new Patience(5, clock);
            this.words = words;
            this.facts = facts;
        }

        @Override
        public void preInit(ProcessEngineConfigurationImpl configuration) {
            configuration.setPasswordEncryptor(hash);
            configuration.setIdentityProviderSessionFactory(new SessionFactory() {

                @Override
                public Class<?> getSessionType() {
                    return OwnIdentityProvider.class;
                }

                @Override
                public Session openSession() {
                    return new OwnIdentityProvider(InForce.this);
                }
            });
        }
    }
}
