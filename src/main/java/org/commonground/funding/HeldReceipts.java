package org.commonground.funding;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.Holding;
import org.commonground.partnership.Holdings;
import org.springframework.stereotype.Component;

/** The money that an organisation is to receive. */
@Component
class HeldReceipts implements Holdings {

    private final InstalmentService instalments;

    HeldReceipts(InstalmentService instalments) {
        this.instalments = instalments;
    }

    @Override
    public String kind() {
        return "money";
    }

    @Override
    public Set<String> columns() {
        return Set.of("instalment.receiver");
    }

    @Override
    public List<Holding> of(PartnershipId partnership, OrganisationId holder) {
        return instalments.of(partnership).stream().filter(one -> one.isOpen() && one.receiver().equals(holder)).map(one -> new Holding(
                one.id().toString(), "To receive %s from %s for “%s”, due on %s.".formatted(one.missingInWords(), one.providerName(),
                        one.what(), Days.inWords(one.due())))).toList();
    }

    @Override
    public Optional<String> objection(PartnershipId partnership, String ref, OrganisationId taker) {
        Instalment instalment = instalments.find(UUID.fromString(ref));
        return !instalment.provider().equals(taker) ? Optional.empty()
                : Optional.of("%s pays this money, so it cannot be the one to receive it.".formatted(instalment.providerName()));
    }

    @Override
    public void handTo(PartnershipId partnership, String ref, OrganisationId holder, OrganisationId taker, String person) {
        instalments.passOn(UUID.fromString(ref), taker);
    }

    @Override
    public void release(PartnershipId partnership, String ref, OrganisationId holder, String reason) {
        instalments.cancel(partnership, UUID.fromString(ref));
    }

    @Override
    public String whenReleased() {
        return "Nobody waits for this payment any more. What was promised is reckoned at the closing.";
    }
}
