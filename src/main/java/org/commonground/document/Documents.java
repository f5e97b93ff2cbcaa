package org.commonground.document;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The store of files. What is in it never changes, and its content is held against its hash whenever it is read. */
@Service
public class Documents {

    /** The largest file it takes. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final int PART = 500_000;
    private static final int LONGEST_NAME = 200;
    private static final String COLUMNS = "id, partnership, name, version, sha256, file_type, size_bytes, audience, organisation,"
            + " created_at, created_by";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    Documents(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * Keeps a file, in the transaction of whoever asks. Refused when it is larger than {@link #LARGEST}, or neither a PDF nor a
     * picture (PNG, JPEG) by its content.
     *
     * @param partnership the one it belongs to, or null
     * @param name        in words, without an ending; with the version unique in its partnership
     * @param by          a person's user id, or {@code system}
     */
    @Transactional
    public Document store(PartnershipId partnership, String name, int version, DocumentAudience audience, byte[] content, String by) {
        Refusal.unless(name != null && !name.isBlank() && name.strip().length() <= LONGEST_NAME,
                "Please give the file a name of at most " + LONGEST_NAME + " characters.");
        Refusal.unless(content.length <= LARGEST,
                "This file is larger than 10 MB. Please scan it with fewer dots per inch, or save it smaller.");
        FileType type = FileType.of(content).orElseThrow(() -> new Refusal(
                "This file is not a PDF, PNG or JPEG that can be opened. Please save it as one of these, without a password, and try"
                        + " again."));
        Document document = new Document(UUID.randomUUID(), partnership, name.strip(), version, sha256(content), type,
                content.length, audience, clock.instant(), by);
        insert(document);
        List<Object[]> parts = new ArrayList<>();
        for (int from = 0; from < content.length; from += PART) {
            parts.add(new Object[] {document.id(), parts.size() + 1,
                    Arrays.copyOfRange(content, from, Math.min(from + PART, content.length))});
        }
        batches.batchUpdate("insert into document_part (document, nr, content) values (?, ?, ?)", parts);
        return document;
    }

    private void insert(Document document) {
        jdbc.sql("insert into document (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(document.id(), document.partnership() == null ? null : document.partnership().value(), document.name(),
                        document.version(), document.sha256(), document.type().name(), document.size(), document.audience().kind().name(),
                        document.audience().organisation() == null ? null : document.audience().organisation().code(),
                        document.createdAt().atOffset(ZoneOffset.UTC), document.createdBy())
                .update();
    }

    /** What is known of a file; empty when there is none. */
    public Optional<Document> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from document where id = ?").param(id).query(Documents::read).optional();
    }

    /** The files of a partnership, the oldest first. */
    public List<Document> of(PartnershipId partnership) {
        return jdbc.sql("select " + COLUMNS + " from document where partnership = ? order by created_at, name, version")
                .param(partnership.value()).query(Documents::read).list();
    }

    /** The file itself. Never a changed one: a content that does not fit its hash is a fault of the store. */
    public byte[] content(UUID id) {
        Document document = find(id).orElseThrow(() -> new NotFound("There is no such file."));
        ByteArrayOutputStream content = new ByteArrayOutputStream(document.size());
        jdbc.sql("select content from document_part where document = ? order by nr").param(id)
                .query((row, nr) -> row.getBytes(1)).list().forEach(content::writeBytes);
        byte[] bytes = content.toByteArray();
        if (!sha256(bytes).equals(document.sha256())) {
            throw new IllegalStateException("The content of document " + id + " does not fit its hash.");
        }
        return bytes;
    }

    /** The SHA-256 in hexadecimal, as it is printed. */
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static Document read(ResultSet row, int nr) throws SQLException {
        String partnership = row.getString("partnership");
        String organisation = row.getString("organisation");
        return new Document(row.getObject("id", UUID.class), partnership == null ? null : new PartnershipId(partnership),
                row.getString("name"),
                row.getInt("version"), row.getString("sha256"), FileType.valueOf(row.getString("file_type")), row.getInt("size_bytes"),
                new DocumentAudience(DocumentAudience.Kind.valueOf(row.getString("audience")), organisation == null ? null
                        : new OrganisationId(organisation)),
                row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getString("created_by"));
    }
}
