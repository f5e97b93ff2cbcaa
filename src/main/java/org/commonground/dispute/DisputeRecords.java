package org.commonground.dispute;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Words;
import org.commonground.matter.MatterService;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.PartnershipService;
import org.springframework.stereotype.Service;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** What the sides and those who help or decide read: on their forms while it goes on, as a page afterwards. */
@Service
public class DisputeRecords {

    private static final String TEMPLATE = "dispute/dispute-record";

    private final Disputes disputes;
    private final DisputeTables tables;
    private final DisputeService course;
    private final TalkWords talks;
    private final MatterService matters;
    private final PartnershipService partnerships;
    private final OrganisationService organisations;
    private final ITemplateEngine templates;

    DisputeRecords(Disputes disputes, DisputeTables tables, DisputeService course, TalkWords talks, MatterService matters,
            PartnershipService partnerships, OrganisationService organisations, ITemplateEngine templates) {
        this.disputes = disputes;
        this.tables = tables;
        this.course = course;
        this.talks = talks;
        this.matters = matters;
        this.partnerships = partnerships;
        this.organisations = organisations;
        this.templates = templates;
    }

    /** Everything, for those who may read it. */
    public DisputeRecord of(UUID matter) {
        DisputeCard card = course.card(matter);
        // While the others decide, none of them reads how another one does.
        boolean others = card.rung() == Rung.OUTSIDE || !card.isOpen();
        return new DisputeRecord(card.nr(), sides(matter), stands(card),
                why(matter), card.about(), card.wish(), talks.spoken(matter), talks.held(matter), talks.todos(matter),
                others ? verdicts(matter) : List.of(),
                others ? tables.counted(matter).orElse(null) : null);
    }

    private List<DisputeRecord.Reasoned> verdicts(UUID matter) {
        return tables.verdicts(matter).stream().map(one -> new DisputeRecord.Reasoned(one.name(), inWords(one.ending()), one.words()))
                .toList();
    }

    /** Why it was raised, in the words of who raised it. */
    public String why(UUID matter) {
        return matters.card(matter).why();
    }

    /** The rungs with their days, as they were agreed. */
    public String ladder(UUID matter) {
        return course.agreed(course.card(matter)).ladderInWords();
    }

    /** Such as {@code FAO and Retail chain}: who raised it stands first. */
    public String sides(UUID matter) {
        return Words.list(course.sides(matter).stream().map(side -> side.present() ? side.name() : side.name() + " (has left)").toList());
    }

    /** The day on which its rung ends. */
    public String until(UUID matter) {
        return Days.inWords(LocalDate.ofInstant(course.card(matter).rungEnds(), ZoneOffset.UTC));
    }

    /** How it ends, with the name of who leaves. */
    private String inWords(DisputeEnding ending) {
        return ending.leaver() == null ? ending.way().label()
                : "%s %s".formatted(organisations.card(ending.leaver()).name(), ending.way().label());
    }

    /** On which rung and until when, or how it ended. */
    String stands(DisputeCard card) {
        if (!card.isOpen()) {
            return "It ended on %s. %s".formatted(Days.inWords(card.finishedOn()), card.ending() == null ? "It was not settled."
                    : inWords(card.ending()) + ".");
        }
        return card.rung() == null ? "It is not described yet." : "It stands on %s, until %s.".formatted(card.rung().inWords(),
                until(card.matter()));
    }

    /** The disputes of a partnership that were described, the first one first. */
    List<DisputeCard> described(PartnershipId partnership) {
        return disputes.all(partnership.value()).stream().filter(Dispute::isDescribed).map(Dispute::card).toList();
    }

    /** As a whole page in HTML, with the words of others escaped. */
    String page(UUID matter) {
        return templates.process(TEMPLATE, new Context(Locale.ENGLISH, Map.of("record", of(matter), "number",
                course.card(matter).partnership().value(), "title", partnerships.card(course.card(matter).partnership()).title())));
    }

    /** Whose people read it: its sides, and from their rung on the partners that decide. */
    Set<OrganisationId> readers(DisputeCard card) {
        Set<OrganisationId> readers = new HashSet<>();
        course.sides(card.matter()).forEach(side -> readers.add(side.organisation()));
        tables.verdicts(card.matter()).forEach(one -> readers.add(one.organisation()));
        if (card.isOpen() && card.rung() == Rung.STEERING) {
            readers.addAll(course.withoutSide(card.matter()));
        }
        return readers;
    }
}
