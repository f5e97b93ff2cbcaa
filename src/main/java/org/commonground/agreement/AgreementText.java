package org.commonground.agreement;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Words;
import org.commonground.negotiation.AgreedTopic;
import org.commonground.negotiation.Topic;
import org.commonground.organisation.OrganisationCard;
import org.commonground.partnership.Coverage;
import org.commonground.partnership.Link;
import org.commonground.partnership.NeededRole;
import org.commonground.partnership.PartnershipCard;
import org.commonground.partnership.Standing;
import org.commonground.vision.AgendaItem;
import org.commonground.vision.SettledStep;

/** Writes the agreement: the same clauses from the same basis, always. */
final class AgreementText {

    /** Beginning of the keys of clauses about a topic. */
    static final String TOPIC = "topic-";
    static final String TERMS = "terms";
    static final String OVERRIDES = "overrides";
    static final String SIGNING = "signing";
    static final String PARTIES = "parties";
    static final String ALLIES = "allies";
    static final String WEB = "web";
    static final String ROLES = "roles";
    /** Where somebody joins or left, these alone are written anew. */
    static final Set<String> MEMBERSHIP = Set.of(PARTIES, ALLIES, WEB, ROLES);
    /** What holds for changes to come, whichever version says it. */
    static final String LATER = "A later change makes a new version, which is whole again. All partners read it before it is sealed; those"
            + " whom it concerns sign it, and each partner may say that it does. What concerns all, all sign. When somebody joins or leaves"
            + " by the rules above, a new version says who belongs: who joins as a partner signs it alone, and a leaving is signed by"
            + " nobody.";

    private final Basis basis;
    private final List<Clause> clauses = new ArrayList<>();
    private int number;

    private AgreementText(Basis basis) {
        this.basis = basis;
    }

    static List<Clause> clauses(Basis basis) {
        AgreementText text = new AgreementText(basis);
        text.write();
        return basis.founding() ? List.copyOf(text.clauses) : AmendedText.clauses(basis, text.clauses);
    }

    static List<Party> parties(Basis basis) {
        return Stream.concat(basis.partners().stream().map(party -> party(basis, party, Standing.PARTNER)),
                basis.allies().stream().map(ally -> party(basis, ally, Standing.ALLY))).toList();
    }

    private static Party party(Basis basis, OrganisationId organisation, Standing standing) {
        OrganisationCard card = basis.cards().get(organisation);
        return new Party(card.name(), organisation.code(), card.country(), card.kind(), standing.label(),
                basis.seatsOf(organisation).stream().map(held -> held.seat().inWords()).toList(), basis.signing().contains(organisation));
    }

    private void write() {
        PartnershipCard aims = basis.partnership();
        parties();
        clause("purpose", "Purpose", lines(aims.purpose(), "Why together: " + aims.whyTogether()), null);
        vision();
        clause("objectives", "Objectives", List.of("The partners want to reach the following, and see it by these indicators."),
                new Table("Objectives", List.of("Objective", "Indicator", "Today", "At the end"), aims.objectives().stream()
                        .map(one -> List.of(one.wording(), one.indicator(), one.baseline(), one.target())).toList()));
        clause("where", "Where and for whom", lines("The work is for: " + aims.targetParticipants(),
                "How the participants take part: " + aims.participationMode(),
                "When the aims were clarified, %d months were thought of; the duration agreed is among the terms.".formatted(
                aims.horizonMonths())),
                new Table("Areas", List.of("Area", "Level", "This work was done there before"), aims.places().stream()
                        .map(place -> List.of(place.name(), place.level().label(), place.workedBefore() ? "Yes" : "No")).toList()));
        agenda();
        contributions();
        topics();
        clause(TERMS, "Terms", List.of("The partners set themselves these rules. They follow from the topics above."),
                new Table("Terms", List.of("Rule", "Agreed"), TermWords.rows(basis.terms())));
        web();
        roles();
        overrides();
        signing();
    }

    private void parties() {
        clause(PARTIES, "Parties", List.of("These organisations are partners with equal rights."),
                organisations("Parties", basis.partners()));
        if (!basis.allies().isEmpty()) {
            clause(ALLIES, "Allies", List.of("These organisations support the partnership and share what they know. They do not sign and"
                    + " are not bound."), organisations("Allies", basis.allies()));
        }
    }

    private Table organisations(String caption, List<OrganisationId> organisations) {
        return new Table(caption, List.of("Organisation", "Kind", "Country", "Takes part as"), organisations.stream().map(organisation -> {
            OrganisationCard card = basis.cards().get(organisation);
            return List.of("%s (%s)".formatted(card.name(), organisation), card.kind(), card.country(),
                    basis.seatsOf(organisation).stream().map(held -> held.seat().inWords()).collect(joining("; ")));
        }).toList());
    }

    private void vision() {
        basis.vision().ifPresentOrElse(vision -> {
            List<String> words = new ArrayList<>(lines(vision.words()));
            words.add("Endorsed by %s.".formatted(Words.list(vision.endorsedBy().stream().filter(basis.partners()::contains)
                    .map(basis::name).toList())));
            clause("vision", "Shared vision", words, null);
        }, () -> clause("vision", "Shared vision", List.of("The partners have not endorsed a vision yet."), null));
    }

    private void agenda() {
        List<AgendaItem> items = basis.agenda();
        clause("agenda", "Agenda of action", List.of("The work begins with these steps."),
                new Table("Agenda of action", List.of("What", "Who", "By when", "With what"), items.stream()
                        .map(item -> List.of(item.what(), basis.partners().contains(item.who()) ? basis.name(item.who())
                                : "Open: to be taken over", Days.brief(item.byWhen()), item.with())).toList()));
    }

    private void contributions() {
        clause("contributions", "Contributions", List.of("Each partner brings what it promises here, in the role it takes."),
                new Table("Contributions", List.of("Partner", "Role", "Kind", "What", "Amount", "From", "To"),
                        basis.terms().contributions().stream()
                        .map(one -> List.of(basis.name(one.organisation()), one.role().label(), one.kind().label(), one.what(),
                                one.howMuch(), Days.brief(one.from()), Days.brief(one.to()))).toList()));
    }

    private void topics() {
        clause("topics", "What the partners settled", List.of(
                "The partners settled these topics, one by one. Where a partner stands aside, its reservation stands below the wording."),
                null);
        for (AgreedTopic agreed : basis.topics().stream().filter(one -> one.topic().isFounding()).toList()) {
            clauses.add(new Clause(TOPIC + agreed.topic().number(), number + "." + agreed.topic().number(), agreed.topic().label(),
                    wording(agreed), reservations(basis, agreed)));
        }
    }

    static Table reservations(Basis basis, AgreedTopic agreed) {
        return agreed.reservations().isEmpty() ? null : new Table("Reservations", List.of("Partner", "Stands aside with these words"),
                agreed.reservations().stream().map(one -> List.of(basis.name(one.organisation()), one.words())).toList());
    }

    /** The words, and what they yield; contributions stand in a table of their own. */
    private List<String> wording(AgreedTopic agreed) {
        List<String> terms = agreed.topic() == Topic.CONTRIBUTIONS
                ? List.of("The contributions are listed in the clause “Contributions”.")
                : basis.termsInWords().getOrDefault(agreed.topic(), List.of());
        return Stream.concat(lines(agreed.wording()).stream(), terms.stream()).toList();
    }

    private void web() {
        List<List<String>> rows = basis.links().stream().map(this::row).toList();
        clause(WEB, "Web of partners", List.of(rows.isEmpty() ? "All partners work with each other; no connection is set apart."
                : "These partners need to be in partnership with each other. Not all are involved in everything."),
                rows.isEmpty() ? null : new Table("Web of partners", List.of("Organisation", "With", "About", "Level"), rows));
    }

    private List<String> row(Link link) {
        return List.of(basis.name(link.one()), basis.name(link.other()), link.about(), link.level().label());
    }

    private void roles() {
        clause(ROLES, "Needed roles", List.of(
                "The aims call for these roles. Where nobody takes one, the partners say why they go on without it; where the registry"
                        + " does not know who takes one at its level or in its area, they say how it belongs there."),
                new Table("Needed roles", List.of("Role", "Why it is needed", "Taken by"), basis.neededRoles().stream()
                        .map(role -> List.of(role.inWords(), role.reason(), takenBy(role))).toList()));
    }

    private String takenBy(NeededRole role) {
        if (role.waiver() != null) {
            return "Waived: " + role.waiver();
        }
        String names = basis.coverage().takers(role).stream().map(Coverage.Taker::inWords).collect(joining(", "));
        return names.isEmpty() ? "Nobody yet" : names;
    }

    private void overrides() {
        List<String> said = new ArrayList<>(basis.overrides().isEmpty() ? List.of("All reading times were kept.")
                : basis.overrides().stream().map(one -> one.what() + ".").toList());
        basis.settled().forEach(step -> said.add("“%s” in the agenda of action was the part of %s, which has left. %s".formatted(
                step.what(), basis.name(step.wasOf()), becomes(step))));
        clause(OVERRIDES, "How it was negotiated", said, null);
    }

    private String becomes(SettledStep step) {
        if (step.takenBy() == null) {
            return "The step is dropped: " + step.words();
        }
        return basis.name(step.takenBy()) + " takes it over" + (step.words() == null ? "." : ": " + step.words());
    }

    private void signing() {
        clause(SIGNING, "Signing", List.of("This document is a %s. %s".formatted(lowered(basis.form().form().label()),
                basis.form().reason()),
                "Each party signs this text, known by its fingerprint (SHA-256), by a person with a mandate valid on that day. The"
                        + " agreement holds once every "
                        + "party has signed.", LATER,
                "It begins on the day it is sealed, after the last party has signed, and the months of its duration count from that day."),
                null);
    }

    private void clause(String key, String heading, List<String> paragraphs, Table table) {
        clauses.add(new Clause(key, String.valueOf(++number), heading, paragraphs, table));
    }

    /** Each line that somebody typed is a paragraph. */
    static List<String> lines(String... texts) {
        return Arrays.stream(texts).filter(text -> text != null).flatMap(String::lines).filter(line -> !line.isBlank())
                .map(String::strip).toList();
    }

    static String lowered(String label) {
        return Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }
}
