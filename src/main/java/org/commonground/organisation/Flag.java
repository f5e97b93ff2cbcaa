package org.commonground.organisation;

import java.time.LocalDate;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;

/** A doubt about an organisation. It stands until somebody resolves it with a reason; the manager is asked at most once. */
class Flag {

    @Id
    private final UUID id;
    @Version
    private Integer version;
    private String organisation;
    private FlagLevel level;
    private String reason;
    private String partnership;
    private String raisedBy;
    private LocalDate raisedOn;
    private String question;
    private String escalatedBy;
    private String decision;
    private String decidedBy;
    private String resolution;
    private String resolvedBy;
    private LocalDate resolvedOn;

    @PersistenceCreator
    private Flag(UUID id) {
        this.id = id;
    }

    static Flag raise(OrganisationId organisation, FlagLevel level, String reason, String by, PartnershipId about, LocalDate today) {
        Flag flag = new Flag(UUID.randomUUID());
        flag.organisation = organisation.code();
        flag.level = level;
        flag.reason = reason;
        flag.partnership = about == null ? null : about.value();
        flag.raisedBy = by;
        flag.raisedOn = today;
        return flag;
    }

    void escalate(String asked, String by) {
        expectOpen();
        Refusal.unless(question == null, "The manager was asked about this flag already. Decide with what was answered.");
        question = asked;
        escalatedBy = by;
    }

    void keep(String why, String by) {
        expectOpen();
        Refusal.unless(question != null && decision == null, "Nobody asked for a decision about this flag.");
        decision = why;
        decidedBy = by;
    }

    /** @param own the organisation of who resolves it, or null: nobody takes away a doubt about the own organisation */
    void resolve(String why, String by, OrganisationId own, LocalDate today) {
        Refusal.unless(!organisation().equals(own),
                "This flag is about your own organisation. Ask the manager, or leave it to another coordinator.");
        expectOpen();
        resolution = why;
        resolvedBy = by;
        resolvedOn = today;
    }

    private void expectOpen() {
        Refusal.unless(resolvedOn == null, "This flag was resolved on %s.".formatted(resolvedOn));
    }

    UUID id() {
        return id;
    }

    OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    RaisedFlag card() {
        return new RaisedFlag(id, organisation(), level, reason, raisedBy, raisedOn,
                partnership == null ? null : new PartnershipId(partnership), question, decision, resolution);
    }
}
