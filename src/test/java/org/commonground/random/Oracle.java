package org.commonground.random;

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
import java.util.Set;

import org.camunda.bpm.engine.ProcessEngine;
import org.commonground.agreement.AgreedTerms;
import org.commonground.agreement.AgreementService;
import org.commonground.agreement.SealedAgreement;
import org.commonground.commitment.Commitment;
import org.commonground.commitment.CommitmentService;
import org.commonground.engine.Variable;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.matter.MatterCard;
import org.commonground.matter.MatterService;
import org.commonground.negotiation.Terms;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.stage.Orphans;
import org.springframework.stereotype.Component;

/** Keeps by itself, from nothing but the answers that people gave, what should be so, and compares it with what the product says. */
@Component
final class Oracle {

    /** After its last day what was raised before is brought to its end. */
    private static final Duration WINDING_UP = Duration.ofDays(400);

    private final PartnershipService partnerships;
    private final AgreementService agreements;
    private final AgreedTerms agreed;
    private final CommitmentService commitments;
    private final MatterService matters;
    private final Orphans orphans;
    private final ProcessEngine engine;
    private final Clock clock;

    Oracle(PartnershipService partnerships, AgreementService agreements, AgreedTerms agreed, CommitmentService commitments,
            MatterService matters, Orphans orphans, ProcessEngine engine, Clock clock) {
        this.partnerships = partnerships;
        this.agreements = agreements;
        this.agreed = agreed;
        this.commitments = commitments;
        this.matters = matters;
        this.orphans = orphans;
        this.engine = engine;
        this.clock = clock;
    }

    Case of(String partnership, Collection<String> players) {
        return new Case(new PartnershipId(partnership), players);
    }

    /** What it keeps of one partnership. */
    final class Case {

        private final PartnershipId id;
        private final Collection<String> players;
        private final Set<String> mayJoin = new LinkedHashSet<>();
        private final Set<String> mayLeave = new LinkedHashSet<>();
        /** Terms by key as they were written last before the sealing, and all that anybody ever wrote. */
        private final Map<String, Object> founding = new LinkedHashMap<>();
        private final Map<String, Set<Object>> written = new HashMap<>();
        private final Set<String> signed = new HashSet<>();
        private Set<String> members = new LinkedHashSet<>();
        private List<Integer> course = List.of();
        private Phase phase = Phase.CLARIFYING;

        private Case(PartnershipId id, Collection<String> players) {
            this.id = id;
            this.players = players;
        }

        /** Somebody's answers were taken. */
        void hears(String form, String organisation, Map<String, Object> answers) {
            switch (form) {
                case "select-partners" -> rows(answers, "decisions").stream().filter(row -> !"decline".equals(row.get("decision")))
                        .forEach(row -> mayJoin.add((String) row.get("organisation")));
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
                    if (phase.isBefore(Phase.IN_FORCE)) {
                        founding.put(key, value);
                    }
                });
            }
            if (form.startsWith("commit-")) {
                expectPromised(organisation, answers);
            }
        }

        private void leaves(String organisation, boolean so) {
            if (so) {
                mayLeave.add(organisation);
            }
        }

        private void expectPromised(String organisation, Map<String, Object> answers) {
            List<String> kept = commitments.of(id).stream().filter(one -> one.seat().organisation().code().equals(organisation))
                    .map(Commitment::what).toList();
            rows(answers, "agreed").stream().filter(row -> !Boolean.TRUE.equals(row.get("cannot")))
                    .forEach(row -> expect(kept.contains(row.get("what")), "%s committed “%s”, and only %s is kept", organisation,
                            row.get("what"), kept));
            rows(answers, "further").forEach(row -> expect(kept.contains(row.get("what")), "%s committed “%s”, and only %s is kept",
                    organisation, row.get("what"), kept));
        }

        /** Holds what it keeps against what the product says. */
        void compares() {
            expect(engine.getRuntimeService().createIncidentQuery().count() == 0, "There is an incident");
            expect(engine.getManagementService().createJobQuery().withException().count() == 0, "A job has failed");
            Phase now = partnerships.card(id).phase();
            expect(!now.isBefore(phase), "It went back from %s to %s", phase, now);
            phase = now;
            comparesMembers();
            if (agreements.isSealed(id)) {
                comparesAgreement();
            }
            for (MatterCard open : matters.open(id)) {
                expect(engine.getRuntimeService().createVariableInstanceQuery()
                        .variableValueEquals(Variable.MATTER.name(), open.id().toString()).count() > 0,
                        "“%s” is open, and no room has it", open.kind().label());
            }
            expect(orphans.of(id).isEmpty(), "Without an owner: %s", orphans.of(id));
        }

        private void comparesMembers() {
            Set<String> now = new LinkedHashSet<>();
            for (OrganisationId member : partnerships.memberIds(id)) {
                expect(now.add(member.code()), "%s is a member twice", member);
                expect(members.contains(member.code()) || mayJoin.contains(member.code()), "%s joined, and nobody chose it", member);
            }
            members.stream().filter(one -> !now.contains(one)).forEach(one -> {
                expect(mayLeave.remove(one), "%s is no member any more, and neither it nor anybody else said so", one);
                mayJoin.remove(one);
            });
            members = now;
        }

        private void comparesAgreement() {
            List<SealedAgreement> sealed = agreed.course(id);
            List<Integer> versions = sealed.stream().map(SealedAgreement::version).toList();
            expect(versions.size() >= course.size() && versions.subList(0, course.size()).equals(course), "Of the versions %s there are %s",
                    course, versions);
            boolean first = course.isEmpty();
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
            expect(!phase.equals(Phase.IN_FORCE) || clock.instant().isBefore(last.termEnds().plus(WINDING_UP)),
                    "It is in force long after its last day, %s", last.termEnds());
        }

        /** When nothing runs any more. */
        void comparesTheEnd() {
            expect(phase == Phase.ENDED, "Nothing runs any more, and it is %s", phase.label());
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

    private static void expect(boolean so, String otherwise, Object... words) {
        if (!so) {
            throw new AssertionError(otherwise.formatted(words));
        }
    }
}
