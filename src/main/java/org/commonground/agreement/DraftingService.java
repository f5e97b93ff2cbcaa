package org.commonground.agreement;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.commonground.foundation.Words.said;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.negotiation.Contribution;
import org.commonground.negotiation.ContributionKind;
import org.commonground.negotiation.NegotiationCard;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.OpenTopic;
import org.commonground.negotiation.RoundService;
import org.commonground.negotiation.Terms;
import org.commonground.negotiation.Topic;
import org.commonground.organisation.OrganisationCard;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.HeldSeat;
import org.commonground.partnership.Member;
import org.commonground.partnership.PartnershipCard;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Standing;
import org.commonground.partnership.Term;
import org.commonground.picture.PartnershipWeb;
import org.commonground.picture.PartnershipWebs;
import org.commonground.vision.AgendaItem;
import org.commonground.vision.AgendaService;
import org.commonground.vision.OpenStep;
import org.commonground.vision.SettledStep;
import org.commonground.vision.SharedVision;
import org.commonground.vision.VisionService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The text that follows from a negotiation, until it is released for signing. */
@Service
public class DraftingService {

    private static final String FORSAKEN = "All who were to sign this change have left, so nobody can agree to it any more. You can end it"
            + " here; whoever needs it proposes it anew.";

    private final AgreementVersions versions;
    private final AgreementTables tables;
    private final AgreementService agreements;
    private final NegotiationService negotiations;
    private final VisionService visions;
    private final AgendaService agenda;
    private final RoundService rounds;
    private final PartnershipService partnerships;
    private final OrganisationService organisations;
    private final PartnershipWebs webs;
    private final MembershipTables memberships;
    private final Layers layers;
    private final AgreedTerms sealedTerms;
    private final List<Undecided> undecided;
    private final Clock clock;

    DraftingService(AgreementVersions versions, AgreementTables tables, AgreementService agreements, NegotiationService negotiations,
            VisionService visions, AgendaService agenda, RoundService rounds, PartnershipService partnerships,
            OrganisationService organisations,
            PartnershipWebs webs, MembershipTables memberships, Layers layers, AgreedTerms sealedTerms, List<Undecided> undecided,
            Clock clock) {
        this.versions = versions;
        this.tables = tables;
        this.agreements = agreements;
        this.negotiations = negotiations;
        this.visions = visions;
        this.agenda = agenda;
        this.rounds = rounds;
        this.partnerships = partnerships;
        this.organisations = organisations;
        this.webs = webs;
        this.memberships = memberships;
        this.layers = layers;
        this.sealedTerms = sealedTerms;
        this.undecided = undecided;
        this.clock = clock;
    }

    /** What the decision about the form is asked with. */
    public FormQuestion formQuestion(NegotiationId negotiation) {
        NegotiationCard negotiated = negotiations.card(negotiation);
        PartnershipId partnership = negotiated.partnership();
        PartnershipCard card = partnerships.card(partnership);
        Terms terms = negotiated.isFounding() ? rounds.terms(negotiation)
                : layers.of(Stream.concat(layers.sealed(partnership).stream(), Stream.of(negotiation)).toList()).terms();
        return new FormQuestion(Boolean.TRUE.equals(card.formalContract()),
                terms.contributions().stream().anyMatch(contribution -> contribution.kind() == ContributionKind.FUNDS),
                negotiated.isFounding() ? negotiations.parties(negotiation).size() : partnerships.partners(partnership).size(),
                terms.durationMonths() == null ? card.horizonMonths() : terms.durationMonths());
    }

    /**
     * Keeps what the decision table says about the form; asked again it may say something else. Where only the members change, the document
     * stays what it is.
     */
    @Transactional
    public void chooseForm(NegotiationId negotiation, AgreementForm form, String reason) {
        NegotiationCard card = negotiations.card(negotiation);
        tables.choose(negotiation, card.partnership(), card.isMembership() ? sealedForm(card.partnership()) : new ChosenForm(form, reason));
    }

    /** The form of what binds the partners. */
    ChosenForm sealedForm(PartnershipId partnership) {
        return tables.chosen(sealed(partnership).negotiation()).orElseThrow();
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
        if (before != null && before.isDraft() && saysTheSame(before, basis, clauses)) {
            return before.nr();
        }
        PartnershipId partnership = basis.partnership().id();
        int nr = versions.nextNr(partnership.value());
        if (before != null && !before.isVoid()) {
            agreements.end(before, "Version %d takes its place.".formatted(nr));
        }
        AgreementVersion draft = versions.save(AgreementVersion.draft(partnership, nr,
                basis.founding() ? null : basis.change().base(), !basis.founding() && basis.change().membership() != null,
                basis.partnership().title(), negotiation,
                basis.form().form(), clock.instant()));
        tables.write(draft.id(), clauses, AgreementText.parties(basis), web(basis).svg());
        return nr;
    }

    /** As it is today, with those who join by this text. */
    private PartnershipWeb web(Basis basis) {
        PartnershipWeb web = webs.of(basis.partnership().id());
        Set<OrganisationId> drawn = web.partners().stream().map(PartnershipWeb.Partner::id).collect(toSet());
        List<PartnershipWeb.Partner> joining = basis.partners().stream().filter(one -> !drawn.contains(one))
                .map(one -> new PartnershipWeb.Partner(one, basis.name(one), Standing.PARTNER, basis.seatsOf(one).stream()
                        .map(HeldSeat::seat).toList())).toList();
        return joining.isEmpty() ? web : new PartnershipWeb(web.title(), Stream.concat(web.partners().stream(), joining.stream()).toList(),
                web.gaps().stream().filter(gap -> !basis.coverage().isTaken(gap)).toList(), basis.links());
    }

    private boolean saysTheSame(AgreementVersion version, Basis basis, List<Clause> clauses) {
        return version.form() == basis.form().form() && (basis.founding() || version.liesOver(basis.change().base()))
                && tables.clauses(version.id()).equals(clauses);
    }

    /** How much of what an agreement must say is there today. */
    public Completeness score(NegotiationId negotiation) {
        return score(negotiation, basis(negotiation));
    }

    private Completeness score(NegotiationId negotiation, Basis basis) {
        List<String> open = basis.founding() ? undecided.stream().flatMap(one -> one.beforeSigning(basis.partnership().id()).stream())
                .toList() : basis.change().membership() != null ? unregistered(basis)
                : negotiations.isForsaken(negotiation) ? List.of(FORSAKEN) : List.of();
        return CompletenessCheck.of(basis, organisations.signatories(basis.signing()), term(basis), open);
    }

    private List<String> unregistered(Basis basis) {
        return basis.signing().stream().filter(joiner -> !organisations.registrationHolds(joiner)).map(joiner ->
                "The registration of %s is not valid today. It can join once it is renewed and verified.".formatted(basis.name(joiner)))
                .toList();
    }

    /** It counts from the first sealing; before that, from today. */
    private Optional<Term> term(Basis basis) {
        PartnershipId partnership = basis.partnership().id();
        return Optional.ofNullable(basis.terms().durationMonths()).map(months -> basis.founding()
                ? partnerships.termFromToday(partnership, months)
                : new Term(partnerships.proposedOn(partnership), sealedTerms.of(partnership).calendar().sealedOn(), months, true));
    }

    /**
     * Releases the draft for signing. Refused while anything obligatory is missing, or when the draft no longer says what was
     * negotiated.
     *
     * @param seen the version that the person looked at
     */
    @Transactional
    public void release(NegotiationId negotiation, int seen, String person) {
        AgreementVersion version = versions.newest(negotiation);
        Basis basis = basis(negotiation);
        version.release(seen, score(negotiation, basis), saysTheSame(version, basis, AgreementText.clauses(basis)), person,
                clock.instant());
        versions.save(version);
    }

    /** Goes on without somebody in a role that the aims call for. */
    @Transactional
    public void waive(NegotiationId negotiation, UUID role, String reason, String person) {
        partnerships.waive(negotiations.card(negotiation).partnership(), role, reason, person);
    }

    /** The steps of the agenda whose owner left before anybody signed. What was agreed before changes by amendments only. */
    public List<OpenStep> openSteps(NegotiationId negotiation) {
        NegotiationCard card = negotiations.card(negotiation);
        return card.isFounding() ? agenda.open(card.partnership()) : List.of();
    }

    /** Lets a partner take over a step of the agenda whose owner left. It sees that in the text it signs. */
    @Transactional
    public void handOver(NegotiationId negotiation, int step, OrganisationId taker, String words, String person) {
        agenda.handOver(negotiations.card(negotiation).partnership(), step, taker, words, person);
    }

    /** Drops a step of the agenda whose owner left. The reason is printed. */
    @Transactional
    public void drop(NegotiationId negotiation, int step, String reason, String person) {
        agenda.drop(negotiations.card(negotiation).partnership(), step, reason, person);
    }

    /** Gives up the draft, since these topics have to be talked about again. */
    @Transactional
    public void reopen(NegotiationId negotiation, Set<Topic> topics, String reason, String person) {
        Refusal.unless(!negotiations.card(negotiation).isMembership(),
                "Nothing was talked about: this text says only who joins. You can release it, or end it here.");
        Refusal.unless(!topics.isEmpty(), "Please choose at least one topic that is to be talked about again.");
        String why = said(reason, "Please say why: all partners read it.");
        agreements.end(versions.newest(negotiation), "Topics were reopened: " + why);
        rounds.reopen(negotiation, topics, why, null, person);
    }

    /** Whether nothing can be talked about again: nobody did, or nobody is left who could. */
    public boolean isOnlyEnded(NegotiationId negotiation) {
        return negotiations.card(negotiation).isMembership() || negotiations.isForsaken(negotiation);
    }

    /** Gives up a text by which somebody would have joined, or that nobody is left to sign. Refused where topics can be reopened. */
    @Transactional
    public void end(NegotiationId negotiation, String reason, String person) {
        Refusal.unless(isOnlyEnded(negotiation),
                "Those who would sign this text are there, so it does not end here. Please choose the topics to talk about again.");
        String why = said(reason, "Please say why: all whom it concerns read it.");
        agreements.end(versions.newest(negotiation), why);
        negotiations.giveUp(negotiation, why, person);
    }

    private Basis basis(NegotiationId negotiation) {
        NegotiationCard card = negotiations.card(negotiation);
        PartnershipId partnership = card.partnership();
        ChosenForm form = tables.chosen(negotiation).orElseThrow(() -> new Refusal("The form of the agreement is not chosen yet."));
        List<OrganisationId> signing = negotiations.parties(negotiation);
        List<NegotiationId> sealed = card.isFounding() ? List.of() : layers.sealed(partnership);
        Layers.Whole whole = layers.of(Stream.concat(sealed.stream(), Stream.of(negotiation)).toList());
        List<OrganisationId> members = partnerships.memberIds(partnership);
        Joining joining = card.isFounding() ? Joining.nobody() : memberships.joining(partnership, negotiation).besides(members);
        List<OrganisationId> parties = card.isFounding() ? signing : joining.and(partnerships.partners(partnership));
        List<OrganisationId> allies = partnerships.members(partnership).stream().filter(member -> member.standing() == Standing.ALLY)
                .map(Member::organisation).toList();
        Map<OrganisationId, OrganisationCard> cards = new LinkedHashMap<>();
        organisations.verified().forEach(one -> cards.put(one.id(), one));
        List<SettledStep> settled = agenda.settled(partnership);
        // Whose registration ran out is a partner still.
        Stream.of(parties, allies, settled.stream().map(SettledStep::wasOf).toList(),
                whole.terms().contributions().stream().map(Contribution::organisation).toList()).flatMap(List::stream)
                .forEach(one -> cards.computeIfAbsent(one, organisations::card));
        // By name, as the parties of a negotiation are.
        List<OrganisationId> partners = parties.stream().sorted(Comparator.comparing((OrganisationId one) -> cards.get(one).name()
                .toLowerCase(Locale.ROOT)).thenComparing(OrganisationId::code)).toList();
        Map<Topic, OpenTopic> open = rounds.openTopics(negotiation).stream().collect(toMap(OpenTopic::topic, Function.identity()));
        Optional<SharedVision> vision = visions.vision(partnership);
        List<AgendaItem> amended = whole.terms().aims().agenda();
        PartnershipCard aims = partnerships.card(partnership);
        Amended change = card.isFounding() ? null : change(card, open.keySet());
        return new Basis(card.isFounding() ? aims : Aimed.with(aims, card.isMembership() ? change.title() : words(open, Topic.NAME),
                words(open, Topic.PURPOSE), rounds.terms(negotiation).aims()), change,
                card.isFounding() ? Set.copyOf(Topic.founding()) : open.keySet(), form, partners, signing, allies, cards,
                joining.andSeats(partnerships.seats(partnership), LocalDate.now(clock)), partnerships.neededRoles(partnership),
                joining.and(partnerships.coverage(partnership), organisations::cards),
                joining.andLinks(partnerships.links(partnership), members), vision,
                !amended.isEmpty() ? amended : vision.map(SharedVision::agenda).orElse(List.of()),
                settled,
                whole.topics(), whole.words(), whole.terms(), rounds.overrides(negotiation));
    }

    private static String words(Map<Topic, OpenTopic> open, Topic topic) {
        return Optional.ofNullable(open.get(topic)).map(OpenTopic::wording).orElse(null);
    }

    private Amended change(NegotiationCard card, Set<Topic> topics) {
        AgreementVersion base = sealed(card.partnership());
        return new Amended(card.suffix(), base.nr(), tables.clauses(base.id()), base.title(), topics,
                sealedTerms.of(card.partnership()).calendar().sealedOn(), rounds.overrides(card.id()),
                card.isMembership() ? memberships.of(card.id()).orElseThrow() : null);
    }

    private AgreementVersion sealed(PartnershipId partnership) {
        return versions.one(partnership, versions.newestSealed(partnership.value())
                .orElseThrow(() -> new Refusal("There is no agreement yet that could be changed.")));
    }
}
