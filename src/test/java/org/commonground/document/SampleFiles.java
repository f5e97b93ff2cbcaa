package org.commonground.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Files as people bring them, made anew for each test. */
public final class SampleFiles {

    private SampleFiles() {
    }

    public static byte[] text(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] pdf() {
        return pdf(null, 1);
    }

    /** @param password null where it is open */
    public static byte[] pdf(String password, int pages) {
        try (PDDocument paper = new PDDocument()) {
            for (int page = 0; page < pages; page++) {
                paper.addPage(new PDPage());
            }
            if (password != null) {
                paper.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            paper.save(out);
            return out.toByteArray();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** @param format {@code png} or {@code jpeg} */
    public static byte[] picture(String format, int side) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    public static byte[] docx() {
        return zip("[Content_Types].xml", "<Types/>", "word/document.xml", "<w:document/>");
    }

    public static byte[] xlsx() {
        return zip("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<workbook/>");
    }

    public static byte[] odt() {
        return zip("mimetype", FileType.ODT.mediaType(), "content.xml", "<office/>", "META-INF/manifest.xml", "<manifest/>");
    }

    public static byte[] ods() {
        return zip("mimetype", FileType.ODS.mediaType(), "content.xml", "<office/>", "META-INF/manifest.xml", "<manifest/>");
    }

    /** @param parts name and content in turn */
    public static byte[] zip(String... parts) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            files.put(parts[i], text(parts[i + 1]));
        }
        return zip(files);
    }

    /** As office programs write it: the note that says what it is comes unpacked. */
    public static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                if (file.getKey().equals("mimetype")) {
                    CRC32 sum = new CRC32();
                    sum.update(file.getValue());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(file.getValue().length);
                    entry.setCrc(sum.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return out.toByteArray();
    }
}
