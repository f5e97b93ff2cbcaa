package org.commonground.agreement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.partnership.Standing;
import org.commonground.partnership.Term;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The versions of agreements, and what each of them says. */
@Service
public class AgreementService {

    private final AgreementVersions versions;
    private final AgreementTables tables;
    private final MembershipTables memberships;
    private final NegotiationService negotiations;
    private final Layers layers;
    private final ObjectProvider<ReadBefore> readings;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    AgreementService(AgreementVersions versions, AgreementTables tables, MembershipTables memberships,
            NegotiationService negotiations, Layers layers,
            ObjectProvider<ReadBefore> readings, ApplicationEventPublisher facts, Clock clock) {
        this.versions = versions;
        this.tables = tables;
        this.memberships = memberships;
        this.negotiations = negotiations;
        this.layers = layers;
        this.readings = readings;
        this.facts = facts;
        this.clock = clock;
    }

    /** The newest version that the negotiation has led to. */
    public VersionCard current(NegotiationId negotiation) {
        return versions.newest(negotiation).card();
    }

    /** All versions of a partnership, the newest first. */
    public List<VersionCard> versions(PartnershipId partnership) {
        return versions.findByPartnershipOrderByNrDesc(partnership.value()).stream().map(AgreementVersion::card).toList();
    }

    /** Whether there is an agreement that binds the partners. What it says is told by {@link AgreedTerms}. */
    public boolean isSealed(PartnershipId partnership) {
        return !versions.sealed(partnership.value()).isEmpty();
    }

    /** All that the page of a version shows. */
    public Paper paper(PartnershipId partnership, int nr) {
        return paper(versions.one(partnership, nr));
    }

    Paper paper(AgreementVersion version) {
        VersionCard card = version.card();
        List<SignatureLine> signatures = !version.isSealed() ? List.of() : tables.signatories(card.id()).stream()
                .map(one -> new SignatureLine(one.name(), one.person(), one.how(), one.at())).toList();
        return new Paper(card.partnership().value(), suffix(version), version.title(), card.form().label(), card.nr(), card.stage(),
                LocalDate.ofInstant(card.sealedAt() == null ? card.draftedAt() : card.sealedAt(), ZoneOffset.UTC), card.sha256(),
                holds(version), memberships.of(version.negotiation()).map(MembershipChange::why).orElse(null),
                tables.parties(card.id()), tables.clauses(card.id()), tables.webSvg(card.id()), signatures,
                readers(version));
    }

    /** A partner that joined later stands in no version from before. */
    private List<ReaderLine> readers(AgreementVersion version) {
        if (!version.isSealed() || suffix(version) == null || version.isOfMembership()) {
            return List.of();
        }
        Map<OrganisationId, Instant> read = new HashMap<>();
        readings.stream().forEach(one -> read.putAll(one.readers(version.negotiation())));
        return tables.parties(version.id()).stream().filter(one -> one.standing().equals(Standing.PARTNER.label()) && !one.mustSign())
                .map(one -> new ReaderLine(one.name(), read.get(new OrganisationId(one.code())))).toList();
    }

    /** The days are known once it is sealed: the text can only say how they are counted. They count from the first sealing. */
    private String holds(AgreementVersion version) {
        if (!version.isSealed()) {
            return null;
        }
        List<AgreementVersion> before = versions.sealed(version.partnership().value()).stream().filter(one -> one.nr() != version.nr()
                && one.card().sealedAt().isBefore(version.card().sealedAt())).toList();
        Integer months = layers.of(Stream.concat(before.stream(), Stream.of(version)).map(AgreementVersion::negotiation).toList()).terms()
                .durationMonths();
        LocalDate begins = LocalDate.ofInstant(Stream.concat(before.stream(), Stream.of(version)).findFirst().orElseThrow().card()
                .sealedAt(), clock.getZone());
        return months == null ? null : "from %s to %s".formatted(Days.inWords(begins), Days.inWords(Term.end(begins, months)));
    }

    /** Whether the clauses still say, letter by letter, what was frozen when signing opened; a draft is always intact. */
    public boolean isIntact(PartnershipId partnership, int nr) {
        return isIntact(versions.one(partnership, nr));
    }

    boolean isIntact(AgreementVersion version) {
        return version.isIntact(tables.clauses(version.id()), tables.text(version.id()));
    }

    /**
     * What differs from the version before: from the last one that had been out for signature, so that who signed it sees what is
     * new; where there is none, from the one before. Empty for the first version.
     */
    public List<Change> changes(PartnershipId partnership, int nr) {
        AgreementVersion version = versions.one(partnership, nr);
        return lastForSignature(version).or(() -> earlier(version).stream().filter(one -> isOfTheSame(one, version)).findFirst())
                .map(before -> changes(before, tables.clauses(version.id()))).orElse(List.of());
    }

    /** What is new to those who were asked to sign before; nothing where nobody was. */
    List<Change> changesToSign(AgreementVersion version, List<Clause> clauses) {
        return lastForSignature(version).map(before -> changes(before, clauses)).orElse(List.of());
    }

    private List<Change> changes(AgreementVersion before, List<Clause> clauses) {
        return Changes.between(tables.clauses(before.id()), clauses);
    }

    /** The last version before this one that anybody was asked to sign: of the same negotiation, or the one that it changes. */
    private Optional<AgreementVersion> lastForSignature(AgreementVersion version) {
        return earlier(version).stream().filter(one -> one.sha256() != null && (isOfTheSame(one, version) || one.isSealed())).findFirst();
    }

    private static boolean isOfTheSame(AgreementVersion one, AgreementVersion other) {
        return one.negotiation().equals(other.negotiation());
    }

    private List<AgreementVersion> earlier(AgreementVersion version) {
        return version.nr() == 1 ? List.of() : versions.findByPartnershipOrderByNrDesc(version.partnership().value()).stream()
                .filter(one -> one.nr() < version.nr()).toList();
    }

    /** Nobody signs what was drafted from this negotiation; where nothing is under way, nothing happens. */
    @Transactional
    public void giveUp(NegotiationId negotiation, String why) {
        versions.newest(negotiation.value()).filter(version -> !version.isVoid() && !version.isSealed()).ifPresent(version -> end(version,
                why));
    }

    private String suffix(AgreementVersion version) {
        return version.liesOver(null) ? null : negotiations.card(version.negotiation()).suffix();
    }

    /** Nobody is bound by it any more. Those who were asked to sign it are told. */
    void end(AgreementVersion version, String why) {
        boolean wasForSignature = version.isForSignature();
        version.end(why, clock.instant());
        versions.save(version);
        if (wasForSignature) {
            facts.publishEvent(new AgreementVoided(version.partnership(), version.negotiation(), suffix(version), version.nr(), why,
                    tables.signing(version.id())));
        }
    }
}
