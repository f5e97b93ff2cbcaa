package org.commonground.partnership;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The meetings of all partnerships, for whatever reason a room brings the partners together. Its bean leaves the name {@code meetings} to
 * what diagrams ask.
 */
@Service("allMeetings")
public class Meetings {

    private final Members members;
    private final Partnerships partnerships;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    Meetings(Members members, Partnerships partnerships, JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.members = members;
        this.partnerships = partnerships;
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** Keeps a meeting that was held. Refused when it lies ahead, or when somebody was there who is no member. */
    @Transactional
    public UUID record(PartnershipId partnership, Meeting meeting, String person) {
        meeting.mayBeKept(members.ids(partnership), partnerships.findById(partnership.value()).orElseThrow().proposedOn(),
                Days.latest(clock));
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into meeting (id, partnership, occasion, held_on, minutes, recorded_by, recorded_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(id, partnership.value(), meeting.occasion(), Date.valueOf(meeting.heldOn()), meeting.minutes(), person,
                        Timestamp.from(clock.instant())).update();
        batches.batchUpdate("insert into attendance (meeting, organisation) values (?, ?)",
                meeting.present().stream().map(one -> new Object[] {id, one.code()}).toList());
        return id;
    }

    /** Its meetings, the oldest first. */
    public List<Meeting> of(PartnershipId partnership) {
        return find("m.partnership = ?", partnership.value());
    }

    /** Who wrote the meeting down. */
    public String recordedBy(UUID id) {
        return jdbc.sql("select recorded_by from meeting where id = ?").param(id).query(String.class).single();
    }

    /** The meeting, or empty where there is none. */
    public Optional<Meeting> find(UUID id) {
        return id == null ? Optional.empty() : find("m.id = ?", id).stream().findFirst();
    }

    private List<Meeting> find(String which, Object parameter) {
        Map<UUID, Meeting> found = new LinkedHashMap<>();
        Map<UUID, Set<OrganisationId>> present = new LinkedHashMap<>();
        jdbc.sql("select m.id, m.occasion, m.held_on, m.minutes, a.organisation from meeting m join attendance a on a.meeting = m.id where "
                + which + " order by m.held_on, m.recorded_at, a.organisation").param(parameter).query(row -> {
                    UUID id = row.getObject(1, UUID.class);
                    present.computeIfAbsent(id, one -> new LinkedHashSet<>()).add(new OrganisationId(row.getString(5)));
                    found.put(id, new Meeting(row.getString(2), row.getObject(3, LocalDate.class), present.get(id), row.getString(4)));
                });
        return List.copyOf(found.values());
    }
}
