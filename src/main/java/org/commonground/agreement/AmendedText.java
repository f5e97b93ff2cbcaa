package org.commonground.agreement;

import static org.commonground.agreement.AgreementText.TERMS;
import static org.commonground.agreement.AgreementText.TOPIC;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.commonground.foundation.Days;
import org.commonground.foundation.Words;
import org.commonground.negotiation.AgreedTopic;
import org.commonground.negotiation.Topic;
import org.commonground.partnership.Term;

/**
 * Writes the whole text of an agreement that changes: the clauses of the version before it, letter by letter, and anew only what the
 * amendment touches. What changed stands in it, before and after.
 */
final class AmendedText {

    private static final String CHANGES = "changes";
    private static final String ANNEX = "annex-";

    private final Basis basis;
    private final Amended change;
    private final Map<String, Clause> written = new LinkedHashMap<>();
    private final List<Clause> clauses = new ArrayList<>();
    private int number;

    private AmendedText(Basis basis, List<Clause> written) {
        this.basis = basis;
        this.change = basis.change();
        written.forEach(clause -> this.written.put(clause.key(), clause));
    }

    /** @param written all clauses as they would be written today */
    static List<Clause> clauses(Basis basis, List<Clause> written) {
        AmendedText text = new AmendedText(basis, written);
        text.write();
        return List.copyOf(text.clauses);
    }

    /** What a version changes stands in the version itself as well. */
    static boolean tellsOfChanges(Clause clause) {
        return clause.key().startsWith(CHANGES);
    }

    private void write() {
        Set<String> touched = touched();
        for (Clause before : change.clauses()) {
            if (before.key().equals(AgreementText.SIGNING) || tellsOfChanges(before)) {
                continue;
            }
            Clause now = touched.contains(before.key()) ? written.getOrDefault(before.key(), unwritten(before)) : before;
            clauses.add(new Clause(before.key(), before.number(), now.heading(), paragraphs(now), now.table()));
            number = before.number().contains(".") ? number : Integer.parseInt(before.number());
        }
        firstAllies();
        annex();
        List<Change> changes = changes(touched);
        changed(changes);
        clauses.add(new Clause(AgreementText.SIGNING, String.valueOf(++number), "Signing", signing(), null));
    }

    /** Where only the members change, their clauses alone are written anew; a clause without anybody says so. */
    private Clause unwritten(Clause before) {
        return before.key().equals(AgreementText.ALLIES) ? new Clause(before.key(), before.number(), before.heading(),
                List.of("There are no allies any more."), null) : before;
    }

    /** They stand behind the other clauses, so that all of these keep their numbers. */
    private void firstAllies() {
        Clause allies = written.get(AgreementText.ALLIES);
        if (change.membership() != null && allies != null && clauses.stream().noneMatch(one -> one.key().equals(AgreementText.ALLIES))) {
            clauses.add(new Clause(allies.key(), String.valueOf(++number), allies.heading(), allies.paragraphs(), allies.table()));
        }
    }

    private List<String> paragraphs(Clause clause) {
        if (!clause.key().equals(AgreementText.OVERRIDES) || change.overrides().isEmpty()) {
            return clause.paragraphs();
        }
        return Stream.concat(clause.paragraphs().stream(),
                change.overrides().stream().map(one -> "%s: %s.".formatted(change.suffix(), one.what()))).toList();
    }

    /** The keys of the clauses that are written anew. */
    private Set<String> touched() {
        Set<String> keys = new HashSet<>(change.membership() == null ? Set.of() : AgreementText.MEMBERSHIP);
        for (Topic topic : change.topics()) {
            switch (topic) {
                case PURPOSE -> keys.add("purpose");
                case OBJECTIVES -> keys.add("objectives");
                case PLACES -> keys.add("where");
                case AGENDA -> keys.add("agenda");
                case NAME, ANNEX -> {
                    // The name stands in the title, and an annex is a clause of its own.
                }
                default -> {
                    keys.add(TOPIC + topic.number());
                    keys.add(TERMS);
                    if (topic == Topic.CONTRIBUTIONS) {
                        keys.add("contributions");
                    }
                }
            }
        }
        return keys;
    }

    private void annex() {
        basis.topics().stream().filter(one -> one.topic() == Topic.ANNEX).findFirst().ifPresent(annex -> {
            List<String> words = new ArrayList<>(List.of("Agreed among %s. The other partners read it before it was sealed; it binds those"
                    .formatted(signatories()) + " who signed it."));
            words.addAll(AgreementText.lines(annex.wording()));
            clauses.add(new Clause(ANNEX + change.suffix(), String.valueOf(++number),
                    "Annex %s: %s".formatted(change.suffix(), basis.terms().aims().annexTitle()), words, reservations(annex)));
        });
    }

    private Table reservations(AgreedTopic agreed) {
        return AgreementText.reservations(basis, agreed);
    }

    private List<Change> changes(Set<String> touched) {
        List<Change> changes = new ArrayList<>();
        if (!change.title().equals(basis.partnership().title())) {
            changes.add(new Change(Topic.NAME.label(), change.title(), basis.partnership().title()));
        }
        Map<String, Clause> now = new LinkedHashMap<>();
        clauses.forEach(clause -> now.put(clause.key(), clause));
        // The terms say once more what stands with their topics.
        List<Clause> before = change.clauses().stream().filter(one -> touched.contains(one.key()) && !one.key().equals(TERMS)).toList();
        List<Clause> after = clauses.stream().filter(one -> !one.key().equals(TERMS)
                && (touched.contains(one.key()) || one.key().equals(ANNEX + change.suffix()))).toList();
        changes.addAll(Changes.between(before, after));
        return changes;
    }

    private void changed(List<Change> changes) {
        number++;
        List<String> what = new ArrayList<>(List.of(
                "This is the whole text of the agreement as amended by %s. It takes the place of version %d. What is not named here is as"
                        .formatted(change.number(basis.partnership().id()), change.base()) + " it was in that version."));
        if (change.membership() != null) {
            what.addAll(AgreementText.lines(change.membership().why()));
        }
        clauses.add(new Clause(CHANGES, String.valueOf(number), "What this version changes", what, null));
        int nr = 0;
        for (Change one : changes) {
            nr++;
            List<String> words = new ArrayList<>();
            if (one.before() != null) {
                words.add("Before:");
                words.addAll(AgreementText.lines(one.before()));
            }
            words.add(one.before() == null ? "New:" : "Now:");
            words.addAll(AgreementText.lines(one.after() == null ? "Struck out." : one.after()));
            clauses.add(new Clause(CHANGES + "-" + nr, number + "." + nr, heading(one), words, null));
        }
    }

    private static String heading(Change one) {
        return Character.isDigit(one.clause().charAt(0)) ? "Clause " + one.clause() : one.clause();
    }

    private List<String> signing() {
        String who = change.membership() != null ? change.membership().signing(basis.signing().isEmpty() ? null : signatories())
                : basis.signing().isEmpty()
                ? "The change touches no partner's part, and nobody has to sign it. All partners are asked to read it before it is sealed,"
                        + " and each may say that it concerns it and sign, too."
                : basis.signing().containsAll(basis.partners())
                ? "The change concerns all partners. Each of them signs this text, known by its fingerprint (SHA-256), by a person with a"
                        + " mandate valid on that day."
                : ("The change concerns %s. Each of them signs this text, known by its fingerprint (SHA-256), by a person with a mandate"
                        + " valid on that day. All other partners are asked to read it before, and each may say that it concerns it and"
                        + " sign, too.").formatted(signatories());
        return List.of("This document is a %s. %s".formatted(AgreementText.lowered(basis.form().form().label()), basis.form().reason()),
                who, AgreementText.LATER,
                ("It holds from the day it is sealed. The months of its duration count from %s, when the first agreement was"
                        + " sealed%s.").formatted(Days.inWords(change.began()), until()));
    }

    private String until() {
        Integer months = basis.terms().durationMonths();
        return months == null ? "" : ", and end on " + Days.inWords(Term.end(change.began(), months));
    }

    private String signatories() {
        return Words.list(basis.signing().stream().map(basis::name).toList());
    }
}
