package org.commonground.orientation;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.commonground.engine.Secretariats;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.SecretariatGroup;
import org.commonground.organisation.AccountRemoved;
import org.commonground.organisation.Accounts;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.PersonLeft;
import org.commonground.partnership.OncePerTransaction;
import org.commonground.partnership.PartnerLeft;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people of a secretariat as a group, with a queue of their partnership's steps. Who is in it follows from the tables alone: whoever
 * leaves the secretariat, the organisation or the partnership is out at once, and all are when the partnership ends.
 */
@Component
public class SecretariatQueue implements Secretariats {

    private final OrientationTables tables;
    private final PartnershipService partnerships;
    private final OrganisationService organisations;
    private final Accounts accounts;
    private final OncePerTransaction once;
    private final ApplicationEventPublisher facts;

    SecretariatQueue(OrientationTables tables, PartnershipService partnerships, OrganisationService organisations, Accounts accounts,
            OncePerTransaction once, ApplicationEventPublisher facts) {
        this.tables = tables;
        this.partnerships = partnerships;
        this.organisations = organisations;
        this.accounts = accounts;
        this.once = once;
        this.facts = facts;
    }

    /** The group of all its people; where somebody of theirs is concerned, those of the organisations that are not. */
    @Override
    public Set<String> serving(PartnershipId partnership, Collection<OrganisationId> concerned) {
        Map<OrganisationId, Set<String>> serving = tables.serving(partnership);
        if (serving.isEmpty()) {
            return Set.of();
        }
        return serving.keySet().stream().noneMatch(concerned::contains) ? Set.of(SecretariatGroup.of(partnership).id())
                : serving.keySet().stream().filter(one -> !concerned.contains(one))
                        .map(one -> new SecretariatGroup(partnership, one).id()).collect(toSet());
    }

    /** Puts into the groups who works in it now, and nobody else. May be repeated. */
    @Transactional
    public void keep(PartnershipId partnership) {
        once.forget();
        Set<OrganisationId> all = Set.copyOf(tables.everServed(partnership));
        if (all.isEmpty()) {
            return;
        }
        Map<OrganisationId, Set<String>> serving = tables.serving(partnership);
        String name = "Secretariat of " + partnerships.title(partnership).orElseThrow().title();
        Set<String> out = new HashSet<>(accounts.keepSecretariat(SecretariatGroup.of(partnership), name,
                serving.values().stream().flatMap(Set::stream).collect(toSet())));
        all.forEach(one -> accounts.keepSecretariat(new SecretariatGroup(partnership, one),
                name + " · " + organisations.card(one).name(), serving.getOrDefault(one, Set.of())));
        // When all is over there is nothing in the queue that they could still do.
        if (!out.isEmpty() && partnerships.card(partnership).phase() != Phase.ENDED) {
            facts.publishEvent(new SecretariatLeft(partnership, out));
        }
    }

    @EventListener
    void on(PartnerLeft fact) {
        keep(fact.partnership());
    }

    @EventListener
    void on(PersonLeft fact) {
        tables.letGo(fact.person().user()).forEach(this::keep);
    }

    /** The account takes its groups along. */
    @EventListener
    void on(AccountRemoved fact) {
        tables.letGo(fact.user());
    }
}
