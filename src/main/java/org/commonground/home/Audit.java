package org.commonground.home;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.commonground.document.Readership;
import org.commonground.engine.KindsOfSteps;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.notice.CaseRecord;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What happened in each case: who sent which step for whom, and what was told. Both are rows that are only ever added, so nothing is
 * written twice. Ratings carry no name: of them nothing is here.
 */
@Repository
public class Audit implements CaseRecord {

    private static final String MEMBERS = "members";
    private static final int LONGEST = 300;

    private final JdbcClient jdbc;
    private final KindsOfSteps steps;
    // Mails are written while what knows the members is still being built.
    private final ObjectProvider<Readership> readerships;

    Audit(JdbcClient jdbc, KindsOfSteps steps, ObjectProvider<Readership> readerships) {
        this.jdbc = jdbc;
        this.steps = steps;
        this.readerships = readerships;
    }

    /** What all members were told whoever belongs to the partnership reads, later ones too; anything else those who were told. */
    @Override
    public void told(String caseNumber, String line, Set<String> groups, Instant at) {
        jdbc.sql("insert into told_fact (id, at, case_number, what, readers) values (?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), Timestamp.from(at), caseNumber, line.substring(0, Math.min(line.length(), LONGEST)),
                        groups.containsAll(members(caseNumber)) ? MEMBERS : String.join("\n", new TreeSet<>(groups))).update();
    }

    private List<String> members(String caseNumber) {
        List<String> members = PartnershipId.isOne(caseNumber) ? readerships.orderedStream()
                .flatMap(one -> one.readers(new PartnershipId(caseNumber)).stream()).map(OrganisationId::groupId).toList() : List.of();
        return members.isEmpty() ? List.of(MEMBERS) : members;
    }

    /** The latest first. */
    public List<Line> of(PartnershipId partnership, int most) {
        return jdbc.sql("""
                select at, cast(null as varchar(64)) as person, cast(null as varchar(2000)) as asked, what,
                       cast(null as varchar(80)) as form, readers
                from told_fact where case_number = :number
                union all select sent_at, person, asked, label, form, null from answer where case_number = :number
                order by 1 desc, 4 fetch first :most rows only""")
                .param("number", partnership.value()).param("most", most).query(this::line).list();
    }

    private Line line(ResultSet row, int nr) throws SQLException {
        String form = row.getString("form");
        List<String> asked = row.getString("asked") == null ? List.of() : Arrays.asList(row.getString("asked").split(","));
        Set<String> codes = asked.stream().map(GroupName::codeOf).filter(code -> code != null).collect(Collectors.toSet());
        List<String> readers = form == null ? Arrays.asList(row.getString("readers").split("\n"))
                : steps.isConfidential(form) ? asked : List.of(MEMBERS);
        return new Line(row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("person"),
                codes.size() == 1 ? new OrganisationId(codes.iterator().next()) : null, row.getString("what"), readers);
    }

    /**
     * One thing that happened.
     *
     * @param person       who did it; null where it followed from what others did
     * @param organisation for whom; null for staff, and where several could have done it
     * @param readers      groups
     */
    public record Line(Instant at, String person, OrganisationId organisation, String what, List<String> readers) {

        /** Whether whoever belongs to the partnership reads it. */
        public boolean isForMembers() {
            return readers.contains(MEMBERS);
        }

        public boolean isFor(Collection<String> groups) {
            return !Collections.disjoint(readers, groups);
        }
    }
}
