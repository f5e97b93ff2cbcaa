package org.commonground.agreement;

import static java.util.stream.Collectors.toCollection;
import static org.commonground.foundation.Words.said;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.commonground.agreement.AgreementTables.Signatory;
import org.commonground.agreement.AgreementTables.SignedParty;
import org.commonground.document.Document;
import org.commonground.document.DocumentAudience;
import org.commonground.document.Documents;
import org.commonground.document.Alphabet;
import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.Words;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.RoundService;
import org.commonground.negotiation.Topic;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.partnership.Term;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who signs the newest version of a negotiation, who does not, and the seal. */
@Service
public class SigningService {

    private final AgreementVersions versions;
    private final AgreementTables tables;
    private final AgreementService agreements;
    private final NegotiationService negotiations;
    private final RoundService rounds;
    private final PartnershipService partnerships;
    private final OrganisationService organisations;
    private final AgreementPage page;
    private final Documents documents;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    SigningService(AgreementVersions versions, AgreementTables tables, AgreementService agreements, NegotiationService negotiations,
            RoundService rounds, PartnershipService partnerships, OrganisationService organisations, AgreementPage page,
            Documents documents, ApplicationEventPublisher facts, Clock clock) {
        this.versions = versions;
        this.tables = tables;
        this.agreements = agreements;
        this.negotiations = negotiations;
        this.rounds = rounds;
        this.partnerships = partnerships;
        this.organisations = organisations;
        this.page = page;
        this.documents = documents;
        this.facts = facts;
        this.clock = clock;
    }

    /** Freezes the released text, so that it can be signed. May be repeated. */
    @Transactional
    public void openSigning(NegotiationId negotiation) {
        AgreementVersion version = versions.newest(negotiation);
        if (version.isForSignature()) {
            return;
        }
        CanonicalText text = version.text(tables.clauses(version.id()));
        version.freeze(text.sha256());
        versions.save(version);
        tables.freeze(version.id(), text);
        if (version.liesOver(null)) {
            facts.publishEvent(new SigningOpened(version.partnership()));
        }
        if (partnerships.title(version.partnership()).orElseThrow().phase().isBefore(Phase.SIGNING)) {
            partnerships.enter(version.partnership(), Phase.SIGNING);
        }
    }

    // The answers

    /** What the organisation looks at before it signs. */
    public ToSign toSign(NegotiationId negotiation, OrganisationId organisation) {
        AgreementVersion version = versions.newest(negotiation);
        List<Clause> clauses = tables.clauses(version.id());
        List<ToSign.Aside> reservations = clauses.stream()
                .filter(clause -> clause.key().startsWith(AgreementText.TOPIC) && clause.table() != null)
                .flatMap(clause -> clause.table().rows().stream().map(row -> new ToSign.Aside(clause.heading(), row.get(0), row.get(1))))
                .toList();
        List<List<String>> terms = clauses.stream().filter(clause -> clause.key().equals(AgreementText.TERMS))
                .flatMap(clause -> clause.table().rows().stream()).collect(toCollection(ArrayList::new));
        beginAndEnd(version, terms).ifPresent(terms::add);
        List<SignedParty> parties = tables.signedParties(version.id());
        return new ToSign(version.card(), organisations.signersOf(organisation), parties.stream().map(SignedParty::party).toList(),
                agreements.changesToSign(version, clauses), terms, reservations, clauses,
                given(parties.stream().filter(SignedParty::hasSigned).toList()), version.isOfMembership());
    }

    /** Each signed on a day of its own, on which its person had the right to. */
    private List<ToSign.Given> given(List<SignedParty> signed) {
        Map<OrganisationId, ZoneId> zones = organisations.zonesOf(signed.stream().map(SignedParty::organisation).toList());
        return signed.stream().map(one -> new ToSign.Given(one.organisation(), one.person(),
                LocalDate.ofInstant(one.at().toInstant(), zones.get(one.organisation())))).toList();
    }

    /** The text says how the days are counted; which ones they are depends on when all have signed. */
    private Optional<List<String>> beginAndEnd(AgreementVersion version, List<List<String>> terms) {
        return version.liesOver(null) ? TermWords.duration(terms).map(months -> List.of("Beginning and end",
                "If it is sealed today: " + Days.brief(LocalDate.now(clock), Term.end(LocalDate.now(clock), months)))) : Optional.empty();
    }

    /**
     * Signs for an organisation.
     *
     * @param seen the hash of the text that the person looked at
     */
    @Transactional
    public void sign(NegotiationId negotiation, OrganisationId organisation, String seen, String person) {
        AgreementVersion version = versions.newest(negotiation);
        expectAsked(version, organisation, seen);
        String name = expectMandate(organisation, person);
        Alphabet.expectPrintable("Your name, “%s”".formatted(name), name);
        expectIntact(version);
        expectUnblocked(version, organisation);
        tables.sign(version.id(), organisation, seen, person, name);
    }

    /** Whether anything stands against the organisation that has nothing to do with the text. */
    void expectUnblocked(AgreementVersion version, OrganisationId organisation) {
        Refusal.unless(!organisations.signingBlocked(organisation),
                "A red flag stands against your organisation, and nothing can be signed while it does. The coordinator can tell you more.");
        Refusal.unless(!version.isOfMembership() || organisations.registrationHolds(organisation),
                "Your registration is not valid today. You can join once it is renewed and verified.");
    }

    /** Does not sign, and says why. That stops the signing for all ({@link #reopenDeclined}). */
    @Transactional
    public void decline(NegotiationId negotiation, OrganisationId organisation, String seen, Topic topic, String reason, String person) {
        String why = said(reason, "Please say why you do not sign: all partners read it.");
        AgreementVersion version = versions.newest(negotiation);
        List<Signatory> signatories = expectAsked(version, organisation, seen);
        expectMandate(organisation, person);
        expectIntact(version);
        boolean joins = version.isOfMembership();
        Refusal.unless(joins || topic != null, "Please choose the topic that must be talked about again.");
        tables.decline(version.id(), new Decline(organisation, joins ? null : topic, why, person));
        if (joins) {
            // Nothing is talked about again: the room that let it sign tells everybody.
            return;
        }
        facts.publishEvent(new SignatureDeclined(version.partnership(), suffix(version), version.nr(), organisation,
                topic.inWords(), why,
                signatories.stream().map(Signatory::organisation).toList()));
    }

    private String suffix(AgreementVersion version) {
        return version.liesOver(null) ? null : negotiations.card(version.negotiation()).suffix();
    }

    /** @return all who must sign */
    List<Signatory> expectAsked(AgreementVersion version, OrganisationId organisation, String seen) {
        version.maySign(seen);
        List<Signatory> signatories = tables.signatories(version.id());
        signatories.stream().filter(one -> one.organisation().equals(organisation)).findFirst()
                .orElseThrow(() -> new Refusal("Your organisation is no party of this agreement, so it does not sign."))
                        .mayAnswer(version.nr());
        return signatories;
    }

    /** @return the name of the person */
    private String expectMandate(OrganisationId organisation, String person) {
        return organisations.mandated(person, organisation)
                .orElseThrow(() -> new Refusal(whoMaySign(mandated(organisation))));
    }

    void expectIntact(AgreementVersion version) {
        Refusal.unless(agreements.isIntact(version),
                "The text of version %d was changed after signing opened. Nobody can sign it; please tell the administrator."
                        .formatted(version.nr()));
    }

    private static String whoMaySign(List<String> names) {
        return names.isEmpty()
                ? "Nobody of your organisation has a mandate to sign today. Your focal point can give one in “Update people”."
                : "You have no mandate to sign today. %s can sign for your organisation; your focal point can give you a mandate, too."
                        .formatted(Words.list(names));
    }

    /** Names of its people who may sign today. */
    private List<String> mandated(OrganisationId organisation) {
        return organisations.signatories(List.of(organisation)).getOrDefault(organisation, List.of());
    }

    // What the diagram asks

    /** Codes of those whose signature is awaited; nobody's once somebody declined, and of nobody who left. */
    public List<String> awaited(NegotiationId negotiation) {
        List<String> parties = negotiations.parties(negotiation).stream().map(OrganisationId::code).toList();
        return tables.awaited(versions.newest(negotiation).id()).stream().filter(parties::contains).toList();
    }

    /** Who has not signed yet, and who has but is red-flagged or left. */
    public List<MissingSignature> missing(NegotiationId negotiation) {
        List<Signatory> signatories = tables.signatories(versions.newest(negotiation).id());
        Set<OrganisationId> flagged = organisations.redFlagged(signatories.stream().map(Signatory::organisation).toList());
        List<OrganisationId> parties = negotiations.parties(negotiation);
        return signatories.stream()
                .filter(one -> !one.hasSigned() || flagged.contains(one.organisation()) || !parties.contains(one.organisation()))
                .map(one -> new MissingSignature(one.organisation(), one.name(), one.hasSigned(),
                        !parties.contains(one.organisation()) ? "It left" : flagged.contains(one.organisation())
                                ? "A red flag stands against it" : one.toVerify() ? "Its sheet, signed by hand, is not verified yet"
                                        : "No answer yet")).toList();
    }

    /** Whether nobody signs any more, since somebody declined. */
    public boolean isSigningStopped(NegotiationId negotiation) {
        AgreementVersion version = versions.newest(negotiation);
        return version.isVoid() || !tables.declines(version.id()).isEmpty();
    }

    /** Whether nothing stands between the version and its seal. */
    public boolean isSignedByAll(NegotiationId negotiation) {
        return !isSigningStopped(negotiation) && missing(negotiation).isEmpty();
    }

    // When it does not come to a seal

    /** Makes the version void, also for those who signed it, and opens the topics again for which parties declined. May be repeated. */
    @Transactional
    public void reopenDeclined(NegotiationId negotiation) {
        AgreementVersion version = versions.newest(negotiation);
        if (version.isVoid()) {
            return;
        }
        List<Decline> declines = tables.declines(version.id());
        Map<OrganisationId, String> names = negotiations.names(negotiation);
        version.endDeclined(declines.stream().map(one -> "%s did not sign: %s".formatted(names.get(one.organisation()), one.reason()))
                .toList(),
                clock.instant());
        versions.save(version);
        if (version.isOfMembership()) {
            negotiations.giveUp(negotiation, version.card().voidReason(), declines.get(0).person());
            return;
        }
        declines.forEach(one -> rounds.reopen(negotiation, Set.of(one.topic()), one.reason(), one.organisation(), one.person()));
    }

    /** Goes on without those who are missing: they leave, and the others sign a new version. Everybody is told why. */
    @Transactional
    public void goOnWithoutMissing(NegotiationId negotiation, String reason, String person) {
        String why = said(reason, "Please say why you go on without them: everybody reads it.");
        List<MissingSignature> missing = missing(negotiation);
        AgreementVersion version = versions.newest(negotiation);
        Refusal.unless(negotiations.card(negotiation).isFounding(),
                "What concerns a partner is not changed without it. You can give more time, or end it here.");
        version.mayGoOnWithout(missing.size(), tables.signing(version.id()).size(), !tables.declines(version.id()).isEmpty());
        agreements.end(version, "The partners go on without %s: %s".formatted(Words.list(missing.stream().map(MissingSignature::name)
                .toList()), why));
        List<OrganisationId> stillThere = negotiations.parties(negotiation);
        List<OrganisationId> leaving = missing.stream().map(MissingSignature::organisation).filter(stillThere::contains).toList();
        if (!leaving.isEmpty()) {
            negotiations.leave(negotiation, leaving, why, person);
        }
    }

    /** A party leaves while a text is written or out for signature: who signed that is not bound, and the others sign a new version. */
    @Transactional
    public void leave(NegotiationId negotiation, OrganisationId party, String reason, String person) {
        String name = negotiations.names(negotiation).get(party);
        versions.newest(negotiation.value()).filter(AgreementVersion::isForSignature)
                .ifPresent(version -> agreements.end(version, "%s has left: %s".formatted(name, reason)));
        negotiations.leave(negotiation, party, reason, person);
    }

    /** Too few are left: what was written is void, and the negotiation ends. */
    @Transactional
    public void giveUp(NegotiationId negotiation, String reason, String person) {
        versions.newest(negotiation.value()).filter(version -> !version.isVoid()).ifPresent(version -> {
            version.end("The partnership ended: " + reason, clock.instant());
            versions.save(version);
        });
        negotiations.giveUpOpen(negotiation, reason, person);
    }

    /** There is no common ground: nobody is bound, and everybody is told why. */
    @Transactional
    public void stop(NegotiationId negotiation, String reason, String person) {
        String why = said(reason, "Please say why: everybody reads it.");
        AgreementVersion version = versions.newest(negotiation);
        version.end((negotiations.card(negotiation).isFounding() ? "The partnership ended: " : "What was agreed before holds: ") + why,
                clock.instant());
        versions.save(version);
        negotiations.giveUp(negotiation, why, person);
    }

    // The seal

    /**
     * Seals what everybody has signed, and keeps it as a PDF. What others have under way in the partnership is void then: it lies over a
     * text that holds no more. May be repeated.
     *
     * @return false where another one was sealed meanwhile, so that this one is void and has to be drafted anew
     */
    @Transactional
    public boolean seal(NegotiationId negotiation) {
        AgreementVersion version = versions.newest(negotiation);
        if (version.isSealed() || version.isVoid()) {
            return version.isSealed();
        }
        if (!version.liesOver(versions.newestSealed(version.partnership().value()).orElse(null))) {
            agreements.end(version, "Another version was sealed meanwhile. The text is written anew over it.");
            return false;
        }
        version.seal(missing(negotiation).stream().map(MissingSignature::name).toList(), agreements.isIntact(version), clock.instant());
        Paper paper = agreements.paper(version);
        Document pdf = documents.store(version.partnership(),
                "%s %s – agreement v%d".formatted(paper.caseNumber(), paper.title(), version.nr()),
                version.nr(), DocumentAudience.MEMBERS, page.pdf(paper), "system");
        version.keepAs(pdf.id(), pdf.sha256());
        versions.save(version);
        versions.open(version.partnership().value()).forEach(one ->
                 agreements.end(one, "Version %d was sealed meanwhile. The text is written anew over it.".formatted(version.nr())));
        facts.publishEvent(new AgreementSealed(version.partnership(), suffix(version), version.nr(),
                version.sha256(), paper.holds(),
                paper.membership(), paper.signatures().stream().map(SignatureLine::organisation).toList(),
                tables.parties(version.id()).stream().map(party -> new OrganisationId(party.code())).toList()));
        return true;
    }
}
