package org.commonground.learning;

import static org.commonground.foundation.Days.inWords;
import static org.commonground.foundation.Words.maybe;
import static org.commonground.foundation.Words.said;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.SameName;
import org.commonground.learning.LessonTables.Consent;
import org.commonground.learning.LessonTables.Line;
import org.commonground.partnership.LessonShelf;
import org.commonground.partnership.PartnershipService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who finds which lesson, and who says how far it goes. */
@Service
class Shelf implements LessonShelf {

    /** More words than these make no question clearer. */
    private static final int MOST_WORDS = 12;
    private static final int LONGEST_REASON = 600;

    private final LessonTables tables;
    private final LessonUses uses;
    private final PartnershipService partnerships;
    private final ApplicationEventPublisher facts;

    Shelf(LessonTables tables, LessonUses uses, PartnershipService partnerships, ApplicationEventPublisher facts) {
        this.tables = tables;
        this.uses = uses;
        this.partnerships = partnerships;
        this.facts = facts;
    }

    @Override
    @Transactional(readOnly = true)
    public Found search(String words, Reader reader, int page) {
        List<String> asked = LessonWords.of(words).stream().limit(MOST_WORDS).toList();
        if (asked.isEmpty() && !words.isBlank()) {
            return new Found(List.of(), 0);
        }
        Set<String> each = new LinkedHashSet<>(asked);
        List<Line> lines = tables.search(each, names(words, asked), reader, page * PAGE, PAGE);
        Map<UUID, List<Tag>> tags = tables.tags(lines.stream().map(Line::id).toList());
        return new Found(lines.stream().map(line -> new Hit(line.id(), line.worked(), tagsOf(line, tags), source(line))).toList(),
                tables.count(each, reader));
    }

    /** What may be a tag: the whole, and each run of its words. */
    private static Set<String> names(String words, List<String> asked) {
        Set<String> names = new LinkedHashSet<>();
        names.add(SameName.key(words));
        for (int from = 0; from < asked.size(); from++) {
            for (int to = from + 1; to <= asked.size(); to++) {
                names.add(String.join(" ", asked.subList(from, to)));
            }
        }
        return names;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Opened> find(UUID id, Reader reader) {
        return tables.find(id, reader).map(line -> opened(line, reader)).filter(one -> one.inside() || one.withdrawn() == null);
    }

    private Opened opened(Line line, Reader reader) {
        Map<OrganisationId, Consent> consents = tables.consents(line.id());
        Rights rights = rights(line, consents, reader);
        List<Kept> kept = new ArrayList<>();
        if (line.inside()) {
            consents.values().stream().filter(one -> one.reach() == Reach.OWN)
                    .forEach(one -> kept.add(new Kept(one.name(), one.reason(), inWords(day(one.at())))));
        }
        return new Opened(line.id(), line.worked(), line.setting(), line.failed(), line.evidence(),
                tagsOf(line, tables.tags(List.of(line.id()))), source(line), line.review(), line.inside(), line.shared(), kept,
                withdrawal(line, consents).map(Consent::reason).orElse(null), rights.share(), rights.narrow(), rights.withdraw());
    }

    // How far it goes

    @Override
    @Transactional
    public void share(UUID id, Reader reader) {
        say(id, reader, Reach.SHARED, null);
    }

    @Override
    @Transactional
    public void narrow(UUID id, String reason, Reader reader) {
        say(id, reader, Reach.OWN, reason(reason, "Please say why it shall stay in the partnership: your partners read it here."));
    }

    @Override
    @Transactional
    public void withdraw(UUID id, String reason, Reader reader) {
        say(id, reader, Reach.WITHDRAWN, reason(reason, "Please say why you withdraw it: your partners read it here."));
    }

    private static String reason(String reason, String sentence) {
        String words = said(reason, sentence);
        Refusal.unless(words.length() <= LONGEST_REASON, "At most %d characters, please.".formatted(LONGEST_REASON));
        return words;
    }

    private void say(UUID id, Reader reader, Reach reach, String reason) {
        Line line = tables.find(id, reader).orElseThrow(Shelf::nothing);
        Rights rights = rights(line, tables.consents(id), reader);
        boolean may = switch (reach) {
            case SHARED -> rights.share();
            case OWN -> rights.narrow();
            case WITHDRAWN -> rights.withdraw();
        };
        if (!may) {
            throw nothing();
        }
        tables.consent(id, rights.as(), reach, maybe(reason), reader.user());
        if (line.shared() && reach != Reach.SHARED) {
            uses.users(id).forEach((user, source) -> facts.publishEvent(new LessonTakenBack(user, source, reach == Reach.WITHDRAWN,
                    whoHears(user))));
        }
    }

    /** Until there are members it is who looks for them. */
    private List<OrganisationId> whoHears(PartnershipId partnership) {
        List<OrganisationId> members = partnerships.memberIds(partnership);
        return members.isEmpty() ? partnerships.conveners(partnership) : members;
    }

    private static NotFound nothing() {
        return new NotFound("There is no such lesson, or it is not yours to say.");
    }

    /** Who told it speaks for that; else a partner for the partnership. Whoever serves it has no voice. */
    private Rights rights(Line line, Map<OrganisationId, Consent> consents, Reader reader) {
        boolean tells = reader.own().contains(line.organisation());
        Optional<OrganisationId> as = tells ? Optional.of(line.organisation()) : tables.partnerAmong(line.partnership(), reader);
        if (as.isEmpty() || withdrawal(line, consents).isPresent()) {
            return new Rights(null, false, false, false);
        }
        boolean keeps = Optional.ofNullable(consents.get(as.get())).map(Consent::reach).filter(Reach.OWN::equals).isPresent();
        return new Rights(as.get(), keeps, !keeps, tells);
    }

    private static Optional<Consent> withdrawal(Line line, Map<OrganisationId, Consent> consents) {
        return Optional.ofNullable(consents.get(line.organisation())).filter(one -> one.reach() == Reach.WITHDRAWN);
    }

    // Words

    private static List<String> tagsOf(Line line, Map<UUID, List<Tag>> tags) {
        return tags.getOrDefault(line.id(), List.of()).stream().map(Tag::name).toList();
    }

    private static Source source(Line line) {
        return new Source(line.inside() ? line.partnership() : null, line.inside() ? line.title() : null, line.name(),
                day(line.at()).getYear());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** @param as the organisation of the reader that says it */
    private record Rights(OrganisationId as, boolean share, boolean narrow, boolean withdraw) {
    }
}
