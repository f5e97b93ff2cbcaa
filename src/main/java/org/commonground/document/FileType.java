package org.commonground.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** What there is among the files of the house. A file is what its content says, whatever it is called. */
public enum FileType {

    PDF("application/pdf", "pdf", "a PDF", new int[] {'%', 'P', 'D', 'F', '-'}) {
        @Override
        boolean opens(byte[] content) throws IOException {
            try (PDDocument document = Loader.loadPDF(content)) {
                return !document.isEncrypted() && document.getNumberOfPages() > 0;
            }
        }
    },
    PNG("image/png", "png", "a PNG picture", new int[] {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}),
    JPEG("image/jpeg", "jpg", "a JPEG picture", new int[] {0xFF, 0xD8, 0xFF}),
    // These are told by what they hold, not by how they begin: see Examination.
    ODT("application/vnd.oasis.opendocument.text", "odt", "an OpenDocument text"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods", "an OpenDocument table"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", "a Word document"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", "an Excel table"),
    CSV("text/csv", "csv", "a table as plain text"),
    TEXT("text/plain", "txt", "plain text");

    /** Neither side of a picture has more dots. */
    static final int WIDEST_PICTURE = 20_000;

    private final String mediaType;
    private final String ending;
    private final String inWords;
    private final int[] beginning;

    FileType(String mediaType, String ending, String inWords, int... beginning) {
        this.mediaType = mediaType;
        this.ending = ending;
        this.inWords = inWords;
        this.beginning = beginning;
    }

    /** The type of a paper or picture with this content; empty when it is none, or damaged. */
    static Optional<FileType> of(byte[] content) {
        return Arrays.stream(values()).filter(type -> type.begins(content)).filter(type -> {
            try {
                return type.opens(content);
            } catch (IOException | RuntimeException damaged) {
                return false;
            }
        }).findFirst();
    }

    boolean begins(byte[] content) {
        if (beginning.length == 0 || content.length < beginning.length) {
            return false;
        }
        for (int i = 0; i < beginning.length; i++) {
            if ((content[i] & 0xFF) != beginning[i]) {
                return false;
            }
        }
        return true;
    }

    boolean opens(byte[] content) throws IOException {
        return sizeOfPicture(content).filter(size -> size.width() <= WIDEST_PICTURE && size.height() <= WIDEST_PICTURE).isPresent();
    }

    /** A picture is looked at no further than its size: a small file may unfold to a very large one. Empty where it is none. */
    static Optional<Size> sizeOfPicture(byte[] content) throws IOException {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input);
                return Optional.of(new Size(reader.getWidth(0), reader.getHeight(0)));
            } finally {
                reader.dispose();
            }
        }
    }

    /** How many dots a picture has on each side. */
    record Size(int width, int height) {
    }

    /** Such as {@code a Word document}. */
    public String inWords() {
        return inWords;
    }

    public String mediaType() {
        return mediaType;
    }

    /** As file names end, without the dot. */
    public String ending() {
        return ending;
    }
}
