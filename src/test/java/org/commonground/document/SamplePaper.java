package org.commonground.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.commonground.agreement.Clause;
import org.commonground.agreement.Paper;
import org.commonground.agreement.Party;
import org.commonground.agreement.SignatureLine;
import org.commonground.agreement.Table;
import org.commonground.agreement.VersionStage;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.commonground.partnership.Link;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;
import org.commonground.picture.PartnershipWeb;

/** An agreement of eight as it comes out of a real negotiation: long and short words, many scripts. */
final class SamplePaper {

    static final String HASH = Documents.sha256("Cotton without poison".getBytes());
    static final String HINDI = "कृषि विभाग, आन्ध्र प्रदेश";
    static final String ARABIC = "اتحاد المزارعين";
    static final String ACCENTED = "Institut für Pflanzenschutz Þórðarson & Łukasiewicz, Nguyễn Thị Ánh";

    private static final List<String> TOPICS = List.of("Decision power", "Governance structure", "Roles and responsibilities",
            "Contributions",
            "Management and accountability", "Planning, monitoring and evaluation", "Communication and information sharing",
            "Systematising learning",
            "Shared values", "Consultation on the work and on the partnership", "Indicators of mutual trust and respect",
            "Resolving conflicts", "Growing and strengthening together", "Monitoring the impact on each partner", "Involving participants",
            "Duration, joining, leaving and closing");

    private SamplePaper() {
    }

    static Paper of(VersionStage stage) {
        return of(stage, "Every partner has one voice. A decision is taken when nobody objects; whoever objects says why and proposes"
                + " another way.");
    }

    static Paper of(VersionStage stage, String words) {
        return new Paper("P-2026-0007", null, "Cotton without poison: farmer field schools in Andhra Pradesh",
                "Memorandum of understanding", 2, stage,
                LocalDate.of(2026, 11, 21), stage == VersionStage.DRAFT ? null : HASH,
                stage == VersionStage.SEALED ? "from 21 November 2026 to 20 November 2029" : null, null, parties(), clauses(words),
                web().svg(),
                stage == VersionStage.SEALED ? signatures() : List.of(), List.of());
    }

    private static List<Party> parties() {
        return List.of(party("Government of India, Ministry of Agriculture", "Goi", "Ministry", "Decision maker, national",
                "Resource provider, national"),
                party("Food and Agriculture Organization of the United Nations", "Fao", "UN agency", "Expert, national"),
                party("European Union", "Eu", "Donor", "Resource provider, national"),
                party(HINDI, "Doa", "State or local department", "Decision maker, state", "Implementer, state"),
                party(ACCENTED, "Cicr", "Research institute", "Expert, national"),
                party(ARABIC, "Ngo", "NGO", "Implementer, local (Guntur)"),
                party("Farmer Field School alumni federation of Guntur and Warangal", "Ffs", "Producer association",
                        "Participant, local (Guntur)"),
                new Party("Retail chain <b>“Fair & Square”</b>", "Shop", "India", "Buyer or retailer", "Ally",
                        List.of("Ally, national"), false));
    }

    private static Party party(String name, String code, String kind, String... seats) {
        return new Party(name, code, "India", kind, "Partner", List.of(seats), true);
    }

    private static List<Clause> clauses(String words) {
        List<Clause> clauses = new ArrayList<>();
        clauses.add(new Clause("parties", "1", "Parties",
                List.of("These organisations agree with each other. Allies are named and do not sign."),
                new Table("Parties and their seats", List.of("Organisation", "Kind", "Standing", "Seats"), parties().stream()
                        .map(party -> List.of(party.name(), party.kind(), party.standing(), String.join("\n", party.seats()))).toList())));
        clauses.add(new Clause("purpose", "2", "Purpose",
                List.of("Cotton growers in Guntur and Warangal spray up to twelve times a season. The partners want them to "
                + "grow the same cotton with a third of the pesticide, and to earn more.",
                "Target participants: 2,400 smallholders, half of them women."), null));
        clauses.add(new Clause("vision", "3", "Shared vision",
                List.of("In three years every village of the two districts has a field school run by its own "
                + "alumni, the department pays for it, and what works is taught by the university.", "Endorsed by all parties."), null));
        clauses.add(new Clause("objectives", "4", "Objectives", List.of(), new Table("Objectives and how they are measured",
                List.of("Objective", "Indicator", "Today", "Target"), List.of(
                        List.of("Fewer pesticides in cotton", "Sprays a season, mean of 200 fields", "11.4", "4"),
                        List.of("Higher net income of smallholders", "Rupees a hectare after cost", "18,200", "26,000"),
                        List.of("Field schools that carry themselves", "Villages with a school run by alumni", "12", "140")))));
        clauses.add(new Clause("area", "5", "Where and for whom", List.of("Andhra Pradesh: Guntur (worked here before), Warangal (new)."),
                null));
        List<List<String>> agenda = new ArrayList<>();
        for (int nr = 1; nr <= 14; nr++) {
            agenda.add(List.of("Train facilitators, group " + nr + ": season-long training with weekly field days",
                    nr % 3 == 0 ? HINDI : "Food and Agriculture Organization of the United Nations", nr + " March 2027",
                    "Training ground, two trainers, seed and traps"));
        }
        clauses.add(new Clause("agenda", "6", "Agenda of action", List.of("What the partners do first."),
                new Table("Agenda", List.of("What", "Who", "By when", "With what"), agenda)));
        clauses.add(new Clause("contributions", "7", "Contributions", List.of(), new Table("What each seat contributes",
                List.of("Organisation", "Role", "Contribution", "Amount", "From", "To"), List.of(
                        List.of("European Union", "Resource provider", "Funds for facilitators and field days", "1,200,000 EUR",
                                "1 Jan 2027", "31 Dec 2029"),
                        List.of(HINDI, "Implementer", "Forty officers, half of their time", "–", "1 Jan 2027", "31 Dec 2029"),
                        List.of(ARABIC, "Implementer", "Twelve facilitators", "–", "1 Jan 2027", "31 Dec 2029")))));
        clauses.add(new Clause("topics", "8", "What was agreed on sixteen topics",
                List.of("Each wording was accepted by every party, or a party stood aside with the "
                + "reservation that is printed below it."), null));
        for (int nr = 1; nr <= TOPICS.size(); nr++) {
            List<String> paragraphs = new ArrayList<>(List.of(words, "It was agreed in round " + (1 + nr % 3) + "."));
            if (nr % 5 == 0) {
                paragraphs.add("Reservation of the European Union: Reports in the format of the grant agreement remain due to us.\nThey"
                        + " are shared with all.");
            }
            clauses.add(new Clause("topic-" + nr, "8." + nr, TOPICS.get(nr - 1), paragraphs, null));
        }
        clauses.add(new Clause("terms", "9", "Terms", List.of("Later steps of the partnership follow these figures."),
                new Table("Terms in figures", List.of("Term", "Agreed"),
                        List.of(List.of("Decisions", "By consensus"), List.of("Meetings", "4 a year"),
                        List.of("Review of work and partnership", "Every 6 months"),
                        List.of("Languages", "Telugu, Hindi (हिन्दी), English"),
                        List.of("Signs of trust", "Reports come on time; bad news is told first; nobody is surprised in public"),
                        List.of("Conflict ladder", "14, 21, 30 and 30 days"), List.of("Duration", "36 months, 3 months’ notice")))));
        clauses.add(new Clause("web", "10", "Web of partners",
                List.of("Not all partners need to be in partnership with each other. These connections matter most."),
                new Table("Connections", List.of("Between", "And", "About", "Level"), List.of(
                        List.of("Food and Agriculture Organization of the United Nations", HINDI,
                                "Curriculum and master trainers", "State"),
                        List.of(ARABIC, "Farmer Field School alumni federation of Guntur and Warangal", "Weekly field days", "Local")))));
        clauses.add(new Clause("waivers", "11", "Waivers and overrides", List.of("Reading time was waived by all parties in round 2."),
                null));
        return clauses;
    }

    static PartnershipWeb web() {
        List<PartnershipWeb.Partner> partners = new ArrayList<>();
        Level[] levels = {Level.NATIONAL, Level.NATIONAL, Level.NATIONAL, Level.STATE, Level.NATIONAL, Level.LOCAL, Level.LOCAL,
                Level.NATIONAL};
        Role[] roles = {Role.DECISION_MAKER, Role.EXPERT, Role.RESOURCE_PROVIDER, Role.IMPLEMENTER, Role.EXPERT, Role.IMPLEMENTER,
                Role.PARTICIPANT, Role.ALLY};
        List<Party> parties = parties();
        for (int i = 0; i < parties.size(); i++) {
            partners.add(new PartnershipWeb.Partner(new OrganisationId(parties.get(i).code()), parties.get(i).name(),
                    i == 7 ? Standing.ALLY : Standing.PARTNER, List.of(new SeatIn(roles[i], levels[i], null, null))));
        }
        return new PartnershipWeb("Cotton without poison", partners, List.of(), List.of(
                new Link(new OrganisationId("Fao"), new OrganisationId("Doa"), "Curriculum and master trainers", Level.STATE),
                new Link(new OrganisationId("Ngo"), new OrganisationId("Ffs"), "Weekly field days", Level.LOCAL),
                new Link(new OrganisationId("Goi"), new OrganisationId("Eu"), "Release of funds", Level.NATIONAL)));
    }

    private static List<SignatureLine> signatures() {
        List<SignatureLine> lines = new ArrayList<>();
        for (Party party : parties()) {
            if (party.mustSign()) {
                lines.add(new SignatureLine(party.name(), lines.size() == 3 ? "श्रीमती आशा राव" : "Zoë Ångström-Nuñez",
                        "With the person’s own account", Instant.parse("2026-11-2" + (lines.size() % 2) + "T09:30:00Z")));
            }
        }
        return lines;
    }
}
