package org.commonground.agreement;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.commonground.agreement.Words.said;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.commonground.agreement.AgreementTables.Signatory;
import org.commonground.document.Audience;
import org.commonground.document.Document;
import org.commonground.document.Documents;
import org.commonground.foundation.Fact;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Pace;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.negotiation.ContributionKind;
import org.commonground.negotiation.NegotiationCard;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.OpenTopic;
import org.commonground.negotiation.Purpose;
import org.commonground.negotiation.Terms;
import org.commonground.negotiation.Topic;
import org.commonground.organisation.OrganisationCard;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.Person;
import org.commonground.partnership.Member;
import org.commonground.partnership.PartnershipCard;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.partnership.Standing;
import org.commonground.picture.PartnershipWebs;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a negotiation leads to: its text in versions, and who signs it. Verbs concern the newest version of the negotiation. */
@Service
public class AgreementService {

    /** A partnership has partners, not a partner. */
    private static final int FEWEST = 2;

    private final AgreementVersions versions;
    private final AgreementTables tables;
    private final NegotiationService negotiations;
    private final PartnershipService partnerships;
    private final OrganisationService organisations;
    private final PartnershipWebs webs;
    private final AgreementPage page;
    private final Documents documents;
    private final ApplicationEventPublisher facts;
    private final Clock clock;
    private final Pace pace;

    AgreementService(AgreementVersions versions, AgreementTables tables, NegotiationService negotiations, PartnershipService partnerships,
            OrganisationService organisations, PartnershipWebs webs, AgreementPage page, Documents documents, ApplicationEventPublisher facts,
            Clock clock, Pace pace) {
        this.versions = versions;
        this.tables = tables;
        this.negotiations = negotiations;
        this.partnerships = partnerships;
        this.organisations = organisations;
        this.webs = webs;
        this.page = page;
        this.documents = documents;
        this.facts = facts;
        this.clock = clock;
        this.pace = pace;
    }

    // The draft

    /** What the decision about the form is asked with. */
    public FormQuestion formQuestion(NegotiationId negotiation) {
        PartnershipCard card = partnerships.card(negotiations.card(negotiation).partnership());
        Terms terms = negotiations.terms(negotiation);
        return new FormQuestion(Boolean.TRUE.equals(card.formalContract()),
                terms.contributions().stream().anyMatch(contribution -> contribution.kind() == ContributionKind.FUNDS),
                negotiations.parties(negotiation).size(), terms.durationMonths() == null ? card.horizonMonths() : terms.durationMonths());
    }

    /** Keeps what the decision table says about the form; asked again it may say something else. */
    @Transactional
    public void chooseForm(NegotiationId negotiation, AgreementForm form, String reason) {
        tables.choose(negotiation, negotiations.card(negotiation).partnership(), new ChosenForm(form, reason));
    }

    /**
     * Writes the text anew from what was negotiated. Where nothing has changed since the last draft, that draft stays; otherwise it
     * becomes a new version, and an older one that was under way is void.
     *
     * @return the number of the version
     */
    @Transactional
    public int draft(NegotiationId negotiation) {
        Basis basis = basis(negotiation);
        List<Clause> clauses = AgreementText.clauses(basis);
        AgreementVersion before = versions.newest(negotiation.value()).orElse(null);
        if (before != null && before.stage() == Stage.DRAFT && saysTheSame(before, basis, clauses)) {
            return before.nr();
        }
        PartnershipId partnership = basis.partnership().id();
        int nr = versions.nextNr(partnership.value());
        if (before != null && before.stage() != Stage.VOID) {
            end(before, "Version %d takes its place.".formatted(nr));
        }
        AgreementVersion draft = versions.save(AgreementVersion.draft(partnership, nr, basis.partnership().title(), negotiation,
                basis.form().form(), clock.instant()));
        tables.write(draft.id(), clauses, AgreementText.parties(basis), webs.of(partnership).svg());
        return nr;
    }

    private boolean saysTheSame(AgreementVersion version, Basis basis, List<Clause> clauses) {
        return version.form() == basis.form().form() && tables.clauses(version.id()).equals(clauses);
    }

    /** How much of what an agreement must say is there today. */
    public Completeness score(NegotiationId negotiation) {
        return score(basis(negotiation));
    }

    private Completeness score(Basis basis) {
        return CompletenessCheck.of(basis, organisations.signatories(basis.signing()));
    }

    /**
     * Releases the draft for signing. Refused while anything obligatory is missing, or when the draft no longer says what was
     * negotiated.
     *
     * @param seen the version that the person looked at
     */
    @Transactional
    public void release(NegotiationId negotiation, int seen, String person) {
        AgreementVersion version = newest(negotiation);
        version.mayBeReleased(seen);
        Basis basis = basis(negotiation);
        Completeness score = score(basis);
        Refusal.unless(score.isComplete(), "The agreement is not complete yet. " + score.missing().stream()
                .map(Completeness.Missing::sentence).collect(joining(" ")));
        Refusal.unless(saysTheSame(version, basis, AgreementText.clauses(basis)),
                "Something has changed since version %d was drafted. Please let it be drafted again.".formatted(seen));
        version.release(person, clock.instant());
        versions.save(version);
    }

    /** Freezes the released text, so that it can be signed. May be repeated. */
    @Transactional
    public void openSigning(NegotiationId negotiation) {
        AgreementVersion version = newest(negotiation);
        if (version.stage() == Stage.FOR_SIGNATURE) {
            return;
        }
        CanonicalText text = version.text(tables.clauses(version.id()));
        version.freeze(text.sha256());
        versions.save(version);
        tables.freeze(version.id(), text);
        if (partnerships.title(version.partnership()).orElseThrow().phase().isBefore(Phase.SIGNING)) {
            partnerships.enter(version.partnership(), Phase.SIGNING);
        }
        tell(new AgreementReleased(version.partnership(), version.nr(), text.sha256(), parties(version)));
    }

    /** Gives up the draft, since these topics have to be talked about again. */
    @Transactional
    public void reopen(NegotiationId negotiation, Set<Topic> topics, String reason, String person) {
        Refusal.unless(!topics.isEmpty(), "Please choose at least one topic that is to be talked about again.");
        String why = said(reason, "Please say why: all partners read it.");
        end(newest(negotiation), "Topics were reopened: " + why);
        negotiations.reopen(negotiation, topics, why, null, person);
    }

    // Signing

    /**
     * Signs the newest version for an organisation.
     *
     * @param seen the hash of the text that the person looked at
     */
    @Transactional
    public void sign(NegotiationId negotiation, OrganisationId organisation, String seen, String person) {
        AgreementVersion version = mayAnswer(negotiation, organisation, seen, person);
        Refusal.unless(!organisations.signingBlocked(organisation),
                "A red flag stands against your organisation, and nothing can be signed while it does. The coordinator can tell you more.");
        tables.sign(version.id(), organisation, seen, person, nameOf(person, organisation), SignatureMethod.ACCOUNT);
    }

    /** Does not sign, and says why. That stops the signing for all ({@link #reopenDeclined}). */
    @Transactional
    public void decline(NegotiationId negotiation, OrganisationId organisation, String seen, Topic topic, String reason, String person) {
        String why = said(reason, "Please say why you do not sign: all partners read it.");
        AgreementVersion version = mayAnswer(negotiation, organisation, seen, person);
        tables.decline(version.id(), new Decline(organisation, topic, why, person));
        tell(new SignatureDeclined(version.partnership(), version.nr(), organisation, topic.inWords(), why, parties(version)));
    }

    /** Makes the version void, also for those who have signed it, and opens the topics again for which parties declined. May be repeated. */
    @Transactional
    public void reopenDeclined(NegotiationId negotiation) {
        AgreementVersion version = newest(negotiation);
        if (version.stage() == Stage.VOID) {
            return;
        }
        List<Decline> declines = tables.declines(version.id());
        Refusal.unless(!declines.isEmpty(), "Nobody has declined version %d.".formatted(version.nr()));
        Map<OrganisationId, String> names = negotiations.names(negotiation);
        version.end(declines.stream().map(one -> "%s did not sign: %s".formatted(names.get(one.organisation()), one.reason())).collect(joining(" ")),
                clock.instant());
        versions.save(version);
        declines.forEach(one -> negotiations.reopen(negotiation, Set.of(one.topic()), one.reason(), one.organisation(), one.person()));
    }

    private AgreementVersion mayAnswer(NegotiationId negotiation, OrganisationId organisation, String seen, String person) {
        AgreementVersion version = newest(negotiation);
        version.maySign(seen);
        Signatory signatory = tables.signatory(version.id(), organisation)
                .orElseThrow(() -> new Refusal("Your organisation is no party of this agreement, so it does not sign."));
        Refusal.unless(!signatory.stopped(), "A partner has just declined version %d, so nobody signs it any more. You get a mail that says why."
                .formatted(version.nr()));
        Refusal.unless(!signatory.hasSigned(), "%s has signed for your organisation already. There is nothing left to do.".formatted(signatory.person()));
        if (!organisations.maySign(person, organisation, today())) {
            throw new Refusal(whoMaySign(organisation));
        }
        Refusal.unless(isIntact(version), "The text of version %d was changed after signing opened. Nobody can sign it; please tell the administrator."
                .formatted(version.nr()));
        return version;
    }

    private String whoMaySign(OrganisationId organisation) {
        List<String> names = organisations.signatories(List.of(organisation)).getOrDefault(organisation, List.of());
        return names.isEmpty()
                ? "Nobody of your organisation has a mandate to sign today. Your focal point can give one in “Update people”."
                : "You have no mandate to sign today. %s can sign for your organisation; your focal point can give you a mandate, too."
                        .formatted(Words.list(names));
    }

    private String nameOf(String person, OrganisationId organisation) {
        return organisations.peopleIn(organisation).stream().filter(one -> one.user().equalsIgnoreCase(person)).map(Person::name)
                .findFirst().orElse(person);
    }

    /** What the organisation looks at before it signs the newest version. */
    public ToSign toSign(NegotiationId negotiation, OrganisationId organisation) {
        AgreementVersion version = newest(negotiation);
        List<Clause> clauses = tables.clauses(version.id());
        List<ToSign.Aside> reservations = clauses.stream().filter(clause -> clause.key().startsWith(AgreementText.TOPIC) && clause.table() != null)
                .flatMap(clause -> clause.table().rows().stream().map(row -> new ToSign.Aside(clause.heading(), row.get(0), row.get(1)))).toList();
        List<List<String>> terms = clauses.stream().filter(clause -> clause.key().equals(AgreementText.TERMS))
                .flatMap(clause -> clause.table().rows().stream()).toList();
        return new ToSign(version.card(), organisations.signatories(List.of(organisation)).getOrDefault(organisation, List.of()),
                tables.parties(version.id()),
                lastForSignature(version).map(before -> changes(before, clauses)).orElse(List.of()), terms, reservations);
    }

    /** Who has not signed the newest version yet, and who has but is red-flagged. */
    public List<MissingSignature> missing(NegotiationId negotiation) {
        AgreementVersion version = newest(negotiation);
        List<Signatory> signatories = tables.signatories(version.id());
        Set<OrganisationId> flagged = organisations.redFlagged(signatories.stream().map(Signatory::organisation).toList());
        return signatories.stream().filter(one -> !one.hasSigned() || flagged.contains(one.organisation()))
                .map(one -> new MissingSignature(one.organisation(), one.name(), one.hasSigned(), flagged.contains(one.organisation())
                        ? "A red flag stands against it" : "No answer yet")).toList();
    }

    /** Codes of those whose signature of the newest version is awaited; nobody's once somebody declined. */
    public List<String> awaited(NegotiationId negotiation) {
        return tables.awaited(newest(negotiation).id());
    }

    /** Whether nobody signs the newest version any more, since somebody declined. */
    public boolean isSigningStopped(NegotiationId negotiation) {
        AgreementVersion version = newest(negotiation);
        return version.stage() == Stage.VOID || !tables.declines(version.id()).isEmpty();
    }

    /** Whether nothing stands between the newest version and its seal. */
    public boolean isSignedByAll(NegotiationId negotiation) {
        return !isSigningStopped(negotiation) && missing(negotiation).isEmpty();
    }

    /** Goes on without those who are missing: they leave, and the others sign a new version. Everybody is told why. */
    @Transactional
    public void goOnWithoutMissing(NegotiationId negotiation, String reason, String person) {
        String why = said(reason, "Please say why you go on without them: everybody reads it.");
        List<MissingSignature> missing = missing(negotiation);
        AgreementVersion version = newest(negotiation);
        Refusal.unless(tables.declines(version.id()).isEmpty(),
                "A partner has declined meanwhile. Please extend the time: its topic is then open again at once.");
        Refusal.unless(!missing.isEmpty(), "Everybody has signed meanwhile. Please extend the time: the agreement is then sealed at once.");
        Refusal.unless(parties(version).size() - missing.size() >= FEWEST,
                "Fewer than two partners would be left. You can extend the time, or end it here.");
        end(version, "The partners go on without %s: %s".formatted(Words.list(missing.stream().map(MissingSignature::name).toList()), why));
        negotiations.leave(negotiation, missing.stream().map(MissingSignature::organisation).toList(), why, person);
    }

    /** There is no common ground: nobody is bound, and everybody is told why. */
    @Transactional
    public void stop(NegotiationId negotiation, String reason, String person) {
        String why = said(reason, "Please say why: everybody reads it.");
        AgreementVersion version = newest(negotiation);
        version.end("The partnership ended: " + why, clock.instant());
        versions.save(version);
        negotiations.giveUp(negotiation, why, person);
    }

    private void end(AgreementVersion version, String why) {
        boolean wasForSignature = version.stage() == Stage.FOR_SIGNATURE;
        version.end(why, clock.instant());
        versions.save(version);
        if (wasForSignature) {
            tell(new AgreementVoided(version.partnership(), version.nr(), why, parties(version)));
        }
    }

    /** Seals what everybody has signed, and keeps it as a PDF. May be repeated. */
    @Transactional
    public void seal(NegotiationId negotiation) {
        AgreementVersion version = newest(negotiation);
        if (version.stage() == Stage.SEALED) {
            return;
        }
        version.maySign();
        List<String> missing = missing(negotiation).stream().map(MissingSignature::name).toList();
        Refusal.unless(missing.isEmpty(), "Still missing: %s.".formatted(Words.list(missing)));
        Refusal.unless(isIntact(version), "The text of version %d was changed after signing opened.".formatted(version.nr()));
        version.seal(clock.instant());
        Paper paper = paper(version);
        Document pdf = documents.store(version.partnership(), "%s %s – agreement v%d".formatted(paper.caseNumber(), paper.title(), version.nr()),
                version.nr(), Audience.MEMBERS, page.pdf(paper), "system");
        version.keepAs(pdf.id(), pdf.sha256());
        versions.save(version);
        tell(new AgreementSealed(version.partnership(), version.nr(), version.sha256(),
                tables.parties(version.id()).stream().map(party -> new OrganisationId(party.code())).toList()));
    }

    // What others ask

    /** The newest version that the negotiation has led to. */
    public VersionCard current(NegotiationId negotiation) {
        return newest(negotiation).card();
    }

    /** All versions of a partnership, the newest first. */
    public List<VersionCard> versions(PartnershipId partnership) {
        return versions.findByPartnershipOrderByNrDesc(partnership.value()).stream().map(AgreementVersion::card).toList();
    }

    /** All that the page of a version shows. */
    public Paper paper(PartnershipId partnership, int nr) {
        return paper(one(partnership, nr));
    }

    private Paper paper(AgreementVersion version) {
        VersionCard card = version.card();
        List<SignatureLine> signatures = card.stage() != Stage.SEALED ? List.of() : tables.signatories(card.id()).stream()
                .map(one -> new SignatureLine(one.name(), one.person(), one.method().label(), one.at())).toList();
        return new Paper(card.partnership().value(), version.title(), card.form().label(), card.nr(), card.stage(),
                LocalDate.ofInstant(card.sealedAt() == null ? card.draftedAt() : card.sealedAt(), ZoneOffset.UTC), card.sha256(),
                tables.parties(card.id()), tables.clauses(card.id()), tables.webSvg(card.id()), signatures);
    }

    /**
     * What differs from the version before: from the last one that had been out for signature, so that who signed it sees what is
     * new; where there is none, from the one before. Empty for the first version.
     */
    public List<Change> changes(PartnershipId partnership, int nr) {
        AgreementVersion version = one(partnership, nr);
        return lastForSignature(version).or(() -> earlier(version).stream().findFirst())
                .map(before -> changes(before, tables.clauses(version.id()))).orElse(List.of());
    }

    private List<Change> changes(AgreementVersion before, List<Clause> clauses) {
        return Changes.between(tables.clauses(before.id()), clauses);
    }

    /** The last version before this one that anybody was asked to sign. */
    private Optional<AgreementVersion> lastForSignature(AgreementVersion version) {
        return earlier(version).stream().filter(one -> one.sha256() != null).findFirst();
    }

    private List<AgreementVersion> earlier(AgreementVersion version) {
        return version.nr() == 1 ? List.of() : versions.findByPartnershipOrderByNrDesc(version.partnership().value()).stream()
                .filter(one -> one.nr() < version.nr()).toList();
    }

    /** Whether the clauses still say, letter by letter, what was frozen when signing opened; a draft is always intact. */
    public boolean isIntact(PartnershipId partnership, int nr) {
        return isIntact(one(partnership, nr));
    }

    private boolean isIntact(AgreementVersion version) {
        return version.sha256() == null || version.text(tables.clauses(version.id())).sha256().equals(version.sha256())
                && tables.text(version.id()).map(CanonicalText::sha256).filter(version.sha256()::equals).isPresent();
    }

    /** The agreement that binds the partners now; empty before the first was sealed. */
    public Optional<SealedAgreement> sealed(PartnershipId partnership) {
        List<VersionCard> sealed = versions.findByPartnershipOrderByNrDesc(partnership.value()).stream()
                .filter(version -> version.stage() == Stage.SEALED).map(AgreementVersion::card).toList();
        return sealed.stream().findFirst().map(card -> new SealedAgreement(card.nr(), card.negotiation(), card.form(), card.sha256(), card.sealedAt(),
                negotiations.terms(card.negotiation()), new AgreementCalendar(sealed.get(sealed.size() - 1).sealedAt(), clock.getZone(), pace),
                card.document(), card.pdfSha256()));
    }

    /** When the agreed time is over. */
    public Instant termEnds(PartnershipId partnership) {
        return sealed(partnership).orElseThrow(() -> new Refusal("The agreement of %s is not sealed yet.".formatted(partnership))).termEnds();
    }

    private Basis basis(NegotiationId negotiation) {
        NegotiationCard card = negotiations.card(negotiation);
        PartnershipId partnership = card.partnership();
        ChosenForm form = tables.chosen(negotiation).orElseThrow(() -> new Refusal("The form of the agreement is not chosen yet."));
        Map<OrganisationId, OrganisationCard> cards = new LinkedHashMap<>();
        organisations.verified().forEach(one -> cards.put(one.id(), one));
        List<OrganisationId> signing = negotiations.parties(negotiation);
        List<OrganisationId> allies = partnerships.members(partnership).stream().filter(member -> member.standing() == Standing.ALLY)
                .map(Member::organisation).toList();
        // Whose registration ran out is a partner still.
        Stream.concat(signing.stream(), allies.stream()).forEach(one -> cards.computeIfAbsent(one, organisations::card));
        boolean founding = card.purpose() == Purpose.FOUNDING;
        Map<Topic, List<String>> terms = negotiations.openTopics(negotiation).stream().collect(toMap(OpenTopic::topic, OpenTopic::terms));
        return new Basis(partnerships.card(partnership), founding, founding ? EnumSet.allOf(Topic.class) : terms.keySet(), form, signing, allies,
                cards, partnerships.seats(partnership), partnerships.neededRoles(partnership), partnerships.gaps(partnership),
                partnerships.links(partnership), negotiations.vision(negotiation), negotiations.topics(negotiation), terms,
                negotiations.terms(negotiation), negotiations.overrides(negotiation));
    }

    private List<OrganisationId> parties(AgreementVersion version) {
        return tables.signatories(version.id()).stream().map(Signatory::organisation).toList();
    }

    private AgreementVersion newest(NegotiationId negotiation) {
        return versions.newest(negotiation.value()).orElseThrow(() -> new NotFound("There is no agreement to this negotiation yet."));
    }

    private AgreementVersion one(PartnershipId partnership, int nr) {
        return versions.findByPartnershipAndNr(partnership.value(), nr)
                .orElseThrow(() -> new NotFound("There is no version %d of an agreement in %s.".formatted(nr, partnership)));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private void tell(Fact fact) {
        facts.publishEvent(fact);
    }
}
