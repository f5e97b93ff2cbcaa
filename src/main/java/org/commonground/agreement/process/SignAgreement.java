package org.commonground.agreement.process;

import static java.util.stream.Collectors.toMap;
import static org.commonground.agreement.process.AgreementVariables.negotiation;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.commonground.agreement.AgreementService;
import org.commonground.agreement.Change;
import org.commonground.agreement.Clause;
import org.commonground.agreement.PaperSigningService;
import org.commonground.agreement.PaperToSign;
import org.commonground.agreement.Party;
import org.commonground.agreement.SigningService;
import org.commonground.agreement.ToSign;
import org.commonground.agreement.VersionCard;
import org.commonground.engine.Choice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.filing.Filed;
import org.commonground.foundation.Days;
import org.commonground.negotiation.Topic;
import org.springframework.stereotype.Component;

/** The signature of one organisation under one version, or why it does not sign. */
@Component
@For("${organisations.group(party)}")
class SignAgreement implements Step<SignAgreement.Shown, SignAgreement.Given> {

    private final SigningService signing;
    private final AgreementService agreements;
    private final PaperSigningService papers;

    SignAgreement(SigningService signing, AgreementService agreements, PaperSigningService papers) {
        this.signing = signing;
        this.agreements = agreements;
        this.papers = papers;
    }

    @Override
    public Shown show(StepContext context) {
        ToSign toSign = signing.toSign(negotiation(context), context.party());
        VersionCard version = toSign.version();
        PaperToSign paper = papers.toSign(version, context.party());
        Map<String, ToSign.Given> signed = toSign.signatures().stream().collect(toMap(one -> one.organisation().code(), one -> one));
        return new Shown(version.nr(), version.form().label(), version.sha256(),
                toSign.maySign().isEmpty() ? "nobody" : String.join(", ", toSign.maySign()),
                "%d of %d have signed.".formatted(signed.size(), toSign.parties().stream().filter(Party::mustSign).count()),
                toSign.parties().stream().map(party -> Row.of(party, signed.get(party.code()))).toList(),
                toSign.changes(), toSign.changes().isEmpty(),
                rows(toSign, "contributions").map(Brought::of).toList(),
                toSign.terms().stream().map(row -> new Term(row.get(0), row.get(1))).toList(),
                toSign.reservations(), toSign.reservations().isEmpty(), toSign.text().stream().map(Part::of).toList(),
                CheckAgreement.topics(topics(toSign)), toSign.joins(), !toSign.joins(),
                toSign.signers().entrySet().stream().map(one -> new Choice(one.getValue(), one.getKey())).toList(),
                paper.scans().stream().map(SignAgreement::choice).toList(), paper.scans().isEmpty(), paper.refused());
    }

    /** What one can decline for: what this version changes; all sixteen where it is the first agreement. */
    private static List<Topic> topics(ToSign toSign) {
        List<String> changed = toSign.changes().stream().map(one -> one.clause().replaceFirst("^[\\d.]+ ", "")).toList();
        return toSign.version().base() == null ? Topic.founding() : Arrays.stream(Topic.values())
                .filter(topic -> changed.stream().anyMatch(heading -> heading.startsWith(topic.label()))).toList();
    }

    private static Stream<List<String>> rows(ToSign toSign, String clause) {
        return toSign.text().stream().filter(one -> one.key().equals(clause) && one.table() != null).flatMap(one -> one.table().rows()
                .stream());
    }

    private static Choice choice(Filed scan) {
        return new Choice("%s, %s".formatted(scan.newest().name(), Days.brief(LocalDate.ofInstant(scan.newest().at(), ZoneOffset.UTC))),
                scan.id().toString());
    }

    @Override
    public List<String> mailed(StepContext context) {
        VersionCard version = agreements.current(negotiation(context));
        return List.of("Version %d: %s.".formatted(version.nr(), version.form().label()));
    }

    /** The button is the question: who presses it without asking for more talk signs what the fingerprint names. */
    @Override
    public void take(Given given, StepContext context) {
        if (Boolean.TRUE.equals(given.decline())) {
            signing.decline(negotiation(context), context.party(), given.sha256(), given.topic(), given.reason(), context.person());
        } else if (Boolean.TRUE.equals(given.onPaper())) {
            papers.handIn(negotiation(context), context.party(), given.sha256(), given.signer(), given.code(),
                    UUID.fromString(given.scan()), context.person());
        } else {
            signing.sign(negotiation(context), context.party(), given.sha256(), context.person());
        }
    }

    record Row(String name, String standing, String seats, String signed) {

        /** @param signature null where there is none yet */
        static Row of(Party party, ToSign.Given signature) {
            return new Row(party.name(), party.standing(), String.join("; ", party.seats()), !party.mustSign() ? "Need not sign"
                    : signature == null ? "Not yet" : "%s, %s".formatted(Days.brief(signature.on()), signature.person()));
        }
    }

    /** A contribution as the text has it, in columns that fit beside each other. */
    record Brought(String partner, String what, String amount, String dates) {

        static Brought of(List<String> row) {
            return new Brought("%s, %s".formatted(row.get(0), row.get(1).toLowerCase(Locale.ENGLISH)),
                    "%s: %s".formatted(row.get(2), row.get(3)), row.get(4), "%s – %s".formatted(row.get(5), row.get(6)));
        }
    }

    record Term(String rule, String agreed) {
    }

    /** A clause of the text. */
    record Part(String heading, List<String> paragraphs, boolean tabled, List<String> columns, List<Cells> rows) {

        static Part of(Clause clause) {
            boolean tabled = clause.table() != null && !clause.table().rows().isEmpty();
            return new Part(clause.number() + " " + clause.heading(), clause.paragraphs(), tabled,
                    tabled ? clause.table().headers() : List.of(), tabled ? clause.table().rows().stream().map(Cells::new).toList()
                            : List.of());
        }
    }

    record Cells(List<String> cells) {
    }

    /**
     * @param joins  whether one joins by signing it
     * @param talked whether it was negotiated
     * @param refused why the last sheet that was signed by hand did not count, or null
     */
    record Shown(int version, String form, String sha256, String maySign, String signedSoFar, List<Row> parties, List<Change> changes,
            boolean unchanged, List<Brought> contributions, List<Term> terms, List<ToSign.Aside> reservations, boolean noReservations,
            List<Part> text, List<Choice> topicChoices, boolean joins, boolean talked, List<Choice> signers, List<Choice> scans,
            boolean noScan, String refused) {
    }

    record Given(String sha256, Boolean decline, Topic topic, String reason, Boolean onPaper, String signer, String scan, String code) {
    }
}
