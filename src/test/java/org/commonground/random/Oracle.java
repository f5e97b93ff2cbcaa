package org.commonground.random;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.commonground.agreement.AgreedTerms;
import org.commonground.agreement.AgreementService;
import org.commonground.agreement.SealedAgreement;
import org.commonground.commitment.Commitment;
import org.commonground.commitment.CommitmentService;
import org.commonground.document.Papers;
import org.commonground.engine.Variable;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.matter.MatterCard;
import org.commonground.matter.MatterService;
import org.commonground.negotiation.Terms;
import org.commonground.partnership.Member;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.partnership.Standing;
import org.commonground.stage.Orphans;
import org.jsoup.Jsoup;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps by itself, from nothing but the answers that people gave, what should be so, and compares it with what the product says. */
final class Oracle {

    /** After its last day what was raised before is brought to its end; a dispute climbs four rungs of half a year at most. */
    private static final Duration WINDING_UP = Duration.ofDays(900);

    private final PartnershipService partnerships;
    private final AgreementService agreements;
    private final AgreedTerms agreed;
    private final CommitmentService commitments;
    private final MatterService matters;
    private final Orphans orphans;
    private final List<Papers> papers;
    private final JdbcClient jdbc;
    private final Stillness stillness;
    private final Clock clock;

    Oracle(PartnershipService partnerships, AgreementService agreements, AgreedTerms agreed, CommitmentService commitments,
            MatterService matters, Orphans orphans, List<Papers> papers, JdbcClient jdbc, Clock clock) {
        this.partnerships = partnerships;
        this.agreements = agreements;
        this.agreed = agreed;
        this.commitments = commitments;
        this.matters = matters;
        this.orphans = orphans;
        this.papers = papers;
        this.jdbc = jdbc;
        this.stillness = new Stillness(jdbc);
        this.clock = clock;
    }

    Case of(String partnership, Players players) {
        return new Case(new PartnershipId(partnership), players);
    }

    /** What it keeps of one partnership. */
    final class Case {

        private final PartnershipId id;
        private final Collection<String> players;
        private final Map<String, String> names = new LinkedHashMap<>();
        private final Set<String> reached = new TreeSet<>();
        private final Map<String, Standing> standings = new HashMap<>();
        private final Map<String, Instant> gone = new HashMap<>();
        private final Map<String, List<BigDecimal>> promised = new HashMap<>();
        private final Set<String> struck = new HashSet<>();
        private final Map<String, List<?>> asked = new HashMap<>();
        private final Set<Integer> durations = new TreeSet<>();
        private BigDecimal paid = BigDecimal.ZERO;
        private final Set<String> mayJoin = new LinkedHashSet<>();
        private final Set<String> mayLeave = new LinkedHashSet<>();
        /** Terms by key as they were written last before the sealing, and all that anybody ever wrote. */
        private final Map<String, Object> founding = new LinkedHashMap<>();
        private final Map<String, Set<Object>> written = new HashMap<>();
        private final Set<String> signed = new HashSet<>();
        private Set<String> members = new LinkedHashSet<>();
        private List<Integer> course = List.of();
        private Phase phase = Phase.CLARIFYING;

        private Case(PartnershipId id, Players players) {
            this.id = id;
            this.players = players.codes();
            this.players.forEach(code -> names.put(code, players.nameOf(code)));
        }

        String caseNumber() {
            return id.value();
        }

        /** When it left and was not asked again; empty where it did not. */
        Optional<Instant> leftAt(String organisation) {
            return Optional.ofNullable(gone.get(organisation));
        }

        /** What a text says that cannot be so. */
        List<String> reads(String text) {
            return Reading.faults(text, Set.copyOf(names.values()), durations);
        }

        /** Phases and kinds of matters that it has seen. */
        Set<String> reached() {
            return reached;
        }

        /** Somebody's answers were taken. */
        void hears(String form, String organisation, Map<String, Object> shown, Map<String, Object> answers) {
            switch (form) {
                case "nominate-candidates" -> rows(answers, "candidates").forEach(row -> {
                    asked.put((String) row.get("organisation"), List.copyOf((List<?>) row.get("roles")));
                    gone.remove(row.get("organisation"));
                });
                case "select-partners" -> rows(answers, "decisions").stream().filter(row -> !"decline".equals(row.get("decision")))
                        .forEach(row -> chosen((String) row.get("organisation"), (String) row.get("decision")));
                case "confirm-instalment" -> {
                    if ("yes".equals(answers.get("came"))) {
                        paid = paid.add(number(answers.get("received")));
                    }
                }
                case "give-notice", "answer-letter" -> leaves(organisation, "leave".equals(answers.get("outcome"))
                        || "leave".equals(answers.get("answer")));
                case "endorse-vision", "read-the-positions" -> leaves(organisation, "leave".equals(answers.get("answer")));
                case "state-positions" -> leaves(organisation, Boolean.TRUE.equals(answers.get("leave")));
                case "name-partner-to-release" -> leaves((String) answers.get("partner"), true);
                case "decide-on-missing-signatures" -> players.forEach(one -> leaves(one, !signed.contains(one)));
                case "sign-agreement" -> {
                    if (!Boolean.TRUE.equals(answers.get("decline"))) {
                        signed.add(organisation);
                    }
                }
                case "check-agreement" -> signed.clear();
                default -> {
                }
            }
            for (String list : List.of("without", "leaving")) {
                if (answers.get(list) instanceof List<?> named) {
                    named.forEach(one -> leaves(String.valueOf(one), true));
                }
            }
            if (answers.get("ending") instanceof String ending) {
                players.forEach(one -> leaves(one, ending.endsWith(one)));
            }
            if (Set.of("draft-topics", "reconcile-positions", "propose-changes").contains(form)) {
                answers.forEach((key, value) -> {
                    written.computeIfAbsent(key, one -> new HashSet<>()).add(value);
                    if (key.equals("durationMonths") && value instanceof Number months) {
                        durations.add(months.intValue());
                    }
                    if (phase.isBefore(Phase.IN_FORCE)) {
                        founding.put(key, value);
                    }
                });
            }
            if (form.startsWith("commit-")) {
                expectPromised(organisation, shown, answers);
            }
        }

        private void chosen(String organisation, String decision) {
            mayJoin.add(organisation);
            boolean ally = "observeAsAlly".equals(decision) || List.of("ally").equals(asked.get(organisation));
            standings.put(organisation, ally ? Standing.ALLY : Standing.PARTNER);
        }

        private void leaves(String organisation, boolean so) {
            if (so) {
                mayLeave.add(organisation);
            }
        }

        private void expectPromised(String organisation, Map<String, Object> shown, Map<String, Object> answers) {
            List<String> kept = commitments.of(id).stream().filter(one -> one.seat().organisation().code().equals(organisation))
                    .map(Commitment::what).toList();
            List<Map<?, ?>> now = new ArrayList<>(rows(answers, "agreed"));
            now.stream().filter(row -> Boolean.TRUE.equals(row.get("cannot")))
                    .forEach(row -> struck.add(String.valueOf(row.get("what")).strip()));
            now.removeIf(row -> Boolean.TRUE.equals(row.get("cannot")));
            now.addAll(rows(answers, "further"));
            now.forEach(row -> {
                String what = String.valueOf(row.get("what")).strip();
                List<BigDecimal> amounts = promised.computeIfAbsent(what, one -> new ArrayList<>());
                amounts.add(number(row.get("amount")));
                if (row.get("amount") == null) {
                    // As much as was agreed.
                    rows(shown, "agreed").stream().filter(line -> Objects.equals(line.get("nr"), row.get("nr")))
                            .forEach(line -> amounts.add(number(line.get("amount"))));
                }
                expect(kept.contains(what), "%s committed “%s”, and only %s is kept", organisation, what, kept);
            });
        }

        /** Holds what it keeps against what the product says. */
        void compares() {
            List<String> faults = stillness.faults(id.value());
            expect(faults.isEmpty(), "%s", faults);
            Phase now = partnerships.card(id).phase();
            expect(!now.isBefore(phase), "It went back from %s to %s", phase, now);
            phase = now;
            reached.add(phase.label());
            comparesMembers();
            if (agreements.isSealed(id)) {
                comparesAgreement();
                comparesCommitments();
            }
            List<MatterCard> open = matters.open(id);
            if (!open.isEmpty()) {
                Set<String> held = new HashSet<>(jdbc.sql("select TEXT_ from ACT_RU_VARIABLE where NAME_ = ?")
                        .param(Variable.MATTER.name()).query(String.class).list());
                open.forEach(one -> {
                    reached.add(one.kind().label());
                    expect(held.contains(one.id().toString()), "“%s” is open, and no room has it", one.kind().label());
                });
            }
            if (!gone.isEmpty()) {
                expect(orphans.of(id).isEmpty(), "Without an owner: %s", orphans.of(id));
            }
        }

        private void comparesCommitments() {
            BigDecimal received = BigDecimal.ZERO;
            for (Commitment one : commitments.of(id)) {
                List<BigDecimal> amounts = promised.get(one.what());
                if (amounts == null && struck.contains(one.what())) {
                    // It is kept as what could not be brought, with the reason.
                    continue;
                }
                expect(amounts != null, "“%s” is kept as a commitment, and nobody made it", one.what());
                expect(amounts.stream().anyMatch(amount -> amount.compareTo(number(one.amount())) == 0),
                        "“%s” is kept as %s, and people promised %s", one.what(), one.amount(), amounts);
                received = received.add(number(one.received()));
            }
            expect(received.compareTo(paid) == 0, "%s is said to have come, and people confirmed %s", received, paid);
        }

        private void comparesMembers() {
            Set<String> now = new LinkedHashSet<>();
            for (Member member : partnerships.members(id)) {
                String code = member.organisation().code();
                expect(now.add(code), "%s is a member twice", code);
                expect(members.contains(code) || mayJoin.contains(code), "%s joined, and nobody chose it", code);
                expect(member.standing() == standings.get(code), "%s is %s, and it was chosen as %s", code, member.standing().label(),
                        standings.get(code));
            }
            members.stream().filter(one -> !now.contains(one)).forEach(one -> {
                expect(mayLeave.remove(one), "%s is no member any more, and neither it nor anybody else said so", one);
                mayJoin.remove(one);
                gone.put(one, clock.instant());
                reached.add("left");
            });
            now.stream().filter(one -> !members.contains(one)).forEach(gone::remove);
            members = now;
        }

        private void comparesAgreement() {
            List<SealedAgreement> sealed = agreed.course(id);
            List<Integer> versions = sealed.stream().map(SealedAgreement::version).toList();
            expect(versions.size() >= course.size() && versions.subList(0, course.size()).equals(course), "Of the versions %s there are %s",
                    course, versions);
            boolean first = course.isEmpty();
            boolean another = versions.size() > course.size();
            course = versions;
            SealedAgreement last = sealed.get(sealed.size() - 1);
            if (first && versions.size() == 1) {
                partnerships.partners(id).forEach(one -> expect(signed.contains(one.code()), "%s has not signed what is sealed", one));
            }
            terms(last.terms()).forEach((key, value) -> {
                if (versions.size() == 1) {
                    expect(String.valueOf(founding.get(key)).equals(String.valueOf(value)), "%s was agreed to be %s and is %s", key,
                            founding.get(key), value);
                } else {
                    expect(written.getOrDefault(key, Set.of()).stream().map(String::valueOf).anyMatch(String.valueOf(value)::equals),
                            "%s is %s, and people wrote only %s", key, value, written.get(key));
                }
            });
            if (another) {
                reached.add("version " + Math.min(2, versions.size()));
                comparesPapers();
            }
            expect(!phase.equals(Phase.IN_FORCE) || clock.instant().isBefore(last.termEnds().plus(WINDING_UP)),
                    "It is in force long after its last day, %s", last.termEnds());
        }

        /** Each paper says what is so, and the newest agreement names who belongs. */
        private void comparesPapers() {
            for (Papers shelf : papers) {
                for (Papers.Listed paper : shelf.of(id)) {
                    String page = Jsoup.parse(shelf.page(id, paper.nr())).text();
                    List<String> faults = reads(page);
                    expect(faults.isEmpty(), "%s, %s: %s", shelf.heading(), paper.title(), faults);
                    if (shelf.shelf().equals("agreements") && paper.mark().weight() == Papers.Weight.BINDING
                            && paper.nr() == course.get(course.size() - 1)) {
                        members.forEach(one -> expect(page.contains(names.get(one)), "%s does not name %s", paper.title(), one));
                    }
                    if (shelf.shelf().contains("report")) {
                        members.forEach(one -> expect(page.contains(names.get(one)), "%s does not name %s", paper.title(), one));
                    }
                }
            }
        }

        /** When nothing runs any more. */
        void comparesTheEnd() {
            expect(phase == Phase.ENDED, "Nothing runs any more, and it is %s", phase.label());
            comparesPapers();
            expect(matters.open(id).isEmpty(), "It is over, and still open: %s", matters.open(id));
            if (agreements.isSealed(id)) {
                Instant term = agreed.of(id).termEnds();
                expect(clock.instant().isBefore(term.plus(WINDING_UP.multipliedBy(2))), "Its term ended %s, and now is %s", term,
                        clock.instant());
            }
        }

        private static Map<String, Object> terms(Terms terms) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("decisionRule", terms.decisionRule().key());
            values.put("meetingsPerYear", terms.meetingsPerYear());
            values.put("reportingIntervalMonths", terms.reportingIntervalMonths());
            values.put("reviewIntervalMonths", terms.reviewIntervalMonths());
            values.put("learningCycleMonths", terms.learningCycleMonths());
            values.put("consultationIntervalMonths", terms.consultationIntervalMonths());
            values.put("durationMonths", terms.durationMonths());
            values.put("noticeMonths", terms.noticeMonths());
            values.put("consentToJoin", terms.consentToJoin().key());
            values.put("renewal", terms.renewal().key());
            values.put("mediator", terms.mediator());
            values.put("languages", terms.languages());
            return values;
        }
    }

    private static List<Map<?, ?>> rows(Map<String, Object> answers, String key) {
        List<Map<?, ?>> rows = new ArrayList<>();
        if (answers.get(key) instanceof List<?> list) {
            list.forEach(row -> rows.add((Map<?, ?>) row));
        }
        return rows;
    }

    /** What was not counted counts as nothing. */
    private static BigDecimal number(Object amount) {
        return amount == null ? BigDecimal.ZERO : new BigDecimal(amount.toString());
    }

    private static void expect(boolean so, String otherwise, Object... words) {
        if (!so) {
            throw new AssertionError(otherwise.formatted(words));
        }
    }
}
