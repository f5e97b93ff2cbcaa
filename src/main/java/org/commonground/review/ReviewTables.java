package org.commonground.review;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.commonground.agreement.PlannedDate;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.negotiation.Topic;
import org.commonground.partnership.Standing;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What partners say in reviews, in rows that are written once. */
@Repository
class ReviewTables {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    ReviewTables(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    // Dates

    int datesHeld(PartnershipId partnership) {
        return jdbc.sql("select coalesce(max(nr), 0) from review_date where partnership = ?").param(partnership.value())
                .query(Integer.class).single();
    }

    void hold(UUID review, PartnershipId partnership, List<PlannedDate> dates) {
        batches.batchUpdate("insert into review_date (partnership, nr, due_at, review, late) values (?, ?, ?, ?, ?)",
                dates.stream().map(date -> new Object[] {partnership.value(), date.nr(), Timestamp.from(date.due()), review, date.late()})
                        .toList());
    }

    Map<UUID, List<PlannedDate>> dates(PartnershipId partnership) {
        return jdbc.sql("select review, nr, due_at, late from review_date where partnership = ? order by nr").param(partnership.value())
                .query((row, nr) -> Map.entry(row.getObject(1, UUID.class),
                        new PlannedDate(row.getInt(2), row.getObject(3, OffsetDateTime.class).toInstant(), row.getBoolean(4))))
                .list().stream().collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    // Who is asked, and what

    void ask(UUID review, List<OrganisationId> partners, List<Question> questions) {
        batches.batchUpdate("insert into review_partner (review, organisation) values (?, ?)",
                partners.stream().map(one -> new Object[] {review, one.code()}).toList());
        batches.batchUpdate("insert into review_question (review, nr, question_key, label) values (?, ?, ?, ?)",
                questions.stream().map(question -> new Object[] {review, question.nr(), question.key(), question.label()}).toList());
        batches.batchUpdate("insert into health_tally (review, question, rating, answers) values (?, ?, ?, 0)",
                questions.stream().flatMap(question -> IntStream.rangeClosed(1, 5)
                        .mapToObj(rating -> new Object[] {review, question.nr(), rating})).toList());
    }

    List<Question> questions(UUID review) {
        return jdbc.sql("select nr, question_key, label from review_question where review = ? order by nr").param(review)
                .query((row, nr) -> new Question(row.getInt(1), row.getString(2), row.getString(3))).list();
    }

    boolean isAsked(UUID review, OrganisationId organisation) {
        return exists("review_partner", review, organisation);
    }

    boolean hasRated(UUID review, OrganisationId organisation) {
        return exists("ballot_receipt", review, organisation);
    }

    /** The last review, opened since then, in which the organisation has said something: of a rating nobody knows when. */
    Optional<Integer> lastAnswered(PartnershipId partnership, OrganisationId organisation, Instant since) {
        return jdbc.sql("""
                select r.nr from review r join ballot_receipt b on b.review = r.id
                where r.partnership = ? and b.organisation = ? and r.opened_at >= ? order by r.nr desc fetch first 1 row only""")
                .params(partnership.value(), organisation.code(), Timestamp.from(since)).query(Integer.class).optional();
    }

    /** Whoever is asked, is still a full partner, and has no row in the table yet. */
    List<String> awaited(UUID review, String table) {
        return jdbc.sql("""
                select p.organisation from review_partner p join review r on r.id = p.review
                join member m on m.partnership = r.partnership and m.present = p.organisation
                where p.review = ? and not exists (select 1 from %s said where said.review = p.review and said.organisation = \
                p.organisation)
                order by p.organisation""".formatted(table)).param(review).query(String.class).list();
    }

    /** Those who are asked and are full partners still. */
    List<OrganisationId> partnersNow(UUID review) {
        return jdbc.sql("""
                select p.organisation from review_partner p join review r on r.id = p.review
                join member m on m.partnership = r.partnership and m.present = p.organisation
                where p.review = ? and m.standing = ?""").params(review, Standing.PARTNER.key())
                .query((row, nr) -> new OrganisationId(row.getString(1))).list();
    }

    private boolean exists(String table, UUID review, OrganisationId organisation) {
        return !jdbc.sql("select organisation from " + table + " where review = ? and organisation = ?").params(review, organisation.code())
                .query(String.class).list().isEmpty();
    }

    // How they work together

    /**
     * Counts an answer. All that stays is that the organisation answered and, apart from it, how often each rating was given. A row
     * keeps which transaction wrote it last, and the receipt keeps it too: so every answer writes all rows anew, whatever it says, and
     * they all tell the same. It holds one row before the others, so that two at one moment wait for each other instead of blocking.
     */
    void addBallot(UUID review, OrganisationId organisation, Map<Question, Integer> ratings) {
        jdbc.sql("insert into ballot_receipt (review, organisation) values (?, ?)").params(review, organisation.code()).update();
        jdbc.sql("select answers from health_tally where review = ? and question = 1 and rating = 1 for update").param(review)
                .query(Integer.class).single();
        batches.batchUpdate("update health_tally set answers = answers + case when rating = ? then 1 else 0 end where review = ? and"
                + " question = ?", ratings.entrySet().stream().sorted(Comparator.comparing(one -> one.getKey().nr()))
                        .map(one -> new Object[] {one.getValue(), review, one.getKey().nr()}).toList());
    }

    int ballots(UUID review) {
        return jdbc.sql("select count(*) from ballot_receipt where review = ?").param(review).query(Integer.class).single();
    }

    /** Question → rating → how often. */
    Map<Integer, Map<Integer, Integer>> tallies(UUID review) {
        Map<Integer, Map<Integer, Integer>> tallies = new LinkedHashMap<>();
        jdbc.sql("select question, rating, answers from health_tally where review = ? order by question, rating").param(review)
                .query(row -> {
                    tallies.computeIfAbsent(row.getInt(1), question -> new LinkedHashMap<>()).put(row.getInt(2), row.getInt(3));
                });
        return tallies;
    }

    /** Once they are counted nobody needs them, and what may not be shown is not kept. */
    void forgetTallies(UUID review) {
        jdbc.sql("delete from health_tally where review = ?").param(review).update();
    }

    void keepFindings(UUID review, List<Finding> findings) {
        batches.batchUpdate("insert into finding (review, question, mean, spread, answers) values (?, ?, ?, ?, ?)",
                findings.stream().map(finding -> new Object[] {review, finding.question().nr(), finding.mean(), finding.spread(),
                        finding.answers()}).toList());
    }

    /** All findings of a partnership, review by review, each with the mean when its question was last shown. */
    Map<UUID, List<Finding>> findings(PartnershipId partnership) {
        Map<UUID, List<Finding>> findings = new LinkedHashMap<>();
        Map<String, Double> means = new LinkedHashMap<>();
        jdbc.sql("""
                select r.id, q.nr, q.question_key, q.label, f.mean, f.spread, f.answers from review r
                join finding f on f.review = r.id join review_question q on q.review = f.review and q.nr = f.question
                where r.partnership = ? order by r.nr, q.nr""").param(partnership.value()).query(row -> {
                    Question question = new Question(row.getInt(2), row.getString(3), row.getString(4));
                    double mean = row.getDouble(5);
                    findings.computeIfAbsent(row.getObject(1, UUID.class), review -> new ArrayList<>())
                            .add(new Finding(question, mean, row.getInt(6), row.getInt(7), means.put(question.key(), mean)));
                });
        return findings;
    }

    // What it does to each

    void keepImpact(UUID review, OrganisationId organisation, Impact impact, String person) {
        jdbc.sql("""
                insert into impact (review, organisation, rating, words, own_change, managed, learned, remark, stated_by, stated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(review, organisation.code(), impact.rating(), impact.words(), impact.ownChange(), impact.managed(),
                        impact.learned(), impact.remark(), person, Timestamp.from(clock.instant())).update();
        batches.batchUpdate("insert into work_rating (review, organisation, objective, rating, words) values (?, ?, ?, ?, ?)",
                impact.work().stream().map(work -> new Object[] {review, organisation.code(), work.objective(), work.rating(),
                        work.words()}).toList());
    }

    List<StatedImpact> impacts(PartnershipId partnership) {
        Map<String, List<WorkRating>> work = jdbc.sql("""
                select r.nr, w.organisation, w.objective, w.rating, w.words from work_rating w join review r on r.id = w.review
                where r.partnership = ? order by w.objective""").param(partnership.value())
                .query((row, nr) -> Map.entry(row.getInt(1) + row.getString(2),
                        new WorkRating(row.getInt(3), row.getInt(4), row.getString(5))))
                .list().stream().collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        return jdbc.sql("""
                select r.nr, i.organisation, o.name, i.rating, i.words, i.own_change, i.managed, i.learned, i.remark
                from impact i join review r on r.id = i.review join organisation o on o.code = i.organisation
                where r.partnership = ? order by r.nr, lower(o.name), i.organisation""").param(partnership.value())
                .query((row, nr) -> new StatedImpact(row.getInt(1), new OrganisationId(row.getString(2)), row.getString(3),
                        new Impact(row.getInt(4), row.getString(5), row.getString(6), row.getString(7), row.getString(8), row.getString(9),
                                work.getOrDefault(row.getInt(1) + row.getString(2), List.of()))))
                .list();
    }

    // The way forward

    void recommend(UUID review, List<Recommendation> recommendations) {
        jdbc.sql("delete from recommendation where review = ?").param(review).update();
        batches.batchUpdate("insert into recommendation (review, nr, way, reason) values (?, ?, ?, ?)",
                IntStream.range(0, recommendations.size()).mapToObj(nr -> new Object[] {review, nr + 1, recommendations.get(nr).way().key(),
                        recommendations.get(nr).reason()}).toList());
    }

    List<Recommendation> recommendations(UUID review) {
        return jdbc.sql("select way, reason from recommendation where review = ? order by nr").param(review)
                .query((row, nr) -> new Recommendation(WayForward.of(row.getString(1)), row.getString(2))).list();
    }

    void keepVote(UUID review, OrganisationId organisation, WayForwardVote vote, String person) {
        jdbc.sql("insert into way_vote (review, organisation, way, also, topics, joining, leaving, words, voted_by, voted_at) values"
                + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(review, organisation.code(), vote.way().key(),
                        vote.also().stream().map(WayForward::key).collect(joining(" ")),
                        Objects.requireNonNullElse(vote.named().topicKeys(), ""), vote.named().joining(), vote.named().leavingCodes(),
                        vote.words(), person, Timestamp.from(clock.instant()))).update();
    }

    boolean hasVoted(UUID review, OrganisationId organisation) {
        return exists("way_vote", review, organisation);
    }

    List<CastVote> votes(UUID review) {
        return jdbc.sql("""
                select v.organisation, o.name, v.way, v.also, v.words, v.topics, v.joining, v.leaving, v.voted_by
                from way_vote v join organisation o on o.code = v.organisation
                where v.review = ? order by lower(o.name), v.organisation""").param(review)
                .query((row, nr) -> new CastVote(new OrganisationId(row.getString(1)), row.getString(2),
                        new WayForwardVote(WayForward.of(row.getString(3)), ways(row.getString(4)),
                                NamedChange.read(row.getString(6), row.getString(7), row.getString(8)), row.getString(5)),
                        row.getString(9))).list();
    }

    private static Set<WayForward> ways(String keys) {
        return keys.isBlank() ? Set.of()
                : Arrays.stream(keys.split(" ")).map(WayForward::of).collect(toCollection(() -> EnumSet.noneOf(WayForward.class)));
    }

    // The report

    void keep(UUID review, ReviewReport report) {
        try {
            jdbc.sql("insert into review_report (review, facts) values (?, ?)").params(review, JSON.writeValueAsString(report)).update();
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException("The report of review %s cannot be kept.".formatted(review), exception);
        }
    }

    Optional<ReviewReport> keptReport(UUID review) {
        return jdbc.sql("select facts from review_report where review = ?").param(review).query(String.class).optional().map(facts -> {
            try {
                return JSON.readValue(facts, ReviewReport.class);
            } catch (JsonProcessingException exception) {
                throw new IllegalStateException("The report of review %s cannot be read.".formatted(review), exception);
            }
        });
    }
}
