package org.commonground.meeting;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.commonground.foundation.NotFound;
import org.commonground.foundation.PartnershipId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is planned, told and decided in meetings. */
@Repository
class MeetingTables {

    private static final String SELECT = """
            select id, partnership, nr, kind, kind_nr, due_on, missed, agreed_in, subject, whom, asked_at, pauses, planned_on, at_hour,
                   place, agenda, policy, invited_by, sent_at, outcome, held_as, nobody_came, policy_came, policy_words, policy_told_in
            from planned_meeting where\s""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    MeetingTables(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** Those of a partnership, in the order in which they were opened or agreed. */
    List<MeetingCard> of(PartnershipId partnership) {
        return jdbc.sql(SELECT + "partnership = ? order by nr").param(partnership.value()).query((row, nr) -> card(row)).list();
    }

    MeetingCard get(UUID id) {
        return jdbc.sql(SELECT + "id = ?").param(id).query((row, nr) -> card(row)).optional()
                .orElseThrow(() -> new NotFound("There is no such meeting."));
    }

    private static MeetingCard card(ResultSet row) throws SQLException {
        return new MeetingCard(row.getObject("id", UUID.class), new PartnershipId(row.getString("partnership")), row.getInt("nr"),
                MeetingKind.valueOf(row.getString("kind")), row.getInt("kind_nr"), row.getObject("due_on", LocalDate.class),
                row.getInt("missed"), row.getObject("agreed_in", UUID.class), row.getString("subject"), row.getString("whom"),
                moment(row, "asked_at"), row.getInt("pauses"), row.getObject("planned_on", LocalDate.class), row.getString("at_hour"),
                row.getString("place"), row.getString("agenda"), row.getString("policy"), row.getString("invited_by"),
                moment(row, "sent_at"), Optional.ofNullable(row.getString("outcome")).map(MeetingOutcome::valueOf).orElse(null),
                row.getObject("held_as", UUID.class), row.getString("nobody_came"), row.getObject("policy_came", Boolean.class),
                row.getString("policy_words"), row.getObject("policy_told_in", UUID.class));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    /** One more, which nobody is asked about yet. */
    UUID plan(PartnershipId partnership, List<MeetingCard> known, MeetingKind kind, LocalDate dueOn, int missed, LocalDate on) {
        return plan(partnership, known, kind, dueOn, missed, on, null, null, null);
    }

    /** The same, where a meeting agreed on it. */
    UUID agree(MeetingCard in, List<MeetingCard> known, FurtherMeeting further) {
        return plan(in.partnership(), known, further.kind(), null, 0, further.on(), in.id(), further.subject(), further.whom());
    }

    private UUID plan(PartnershipId partnership, List<MeetingCard> known, MeetingKind kind, LocalDate dueOn, int missed, LocalDate on,
            UUID agreedIn, String subject, String whom) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into planned_meeting (id, partnership, nr, kind, kind_nr, due_on, missed, pauses, planned_on, agreed_in, subject,"
                + " whom) values (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)")
                .params(Arrays.asList(id, partnership.value(), known.stream().mapToInt(MeetingCard::nr).max().orElse(0) + 1, kind.name(),
                        known.stream().filter(one -> one.kind() == kind).mapToInt(MeetingCard::kindNr).max().orElse(0) + 1,
                        dueOn == null ? null : Date.valueOf(dueOn), missed, Date.valueOf(on), agreedIn, subject, whom)).update();
        return id;
    }

    /** From now on somebody is asked to invite to it. */
    void ask(UUID id, int pauses, LocalDate on) {
        jdbc.sql("update planned_meeting set asked_at = ?, pauses = ?, planned_on = ? where id = ?")
                .params(now(), pauses, Date.valueOf(on), id).update();
    }

    void invite(UUID id, MeetingInvitation invitation, String person) {
        jdbc.sql("update planned_meeting set planned_on = ?, at_hour = ?, place = ?, agenda = ?, policy = ?, invited_by = ? where id = ?")
                .params(Arrays.asList(Date.valueOf(invitation.on()), invitation.hour(), invitation.place(), invitation.agenda(),
                        invitation.policy(), person, id)).update();
        batches.batchUpdate("insert into meeting_guest (planned_meeting, nr, name, comes_from, address, why) values (?, ?, ?, ?, ?, ?)",
                IntStream.range(0, invitation.guests().size()).mapToObj(nr -> {
                    InvitedGuest guest = invitation.guests().get(nr);
                    return new Object[] {id, nr + 1, guest.name(), guest.from(), guest.address(), guest.why()};
                }).toList());
    }

    /** Keeps what people were told where nobody had said it, and that they were told. */
    void send(UUID id, String place, String agenda) {
        jdbc.sql("update planned_meeting set place = ?, agenda = ?, sent_at = ? where id = ?").params(place, agenda, now(), id).update();
    }

    List<MeetingGuest> guests(UUID id) {
        return jdbc.sql("select nr, name, comes_from, address, why, came from meeting_guest where planned_meeting = ? order by nr")
                .param(id).query((row, nr) -> new MeetingGuest(row.getInt(1), row.getString(2), row.getString(3), row.getString(4),
                        row.getString(5), row.getObject(6, Boolean.class))).list();
    }

    /** Who of the invited came, and who came besides. */
    void attend(UUID id, int invited, Set<Integer> came, List<Minutes.Besides> besides) {
        jdbc.sql("update meeting_guest set came = false where planned_meeting = ?").param(id).update();
        batches.batchUpdate("update meeting_guest set came = true where planned_meeting = ? and nr = ?",
                came.stream().map(nr -> new Object[] {id, nr}).toList());
        batches.batchUpdate("insert into meeting_guest (planned_meeting, nr, name, comes_from, came) values (?, ?, ?, ?, true)",
                IntStream.range(0, besides.size()).mapToObj(nr -> new Object[] {id, invited + nr + 1, besides.get(nr).name(),
                        besides.get(nr).from()}).toList());
    }

    void decide(UUID id, List<String> decisions) {
        batches.batchUpdate("insert into meeting_decision (planned_meeting, nr, words) values (?, ?, ?)",
                IntStream.range(0, decisions.size()).mapToObj(nr -> new Object[] {id, nr + 1, decisions.get(nr)}).toList());
    }

    List<String> decisions(UUID id) {
        return jdbc.sql("select words from meeting_decision where planned_meeting = ? order by nr").param(id).query(String.class).list();
    }

    /** @param nobodyCame what kept people away; null in all other cases */
    void end(UUID id, MeetingOutcome outcome, UUID heldAs, String nobodyCame) {
        jdbc.sql("update planned_meeting set outcome = ?, over_at = ?, held_as = ?, nobody_came = ? where id = ?")
                .params(Arrays.asList(outcome.name(), now(), heldAs, nobodyCame, id)).update();
    }

    void tellOfPolicy(UUID hopedForIn, boolean came, String words, UUID toldIn) {
        jdbc.sql("update planned_meeting set policy_came = ?, policy_words = ?, policy_told_in = ? where id = ?")
                .params(came, words, toldIn, hopedForIn).update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
