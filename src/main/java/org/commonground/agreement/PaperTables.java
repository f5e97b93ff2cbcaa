package org.commonground.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.commonground.negotiation.NegotiationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sheets that were signed by hand, and what was found when they were looked at. Rows that are written once. */
@Repository
class PaperTables {

    private static final String OPEN = """
            exists (select 1 from paper_signature p left join paper_check c on c.paper_signature = p.id
                where p.agreement_version = v.id and p.organisation = ? and c.paper_signature is null)""";

    private final JdbcClient jdbc;
    private final Clock clock;

    PaperTables(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void handIn(UUID version, OrganisationId organisation, String sha256, String signer, String signerName, UUID scan, int nr,
            String person) {
        jdbc.sql("""
                insert into paper_signature (id, agreement_version, organisation, sha256, signer, signer_name, scan, scan_version,
                    handed_in_by, handed_in_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(UUID.randomUUID(), version, organisation.code(), sha256, signer, signerName, scan, nr, person,
                        Timestamp.from(clock.instant())).update();
    }

    /** @param reason why it does not count; null where it does */
    void check(UUID sheet, String reason, String person) {
        jdbc.sql("insert into paper_check (paper_signature, reason, checked_by, checked_at) values (?, ?, ?, ?)")
                .params(Arrays.asList(sheet, reason, person, Timestamp.from(clock.instant()))).update();
    }

    /** The sheet of this organisation that waits to be looked at. */
    Optional<PaperToVerify> open(AgreementVersion version, OrganisationId organisation) {
        return jdbc.sql("""
                select p.id, a.name, p.sha256, p.signer, p.signer_name, p.scan, p.scan_version, f.name as scan_name, p.handed_in_by,
                       p.handed_in_at
                from paper_signature p
                join agreement_party a on a.agreement_version = p.agreement_version and a.organisation = p.organisation
                join filed_version f on f.filed = p.scan and f.nr = p.scan_version
                left join paper_check c on c.paper_signature = p.id
                where p.agreement_version = ? and p.organisation = ? and c.paper_signature is null
                order by p.handed_in_at desc fetch first 1 row only""")
                .params(version.id(), organisation.code()).query((row, nr) -> toVerify(row, version, organisation)).optional();
    }

    private static PaperToVerify toVerify(ResultSet row, AgreementVersion version, OrganisationId organisation) throws SQLException {
        return new PaperToVerify(row.getObject("id", UUID.class), organisation, row.getString("name"), version.nr(),
                row.getString("sha256"), row.getString("signer"), row.getString("signer_name"),
                row.getObject("scan", UUID.class), row.getInt("scan_version"), row.getString("scan_name"),
                row.getString("handed_in_by"), row.getObject("handed_in_at", OffsetDateTime.class).toInstant());
    }

    /** Why the last sheet of this organisation under this version was not taken. */
    Optional<String> refusedLast(UUID version, OrganisationId organisation) {
        return jdbc.sql("""
                select c.reason from paper_check c join paper_signature p on p.id = c.paper_signature
                where p.agreement_version = ? and p.organisation = ? and c.reason is not null
                order by c.checked_at desc fetch first 1 row only""").params(version, organisation.code()).query(String.class).optional();
    }

    boolean wasRefused(UUID scan, int nr) {
        return jdbc.sql("""
                select count(*) from paper_check c join paper_signature p on p.id = c.paper_signature
                where p.scan = ? and p.scan_version = ? and c.reason is not null""").params(scan, nr).query(Integer.class).single() > 0;
    }

    /** Whether the newest version waits for somebody to look at a sheet of this organisation; for nobody's once somebody declined. */
    boolean isToVerify(NegotiationId negotiation, OrganisationId organisation) {
        return isOpen(negotiation, "and " + OPEN, organisation);
    }

    /** Whether the newest version waits for the signature of this organisation, and no sheet of it is there. */
    boolean isAwaited(NegotiationId negotiation, OrganisationId organisation) {
        return isOpen(negotiation, "and not " + OPEN, organisation);
    }

    private boolean isOpen(NegotiationId negotiation, String more, OrganisationId organisation) {
        return jdbc.sql("""
                select count(*) from agreement_version v
                where v.negotiation = ? and v.stage = 'FOR_SIGNATURE'
                and not exists (select 1 from signature s where s.agreement_version = v.id and s.organisation = ?)
                and not exists (select 1 from signature_decline d where d.agreement_version = v.id)\s""" + more)
                .params(negotiation.value(), organisation.code(), organisation.code()).query(Integer.class).single() > 0;
    }

    /** Whether a signature under a version that is not void rests on this scan. */
    boolean isReliedOn(UUID scan) {
        return jdbc.sql("""
                select count(*) from paper_signature p join agreement_version v on v.id = p.agreement_version
                left join paper_check c on c.paper_signature = p.id
                where p.scan = ? and c.reason is null and v.stage <> 'VOID'""").param(scan).query(Integer.class).single() > 0;
    }
}
