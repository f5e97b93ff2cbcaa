package org.commonground.home.web;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.commonground.document.Papers;
import org.commonground.engine.Names;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.home.AnswerTables;
import org.commonground.home.Audit;
import org.commonground.home.Involvement;
import org.commonground.home.MyPartnerships;
import org.commonground.home.MyPartnerships.Viewer;
import org.commonground.organisation.OrganisationCard;
import org.commonground.organisation.OrganisationService;
import org.commonground.webapp.LoggedIn.Visitor;
import org.commonground.webapp.Readers;
import org.springframework.stereotype.Component;

/** What is behind a partnership: its papers, what happened, and what the own people answered. */
@Component
class Past {

    private static final int LATEST = 200;
    private static final int SHOWN = 100;
    private static final int ANSWERS = 20;

    private final List<Papers> rooms;
    private final Readers readers;
    private final Audit audit;
    private final AnswerTables answers;
    private final MyPartnerships partnerships;
    private final OrganisationService organisations;
    private final Names names;
    private final Moments moments;

    Past(List<Papers> rooms, Readers readers, Audit audit, AnswerTables answers, MyPartnerships partnerships,
            OrganisationService organisations, Names names, Moments moments) {
        this.rooms = rooms;
        this.readers = readers;
        this.audit = audit;
        this.answers = answers;
        this.partnerships = partnerships;
        this.organisations = organisations;
        this.names = names;
        this.moments = moments;
    }

    /** Those that this person may read, room by room, the latest first. */
    List<PaperLine> papers(Visitor visitor, PartnershipId partnership) {
        return rooms.stream().flatMap(room -> room.of(partnership).stream().filter(readers.readable(room, visitor, partnership))
                .map(paper -> new PaperLine("/" + room.shelf() + "/" + partnership + "/" + paper.nr(), paper.title(), paper.mark(),
                        paper.words()))).toList();
    }

    /** What the person could have sent, and still may read. */
    List<AnswerLine> answers(Viewer viewer, String number) {
        return answers.in(number, LATEST).stream().filter(answer -> answer.mayBeReadBy(viewer.user(), viewer.groups())).limit(ANSWERS)
                .map(answer -> new AnswerLine(answer.id(), moments.inWords(answer.at()), answer.label())).toList();
    }

    /**
     * The latest first. Of what one organisation did others read once it belongs or has belonged to the partnership: who else was asked and
     * did not join stays between it and the house.
     */
    List<HappenedLine> happened(Viewer viewer, MyPartnerships.Line line) {
        Set<OrganisationId> ever = new HashSet<>(partnerships.everIn(line.id()));
        List<Audit.Line> readable = audit.of(line.id(), LATEST).stream().filter(one -> isReadable(one, viewer, line.involvement(), ever))
                .limit(SHOWN).toList();
        Map<OrganisationId, OrganisationCard> cards = organisations.cards(readable.stream().map(Audit.Line::organisation)
                .filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<String, String> people = readable.stream().map(Audit.Line::person).filter(Objects::nonNull).distinct()
                .collect(Collectors.toMap(person -> person, names::person));
        return readable.stream().map(one -> new HappenedLine(moments.inWords(one.at()), sentence(one, cards, people))).toList();
    }

    private static boolean isReadable(Audit.Line one, Viewer viewer, Involvement involvement, Set<OrganisationId> ever) {
        boolean own = one.organisation() != null && viewer.own().contains(one.organisation());
        if (!one.isForMembers()) {
            return involvement != Involvement.LEFT && one.isFor(viewer.groups());
        }
        return switch (involvement) {
            case STAFF -> true;
            case PARTNER, ALLY, FOUNDING -> own || one.organisation() == null || ever.contains(one.organisation());
            case CANDIDATE, LEFT -> own;
        };
    }

    private static String sentence(Audit.Line one, Map<OrganisationId, OrganisationCard> cards, Map<String, String> people) {
        if (one.person() == null) {
            return one.what() + ".";
        }
        String whose = one.organisation() == null ? "" : " (" + cards.get(one.organisation()).name() + ")";
        return "%s%s has sent “%s”.".formatted(people.get(one.person()), whose, one.what());
    }

    /** @param mark where it stands; null where that goes without saying */
    record PaperLine(String address, String title, Papers.Mark mark, String words) {
    }

    record AnswerLine(String id, String at, String label) {
    }

    record HappenedLine(String at, String sentence) {
    }
}
