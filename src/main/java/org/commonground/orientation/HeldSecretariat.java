package org.commonground.orientation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.Holding;
import org.commonground.partnership.Holdings;
import org.springframework.stereotype.Component;

/** That an organisation hosts the secretariat, pays for it, or has people in it. */
@Component
class HeldSecretariat implements Holdings {

    private static final String HOST = "host";
    private static final String PAYER = "payer";

    private final OrientationTables tables;
    private final SecretariatQueue queue;

    HeldSecretariat(OrientationTables tables, SecretariatQueue queue) {
        this.tables = tables;
        this.queue = queue;
    }

    @Override
    public String kind() {
        return "secretariat";
    }

    @Override
    public Set<String> columns() {
        return Set.of("secretariat.host", "secretariat.paid_by", "secretariat_member.organisation");
    }

    @Override
    public List<Holding> of(PartnershipId partnership, OrganisationId holder) {
        List<Holding> held = new ArrayList<>();
        tables.hostedBy(partnership, holder).ifPresent(duties -> held.add(new Holding(HOST, "To host the secretariat: " + duties)));
        tables.paidBy(partnership, holder).ifPresent(cost -> held.add(new Holding(PAYER,
                "To pay for the secretariat: %s a year.".formatted(cost))));
        tables.peopleOf(partnership, holder).forEach((nr, words) -> held.add(new Holding(nr.toString(), 
                "Secretariat: %s. Whoever takes this over works in it in person.".formatted(words))));
        return held;
    }

    @Override
    public void handTo(PartnershipId partnership, String ref, OrganisationId holder, OrganisationId taker, String person) {
        switch (ref) {
            case HOST -> tables.host(partnership, taker);
            case PAYER -> tables.payer(partnership, taker);
            default -> tables.replace(partnership, Integer.parseInt(ref), taker, person);
        }
    }

    @Override
    public void release(PartnershipId partnership, String ref, OrganisationId holder, String reason) {
        switch (ref) {
            case HOST -> tables.host(partnership, null);
            case PAYER -> tables.payer(partnership, null);
            default -> tables.letGo(partnership, Integer.parseInt(ref));
        }
    }

    @Override
    public void handedOn(PartnershipId partnership) {
        queue.keep(partnership);
    }

    @Override
    public String whenReleased() {
        return "The secretariat goes on without it.";
    }
}
