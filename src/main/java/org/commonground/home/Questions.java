package org.commonground.home;

import static org.commonground.foundation.Words.said;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.home.MyPartnerships.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Questions about a partnership, to the coordinator or to all partners, with their answers. What a candidate asks all candidates read, so
 * that none knows more than the others. Nothing is changed or taken away afterwards.
 */
@Service
public class Questions {

    private static final int LONGEST = 2000;
    private static final int MOST_OPEN = 20;

    private final JdbcClient jdbc;
    private final MyPartnerships partnerships;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Questions(JdbcClient jdbc, MyPartnerships partnerships, ApplicationEventPublisher facts, Clock clock) {
        this.jdbc = jdbc;
        this.partnerships = partnerships;
        this.facts = facts;
        this.clock = clock;
    }

    /** Those that the viewer may read, the latest first. */
    public List<AskedQuestion> of(PartnershipId partnership, Viewer viewer, Involvement involvement) {
        Map<UUID, List<AskedQuestion.Answer>> answers = jdbc.sql("""
                select a.question, a.organisation, a.person, a.words, a.answered_at from question_answer a
                join question q on q.id = a.question where q.partnership = ? order by a.answered_at, a.id""")
                .param(partnership.value())
                .query((row, nr) -> Map.entry(row.getObject(1, UUID.class), new AskedQuestion.Answer(id(row.getString(2)), row.getString(3),
                        row.getString(4), row.getObject(5, OffsetDateTime.class).toInstant())))
                .list().stream().collect(Collectors.groupingBy(Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return jdbc.sql("""
                select id, to_coordinator, by_candidate, organisation, person, step, words, asked_at, closed_at from question
                where partnership = ? order by asked_at desc, id""")
                .param(partnership.value())
                .query((row, nr) -> {
                    UUID id = row.getObject(1, UUID.class);
                    return new AskedQuestion(id, row.getBoolean(2), row.getBoolean(3), id(row.getString(4)), row.getString(5),
                            row.getString(6), row.getString(7), row.getObject(8, OffsetDateTime.class).toInstant(),
                            row.getObject(9) != null, answers.getOrDefault(id, List.of()));
                })
                .list().stream().filter(one -> isReadBy(one, viewer, involvement)).toList();
    }

    /** To how many questions the viewer's answer is waited for, where to any: one statement, however many partnerships they are. */
    public Map<PartnershipId, Long> awaited(List<MyPartnerships.Line> some, Viewer viewer) {
        Map<String, Involvement> involved = some.stream()
                .collect(Collectors.toMap(one -> one.id().value(), MyPartnerships.Line::involvement));
        return involved.isEmpty() ? Map.of() : jdbc.sql("""
                select partnership, to_coordinator, organisation from question q where closed_at is null and partnership in (:numbers)
                and not exists (select 1 from question_answer a where a.question = q.id)""")
                .param("numbers", involved.keySet())
                .query((row, nr) -> new Unanswered(row.getString(1), row.getBoolean(2), id(row.getString(3)))).list().stream()
                .filter(one -> involved.get(one.partnership()) == Involvement.STAFF ? one.toCoordinator()
                        : !one.toCoordinator() && involved.get(one.partnership()).belongs() && !viewer.own().contains(one.organisation()))
                .collect(Collectors.groupingBy(one -> new PartnershipId(one.partnership()), Collectors.counting()));
    }

    private static boolean isReadBy(AskedQuestion one, Viewer viewer, Involvement involvement) {
        boolean own = isOf(one, viewer);
        return switch (involvement) {
            case STAFF -> true;
            case PARTNER, ALLY, FOUNDING -> own || !one.toCoordinator();
            case CANDIDATE -> own || one.byCandidate() && !one.answers().isEmpty();
            case LEFT -> false;
        };
    }

    /** Whether it is the viewer's own question: of the same organisation, or of staff. */
    public static boolean isOf(AskedQuestion one, Viewer viewer) {
        return one.organisation() == null ? viewer.staff() : viewer.own().contains(one.organisation());
    }

    /** Whether the viewer is one of those who are asked. */
    public static boolean isAnsweredBy(AskedQuestion one, Viewer viewer, Involvement involvement) {
        return !one.closed() && (involvement == Involvement.STAFF
                || !one.toCoordinator() && involvement.belongs());
    }

    /**
     * Asks. Refused for who has left, without words or with too many, and while the organisation has many questions open.
     *
     * @param ofCoordinator of the coordinator alone; a candidate asks nobody else, and the coordinator asks the partners
     * @param step          the label of the step it is about; else null
     */
    @Transactional
    public void ask(PartnershipId partnership, boolean ofCoordinator, String step, String words, Viewer viewer) {
        Involvement involvement = involvement(partnership, viewer);
        Refusal.unless(involvement != Involvement.LEFT, "Your organisation has left this partnership, so nobody is asked here.");
        boolean candidate = involvement == Involvement.CANDIDATE;
        boolean toCoordinator = candidate || ofCoordinator && involvement != Involvement.STAFF;
        OrganisationId organisation = involvement == Involvement.STAFF ? null : viewer.own().iterator().next();
        String text = brief(words, "Please write your question.");
        int open = jdbc.sql("select count(*) from question where partnership = ? and closed_at is null and coalesce(organisation, '-') = ?")
                .params(partnership.value(), organisation == null ? "-" : organisation.code()).query(Integer.class).single();
        Refusal.unless(open < MOST_OPEN, "%d of your questions are open here. Please close those that are answered before you ask more."
                .formatted(MOST_OPEN));
        jdbc.sql("""
                insert into question (id, partnership, to_coordinator, by_candidate, organisation, person, step, words, asked_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(UUID.randomUUID(), partnership.value(), toCoordinator, candidate, organisation == null ? null : organisation.code(),
                        viewer.user(), step, text, now()).update();
        facts.publishEvent(new QuestionAsked(partnership, organisation,
                toCoordinator ? List.of() : others(members(partnership), organisation), step, text));
    }

    /** Answers. Refused for whoever is not asked, once it is closed, and without words or with too many. */
    @Transactional
    public void answer(PartnershipId partnership, UUID question, String words, Viewer viewer) {
        Involvement involvement = involvement(partnership, viewer);
        AskedQuestion asked = find(partnership, question, viewer, involvement);
        Refusal.unless(!asked.closed(), "This question is closed: who asked it has its answer.");
        Refusal.unless(isAnsweredBy(asked, viewer, involvement), "This question is not asked of you.");
        OrganisationId organisation = involvement == Involvement.STAFF ? null : viewer.own().iterator().next();
        String text = brief(words, "Please write your answer.");
        jdbc.sql("insert into question_answer (id, question, organisation, person, words, answered_at) values (?, ?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), question, organisation == null ? null : organisation.code(), viewer.user(), text, now())
                .update();
        List<OrganisationId> readers = asked.byCandidate() ? partnerships.candidates(partnership)
                : asked.toCoordinator() ? List.of(asked.organisation()) : members(partnership);
        facts.publishEvent(new QuestionAnswered(partnership, organisation, others(readers, organisation), organisation != null,
                asked.words(), text));
    }

    /** Who asked says that it is answered, or asks no longer. Refused for anybody else. */
    @Transactional
    public void close(PartnershipId partnership, UUID question, Viewer viewer) {
        AskedQuestion asked = find(partnership, question, viewer, involvement(partnership, viewer));
        Refusal.unless(isOf(asked, viewer), "Only who asked a question closes it.");
        jdbc.sql("update question set closed_at = ? where id = ? and closed_at is null").params(now(), question).update();
    }

    private AskedQuestion find(PartnershipId partnership, UUID question, Viewer viewer, Involvement involvement) {
        return of(partnership, viewer, involvement).stream().filter(one -> one.id().equals(question)).findFirst()
                .orElseThrow(() -> new NotFound("There is no such question."));
    }

    private Involvement involvement(PartnershipId partnership, Viewer viewer) {
        return partnerships.find(partnership, viewer).map(MyPartnerships.Line::involvement)
                .orElseThrow(() -> new NotFound("There is no partnership with the number %s.".formatted(partnership)));
    }

    private List<OrganisationId> members(PartnershipId partnership) {
        return partnerships.members(List.of(partnership.value())).getOrDefault(partnership, List.of());
    }

    private static List<OrganisationId> others(List<OrganisationId> all, OrganisationId one) {
        return all.stream().filter(other -> !other.equals(one)).toList();
    }

    private static String brief(String words, String sentence) {
        String text = said(words, sentence);
        Refusal.unless(text.length() <= LONGEST, "These are %d characters, and at most %d fit here. Please say it more briefly."
                .formatted(text.length(), LONGEST));
        return text;
    }

    private static OrganisationId id(String code) {
        return code == null ? null : new OrganisationId(code);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private record Unanswered(String partnership, boolean toCoordinator, OrganisationId organisation) {
    }
}
