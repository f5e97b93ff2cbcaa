package org.commonground.home;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.commonground.engine.AnswerBook;
import org.commonground.engine.SentAnswer;
import org.commonground.engine.SentAnswer.Said;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;
import org.commonground.organisation.PersonLeft;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Drafts, each of one person alone, and the answers that were sent: rows that are written once. */
@Repository
public class AnswerTables implements AnswerBook {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Said>> LINES = new TypeReference<>() { };
    private static final String ANSWERS = """
            select id, form, label, box, instance, case_number, organisation, asked, person, sent_at, said from answer\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    AnswerTables(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    // Answers

    @Override
    public void keep(SentAnswer answer) {
        jdbc.sql("""
                insert into answer (id, form, label, box, instance, case_number, organisation, asked, person, sent_at, said, given)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(answer.id(), answer.form(), answer.label(), answer.box(), answer.instance(), answer.caseNumber(),
                        answer.organisation() == null ? null : answer.organisation().code(), String.join(",", answer.asked()),
                        answer.person(), Timestamp.from(answer.at()), written(answer.said()), answer.given()).update();
    }

    @Override
    public Optional<String> givenBefore(String instance, String form, OrganisationId organisation) {
        return jdbc.sql("""
                select given from answer where instance = ? and form = ? and organisation = ?
                order by sent_at desc, id desc fetch first 1 row only""")
                .params(instance, form, organisation.code()).query(String.class).optional();
    }

    @Override
    public Optional<Sent> sentLast(String caseNumber, OrganisationId organisation) {
        return jdbc.sql("select asked, label, sent_at from answer where case_number = ? order by sent_at desc, id desc")
                .param(caseNumber)
                .query((row, nr) -> new Asked(row.getString(1), new Sent(row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant())))
                .list().stream().filter(one -> one.isOf(organisation)).map(Asked::sent).findFirst();
    }

    private record Asked(String groups, Sent sent) {

        boolean isOf(OrganisationId one) {
            return !groups.isEmpty() && Arrays.stream(groups.split(",")).allMatch(one::isGroupOf);
        }
    }

    /** @param id of the task, or of the case that a start form began */
    public Optional<KeptAnswer> find(String id) {
        return jdbc.sql(ANSWERS + "where id = ?").param(id).query(AnswerTables::answer).optional();
    }

    /** The latest first. */
    public List<KeptAnswer> of(String person, int most) {
        return jdbc.sql(ANSWERS + "where person = ? order by sent_at desc, id desc fetch first " + most + " rows only").param(person)
                .query(AnswerTables::answer).list();
    }

    /** In a case, the latest first; who may read which is asked of each. */
    public List<KeptAnswer> in(String caseNumber, int most) {
        return jdbc.sql(ANSWERS + "where case_number = ? order by sent_at desc, id desc fetch first " + most + " rows only")
                .param(caseNumber).query(AnswerTables::answer).list();
    }

    private static KeptAnswer answer(ResultSet row, int nr) throws SQLException {
        String organisation = row.getString("organisation");
        Set<String> asked = Arrays.stream(row.getString("asked").split(",")).filter(group -> !group.isEmpty()).collect(Collectors.toSet());
        return new KeptAnswer(row.getString("id"), row.getString("form"), row.getString("label"), row.getString("box"),
                row.getString("instance"), row.getString("case_number"), organisation == null ? null : new OrganisationId(organisation),
                asked, row.getString("person"), row.getObject("sent_at", OffsetDateTime.class).toInstant(), read(row.getString("said")));
    }

    // Drafts

    @Override
    public Optional<Draft> draft(String task, String person) {
        return jdbc.sql("select nr, written_at, words from draft where task = ? and person = ?").params(task, person)
                .query((row, nr) -> new Draft(row.getInt(1), row.getObject(2, OffsetDateTime.class).toInstant(), row.getString(3)))
                .optional();
    }

    @Override
    public Optional<Integer> write(String task, String person, int seen, String words) {
        Timestamp now = Timestamp.from(clock.instant());
        int written = seen == 0 ? begin(task, person, now, words)
                : jdbc.sql("update draft set nr = nr + 1, written_at = ?, words = ? where task = ? and person = ? and nr = ?")
                        .params(now, words, task, person, seen).update();
        return written == 0 ? Optional.empty() : Optional.of(seen + 1);
    }

    /** The draft goes with its task, even where that ends in this very moment: the row belongs to that of the open task. */
    private int begin(String task, String person, Timestamp now, String words) {
        try {
            return jdbc.sql("""
                    insert into draft (task, person, nr, written_at, words) select ?, ?, 1, ?, ?
                    where not exists (select 1 from draft where task = ? and person = ?)""")
                    .params(task, person, now, words, task, person).update();
        } catch (DataIntegrityViolationException over) {
            throw new Refusal("This step is over: somebody has done it, or its time has passed.");
        }
    }

    @Override
    public void throwAway(String task, String person) {
        jdbc.sql("delete from draft where task = ? and person = ?").params(task, person).update();
    }

    /** Of somebody whose account goes, or who belongs to the organisation no longer. */
    public void forget(String person) {
        jdbc.sql("delete from draft where person = ?").param(person).update();
    }

    @EventListener
    void left(PersonLeft fact) {
        forget(fact.person().user());
    }

    private static String written(List<Said> said) {
        try {
            return JSON.writeValueAsString(said);
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private static List<Said> read(String said) {
        try {
            return JSON.readValue(said, LINES);
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
