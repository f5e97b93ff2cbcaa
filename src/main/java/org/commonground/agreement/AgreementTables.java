package org.commonground.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.Topic;
import org.commonground.partnership.OncePerTransaction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What belongs to a version: its clauses, its parties, and what they signed. Rows that are written once. */
@Repository
class AgreementTables {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SIGNATORIES = """
            select p.organisation, p.name, s.sha256, s.person_name, s.method, s.signed_at, s.verified_by,
                   s.verified_at,
                   case when exists (select 1 from paper_signature h left join paper_check c on c.paper_signature = h.id
                       where h.agreement_version = p.agreement_version and h.organisation = p.organisation
                       and c.paper_signature is null) then true else false end as to_verify,
                   case when exists (select 1 from signature_decline d where d.agreement_version = p.agreement_version) then true else \
                   false end as stopped
            from agreement_party p
            left join signature s on s.agreement_version = p.agreement_version and s.organisation = p.organisation
            where p.must_sign and p.agreement_version = ?""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final OncePerTransaction once;
    private final Clock clock;

    AgreementTables(JdbcClient jdbc, JdbcTemplate batches, OncePerTransaction once, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.once = once;
        this.clock = clock;
    }

    // The form

    void choose(NegotiationId negotiation, PartnershipId partnership, ChosenForm chosen) {
        if (jdbc.sql("update agreement set form = ?, reason = ? where negotiation = ?")
                .params(chosen.form().name(), chosen.reason(), negotiation.value()).update() == 0) {
            jdbc.sql("insert into agreement (negotiation, partnership, form, reason) values (?, ?, ?, ?)")
                    .params(negotiation.value(), partnership.value(), chosen.form().name(), chosen.reason()).update();
        }
    }

    Optional<ChosenForm> chosen(NegotiationId negotiation) {
        return jdbc.sql("select form, reason from agreement where negotiation = ?").param(negotiation.value())
                .query((row, nr) -> new ChosenForm(AgreementForm.valueOf(row.getString(1)), row.getString(2))).optional();
    }

    // The text

    void write(UUID version, List<Clause> clauses, List<Party> parties, String webSvg) {
        once.forget();
        List<Object[]> clauseRows = new ArrayList<>();
        for (Clause clause : clauses) {
            clauseRows.add(new Object[] {version, clauseRows.size() + 1, clause.key(), clause.number(), clause.heading(),
                    written(new Content(clause.paragraphs(), clause.table()))});
        }
        batches.batchUpdate("insert into clause (agreement_version, nr, name, printed, heading, content) values (?, ?, ?, ?, ?, ?)",
                clauseRows);
        List<Object[]> partyRows = new ArrayList<>();
        for (Party party : parties) {
            partyRows.add(new Object[] {version, party.code(), partyRows.size() + 1, party.name(), party.country(), party.kind(),
                    party.standing(), written(party.seats()), party.mustSign()});
        }
        batches.batchUpdate("""
                insert into agreement_party (agreement_version, organisation, nr, name, country, kind, standing, seats, must_sign)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""", partyRows);
        jdbc.sql("insert into agreement_web (agreement_version, svg) values (?, ?)").params(version, webSvg).update();
    }

    List<Clause> clauses(UUID version) {
        return once.read(new ClausesOf(version), () -> jdbc.sql(
                "select name, printed, heading, content from clause where agreement_version = ? order by nr").param(version)
                .query((row, nr) -> {
                    Content content = read(row.getString(4), Content.class);
                    return new Clause(row.getString(1), row.getString(2), row.getString(3), content.paragraphs(), content.table());
                }).list());
    }

    private record ClausesOf(UUID version) {
    }

    List<Party> parties(UUID version) {
        return jdbc.sql("""
                select name, organisation, country, kind, standing, seats, must_sign from agreement_party
                where agreement_version = ? order by nr""").param(version)
                .query((row, nr) -> party(row)).list();
    }

    /** The same, each with its signature if it is there. */
    List<SignedParty> signedParties(UUID version) {
        return jdbc.sql("""
                select p.name, p.organisation, p.country, p.kind, p.standing, p.seats, p.must_sign, s.person_name, s.signed_at
                from agreement_party p
                left join signature s on s.agreement_version = p.agreement_version and s.organisation = p.organisation
                where p.agreement_version = ? order by p.nr""").param(version)
                .query((row, nr) -> new SignedParty(party(row), row.getString(8), row.getObject(9, OffsetDateTime.class))).list();
    }

    private Party party(ResultSet row) throws SQLException {
        return new Party(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5),
                List.of(read(row.getString(6), String[].class)), row.getBoolean(7));
    }

    String webSvg(UUID version) {
        return jdbc.sql("select svg from agreement_web where agreement_version = ?").param(version).query((row, nr) -> row.getString(1))
                .single();
    }

    void freeze(UUID version, CanonicalText text) {
        jdbc.sql("insert into canonical_text (agreement_version, words) values (?, ?)").params(version, text.words()).update();
    }

    Optional<CanonicalText> text(UUID version) {
        return jdbc.sql("select words from canonical_text where agreement_version = ?").param(version)
                .query((row, nr) -> new CanonicalText(row.getString(1))).optional();
    }

    // Signing

    void sign(UUID version, OrganisationId organisation, String sha256, String person, String personName) {
        jdbc.sql("""
                insert into signature (agreement_version, organisation, sha256, person, person_name, method, signed_at)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .params(version, organisation.code(), sha256, person, personName, SignatureMethod.ACCOUNT.name(),
                        Timestamp.from(clock.instant())).update();
    }

    /** It counts from the moment in which the sheet was handed in. */
    void signOnPaper(UUID version, PaperToVerify sheet, String verifiedBy) {
        jdbc.sql("""
                insert into signature (agreement_version, organisation, sha256, person, person_name, method, signed_at, verified_by,
                    verified_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(version, sheet.organisation().code(), sheet.sha256(), sheet.signer(), sheet.signerName(),
                        SignatureMethod.PAPER.name(), Timestamp.from(sheet.handedInAt()), verifiedBy, Timestamp.from(clock.instant()))
                .update();
    }

    void decline(UUID version, Decline decline) {
        jdbc.sql("""
                insert into signature_decline (agreement_version, organisation, topic, reason, person, declined_at)
                values (?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(version, decline.organisation().code(), decline.topic() == null ? null : decline.topic().key(),
                        decline.reason(), decline.person(), Timestamp.from(clock.instant()))).update();
    }

    List<Decline> declines(UUID version) {
        return jdbc.sql("select organisation, topic, reason, person from signature_decline where agreement_version = ? order by"
                + " declined_at, organisation")
                .param(version).query((row, nr) -> new Decline(new OrganisationId(row.getString(1)),
                        row.getString(2) == null ? null : Topic.of(row.getString(2)),
                        row.getString(3), row.getString(4))).list();
    }

    /** Those who must sign, each with its signature if it is there. */
    List<Signatory> signatories(UUID version) {
        return jdbc.sql(SIGNATORIES + " order by p.nr").param(version).query(AgreementTables::signatory).list();
    }

    /** Those who must sign. */
    List<OrganisationId> signing(UUID version) {
        return signatories(version).stream().map(Signatory::organisation).toList();
    }

    /** Codes of those whose signature is still awaited; nobody's once somebody declined. */
    List<String> awaited(UUID version) {
        return jdbc.sql("""
                select p.organisation from agreement_party p where p.agreement_version = ? and p.must_sign and not exists (
                    select 1 from signature s where s.agreement_version = p.agreement_version and s.organisation = p.organisation)
                and not exists (select 1 from signature_decline d where d.agreement_version = p.agreement_version) order by p.nr""")
                .param(version).query(String.class).list();
    }

    private static Signatory signatory(ResultSet row, int nr) throws SQLException {
        OffsetDateTime at = row.getObject("signed_at", OffsetDateTime.class);
        return new Signatory(new OrganisationId(row.getString("organisation")), row.getString("name"), row.getString("sha256"),
                row.getString("person_name"), at == null ? null : SignatureMethod.valueOf(row.getString("method")),
                at == null ? null : at.toInstant(), verified(row), row.getBoolean("to_verify"), row.getBoolean("stopped"));
    }

    private static Verified verified(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("verified_at", OffsetDateTime.class);
        return at == null ? null : new Verified(row.getString("verified_by"), at.toInstant());
    }

    private static String written(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException exception) {
            throw new IllegalArgumentException(exception);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException(exception);
        }
    }

    /** How the words of a clause are kept. */
    private record Content(List<String> paragraphs, Table table) {
    }

    /** @param person null where it has not signed */
    record SignedParty(Party party, String person, OffsetDateTime at) {

        boolean hasSigned() {
            return at != null;
        }

        OrganisationId organisation() {
            return new OrganisationId(party.code());
        }
    }

    /** Who held a signature on paper against the text, and when. */
    record Verified(String by, Instant at) {
    }

    /**
     * @param sha256   of what it signed; this and what follows null while it has not signed
     * @param verified null unless it signed on paper
     * @param toVerify whether a sheet that it signed by hand waits to be looked at
     * @param stopped  whether anybody declined this version
     */
    record Signatory(OrganisationId organisation, String name, String sha256, String person, SignatureMethod method, Instant at,
            Verified verified, boolean toVerify, boolean stopped) {

        /** How it signed, in words. */
        String how() {
            return verified == null ? method.label() : "%s, verified by %s on %s".formatted(method.label(), verified.by,
                    Days.inWords(LocalDate.ofInstant(verified.at, ZoneOffset.UTC)));
        }

        boolean hasSigned() {
            return sha256 != null;
        }

        /** @param version the number of the version that it is asked to sign */
        void mayAnswer(int version) {
            Refusal.unless(!stopped,
                    "A partner has just declined version %d, so nobody signs it any more. You get a mail that says why."
                            .formatted(version));
            Refusal.unless(!hasSigned(), "%s has signed for your organisation already. There is nothing left to do.".formatted(person));
        }
    }
}
