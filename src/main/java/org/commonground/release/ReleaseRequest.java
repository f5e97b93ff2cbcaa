package org.commonground.release;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/** That one partner shall be released, what it was written, and what it answered. It refuses what comes twice or too late. */
class ReleaseRequest {

    @Id
    private UUID matter;
    @Version
    private Integer version;
    private String partnership;
    private String organisation;
    private Ground ground;
    private String namedBy;
    private Instant writtenAt;
    private Instant answerUntil;
    private Reply reply;
    private String words;
    private String answeredBy;
    private String openFor;

    static ReleaseRequest written(UUID matter, PartnershipId partnership, OrganisationId organisation, Ground ground, String person,
            Instant now, Instant until) {
        ReleaseRequest request = new ReleaseRequest();
        request.matter = matter;
        request.partnership = partnership.value();
        request.organisation = organisation.code();
        request.ground = ground;
        request.namedBy = person;
        request.writtenAt = now;
        request.answerUntil = until;
        request.openFor = key(partnership, organisation);
        return request;
    }

    /** Makes “one release of a partner at a time” a unique key. */
    static String key(PartnershipId partnership, OrganisationId organisation) {
        return partnership + " " + organisation;
    }

    OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    Ground ground() {
        return ground;
    }

    Instant writtenAt() {
        return writtenAt;
    }

    Instant answerUntil() {
        return answerUntil;
    }

    Optional<Reply> reply() {
        return Optional.ofNullable(reply);
    }

    String words() {
        return words;
    }

    String answeredBy() {
        return answeredBy;
    }

    boolean isOpen() {
        return openFor != null;
    }

    void answer(Reply said, String what, String person, Instant now) {
        Refusal.unless(openFor != null, "This is settled already.");
        Refusal.unless(reply == null, "Your organisation has answered this letter already.");
        Refusal.unless(now.isBefore(answerUntil), "The time to answer is over: the other partners decide now.");
        reply = said;
        words = what;
        answeredBy = person;
    }

    void close() {
        openFor = null;
    }
}
