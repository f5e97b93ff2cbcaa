package org.commonground.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.commonground.foundation.Refusal;

/**
 * A file of an office suite is a package of parts. They are counted and passed by, never kept: a small package may unfold to a huge one.
 */
final class OfficeFile {

    private static final int MOST_PARTS = 5_000;
    private static final long LARGEST_UNFOLDED = 300L * 1024 * 1024;
    /** Of a text as it is written; what unfolds further was made to. */
    private static final int MOST_TIMES = 150;
    /** So much may unfold in any case: a small table of one repeated value. */
    private static final long SMALL = 20L * 1024 * 1024;
    /** What says what the package is, and it is short. */
    private static final int LONGEST_NOTE = 64 * 1024;

    private final String name;
    private final byte[] content;
    private final Set<String> parts = new HashSet<>();
    private String mediaType = "";
    private String manifest = "";
    private long unfolded;

    private OfficeFile(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    /** Refused when it is another archive, locked, damaged, with programs in it, or unfolds beyond all measure. */
    static FileType typeOf(String name, byte[] content) {
        OfficeFile file = new OfficeFile(name, content);
        file.read();
        return file.type();
    }

    private void read() {
        byte[] buffer = new byte[64 * 1024];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts.add(part.getName());
                Refusal.unless(parts.size() <= MOST_PARTS, tooMuch());
                boolean note = part.getName().equals("mimetype") || part.getName().equals("META-INF/manifest.xml");
                ByteArrayOutputStream kept = new ByteArrayOutputStream();
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unfolded += read;
                    Refusal.unless(unfolded <= LARGEST_UNFOLDED && (unfolded <= SMALL || unfolded / content.length <= MOST_TIMES),
                            tooMuch());
                    if (note && kept.size() < LONGEST_NOTE) {
                        kept.write(buffer, 0, read);
                    }
                }
                String words = kept.toString(StandardCharsets.UTF_8);
                mediaType = part.getName().equals("mimetype") ? words.strip() : mediaType;
                manifest = part.getName().equals("META-INF/manifest.xml") ? words : manifest;
            }
        } catch (IOException | IllegalArgumentException broken) {
            Refusal.unless(broken.getMessage() == null || !broken.getMessage().contains("encrypted"), locked());
            throw new Refusal("“%s” is damaged or not complete: it could not be opened. Please save it again, or as PDF."
                    .formatted(name));
        }
    }

    private FileType type() {
        boolean word = parts.contains("word/document.xml");
        boolean excel = parts.contains("xl/workbook.xml");
        boolean microsoft = parts.contains("[Content_Types].xml") && word != excel;
        boolean text = mediaType.equals(FileType.ODT.mediaType());
        boolean open = (text || mediaType.equals(FileType.ODS.mediaType())) && parts.contains("content.xml");
        Refusal.unless(microsoft || open, Examination.archive(name));
        Refusal.unless(!manifest.contains("encryption-data"), locked());
        Refusal.unless(parts.stream().noneMatch(part -> part.endsWith("vbaProject.bin") || part.startsWith("Basic/")
                || part.startsWith("Scripts/")), ("“%s” has programs in it (macros). Please save it without them, or as PDF.")
                        .formatted(name));
        if (microsoft) {
            return word ? FileType.DOCX : FileType.XLSX;
        }
        return text ? FileType.ODT : FileType.ODS;
    }

    private String locked() {
        return "“%s” is locked with a password. Please save it without one, and choose it again.".formatted(name);
    }

    private String tooMuch() {
        return "“%s” unfolds to far more than it seems to be, and is not taken. Please save it as PDF.".formatted(name);
    }
}
