package org.commonground.dispute;

import static org.commonground.foundation.Words.said;

import java.util.List;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;
import org.commonground.negotiation.DecisionRule;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The decision of the full partners without a side, by the rule that was agreed when the dispute was raised. */
@Service
public class Steering {

    private final Disputes disputes;
    private final DisputeTables tables;
    private final DisputeService course;

    Steering(Disputes disputes, DisputeTables tables, DisputeService course) {
        this.disputes = disputes;
        this.tables = tables;
        this.course = course;
    }

    /** The others decide from now on. */
    @Transactional
    public void ask(UUID matter) {
        course.climb(disputes.get(matter), Rung.STEERING);
    }

    /** Those without a side who have not decided yet. */
    public List<OrganisationId> awaited(UUID matter) {
        List<OrganisationId> spoken = tables.verdicts(matter).stream().map(Verdict::organisation).toList();
        return course.withoutSide(matter).stream().filter(partner -> !spoken.contains(partner)).toList();
    }

    /** How one of them decides: once, with its reason, and only until it is counted. */
    @Transactional
    public void decide(UUID matter, OrganisationId organisation, DisputeEnding ending, String words, String person) {
        Refusal.unless(tables.counted(matter).isEmpty(), "The time to decide is over, and the voices are counted.");
        DisputeCard card = course.card(matter);
        Refusal.unless(card.isOpen() && card.ending() == null && card.rung() == Rung.STEERING,
                "The partners without a side do not decide on this dispute now.");
        Refusal.unless(course.withoutSide(matter).contains(organisation), "Only full partners without a side decide on a dispute.");
        String reason = said(words, "Please say why, and what exactly shall be done: the sides read it.");
        course.expectPossible(matter, ending, true);
        try {
            tables.decide(matter, organisation, ending, reason, person);
        } catch (DuplicateKeyException twice) {
            throw new Refusal("Your organisation has decided already.");
        }
    }

    /** Counts by the agreed rule. What is carried ends the dispute. May be repeated. */
    @Transactional
    public void tally(UUID matter) {
        if (tables.counted(matter).isPresent()) {
            return;
        }
        List<OrganisationId> deciders = course.withoutSide(matter);
        Tally tally = Tally.of(rule(matter), deciders.size(),
                tables.verdicts(matter).stream().filter(one -> deciders.contains(one.organisation())).toList());
        tables.keep(matter, tally);
        if (tally.isCarried()) {
            course.decide(matter, tally.ending());
        }
    }

    /** When a decision is carried, in words. */
    public String rule(UUID matter, int deciders) {
        DecisionRule rule = rule(matter);
        return "%s: %d of the %d partners without a side have to choose the same%s.".formatted(rule.label(),
                rule.needed(deciders), deciders, rule == DecisionRule.CONSENSUS ? ", and nobody something else" : "");
    }

    private DecisionRule rule(UUID matter) {
        return course.agreed(course.card(matter)).decisionRule();
    }
}
