package org.commonground.dispute;

import org.commonground.organisation.OrganisationService;
import org.commonground.orientation.SecretariatLeft;
import org.commonground.partnership.OncePerTransaction;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who helps the sides of a dispute for being in the secretariat helps no more once out of it. */
@Component
class HelpersOut {

    private final Disputes disputes;
    private final OrganisationService organisations;
    private final OncePerTransaction once;

    HelpersOut(Disputes disputes, OrganisationService organisations, OncePerTransaction once) {
        this.disputes = disputes;
        this.organisations = organisations;
        this.once = once;
    }

    @EventListener
    void on(SecretariatLeft fact) {
        fact.users().stream().filter(user -> !organisations.coordinators().contains(user))
                .flatMap(user -> disputes.helpedBy(user).stream())
                .filter(dispute -> dispute.card().partnership().equals(fact.partnership())).forEach(dispute -> {
                    dispute.helpNoMore();
                    disputes.save(dispute);
                });
        once.forget();
    }
}
