package org.commonground.filing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.commonground.document.DocumentAudience;
import org.commonground.document.FileType;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files in tables: rows that are written once. */
@Repository
class FilingTables {

    private static final int PART = 500_000;
    private static final String FILES = """
            select f.id, f.partnership, f.organisation, f.kind, f.audience, f.step, t.reason, t.taken_at, t.taken_by
            from filed f left join filed_taken_back t on t.filed = f.id""";
    private static final String VERSIONS = """
            select v.filed, v.nr, v.name, v.file_type, v.size_bytes, v.sha256, v.added_at, v.added_by
            from filed_version v join filed f on f.id = v.filed""";

    private final JdbcClient jdbc;

    FilingTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Filed filed) {
        Folder folder = filed.folder();
        jdbc.sql("insert into filed (id, partnership, organisation, kind, audience, step) values (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(filed.id(), folder.isOfPartnership() ? folder.partnership().value() : null,
                        filed.organisation() == null ? null : filed.organisation().code(), filed.kind().key(), filed.audience().name(),
                        filed.step() == null ? null : filed.step().form())).update();
    }

    void add(UUID filed, Filed.Version version, byte[] content) {
        jdbc.sql("""
                insert into filed_version (filed, nr, name, file_type, size_bytes, sha256, added_at, added_by)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(filed, version.nr(), version.name(), version.type().name(), version.size(), version.sha256(),
                        Timestamp.from(version.at()), version.by()).update();
        for (int from = 0; from < content.length; from += PART) {
            jdbc.sql("insert into filed_part (filed, version, nr, content) values (?, ?, ?, ?)").params(filed, version.nr(),
                    from / PART + 1, Arrays.copyOfRange(content, from, Math.min(from + PART, content.length))).update();
        }
    }

    void takeBack(UUID filed, Filed.TakenBack taken) {
        jdbc.sql("insert into filed_taken_back (filed, reason, taken_at, taken_by) values (?, ?, ?, ?)")
                .params(filed, taken.reason(), Timestamp.from(taken.at()), taken.by()).update();
    }

    /** The newest file first. */
    List<Filed> in(Folder folder) {
        String where = folder.isOfPartnership() ? " where f.partnership = ?" : " where f.partnership is null and f.organisation = ?";
        return read(where, folder.isOfPartnership() ? folder.partnership().value() : folder.organisation().code());
    }

    Optional<Filed> find(UUID id) {
        return read(" where f.id = ?", id).stream().findFirst();
    }

    private List<Filed> read(String where, Object key) {
        Map<UUID, List<Filed.Version>> versions = new LinkedHashMap<>();
        jdbc.sql(VERSIONS + where + " order by v.added_at desc, v.nr desc").param(key).query((ResultSet row) -> {
            versions.computeIfAbsent(row.getObject(1, UUID.class), none -> new ArrayList<>()).add(version(row));
        });
        if (versions.isEmpty()) {
            return List.of();
        }
        Map<UUID, Filed> files = new LinkedHashMap<>();
        jdbc.sql(FILES + where).param(key).query((ResultSet row) -> {
            UUID id = row.getObject(1, UUID.class);
            files.put(id, filed(row, id, versions.get(id)));
        });
        return versions.keySet().stream().map(files::get).toList();
    }

    private static Filed.Version version(ResultSet row) throws SQLException {
        return new Filed.Version(row.getInt("nr"), row.getString("name"), FileType.valueOf(row.getString("file_type")),
                row.getInt("size_bytes"), row.getString("sha256"), row.getObject("added_at", OffsetDateTime.class).toInstant(),
                row.getString("added_by"));
    }

    private static Filed filed(ResultSet row, UUID id, List<Filed.Version> versions) throws SQLException {
        String partnership = row.getString("partnership");
        OrganisationId organisation = row.getString("organisation") == null ? null : new OrganisationId(row.getString("organisation"));
        OffsetDateTime taken = row.getObject("taken_at", OffsetDateTime.class);
        return new Filed(id, partnership == null ? Folder.of(organisation) : Folder.of(new PartnershipId(partnership)), organisation,
                FiledKind.of(row.getString("kind")), DocumentAudience.Kind.valueOf(row.getString("audience")),
                CallsForFile.of(row.getString("step")).orElse(null), versions, taken == null ? null
                        : new Filed.TakenBack(row.getString("reason"), taken.toInstant(), row.getString("taken_by")));
    }

    // How much there is

    long bytesIn(PartnershipId partnership) {
        return sum("f.partnership = ?", partnership.value());
    }

    /** @param organisation null for what is of none */
    long bytesOf(OrganisationId organisation, Folder folder) {
        if (!folder.isOfPartnership()) {
            return sum("f.partnership is null and f.organisation = ?", organisation.code());
        }
        return organisation == null ? sum("f.partnership = ? and f.organisation is null", folder.partnership().value())
                : sum("f.partnership = ? and f.organisation = ?", folder.partnership().value(), organisation.code());
    }

    private long sum(String where, Object... keys) {
        return jdbc.sql("select coalesce(sum(v.size_bytes), 0) from filed_version v join filed f on f.id = v.filed where " + where)
                .params(keys).query(Long.class).single();
    }

    // The content

    /** Part by part, so that many large files at one moment fill no memory. Looked at in full before the first byte goes out. */
    void write(UUID filed, Filed.Version version, OutputStream out) {
        MessageDigest digest = sha256();
        parts(filed, version, digest::update);
        if (!HexFormat.of().formatHex(digest.digest()).equals(version.sha256())) {
            throw new IllegalStateException("The content of file %s, version %d, does not fit its hash.".formatted(filed, version.nr()));
        }
        parts(filed, version, part -> {
            try {
                out.write(part);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
    }

    private void parts(UUID filed, Filed.Version version, Consumer<byte[]> reader) {
        for (int nr = 1; (nr - 1) * PART < version.size(); nr++) {
            jdbc.sql("select content from filed_part where filed = ? and version = ? and nr = ?").params(filed, version.nr(), nr)
                    .query((row, line) -> row.getBytes(1)).optional().ifPresent(reader);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
